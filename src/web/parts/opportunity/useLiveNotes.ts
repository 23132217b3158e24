import { useLive } from '../../live.ts';
import { forgetOpportunities } from './forgetOpportunities.ts';

/** Asks again when somebody has written, or has taken back, something that opportunity points, needs or capabilities are made of. `accountId` null: of any customer. */
export function useLiveNotes(accountId: number | null): void {
  useLive((message) => {
    if (message.type !== 'change' || !['noted', 'factsRecorded', 'factEdited', 'factsWithdrawn', 'undone'].includes(message.verb)) return;
    if (accountId === null || message.accountId === null || message.accountId === accountId) void forgetOpportunities();
  });
}
