import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { FactView, NewFact } from './facts.ts';
import { ClassName, DayText, EvidenceName, GradeName, Id, Paging, Person, CurrencyCode } from '../shared.ts';

const score = z.number().min(0).max(100).nullable();

/** One row of the portfolio: money in minor units of `currency`. */
export const AccountRow = z.object({
  id: z.number(), key: z.string(), name: z.string(), country: z.string().nullable(), industry: z.string().nullable(), owner: Person.nullable(),
  rank: z.number().nullable(), total: score, past: score, present: score, future: score, confidence: z.number(),
  grade: GradeName.nullable(), class: ClassName.nullable(), veto: z.boolean(), valueToday: score, potential: score,
  currency: z.string(), revenue: z.number(), revenueBefore: z.number(), margin: z.number().nullable(), contribution: z.number(), invoices: z.number(),
  /** Net revenue of the last 12 months, oldest first. */
  months: z.array(z.number()), firstDay: DayText.nullable(), lastDay: DayText.nullable(),
  /** Since when it has been a key account (大客户); null: it is none. */
  keyAccountSince: DayText.nullable(),
}).meta({ id: 'AccountRow' });
export type AccountRow = z.infer<typeof AccountRow>;

export const SORTS = ['rank', 'name', 'total', 'revenue', 'contribution', 'confidence', 'lastDay'] as const;

export const AccountFilter = z.object({
  sort: z.enum(SORTS).default('rank'),
  order: z.enum(['asc', 'desc']).default('asc'),
  q: z.string().max(100).optional(),
  grade: GradeName.optional(),
  class: ClassName.optional(),
  owner: z.string().max(60).optional(),
  country: z.string().max(100).optional(),
  /** Comma-separated account ids, at most 500: a selection made on a chart. */
  ids: z.string().max(6000).optional(),
  /** `none`: prospects, who never traded with us; `some`: everybody else. */
  trade: z.enum(['none', 'some']).optional(),
  /** Only key accounts, or only those that are none. */
  key: z.enum(['yes', 'no']).optional(),
  archived: z.enum(['no', 'only']).default('no'),
});

export const listAccounts = endpoint({
  summary: 'Ranked list of customers', access: 'readAccounts',
  query: AccountFilter.extend(Paging.shape),
  response: z.object({
    rows: z.array(AccountRow), next: z.string().nullable(),
    /** Rows that match, counted up to 10,000. */
    total: z.number(), totalIsCapped: z.boolean(),
  }).meta({ id: 'AccountPage' }),
});

const AccountFields = z.object({
  key: z.string().trim().min(1).max(100), name: z.string().trim().min(1).max(200), country: z.string().trim().max(100).nullable().optional(),
  industry: z.string().trim().max(100).nullable().optional(), note: z.string().max(4000).optional(),
});
/** A customer to be: without a code one is proposed from its name. */
export const NewAccount = AccountFields.extend({ key: z.string().trim().max(100).optional() });
export const createAccounts = endpoint({
  summary: 'Create customers (a set of 1 to 5,000)', access: 'createAccounts',
  body: z.object({ accounts: z.array(NewAccount).min(1).max(5000) }).meta({ id: 'NewAccounts' }),
  response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'CreatedAccounts' }),
});
export const previewAccounts = endpoint({
  summary: 'What creating these customers would come to, row by row; nothing is stored', access: 'createAccounts',
  // Anything a row can hold: what is wrong with it is the answer, not a refusal.
  body: z.object({ accounts: z.array(z.record(z.string().max(100), z.union([z.string().max(10_000), z.null()]))).min(1).max(500) }).meta({ id: 'AccountDrafts' }),
  response: z.object({ rows: z.array(z.object({
    key: z.string(), proposed: z.boolean(), faults: z.array(z.object({ field: z.string(), reason: z.string(), message: z.string() })),
    /** Customers of the same name but for its spelling, among those you may see. */
    similar: z.array(z.object({ id: z.number(), key: z.string(), name: z.string() })),
  })) }).meta({ id: 'AccountPreviews' }),
});
export const editAccount = endpoint({
  summary: 'Change the fields of a customer', access: 'editAccount', params: z.object({ id: Id }),
  body: AccountFields.partial().meta({ id: 'AccountChange' }),
  response: z.object({ event: z.number() }).meta({ id: 'AccountChanged' }),
});
export const archiveAccount = endpoint({
  summary: 'Put a customer away (or take it back with archived=false)', access: 'editAccount', params: z.object({ id: Id }),
  body: z.object({ archived: z.boolean() }).meta({ id: 'ArchiveAccount' }), response: z.object({ event: z.number() }).meta({ id: 'AccountArchived' }),
});

