import { factOf } from '#domain/select/assess/cite.ts';
import type { MarkColumn } from '#domain/select/assess/columns.ts';
import type { Answer, Question } from '../../call.ts';

export type Read = Answer<'POST /api/assessments/read'>;
export type Change = Read['changes'][number];
export type Value = Change['to'];
/** What becomes of a mark that somebody else has changed meanwhile. */
export type Choice = { readonly kind: 'mine' } | { readonly kind: 'theirs' } | { readonly kind: 'other'; readonly value: Value };
export type Choices = ReadonlyMap<string, Choice>;
type NewSets = Question<'POST /api/assessments'>['body']['sets'];

/** A decision is about what was seen: when another mark counts by the next reading, it is asked anew. */
export const keyOf = (change: Pick<Change, 'accountId' | 'indicator' | 'now'>): string => `${change.accountId} ${change.indicator} ${change.now?.id ?? ''}`;

/** A mark that will be recorded, with the value decided on. */
export interface Taken { readonly change: Change; readonly value: Value }

/** What the decisions come to: marks to be recorded, and conflicts nobody has decided yet. */
export function outcomeOf(changes: readonly Change[], choices: Choices): { readonly taken: Taken[]; readonly undecided: number } {
  let undecided = 0;
  const taken = changes.flatMap((change): Taken[] => {
    if (!change.conflict) return [{ change, value: change.to }];
    const choice = choices.get(keyOf(change));
    if (!choice || (choice.kind === 'other' && choice.value === null)) undecided += 1;
    else if (choice.kind === 'mine') return [{ change, value: change.to }];
    // Somebody may settle on exactly what stands there.
    else if (choice.kind === 'other' && choice.value !== (change.now?.value ?? null)) return [{ change, value: choice.value }];
    return [];
  });
  return { taken, undecided };
}

/** The body of the request: marks by customer, each with the note and the source of its row, and the mark that was seen. */
export function setsOf(read: Read, taken: readonly Taken[], columns: ReadonlyMap<string, MarkColumn>, words: (words: { en: string; zh: string }) => string): NewSets {
  const rows = new Map(read.accounts.map((account) => [account.id, account]));
  return [...Map.groupBy(taken, ({ change }) => change.accountId)].map(([accountId, marks]) => ({
    accountId,
    marks: marks.map(({ change, value }) => {
      const row = rows.get(accountId)!;
      const column = columns.get(change.indicator);
      const citing = value !== null && row.citation && column ? { fact: factOf(column, value, row.citation, read.today, words) } : {};
      // Facts of the mark before prove its own level, not this one.
      return { indicator: change.indicator, value, note: row.note, expects: change.now?.id ?? null, ...(value === null ? {} : { factIds: [] }), ...citing };
    }),
  }));
}
