import { z } from 'zod';
import { SOURCE_TYPES } from '#domain/select/fact.ts';
import { endpoint } from '../endpoint.ts';
import { DayText, EvidenceName, Id, LocaleName, Person } from '../shared.ts';
import { AccountFilter, MarkValue, NewMark } from './accounts.ts';

/** The customers of a list as a workbook to be filled in; at most 2,000 of them. */
export const exportAssessment = endpoint({
  summary: 'Customers of a filter as a workbook (XLSX) in which marks are written; at most 2,000, said on the sheet when cut', access: 'exportAccounts',
  query: AccountFilter.extend({ language: LocaleName.optional() }),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

const Params = z.record(z.string(), z.union([z.string(), z.number()]));
const Version = z.object({ id: z.number(), version: z.number() });

/** One cell that says something else than when the workbook was written. */
export const MarkDifference = z.object({
  accountId: z.number(), indicator: z.string(), row: z.number(), cell: z.string(),
  /** The mark as it was written into the workbook; value null: one the model had no choice for. */
  from: z.object({ id: z.number(), value: MarkValue }).nullable(),
  /** null: the cell was emptied, the mark would be withdrawn. */
  to: MarkValue,
  /** What counts today; id null: withdrawn, by whom and when. */
  now: z.object({ id: z.number().nullable(), value: MarkValue, by: Person.nullable(), at: z.string() }).nullable(),
  /** Somebody has marked it since, and not as the cell says. */
  conflict: z.boolean(),
}).meta({ id: 'MarkDifference' });

export const ReturnedAssessment = z.object({
  fileName: z.string(), exportedAt: z.string(),
  /** Day that facts recorded with the marks are observed on. */
  today: DayText,
  model: z.object({ exported: Version, active: Version }),
  rows: z.number(), unchanged: z.number(),
  /** Cells whose value the store has by now. */
  already: z.number(),
  changes: z.array(MarkDifference),
  /** Rows with changes: whom they are about, the reason, and the source that the marks of the row cite. */
  accounts: z.array(z.object({
    id: z.number(), key: z.string(), name: z.string(), row: z.number(), note: z.string(),
    citation: z.object({ evidence: EvidenceName, sourceType: z.enum(SOURCE_TYPES), source: z.string(), url: z.string().nullable() }).nullable(),
  })),
  /** Cells, rows (column only) and columns (row null) that cannot be taken, at most 1,000; `faultCount` counts all. */
  faults: z.array(z.object({ row: z.number().nullable(), column: z.string(), cell: z.string().nullable(), value: z.string(), reason: z.string(), params: Params, message: z.string() })),
  faultCount: z.number(),
  notes: z.array(z.object({ code: z.string(), params: Params, message: z.string() })),
}).meta({ id: 'ReturnedAssessment' });

/** The body is the file itself (application/octet-stream). Nothing is stored. */
export const readAssessment = endpoint({
  summary: 'Read a filled-in workbook: what it would change (request body = the file)', access: 'markAccount', upload: true,
  query: z.object({ fileName: z.string().min(1).max(255), language: LocaleName.optional() }), response: ReturnedAssessment,
});

export const recordAssessment = endpoint({
  summary: 'Record (or with value null withdraw) marks on many customers, all or nothing', access: 'markAccount',
  body: z.object({
    /** Name of the workbook they come from, for the audit. */
    fileName: z.string().max(255).nullable().default(null),
    sets: z.array(z.object({ accountId: Id, marks: z.array(NewMark).min(1).max(1000) })).min(1).max(2000),
  }).meta({ id: 'NewAssessment' }),
  /** `event` takes all of it back, `events` the single customers. */
  response: z.object({ event: z.number(), events: z.array(z.number()), accounts: z.number(), marks: z.number() }).meta({ id: 'AssessmentRecorded' }),
});
