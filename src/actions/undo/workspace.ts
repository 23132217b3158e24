import type { SettingsChange } from '#domain/trust/settings.ts';
import { changedSettings } from '#domain/trust/settings.ts';
import { readMember } from '#storage/trust/members.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { scorePortfolio } from '../select/scorePortfolio.ts';
import { changeMember } from '../trust/changeMember.ts';
import { changeSettings } from '../trust/changeSettings.ts';
import type { Reverse } from './reverse.ts';

/** The given settings get their earlier values. */
export const settingsChanged: Reverse<'settingsChanged'> = {
  unchanged: async (tx, { payload }) => {
    const now = await readSettings(tx);
    return changedSettings(now, { ...now, ...payload.after }).length === 0;
  },
  reverse: async (context, { payload }) => {
    const done = await changeSettings(context, payload.before as SettingsChange);
    if (done.rescore) await scorePortfolio(context);
    return done;
  },
};

/** Role, access and name go back; a replaced password does not (its old one is not kept). */
export const memberChanged: Reverse<'memberChanged'> = {
  unchanged: async (tx, { payload }) => {
    const person = await readMember(tx, payload.userId);
    return person !== null && person.role === payload.after.role && (person.disabledAt !== null) === payload.after.disabled
      && (payload.after.name === undefined || person.name === payload.after.name);
  },
  reverse: async (context, { payload }) => ({
    event: await changeMember(context, payload.userId, {
      role: payload.before.role, disabled: payload.before.disabled, ...(payload.before.name === undefined ? {} : { name: payload.before.name }),
    }),
  }),
};
