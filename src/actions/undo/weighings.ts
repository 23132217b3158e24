import { weighingsById } from '#storage/select/weighings.ts';
import { withdrawWeighing } from '../select/withdrawWeighing.ts';
import type { Reverse } from './reverse.ts';

/** A recorded weighing is withdrawn, a withdrawn one counts again. */
export const weighed: Reverse<'weighed'> = {
  unchanged: async (tx, { payload }) => {
    const [weighing] = await weighingsById(tx, [payload.weighingId]);
    return weighing !== undefined && (weighing.withdrawnAt !== null) === payload.withdrawn;
  },
  reverse: (context, { payload }) => withdrawWeighing(context, payload.weighingId, !payload.withdrawn),
};
