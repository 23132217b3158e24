import { describe, expect, test } from 'vitest';
import { compareOrganisations } from '#domain/insight/organisation/compareOrganisations.ts';
import { organisationText } from '#domain/insight/organisation/organisationText.ts';
import { readOrganisation, type ReadOrganisation } from '#domain/insight/organisation/readOrganisation.ts';
import { organisationFaults, treeFaults, type OrgUnit } from '#domain/insight/organisation/unit.ts';
import { cellsOf } from '#domain/select/pastedRows.ts';

const read = (text: string): ReadOrganisation => readOrganisation(cellsOf(text).map((cells, n) => ({ row: n + 1, cells })));
/** Units as "name<parent's name", in order. */
const tree = ({ units }: Pick<ReadOrganisation, 'units'>): string[] => units.map((unit) => `${unit.name}<${units.find((one) => one.unit === unit.parent)?.name ?? ''}`);
const faults = (text: string): string[] => read(text).faults.map(({ row, code }) => `${row} ${code}`);

describe('a table of units is read', () => {
  test('by a column with the code above, in any order of rows, under a title, names of persons left out', () => {
    const found = read('海浪集团组织架构\n\n部门编码\t部门名称\t上级部门编码\t职能\t负责人岗位\t人数\t负责人\t备注\n20\t研发中心\t10\t产品研发\t研发副总\t1,200人\t某某\tx\n10\t海浪集团\t\t\t总裁\t\t\t\n21\t声学所\t20\t\t所长\t80\t\t');
    expect([found.form, tree(found), found.faults, found.persons, found.unused, found.tops, found.depth]).toEqual(['parents', ['研发中心<海浪集团', '海浪集团<', '声学所<研发中心'], [], ['负责人'], ['备注'], 1, 3]);
    expect(found.units[0]).toEqual({ unit: 1, parent: 2, name: '研发中心', function: '产品研发', head: '研发副总', people: 1200 });
  });

  test('by the name above where there are no codes; traditional headers too', () => {
    expect(tree(read('部門\t上級部門\n總部\t\n採購部\t總部'))).toEqual(['總部<', '採購部<總部']);
  });

  test('by a level, by one column a level, by repeated columns, by blanks', () => {
    const expected = ['Group<', 'R&D<Group', 'Lab<R&D', 'Purchasing<Group'];
    expect(tree(read('Level\tName\n1\tGroup\n2\tR&D\n3\tLab\n2\tPurchasing'))).toEqual(expected);
    expect(tree(read('Group\n\tR&D\n\t\tLab\n\tPurchasing'))).toEqual(expected);
    expect(tree(read('一级部门\t二级部门\t三级部门\t人数\nGroup\tR&D\tLab\t8\nGroup\tPurchasing\t\t4'))).toEqual(expected);
    expect(tree(read('Group\n  R&D\n    Lab\n  Purchasing'))).toEqual(expected);
    expect(tree(read('名称\t职能\nGroup\t\n　R&D\tdevelops\n　　Lab\t\n　Purchasing\tbuys'))).toEqual(expected);
  });

  test('a unit that first appears only as the beginning of another row gets its details from its own', () => {
    const { units, faults: none } = read('Level 1\tLevel 2\tHead\nGroup\tR&D\tChief engineer\nGroup\t\tPresident');
    expect([units.map((unit) => unit.head), none]).toEqual([['President', 'Chief engineer'], []]);
  });

  test('several tops are allowed and counted', () => {
    expect(read('A\nB').tops).toBe(2);
  });
});

