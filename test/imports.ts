import type { Context } from '#actions/act.ts';
import { checkImport } from '#actions/select/importing/checkImport.ts';
import { commitImport } from '#actions/select/importing/commitImport.ts';
import { receiveFile } from '#actions/select/importing/receiveFile.ts';
import { undoImport } from '#actions/select/importing/undoImport.ts';
import { purgesEnded } from '#actions/select/importing/purge.ts';
import type { ImportPlan, ImportReport } from '#domain/select/importPlan.ts';
import type { Store } from '#storage/connect.ts';
import { readImport } from '#storage/select/imports.ts';
import { wrongMonths } from '#storage/select/tradeMonths.ts';

export const HEADER = 'Customer ID,Customer,Invoice No,Line No,Invoice Date,Product,Quantity,Amount,Cost,Currency,Due date,Paid on';

/** A CSV file of invoice lines, one array of cells a line. */
export function csv(lines: readonly (readonly (string | number)[])[], header = HEADER): Buffer {
  return Buffer.from(`${header}\n${lines.map((cells) => cells.join(',')).join('\n')}\n`);
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Brings a file to the state `uploaded`; gives its id and the plan proposed for it. */
export async function upload(context: Context, content: Uint8Array, fileName = 'lines.csv'): Promise<{ id: number; plan: ImportPlan }> {
  const id = await receiveFile(context, { fileName, content: once(content) });
  return { id, plan: (await readImport(context.store.read, id))!.findings!.plan };
}

/** Brings a file to the state `checked`. */
export async function check(context: Context, content: Uint8Array, change: Partial<ImportPlan> = {}, fileName?: string): Promise<{ id: number; report: ImportReport; plan: ImportPlan }> {
  const { id, plan } = await upload(context, content, fileName);
  const used = { ...plan, ...change };
  return { id, plan: used, report: await (await checkImport(context, id, used)).ended };
}

/** Takes a file in at one go. */
export async function take(context: Context, content: Uint8Array, change: Partial<ImportPlan> = {}, fileName?: string): Promise<{ id: number; report: ImportReport }> {
  const { id, report } = await check(context, content, change, fileName);
  await (await commitImport(context, id)).ended;
  return { id, report };
}

/** Takes an import back out, down to its last dead row. */
export async function takeBack(context: Context, id: number): Promise<void> {
  await (await undoImport(context, id)).ended;
  await purgesEnded(context.store);
}

/** Everything an import can have changed, apart from its own record and the history. */
export async function books(store: Store): Promise<unknown> {
  const [accounts, terms, months, lines, staged, touched, prepared, superseded, standings] = await Promise.all([
    store.read.selectFrom('account').selectAll().orderBy('id').execute(),
    store.read.selectFrom('search_term').selectAll().orderBy('account_id').orderBy('term').execute(),
    store.read.selectFrom('trade_month').selectAll().orderBy('account_id').orderBy('month').orderBy('currency').execute(),
    store.read.selectFrom('invoice_line').selectAll().orderBy('id').execute(),
    store.read.selectFrom('import_account').selectAll().orderBy('import_id').orderBy('account_id').execute(),
    store.read.selectFrom('import_touched').selectAll().orderBy('import_id').orderBy('account_id').execute(),
    store.read.selectFrom('import_month').selectAll().execute(),
    store.read.selectFrom('import_superseded').selectAll().execute(),
    store.read.selectFrom('standing').selectAll().orderBy('account_id').execute(),
  ]);
  return { accounts, terms, months, lines, staged, touched, prepared, superseded, standings };
}

/** Lines that count: of committed imports, not replaced. */
export async function liveLines(store: Store) {
  return await store.read.selectFrom('invoice_line as l').innerJoin('import as i', 'i.id', 'l.import_id').innerJoin('account as a', 'a.id', 'l.account_id')
    .where('i.state', '=', 'committed').where('l.superseded_by', 'is', null)
    .select(['a.key', 'l.invoice_no', 'l.line_no', 'l.day', 'l.currency', 'l.amount', 'l.import_id']).orderBy('l.id').execute();
}

/** Months whose kept sums are not those of their lines: none, ever. */
export async function faultyMonths(store: Store) {
  return await wrongMonths(store.read, 10);
}
