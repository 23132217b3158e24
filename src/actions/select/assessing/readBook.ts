import { BASELINE_SHEET, readBaseline, type Baseline } from '#domain/select/assess/baseline.ts';
import { markColumns, type MarkColumn } from '#domain/select/assess/columns.ts';
import { compareReturned, type Compared, type MarkNow } from '#domain/select/assess/compare.ts';
import { matchColumns, type FoundColumns, type NumberedRow } from '#domain/select/assess/matchColumns.ts';
import type { Say } from '#domain/select/assess/readCell.ts';
import type { ExportLocale } from '#domain/select/exportColumns.ts';
import { accountsAmong } from '#storage/select/accounts.ts';
import { currentMarksOf, withdrawalsOf } from '#storage/select/marks.ts';
import { publishedAt, readModel, type StoredModel } from '#storage/select/models.ts';
import { viewerOf, type Context } from '../../act.ts';
import { openTable } from '../../files/openTable.ts';
import { refused } from '../../files/sniff.ts';
import { wording } from '../../wording.ts';
import { ensureTemplate } from '../ensureTemplate.ts';
import { notesOn, type Note } from './notes.ts';

/** Rows of a sheet that are looked at: ten times what a workbook of ours holds. */
const MOST_ROWS = 20_000;
/** Rows in which the headers must stand. */
const HEAD = 60;
const LOCALES: readonly ExportLocale[] = ['en', 'zh-Hans', 'zh-Hant'];

export interface ReturnedAssessment extends Compared {
  readonly exportedAt: string;
  readonly exported: StoredModel;
  readonly active: StoredModel;
  /** Rows under the headers. */
  readonly rowsRead: number;
  readonly notes: readonly Note[];
}

/** What a returned workbook on the disk would change, as far as the actor may mark. Refuses (file_refused) what is no workbook of ours, or not of this workspace. */
export async function readBook(context: Context, path: string, fileName: string, locale: ExportLocale): Promise<ReturnedAssessment> {
  const { store, actor } = context;
  const table = await openTable(path, fileName);
  if (table.format !== 'xlsx' || !table.sheets.some((sheet) => sheet.name === BASELINE_SHEET)) throw notOurs();
  const baseline = readBaseline((await rowsOf(path, fileName, BASELINE_SHEET)).map((row) => row.cells));
  if (!baseline) throw notOurs();
  const db = store.read;
  const exported = (await publishedAt(db, baseline.modelId)) === baseline.publishedAt ? await readModel(db, baseline.modelId) : undefined;
  if (!exported) throw refused('other_workspace', 'This workbook was downloaded from another workspace. Download a new one here.');
  const active = await ensureTemplate(store, context.now());
  const columns = markColumns(exported.model);
  const says = await Promise.all([locale, ...LOCALES].map(wording));
  const { rows, found } = await findSheet(path, fileName, table.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name), columns, says);
  const ids = [...baseline.accounts.keys()];
  const accounts = await accountsAmong(db, viewerOf(actor, 'markAccount'), ids);
  const activeColumns = new Map(markColumns(active.model).map((column) => [column.key, column]));
  const compared = compareReturned({ rows, found, columns, active: activeColumns, baseline, says, known: { accounts, marks: await marksNow(context, baseline, [...accounts.keys()]) } });
  return {
    ...compared, exportedAt: baseline.exportedAt, exported, active, rowsRead: rows.filter(({ row, cells }) => row > found.headerRow && cells.length > 0).length,
    notes: notesOn({ exported, active, columns, activeColumns, found, unused: compared.unused, say: says[0]! }),
  };
}

/** The visible sheet with our columns; it may have been renamed or moved. */
async function findSheet(path: string, fileName: string, names: readonly string[], columns: readonly MarkColumn[], says: readonly Say[]): Promise<{ rows: NumberedRow[]; found: FoundColumns }> {
  for (const name of names) {
    const rows = await rowsOf(path, fileName, name);
    const found = matchColumns(rows.filter(({ row }) => row <= HEAD), columns, says);
    if (found) return { rows, found };
  }
  throw notOurs();
}

async function rowsOf(path: string, fileName: string, sheet: string): Promise<NumberedRow[]> {
  const rows: NumberedRow[] = [];
  for await (const batch of (await openTable(path, fileName, { sheet })).rows()) {
    rows.push(...batch);
    if (rows.length > MOST_ROWS) throw refused('too_many_rows', `More than ${MOST_ROWS} rows.`, { limit: MOST_ROWS });
  }
  return rows;
}

/** The marks that count today; where one that was written into the file is gone, who withdrew it. */
async function marksNow(context: Context, baseline: Baseline, ids: readonly number[]): Promise<Map<number, Map<string, MarkNow>>> {
  const db = context.store.read;
  const current = await currentMarksOf(db, ids);
  const now = new Map(ids.map((id) => [id, new Map((current.get(id) ?? []).map((mark): [string, MarkNow] => [mark.indicator, { id: mark.id, value: mark.value, by: mark.recordedBy, at: mark.recordedAt }]))]));
  const gone = ids.flatMap((account) => [...baseline.accounts.get(account)!.marks].filter(([indicator]) => !now.get(account)!.has(indicator)).map(([indicator, mark]) => ({ account, indicator, id: mark.id })));
  const withdrawn = await withdrawalsOf(db, gone.map((mark) => mark.id));
  for (const { account, indicator, id } of gone) {
    const by = withdrawn.get(id);
    if (by) now.get(account)!.set(indicator, { id: null, value: null, ...by });
  }
  return now;
}

function notOurs(): ReturnType<typeof refused> {
  return refused('not_assessment', 'This is not a workbook from "Assess in Excel". Download one, fill it in, save it as .xlsx and bring that.');
}

