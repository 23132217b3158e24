import type { ImportReport } from '#domain/select/importPlan.ts';
import type { NewEvent } from '#domain/trust/events.ts';
import type { AccountTable } from '#storage/schema.ts';
import { admitAccounts } from '#storage/select/importAccounts.ts';
import { changedSince, changeImport, holdEvents, readImport, rememberLayout } from '#storage/select/imports.ts';
import { supersede } from '#storage/select/invoiceLines.ts';
import { swapMonths } from '#storage/select/tradeMonths.ts';
import { adoptReportingCurrency } from '#storage/trust/settings.ts';
import { act, type Context } from '../../act.ts';
import { Stopped } from './stage.ts';

/** The event of the commit, or that the dry run no longer holds: customers or lines have changed since. */
export type TakenIn = { readonly event: number } | 'stale';

/**
 * The one short transaction that makes a checked import part of the books: its lines become visible with its state, replaced
 * lines are marked, customers created and changed, the prepared sums swapped in. Whoever else changes customers or lines is
 * waited for first, and a change since the dry run stops it. Throws Stopped when the import is no longer `checked`.
 */
export async function takeIn(context: Context, importId: number, origin: AccountTable['origin']): Promise<TakenIn> {
  const at = context.now().toISOString();
  const by = { at, userId: context.actor.id };
  const { answer, eventIds } = await act(context, 'importData', async (tx) => {
    await holdEvents(tx);
    const row = await readImport(tx, importId);
    if (row === null || row.report === null || row.plan === null || row.relied_on === null || row.relied_on === undefined) throw new Stopped();
    if (await changedSince(tx, row.relied_on)) return { answer: 'stale' as const, events: [] };
    if (!(await changeImport(tx, importId, ['checked'], { state: 'committed', committedAt: at }))) throw new Stopped();
    await admitAccounts(tx, importId, { ...by, origin });
    await supersede(tx, importId);
    await swapMonths(tx, importId);
    if (row.layout_hash !== null) await rememberLayout(tx, row.layout_hash, row.plan, by);
    const events: NewEvent[] = [{ verb: 'importCommitted', payload: { importId, fileName: row.file_name, created: row.report.created, changed: row.report.changed, accountsCreated: row.report.accountsCreated } }];
    const currency = mainCurrency(row.report);
    if (currency !== null) await adoptReportingCurrency(tx, currency, by);
    return { answer: 'done' as const, events };
  });
  return answer === 'stale' ? 'stale' : { event: eventIds[0]! };
}

/** Currency of most lines; the first money that comes in says what the books are kept in. */
function mainCurrency(report: ImportReport): string | null {
  return report.totals.toSorted((a, b) => b.lines - a.lines)[0]?.currency ?? null;
}
