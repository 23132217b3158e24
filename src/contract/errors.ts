import { z } from 'zod';
import { REFUSAL_CODES } from '#domain/refusal.ts';

/** A refusal as it crosses the wire: `message` is for those who read the API raw, screens word `code` and `reason` themselves. */
export const Problem = z.object({
  code: z.enum(REFUSAL_CODES),
  message: z.string(),
  /** More exact cause, e.g. `file_encrypted`; text key `reason.<reason>`. */
  reason: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Every invalid field of a 422 with its full path. */
  fields: z.array(z.object({ path: z.string(), reason: z.string(), message: z.string() })).optional(),
}).meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