/** One bar of the waterfall: an indicator's contribution to the total, with what it was computed from. */
export const ExplainedIndicator = z.object({
  key: z.string(), lens: z.enum(['past', 'present', 'future']), factor: z.string(), kind: z.enum(['computed', 'assessed', 'categorical']),
  /** Share of the total (0–1) this indicator has after missing ones are left out; nominal weight before. */
  weight: z.number(), effectiveWeight: z.number(),
  raw: z.union([z.number(), z.string()]).nullable(), points: score, contribution: z.number(),
  evidence: z.number(), state: z.enum(['proven', 'assumed', 'stale', 'missing']),
  /** Inputs of the formula by name, in the units the formula text names (money as minor units). */
  inputs: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
}).meta({ id: 'ExplainedIndicator' });

export const Explanation = z.object({
  modelVersionId: z.number(), asOf: DayText, total: score, confidence: z.number(), grade: GradeName.nullable(), class: ClassName.nullable(),
  lenses: z.array(z.object({ key: z.enum(['past', 'present', 'future']), score, weight: z.number() })),
  factors: z.array(z.object({ key: z.string(), lens: z.enum(['past', 'present', 'future']), score, weight: z.number(), capped: z.boolean() })),
  indicators: z.array(ExplainedIndicator),
  deductions: z.array(z.object({ key: z.string(), points: z.number() })), vetoes: z.array(z.string()),
  /** Why this class: the rule that held, with its figures. */
  classReason: z.object({ rule: z.string(), value: score, potential: score, lossQuarters: z.number() }),
  /** What would lift it to the next grade: single changes, smallest effort first. */
  lift: z.object({
    nextGrade: GradeName.nullable(), missingPoints: z.number(),
    steps: z.array(z.object({ indicator: z.string(), from: z.union([z.number(), z.string()]).nullable(), to: z.union([z.number(), z.string()]), gain: z.number(), reaches: z.boolean() })),
  }),
}).meta({ id: 'Explanation' });

export const MarkView = z.object({
  id: z.number(), indicator: z.string(), value: z.union([z.number(), z.string(), z.boolean()]), note: z.string(), observedOn: DayText,
  /** How it is known: the fact that weighs most among those it cites; without any it is an assumption. */
  evidence: EvidenceName, confidence: z.number(), state: z.enum(['proven', 'assumed', 'stale']), factIds: z.array(z.number()), by: Person.nullable(), at: z.string(),
}).meta({ id: 'Mark' });

