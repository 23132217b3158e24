import { archiveAccount, archiveAccounts } from '../select/archiveAccount.ts';
import { assignTeam } from '../select/assignTeam.ts';
import { editAccount } from '../select/editAccount.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { readTeam } from '#storage/select/accountTeam.ts';
import type { Reverse } from './reverse.ts';

/** The guard compares; what the person may do is the reversing action's to check. */
const EVERYTHING = { userId: null, scope: 'all' } as const;

/** What was created is put away: whatever has been noted about it since stays with it, and it can be taken back. */
export const accountsCreated: Reverse<'accountsCreated'> = {
  unchanged: async (tx, { payload }) => {
    for (const id of payload.ids) if ((await findAccount(tx, EVERYTHING, id))?.archived_at !== null) return false;
    return true;
  },
  reverse: (context, { payload }) => archiveAccounts(context, payload.ids, true),
};

/** Edited fields get their earlier values, as long as each still has the value of this edit. */
export const accountEdited: Reverse<'accountEdited'> = {
  unchanged: async (tx, { accountId, payload }) => {
    const account = await findAccount(tx, EVERYTHING, accountId!);
    return account !== undefined && Object.entries(payload.after).every(([field, value]) => account[field as keyof typeof account] === value);
  },
  reverse: (context, { accountId, payload }) => editAccount(context, accountId!, payload.before),
};

export const accountArchived: Reverse<'accountArchived'> = {
  unchanged: async (tx, { accountId, payload }) => {
    const account = await findAccount(tx, EVERYTHING, accountId!);
    return account !== undefined && (account.archived_at !== null) === payload.archived;
  },
  reverse: (context, { accountId, payload }) => archiveAccount(context, accountId!, !payload.archived),
};

export const teamAssigned: Reverse<'teamAssigned'> = {
  unchanged: async (tx, { accountId, payload }) => {
    const now = (await readTeam(tx, accountId!)).map((place) => `${place.user_id} ${place.role}`).toSorted();
    return now.join() === payload.after.map((place) => `${place.userId} ${place.role}`).toSorted().join();
  },
  reverse: (context, { accountId, payload }) => assignTeam(context, accountId!, payload.before),
};
