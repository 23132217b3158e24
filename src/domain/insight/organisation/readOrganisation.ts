import { readQuantity } from '#domain/select/readNumber.ts';
import { MOST_UNITS, treeFaults, type OrgFaultCode, type OrgUnit } from './unit.ts';
import { orgHeaders, type OrgHeaders } from './orgColumns.ts';

/** A row of the table: what the spreadsheet shows beside it (from 1), and its cells as texts, blanks in front kept. */
export interface OrgRow { readonly row: number; readonly cells: readonly string[] }

export type OrgRowFault = Exclude<OrgFaultCode, 'unit_twice'> | 'code_twice' | 'twice' | 'level_skipped' | 'no_such_level' | 'indent_unclear' | 'not_a_number' | 'too_many_units' | 'no_units' | 'parent_unclear';
export interface OrgFault { readonly row: number; readonly code: OrgRowFault; readonly params: Readonly<Record<string, string | number>> }

export interface ReadOrganisation {
  /** How the table says what is below what: a column with the unit above, a level, or by indenting and columns. */
  readonly form: 'parents' | 'levels' | 'outline';
  readonly units: readonly OrgUnit[];
  readonly faults: readonly OrgFault[];
  readonly tops: number;
  readonly depth: number;
  /** Columns left out: names of persons are not kept here; the rest nobody knows. */
  readonly persons: readonly string[];
  readonly unused: readonly string[];
}

interface Draft { row: number; unit: number; parent: number | null; name: string; function: string | null; head: string | null; people: number | null; told: boolean }

/**
 * Reads a table of units (组织架构) as people keep it: with a column for the unit above (its code or its name), with a level, one
 * column a level, or as an indented list. Gives the units, and every fault with its row; units with faults are still shown.
 */
export function readOrganisation(rows: readonly OrgRow[]): ReadOrganisation {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const headers = orgHeaders(filled.map(({ cells }) => cells));
  const body = headers ? filled.slice(headers.at + 1) : filled;
  const faults: OrgFault[] = [];
  if (body.length > MOST_UNITS) faults.push({ row: body[MOST_UNITS]!.row, code: 'too_many_units', params: { count: body.length, most: MOST_UNITS } });
  if (body.length === 0) faults.push({ row: filled[0]?.row ?? 1, code: 'no_units', params: {} });
  const taken = body.slice(0, MOST_UNITS);
  const reading = headers?.columns.parent !== undefined && headers.levels.length === 0 ? 'parents' : headers?.columns.level !== undefined && headers.levels.length === 0 ? 'levels' : 'outline';
  const drafts = { parents: byParents, levels: byLevels, outline: byOutline }[reading](taken, headers, faults);
  const units = drafts.map(({ row: _row, told: _told, ...unit }): OrgUnit => unit);
  const rowOf = new Map(drafts.map((draft) => [draft.unit, draft.row]));
  for (const { unit, code, params } of treeFaults(units)) if (code !== 'unit_twice' && !(code === 'unknown_parent')) faults.push({ row: rowOf.get(unit)!, code, params });
  return { form: reading, units, faults: faults.toSorted((a, b) => a.row - b.row), tops: units.filter((unit) => unit.parent === null).length, depth: depthOf(units), persons: headers?.persons ?? [], unused: headers?.unused ?? [] };
}

/** A column names the unit above, by its code or (where that is not one) by its name. */
function byParents(rows: readonly OrgRow[], headers: OrgHeaders | null, faults: OrgFault[]): Draft[] {
  const { columns } = headers!;
  const drafts = rows.map((row, n) => draftOf(row, n + 1, columns.name === undefined ? '' : cell(row, columns.name), headers, faults));
  const norm = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const byCode = new Map<string, Draft>();
  const byName = Map.groupBy(drafts, (draft) => norm(draft.name));
  rows.forEach((row, n) => {
    const code = norm(columns.code === undefined ? '' : cell(row, columns.code));
    if (code === '') return;
    const first = byCode.get(code);
    if (first) faults.push({ row: row.row, code: 'code_twice', params: { code: cell(row, columns.code), first: first.row } });
    else byCode.set(code, drafts[n]!);
  });
  rows.forEach((row, n) => {
    const above = cell(row, columns.parent);
    if (/^(?:0|-|–|—|\/|无|無|none|n\/a)?$/i.test(above) && !byCode.has(norm(above))) return;
    const named = byName.get(norm(above)) ?? [];
    const parent = byCode.get(norm(above)) ?? named[0];
    if (!parent) faults.push({ row: row.row, code: 'unknown_parent', params: { parent: above } });
    else if (!byCode.has(norm(above)) && named.length > 1) faults.push({ row: row.row, code: 'parent_unclear', params: { parent: above, count: named.length } });
    else drafts[n]!.parent = parent.unit;
  });
  return drafts;
}