describe('faults name the row', () => {
  test('codes: twice, unknown, in a circle, to itself', () => {
    expect(faults('编码\t名称\t上级\n1\tA\t\n1\tB\t\n3\tC\t9')).toEqual(['3 code_twice', '4 unknown_parent']);
    expect(read('编码\t名称\t上级\n1\tA\t3\n2\tB\t1\n3\tC\t2').faults).toEqual([{ row: 2, code: 'cycle', params: { way: 'A → C → B → A' } }]);
    expect(faults('编码\t名称\t上级\n1\tA\t1')).toEqual(['2 cycle']);
  });

  test('names: missing, ambiguous, twice below one', () => {
    expect(faults('名称\t上级\t人数\nA\t\t\nX\tA\t\nX\tA\t\nZ\tX\t\n\tA\t3')).toEqual(['5 parent_unclear', '6 name_required']);
    expect(faults('A\n\tB\n\tB')).toEqual(['3 twice']);
  });

  test('levels and blanks that skip, numbers that are none', () => {
    expect(faults('A\n\t\tB')).toEqual(['2 level_skipped']);
    expect(faults('层级\t名称\n1\tA\n3\tB\nx\tC')).toEqual(['3 level_skipped', '4 no_such_level']);
    expect(faults('A\n    B\n  C')).toEqual(['3 indent_unclear']);
    expect(faults('名称\t人数\nA\tmany\nB\t1.5')).toEqual(['2 not_a_number', '3 not_a_number']);
  });

  test('too many, too deep, nothing', () => {
    expect(faults(Array.from({ length: 2001 }, (_, n) => `Unit ${n}`).join('\n'))).toEqual(['2001 too_many_units']);
    expect(faults(Array.from({ length: 13 }, (_, n) => `${'\t'.repeat(n)}U${n}`).join('\n'))).toEqual(['13 too_deep']);
    expect(faults('编码\t名称\t上级')).toEqual(['1 no_units']);
    expect(faults('')).toEqual(['1 no_units']);
  });

  test('what is sent is checked again, with the path of each field', () => {
    const unit = (n: number, parent: number | null): OrgUnit => ({ unit: n, parent, name: `U${n}`, function: null, head: null, people: null });
    expect(organisationFaults([unit(1, null), unit(2, 7), { ...unit(2, 1), people: -1 }]).map(({ path, reason }) => `${path} ${reason}`)).toEqual(['units.2.unit unit_twice', 'units.2.people people_out_of_range', 'units.1.parent unknown_parent']);
    expect(organisationFaults([]).map(({ path, reason }) => `${path} ${reason}`)).toEqual(['units required']);
    expect(treeFaults([unit(1, 2), unit(2, 1), unit(3, 2)]).map(({ unit: at, code }) => `${at} ${code}`)).toEqual(['1 cycle']);
  });
});

test('units copied out are read in again the same', () => {
  const { units } = read('Group\n\tR&D\n\t\t=Lab\n\tPurchasing');
  const again = read(organisationText(units, { code: '编码', name: '名称', parent: '上级编码', function: '职能', head: '负责岗位', people: '人数' }));
  expect(again.units).toEqual(units.map((unit) => (unit.name === '=Lab' ? { ...unit, name: "'=Lab" } : unit)));
});

describe('two versions are compared', () => {
  const compare = (before: string, after: string): string[] => compareOrganisations(read(before).units, read(after).units).map(({ kind, name, from, to }) => `${kind} ${name}: ${from ?? '–'} → ${to ?? '–'}`);
  const HEAD = '编码\t名称\t上级\t负责岗位\n';

  test('the same is the same, whatever the order', () => {
    expect(compare('Group\n\tA\n\tB', 'Group\n\tB\n\tA')).toEqual([]);
  });

  test('added, gone, moved, another head', () => {
    expect(compare(`${HEAD}1\tGroup\t\tPresident\n2\tSales\t1\tVP\n3\tLab\t2\t\n4\tOld\t1\t`, `${HEAD}1\tGroup\t\tChair\n2\tSales\t1\tVP\n3\tLab\t1\t\n5\tNew\t2\t`)).toEqual([
      'head Group: President → Chair', 'moved Lab: Group / Sales → Group', 'added New: – → Group / Sales', 'gone Old: Group → –']);
  });

  test('a renamed unit takes what is below it along: nothing else is told', () => {
    expect(compare('Group\n\tAcoustics\n\t\tLab\n\t\tPlant\n\tOptics\n\t\tLab', 'Group\n\tSound and haptics\n\t\tLab\n\t\tPlant\n\tOptics\n\t\tLab')).toEqual(['renamed Sound and haptics: Acoustics → Sound and haptics']);
    // A leaf is told by its leading position.
    expect(compare(`${HEAD}1\tGroup\t\t\n2\tBuying\t1\tCPO`, `${HEAD}1\tGroup\t\t\n2\tProcurement\t1\tCPO`)).toEqual(['renamed Procurement: Buying → Procurement']);
  });

  test('in doubt one is gone and another added', () => {
    expect(compare('Group\n\tA', 'Group\n\tB')).toEqual(['added B: – → Group', 'gone A: Group → –']);
  });
});
