import type { Transaction } from 'kysely';
import { lineFaults, lineKey, MOST, type EnteredLine } from '#domain/insight/sand/check.ts';
import { supplierKey, type Share } from '#domain/insight/sand/wallet.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { notesById } from '#storage/insight/notes.ts';
import { movesOnLines, sandCurrency, shareRowsOf, supplierColumn, walletOf, type KeptLine } from '#storage/insight/sand.ts';
import type { Schema } from '#storage/schema.ts';
import type { Context } from '../act.ts';
import { citeFaults, refuseFaults } from './citing.ts';
import { writeNotes, type NoteDone, type NotePen } from './writeNotes.ts';

/** A set of wallet lines of one period. Facts are left as they are where none are given. */
export interface WalletSet {
  readonly period: string;
  readonly currency: string;
  readonly lines: readonly (EnteredLine & { readonly facts?: readonly number[] | undefined })[];
}

/**
 * Enters lines of a wallet (钱包): those named by id or by category and unit are changed with all their shares, others are added, and
 * what the set does not name stays. One event, whether a cell was typed or a table pasted. Refuses (invalid) with every faulty path.
 */
export async function setWallet(context: Context, accountId: number, { period, currency, lines }: WalletSet): Promise<NoteDone> {
  const title = lines.map((line) => [line.category, line.unit].filter((part) => part !== '').join(' · ')).join(', ');
  return await writeNotes(context, { accountId, noun: 'wallet_line', act: 'changed', title }, async (pen) => {
    const there = await walletOf(pen.tx, accountId, period);
    const meant = lines.map((line) => there.find((kept) => (line.id === undefined ? lineKey(kept) === lineKey(line) : kept.id === line.id)));
    refuseFaults(await faultsOf(pen.tx, accountId, { period, currency, lines }, there, meant), 'These lines of the wallet cannot be kept.');
    const ids: number[] = [];
    for (const [n, line] of lines.entries()) ids.push(await setLine(pen, line, meant[n], { period, currency }));
    return ids;
  });
}

async function faultsOf(tx: Transaction<Schema>, accountId: number, { period, currency, lines }: WalletSet, there: readonly KeptLine[], meant: readonly (KeptLine | undefined)[]): Promise<InvalidField[]> {
  const others = there.filter((kept) => !meant.includes(kept));
  const kept = await sandCurrency(tx, accountId, period, { lines: meant.flatMap((line) => line?.id ?? []) });
  return [
    ...lineFaults(lines, others),
    ...lines.flatMap((line, n) => (line.id !== undefined && !meant[n] ? [{ path: `lines.${n}.id`, reason: 'unknown_line', message: 'There is no such line in the wallet of this period.' }] : [])),
    ...(others.length + lines.length > MOST.lines ? [{ path: 'lines', reason: 'too_many', message: `A period has at most ${MOST.lines} lines.` }] : []),
    ...(kept !== null && kept !== currency ? [{ path: 'currency', reason: 'other_currency', message: `This period is kept in ${kept}: a table adds up in one currency.` }] : []),
    ...await citeFaults(tx, accountId, lines.map((line) => line.facts), (n) => `lines.${n}.facts`),
  ];
}

async function setLine(pen: NotePen, line: WalletSet['lines'][number], kept: KeptLine | undefined, { period, currency }: Pick<WalletSet, 'period' | 'currency'>): Promise<number> {
  const columns = { period, category: line.category, unit: line.unit, size: line.size, currency, note: line.note };
  if (!kept) {
    const [id] = await pen.add('wallet_line', [columns], [line.facts ?? []]);
    await pen.add('wallet_share', line.shares.map((share) => ({ line_id: id!, supplier: supplierColumn(share), percent: share.percent })));
    return id!;
  }
  await pen.change('wallet_line', kept.id, columns, line.facts);
  await setShares(pen, kept.id, line.shares);
  return kept.id;
}

/** Makes exactly these the shares of a line; a supplier that is only written another way stays the same row. */
async function setShares(pen: NotePen, lineId: number, shares: readonly Share[]): Promise<void> {
  const key = (supplier: string | null): string => (supplier === null ? 'ours' : `:${supplierKey(supplier)}`);
  const left = new Map(((await shareRowsOf(pen.tx, [lineId])).get(lineId) ?? []).map((row) => [key(row.supplier), row]));
  for (const share of shares) {
    const supplier = supplierColumn(share);
    const row = left.get(key(supplier));
    if (row) await pen.change('wallet_share', row.id, { supplier, percent: share.percent });
    else await pen.add('wallet_share', [{ line_id: lineId, supplier, percent: share.percent }]);
    left.delete(key(supplier));
  }
  for (const row of left.values()) await pen.withdraw('wallet_share', row.id, true);
}

/** Takes lines out of the wallet, with the moves on them; one undo brings all back. Refuses (not_found: note) when one is not there. */
export async function withdrawWalletLines(context: Context, accountId: number, ids: readonly number[]): Promise<NoteDone> {
  const rows = await notesById(context.store.read, 'wallet_line', ids);
  const title = rows.filter((row) => row.account_id === accountId).map((row) => [row.category, row.unit].filter((part) => part !== '').join(' · ')).join(', ');
  return await writeNotes(context, { accountId, noun: 'wallet_line', act: 'withdrawn', title }, async (pen) => {
    for (const id of new Set(ids)) {
      await pen.mine('wallet_line', id);
      await pen.withdraw('wallet_line', id, true);
    }
    for (const move of await movesOnLines(pen.tx, ids)) await pen.withdraw('sand_move', move, true);
    return ids;
  });
}
