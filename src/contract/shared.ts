import { z } from 'zod';
import { BLOCKS } from '#domain/blocks.ts';

export const Id = z.coerce.number().int().positive();
export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
export const RoleName = z.enum(['administrator', 'director', 'manager', 'contributor', 'viewer']);
export const GradeName = z.enum(['S', 'A', 'B', 'C', 'D']);
export const ClassName = z.enum(['strategic', 'key', 'growth', 'maintain', 'exit']);
export const EvidenceName = z.enum(['observed', 'document', 'person', 'hearsay', 'inferred', 'assumption']);
/** A block of the full view, and a guiding point of one. */
export const BlockName = z.enum(BLOCKS);
export const Topic = z.string().max(60);
export const LocaleName = z.enum(['zh-Hans', 'zh-Hant', 'en']);
export const Words = z.object({ en: z.string().min(1).max(400), zh: z.string().min(1).max(400) });
export const Ok = z.object({ ok: z.literal(true) }).meta({ id: 'Ok' });

/** A person as shown beside what they did or own. */
export const Person = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Person' });

/** Keyset paging: `after` is the opaque cursor of the previous answer's `next`. */
export const Paging = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