/** A column tells the level, 1 or 0 at the top. */
function byLevels(rows: readonly OrgRow[], headers: OrgHeaders | null, faults: OrgFault[]): Draft[] {
  const { columns } = headers!;
  const levels = rows.map((row) => readQuantity(cell(row, columns.level).replace(/[级級]$/, ''), '.'));
  const top = Math.min(...levels.filter((level) => level !== null));
  const above: Draft[] = [];
  return rows.map((row, n) => {
    const draft = draftOf(row, n + 1, cell(row, columns.name), headers, faults);
    const level = levels[n] === null || !Number.isInteger(levels[n]) ? null : levels[n]! - top;
    if (level === null) faults.push({ row: row.row, code: 'no_such_level', params: { value: cell(row, columns.level) } });
    else if (level > above.length) faults.push({ row: row.row, code: 'level_skipped', params: {} });
    else {
      above.length = level;
      draft.parent = above.at(-1)?.unit ?? null;
      above.push(draft);
    }
    return draft;
  });
}

/**
 * One column a level, the cells in front empty or repeated; or blanks in front of a name. A unit that appears only as the beginning of
 * another's row is one too.
 */
function byOutline(rows: readonly OrgRow[], headers: OrgHeaders | null, faults: OrgFault[]): Draft[] {
  const columns = headers === null ? Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, (_, n) => n) : headers.levels.length > 0 ? headers.levels : [headers.columns.name!];
  const inColumns = rows.some(({ cells }) => columns.slice(1).some((column) => (cells[column] ?? '').trim() !== ''));
  const drafts: Draft[] = [];
  const below = new Map<string, Draft>();
  const put = (row: OrgRow, parent: Draft | undefined, name: string, told: boolean): Draft => {
    const key = `${parent?.unit ?? ''}\n${name}`;
    let draft = below.get(key);
    if (draft?.told && told) faults.push({ row: row.row, code: 'twice', params: { name, first: draft.row } });
    if (!draft) {
      draft = draftOf(row, drafts.length + 1, name, told ? headers : null, faults);
      draft.parent = parent?.unit ?? null;
      drafts.push(draft);
      below.set(key, draft);
    } else if (told && !draft.told) Object.assign(draft, { ...draftOf(row, draft.unit, name, headers, faults), parent: draft.parent });
    draft.told ||= told;
    return draft;
  };
  let way: Draft[] = [];
  let widths: number[] = [];
  for (const row of rows) {
    if (inColumns) {
      const filled = columns.flatMap((column, level) => ((row.cells[column] ?? '').trim() === '' ? [] : [level]));
      if (filled.length === 0) {
        faults.push({ row: row.row, code: 'name_required', params: {} });
        continue;
      }
      const [first, last] = [filled[0]!, filled.at(-1)!];
      if (first > way.length || last - first + 1 > filled.length) {
        faults.push({ row: row.row, code: 'level_skipped', params: {} });
        continue;
      }
      way = way.slice(0, first);
      for (const level of filled) way.push(put(row, way.at(-1), row.cells[columns[level]!]!.trim(), level === last));
    } else {
      const text = row.cells[columns[0]!] ?? '';
      if (text.trim() === '') {
        faults.push({ row: row.row, code: 'name_required', params: {} });
        continue;
      }
      const width = widthOf(/^\s*/.exec(text)![0]);
      const level = widths.findIndex((one) => one >= width);
      if (level !== -1 && widths[level] !== width) {
        faults.push({ row: row.row, code: 'indent_unclear', params: {} });
        continue;
      }
      const at = level === -1 ? widths.length : level;
      widths = [...widths.slice(0, at), width];
      way = way.slice(0, at);
      way.push(put(row, way.at(-1), text.trim(), true));
    }
  }
  return drafts;
}

function draftOf(row: OrgRow, unit: number, name: string, headers: OrgHeaders | null, faults: OrgFault[]): Draft {
  const columns = headers?.columns ?? {};
  const people = cell(row, columns.people);
  const count = people === '' ? null : readQuantity(people.replace(/[人名]$/, ''), '.');
  if (people !== '' && (count === null || !Number.isInteger(count))) faults.push({ row: row.row, code: 'not_a_number', params: { value: people } });
  return { row: row.row, unit, parent: null, name, function: cell(row, columns.function) || null, head: cell(row, columns.head) || null, people: count !== null && Number.isInteger(count) ? count : null, told: false };
}

const cell = ({ cells }: OrgRow, column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? '').trim());
/** A tab is four blanks, a blank of full width two. */
const widthOf = (blanks: string): number => [...blanks].reduce((sum, blank) => sum + (blank === '\t' ? 4 : blank === '\u3000' ? 2 : 1), 0);

function depthOf(units: readonly OrgUnit[]): number {
  const byNumber = new Map(units.map((unit) => [unit.unit, unit]));
  return units.reduce((most, unit) => {
    let depth = 0;
    for (let at: OrgUnit | undefined = unit; at && depth < 100; at = at.parent === null ? undefined : byNumber.get(at.parent)) depth += 1;
    return depth >= 100 ? most : Math.max(most, depth);
  }, 0);
}
