import type { NewPosition } from '#domain/insight/kpi/position.ts';
import { positionFaults } from '#domain/insight/kpi/position.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import type { KeyPositionTable } from '#storage/insight/noteTables.ts';
import type { Context } from '../../act.ts';
import { noteFor, writeNotes, type NoteDone } from '../writeNotes.ts';

/** Several of a set are told by the first: "Purchasing director +2". */
export const titleOf = (texts: readonly string[]): string => `${texts[0] ?? ''}${texts.length > 1 ? ` +${texts.length - 1}` : ''}`;

export function refuse(faults: readonly InvalidField[]): void {
  if (faults.length > 0) throw new Refusal('invalid', faults[0]!.message, { fields: faults });
}

/** Names key positions (关键岗位) of an account. The name of whoever holds one goes into the row and nowhere else. */
export async function addPositions(context: Context, accountId: number, positions: readonly NewPosition[]): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'key_position', act: 'added', title: titleOf(positions.map((one) => one.title)) }, async (pen) => {
    refuse(positions.flatMap((position, n) => positionFaults(position, `positions.${n}`)));
    return await pen.add('key_position', positions.map(rowOf));
  });
}

/** Changes a position. Taking the holder's name out for good is `eraseHolder`. */
export async function editPosition(context: Context, id: number, change: { readonly [Name in keyof NewPosition]?: NewPosition[Name] | undefined }): Promise<{ event: number }> {
  const { account_id: accountId, title } = await noteFor(context, 'key_position', id);
  return await writeNotes(context, { accountId, noun: 'key_position', act: 'changed', title: change.title ?? title }, async (pen) => {
    const row = await pen.mine('key_position', id);
    const after = { ...positionOf(row), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
    refuse(positionFaults(after, ''));
    await pen.change('key_position', id, rowOf(after));
    return [id];
  });
}

export const positionOf = (row: KeyPositionTable): NewPosition => ({ title: row.title, function: row.function as NewPosition['function'], level: row.level as NewPosition['level'], holder: row.holder, note: row.note });

const rowOf = ({ title, function: of, level, holder, note }: NewPosition) => ({ title: title.trim(), function: of, level, holder: holder?.trim() || null, note: note.trim() });
