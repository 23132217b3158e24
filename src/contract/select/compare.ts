import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AccountRow, Explanation, MarkView } from './accounts.ts';
import { FactView } from './facts.ts';
import { ModelVersion } from './models.ts';
import { ClassName, DayText, GradeName, Id } from '../shared.ts';

export const compareAccounts = endpoint({
  summary: 'Up to five customers side by side: figures, explanations, marks and the facts these cite', access: 'readAccounts',
  query: z.object({ ids: z.string().min(1).max(100).describe('One to five account ids, separated by commas; the others are compared with the first.') }),
  response: z.object({
    modelVersionId: z.number(), asOf: DayText,
    accounts: z.array(z.object({
      account: AccountRow, explanation: Explanation, marks: z.array(MarkView),
      /** Facts that its marks cite, oldest first. */
      facts: z.array(FactView),
    })),
    /** Asked for, but missing or not yours to see. */
    notFound: z.array(z.number()),
  }).meta({ id: 'AccountComparison' }),
});

const stand = z.object({ rank: z.number().nullable(), total: z.number().nullable(), grade: GradeName.nullable(), class: ClassName.nullable() });
/** Why a total changed; effects in points, all reasons of a customer and `rest` add to the change of its total. */
export const MoveReason = z.discriminatedUnion('type', [
  z.object({ type: z.literal('weight'), indicator: z.string(), from: z.number(), to: z.number(), points: z.number(), effect: z.number() }),
  z.object({ type: z.literal('points'), indicator: z.string(), from: z.number(), to: z.number(), effect: z.number() }),
  z.object({ type: z.literal('deductions'), from: z.number(), to: z.number(), effect: z.number() }),
]).meta({ id: 'MoveReason' });
export const Mover = z.object({
  id: z.number(), key: z.string(), name: z.string(), before: stand, after: stand,
  /** Change of the total; null where one of the two is unknown. */
  change: z.number().nullable(), reasons: z.array(MoveReason), rest: z.number(),
}).meta({ id: 'Mover' });

const grade = z.enum([...GradeName.options, 'none']);
const accountClass = z.enum([...ClassName.options, 'none']);
export const compareModels = endpoint({
  summary: 'Two versions of score models against each other over your customers: who moves, and why', access: 'readAccounts',
  query: z.object({
    a: Id, b: Id,
    /** Who is listed: those who go up, down, or (with a transition) all of it. */
    show: z.enum(['up', 'down', 'all']).default('all'),
    gradeFrom: grade.optional(), gradeTo: grade.optional(), classFrom: accountClass.optional(), classTo: accountClass.optional(),
    offset: z.coerce.number().int().min(0).max(500).default(0), limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.object({
    a: ModelVersion, b: ModelVersion, asOf: DayText, customers: z.number(),
    /** Whether these are all customers there are, or those of one's own team. */
    everybody: z.boolean(), moved: z.number(), up: z.number(), down: z.number(),
    /** The upper fifth: its size, and how many are in it under b who were not under a. */
    top: z.object({ size: z.number(), entering: z.number() }),
    /** From (row) to (column): S A B C D none; strategic key growth maintain exit none. */
    grades: z.array(z.array(z.number())), classes: z.array(z.array(z.number())),
    /** Largest leaps first; at most 500 of each list are reached. */
    movers: z.array(Mover), total: z.number(), next: z.number().nullable(),
  }).meta({ id: 'ModelComparison' }),
});
