import { stillAssessed, takeBackAssessment } from '../select/assessing/takeBack.ts';
import type { Reverse } from './reverse.ts';

/** All marks of an assessment go back together, as long as none of them has been changed since; who was taken back alone stays so. */
export const assessed: Reverse<'assessed'> = {
  unchanged: async (tx, { id, payload }) => (await stillAssessed(tx, id, payload)) !== null,
  reverse: takeBackAssessment,
};