export const readAccount = endpoint({
  summary: 'A customer with its numbers and explanation', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({
    account: AccountRow.extend({ note: z.string(), origin: z.string(), createdAt: z.string(), archivedAt: z.string().nullable() }),
    team: z.array(z.object({ person: Person, role: z.enum(['owner', 'solution', 'delivery', 'member']) })),
    trade: z.array(z.object({
      currency: CurrencyCode, months: z.array(z.object({
        month: z.string(), revenue: z.number(), credits: z.number(), cost: z.number().nullable(), lines: z.number(), invoices: z.number(),
      })),
      revenue: z.number(), margin: z.number().nullable(),
      /** Profit after cost-to-serve of the last 12 months, and its parts. */
      contribution: z.number(), costToServe: z.array(z.object({ driver: z.enum(['orders', 'lines', 'returns', 'overdue']), quantity: z.number(), rate: z.number(), cost: z.number() })),
    })),
    /** Trade in currencies that have no rate to the reporting currency and so do not count in the score. */
    uncounted: z.array(CurrencyCode),
    explanation: Explanation, marks: z.array(MarkView),
    /** The facts that these marks cite; the others are listed apart (`…/facts`). `factCount`: all that count. */
    facts: z.array(FactView), factCount: z.number(),
    /** The decision that stands: to choose it as a key account, or to drop it. */
    decision: z.object({ id: z.number(), kind: z.enum(['choose', 'drop']), decidedOn: DayText, reviewDue: DayText.nullable(), due: z.boolean() }).nullable(),
    can: z.object({ edit: z.boolean(), mark: z.boolean(), assign: z.boolean(), record: z.boolean(), choose: z.boolean() }),
  }).meta({ id: 'AccountDetail' }),
});

export const MarkValue = z.union([z.number(), z.string().max(60), z.boolean(), z.null()]);
export const NewMark = z.object({
  indicator: z.string().max(60), value: MarkValue, note: z.string().max(2000).default(''), observedOn: DayText.optional(),
  /** Facts of this customer it cites; those of the mark it replaces when absent. */
  factIds: z.array(z.number().int().positive()).max(50).optional(), fact: NewFact.optional(),
  /** Id of the mark that was seen (null: none): refused with `marked_since` when another one counts by now. */
  expects: z.number().int().nullable().optional(),
}).meta({ id: 'NewMark' });
export const markAccount = endpoint({
  summary: 'Record (or with value null withdraw) marks on a customer', access: 'markAccount', params: z.object({ id: Id }),
  body: z.object({ marks: z.array(NewMark).min(1).max(100) }).meta({ id: 'NewMarks' }),
  /** The explanation, marks and facts as they are now, so that a screen need not ask for the customer again. */
  response: z.object({ event: z.number(), explanation: Explanation, marks: z.array(MarkView), facts: z.array(FactView), factCount: z.number() }).meta({ id: 'Marked' }),
});

export const assignTeam = endpoint({
  summary: 'Set who works on a customer', access: 'assignTeam', params: z.object({ id: Id }),
  body: z.object({ team: z.array(z.object({ userId: z.string().max(60), role: z.enum(['owner', 'solution', 'delivery', 'member']) })).max(50) }).meta({ id: 'NewTeam' }),
  response: z.object({ event: z.number() }).meta({ id: 'TeamAssigned' }),
});

export const listInvoices = endpoint({
  summary: 'Invoice lines of a customer, newest first', access: 'readAccounts', params: z.object({ id: Id }), query: Paging,
  response: z.object({ rows: z.array(z.object({
    id: z.number(), day: DayText, invoiceNo: z.string().nullable(), product: z.string().nullable(), quantity: z.number().nullable(), currency: CurrencyCode,
    amount: z.number(), cost: z.number().nullable(), kind: z.enum(['sale', 'credit', 'charge']), dueDay: DayText.nullable(), paidDay: DayText.nullable(),
    importId: z.number(), fileName: z.string(), row: z.number(),
  })), next: z.string().nullable() }).meta({ id: 'InvoicePage' }),
});

export const findAnything = endpoint({
  summary: 'Find customers by Chinese, pinyin, initials, English or part of a word', access: 'readAccounts',
  query: z.object({ q: z.string().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(12) }),
  response: z.object({ accounts: z.array(z.object({ id: z.number(), key: z.string(), name: z.string(), grade: GradeName.nullable(), class: ClassName.nullable(), rank: z.number().nullable() })) }).meta({ id: 'Found' }),
});

export const suspectedDuplicates = endpoint({
  summary: 'Customers that look like one another', access: 'readAccounts',
  response: z.object({ groups: z.array(z.array(z.object({ id: z.number(), key: z.string(), name: z.string() }))) }).meta({ id: 'Duplicates' }),
});
