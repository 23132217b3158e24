import { archiveAccount } from '../select/archiveAccount.ts';
import { assignTeam } from '../select/assignTeam.ts';
import { editAccount } from '../select/editAccount.ts';
import { readTeam } from '#storage/select/accountTeam.ts';
import type { Reverse } from './reverse.ts';

/** Edited fields get their earlier values, as long as each still has the value of this edit. */
export const accountEdited: Reverse<'accountEdited'> = {
  unchanged: async (tx, { accountId, payload }) => {
    const account = await tx.selectFrom('account').select(['key', 'name', 'country', 'industry', 'note']).where('id', '=', accountId!).executeTakeFirst();
    return account !== undefined && Object.entries(payload.after).every(([field, value]) => account[field as keyof typeof account] === value);
  },
  reverse: (context, { accountId, payload }) => editAccount(context, accountId!, payload.before),
};

export const accountArchived: Reverse<'accountArchived'> = {
  unchanged: async (tx, { accountId, payload }) => {
    const account = await tx.selectFrom('account').select('archived_at').where('id', '=', accountId!).executeTakeFirst();
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
