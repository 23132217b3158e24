import type { InvalidField } from '#domain/refusal.ts';
import type { BusinessStatementTable } from '#storage/insight/noteTables.ts';
import { citeFaults, refuseFaults } from '../citing.ts';
import { withdrawNote, writeNotes, type NoteDone } from '../writeNotes.ts';
import type { Context } from '../../act.ts';

/** "Do they sell fruit or make juice?" (卖水果还是做果汁): what they sell, what business they are really in, hence what they need. */
export interface NewBusinessStatement { readonly sells: string; readonly business: string; readonly soNeeds: string; readonly facts: readonly number[] }

/** States what business a customer is really in. The newest statement counts; the earlier ones stay as its history. */
export async function stateBusiness(context: Context, accountId: number, { sells, business, soNeeds, facts }: NewBusinessStatement): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'business_statement', act: 'added', title: business }, async (pen) => {
    const empty = Object.entries({ sells, business }).flatMap(([path, text]): InvalidField[] => (text.trim() === '' ? [{ path, reason: 'required', message: 'Say it in one sentence.' }] : []));
    refuseFaults([...empty, ...await citeFaults(pen.tx, accountId, [facts], () => 'facts')], 'This cannot be stated.');
    return await pen.add('business_statement', [{ sells, business, so_needs: soNeeds }], [facts]);
  });
}

/** Takes a statement back: the one before it counts again. */
export async function withdrawBusiness(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  return await withdrawNote(context, 'business_statement', id, withdrawn, (row: BusinessStatementTable) => row.business);
}
