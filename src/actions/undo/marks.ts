import { currentMarks } from '#storage/select/marks.ts';
import { unmarkAccount } from '../select/unmarkAccount.ts';
import type { Reverse } from './reverse.ts';

/** Recorded marks are withdrawn with the facts that came with them, withdrawn ones count again, as long as nobody has marked the same indicators since. */
export const marked: Reverse<'marked'> = {
  unchanged: async (tx, { accountId, payload }) => {
    const now = new Map((await currentMarks(tx, accountId!)).map((mark) => [mark.indicator, mark.id]));
    return payload.changes.every((change) => (now.get(change.indicator) ?? null) === change.markId);
  },
  reverse: (context, { accountId, payload }) => unmarkAccount(context, accountId!, payload.changes, payload.facts),
};
