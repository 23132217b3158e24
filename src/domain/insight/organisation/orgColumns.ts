import { headerWord } from '#domain/select/proposePlan.ts';

/** What a column of a table of units can be. `person`: names of people, which are never read. */
export type OrgColumn = 'code' | 'parent' | 'name' | 'function' | 'head' | 'people' | 'level' | 'person';

const WORDS: Readonly<Record<OrgColumn, readonly string[]>> = {
  code: ['编码', '代码', '编号', '部门编码', '部门编号', '部门代码', '组织编码', '组织编号', '单位编码', '单位编号', 'id', 'code', 'unitcode', 'unitid', 'departmentcode', 'departmentid', 'orgcode', 'orgid'],
  parent: ['上级', '上级编码', '上级编号', '上级代码', '上级部门', '上级部门编码', '上级部门编号', '上级组织', '上级组织编码', '上级单位', '上级单位编码', '上级id', '父级', '父级编码', '父级id', 'parent', 'parentid', 'parentcode', 'parentunit', 'parentdepartment', 'above', 'belongsto', 'reportsto'],
  name: ['名称', '部门', '部门名称', '单位', '单位名称', '组织', '组织名称', '机构', '机构名称', 'name', 'unit', 'unitname', 'department', 'departmentname', 'organisation', 'organization', 'division'],
  function: ['职能', '职责', '部门职能', '主要职责', 'function', 'functions', 'responsibility', 'task'],
  head: ['负责岗位', '负责人岗位', '主管岗位', '负责人职务', '负责职务', '领导岗位', '岗位', 'head', 'headposition', 'positionofhead', 'ledby', 'leadingposition'],
  people: ['人数', '编制', '在编人数', '员工数', '员工人数', 'people', 'headcount', 'employees', 'staff', 'fte'],
  level: ['层级', '级别', '级次', 'level', 'depth', 'tier'],
  person: ['负责人', '负责人姓名', '主管', '主管姓名', '姓名', '领导', '经理', '联系人', 'leader', 'manager', 'headname', 'nameofhead', 'contact', 'person', 'managername', 'leadername'],
};
/** One column a level: 一级部门, 第2级, Level 3, L4. */
const LEVEL = /^(?:第?[一二三四五六七八九十]{1,2}级|第?\d{1,2}级|level\d{1,2}|l\d{1,2}|tier\d{1,2})(?:部门|单位|组织|机构|名称)*$/;

export interface OrgHeaders {
  /** Number of the row among those given, and where each column stands. */
  readonly at: number;
  readonly columns: Readonly<Partial<Record<OrgColumn, number>>>;
  /** Columns that hold one level each, from the top. */
  readonly levels: readonly number[];
  /** Headers of columns with persons' names, and of those nobody knows. */
  readonly persons: readonly string[];
  readonly unused: readonly string[];
}

/** Rows in which headers are looked for: exports begin with a title and a date. */
const HEAD = 10;

/** The row of headers among the first rows; null when the table has none, and is an outline. */
export function orgHeaders(rows: readonly (readonly string[])[]): OrgHeaders | null {
  for (const [at, cells] of rows.slice(0, HEAD).entries()) {
    const columns: Partial<Record<OrgColumn, number>> = {};
    const levels: number[] = [];
    const persons: string[] = [];
    const unused: string[] = [];
    for (const [column, cell] of cells.entries()) {
      const word = headerWord(cell);
      if (word === '') continue;
      const kind = (Object.keys(WORDS) as OrgColumn[]).find((one) => WORDS[one].includes(word));
      if (kind === 'person') persons.push(cell.trim());
      else if (kind !== undefined && columns[kind] === undefined) columns[kind] = column;
      else if (LEVEL.test(word)) levels.push(column);
      else unused.push(cell.trim());
    }
    const known = Object.keys(columns).length;
    if (levels.length >= 2 || (columns.name !== undefined && (known >= 2 || (levels.length === 0 && persons.length > 0)))) return { at, columns, levels: levels.length >= 2 ? levels : [], persons, unused };
  }
  return null;
}
