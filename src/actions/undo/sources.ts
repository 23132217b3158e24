import { findSource } from '#storage/insight/sources.ts';
import { withdrawSource } from '../insight/withdrawSource.ts';
import type { Reverse } from './reverse.ts';

const EVERYTHING = { userId: null, scope: 'all' } as const;

export const sourceAdded: Reverse<'sourceAdded'> = {
  unchanged: async (tx, { payload }) => (await findSource(tx, EVERYTHING, payload.sourceId))?.withdrawn_at === null,
  reverse: (context, { payload }) => withdrawSource(context, payload.sourceId, true),
};

export const sourceWithdrawn: Reverse<'sourceWithdrawn'> = {
  unchanged: async (tx, { payload }) => {
    const source = await findSource(tx, EVERYTHING, payload.sourceId);
    return source !== undefined && (source.withdrawn_at !== null) === payload.withdrawn;
  },
  reverse: (context, { payload }) => withdrawSource(context, payload.sourceId, !payload.withdrawn),
};
