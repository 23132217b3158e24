import { currentMarks } from '#storage/select/marks.ts';
import { panelAgreements, panelDissents } from '#storage/select/panelOutcomes.ts';
import { findPanel } from '#storage/select/panels.ts';
import { unagreeInPanel } from '../select/panel/agreeInPanel.ts';
import { cancelPanel, closePanel } from '../select/panel/closePanel.ts';
import { declinePanel } from '../select/panel/declinePanel.ts';
import { reverseDissent } from '../select/panel/dissentInPanel.ts';
import type { Reverse } from './reverse.ts';

/** The guard compares; what the person may do is the reversing action's to check. */
const EVERYTHING = { userId: null, scope: 'all' } as const;

/** An opening is taken back by cancelling the panel. */
export const panelOpened: Reverse<'panelOpened'> = {
  unchanged: async (tx, { payload }) => {
    const panel = await findPanel(tx, EVERYTHING, payload.panelId);
    return panel !== undefined && panel.cancelledAt === null && panel.closedAt === null;
  },
  reverse: (context, { payload }) => cancelPanel(context, payload.panelId, true),
};

export const panelCancelled: Reverse<'panelCancelled'> = {
  unchanged: async (tx, { payload }) => {
    const panel = await findPanel(tx, EVERYTHING, payload.panelId);
    return panel !== undefined && (panel.cancelledAt !== null) === payload.cancelled;
  },
  reverse: (context, { payload }) => cancelPanel(context, payload.panelId, !payload.cancelled),
};

export const panelClosed: Reverse<'panelClosed'> = {
  unchanged: async (tx, { payload }) => {
    const panel = await findPanel(tx, EVERYTHING, payload.panelId);
    return panel !== undefined && (panel.closedAt !== null) === payload.closed;
  },
  reverse: (context, { payload }) => closePanel(context, payload.panelId, !payload.closed),
};

export const panelDeclined: Reverse<'panelDeclined'> = {
  unchanged: async (tx, { payload }) => {
    const panel = await findPanel(tx, EVERYTHING, payload.panelId);
    return panel !== undefined && panel.assessors.some((one) => one.userId === payload.userIds[0] && one.declinedAt !== null);
  },
  reverse: (context, { payload }) => declinePanel(context, payload.panelId, false, payload.userIds[0]!),
};

/** As long as the agreements stand and nobody has marked the same indicators of the account since. */
export const panelAgreed: Reverse<'panelAgreed'> = {
  unchanged: async (tx, { accountId, payload }) => {
    const agreed = new Set((await panelAgreements(tx, [payload.panelId])).map((one) => one.indicator));
    const now = new Map((await currentMarks(tx, accountId!)).map((mark) => [mark.indicator, mark.id]));
    return payload.indicators.every((key) => agreed.has(key)) && payload.changes.every((change) => (now.get(change.indicator) ?? null) === change.markId);
  },
  reverse: (context, { payload }) => unagreeInPanel(context, payload.panelId, payload.indicators, payload.changes),
};

export const panelDissented: Reverse<'panelDissented'> = {
  unchanged: async (tx, { payload }) => (await panelDissents(tx, [payload.panelId])).some((one) => one.person.id === payload.userId && one.indicator === payload.indicator) === payload.holds,
  reverse: (context, { payload }) => reverseDissent(context, payload.panelId, payload),
};
