/**
 * Tables and columns, alike on SQLite and PostgreSQL. Instants are ISO-8601 UTC text, business dates `YYYY-MM-DD` text,
 * money whole minor units, booleans 0/1, structured values JSON text: the common subset both engines read the same way.
 * The migrations create them; a test compares this picture (schema snapshot) with what they made.
 */
import type { ColumnType } from 'kysely';
import type { Day, Month } from '#domain/day.ts';
import type { DecisionReviewTable, DecisionTable, FactTable, MarkFactTable, PanelAgreementTable, PanelDissentTable, PanelMarkTable, PanelMemberTable, PanelTable, WeighingTable } from './select/teamTables.ts';
import type { CitationTable, NoteTables, OrgUnitTable } from './insight/noteTables.ts';
import type { SourcePageTable, SourceTable } from './insight/sourceTables.ts';
import type { RelateTables } from './relate/relateTables.ts';
import type { ImportAccountTable, ImportFaultTable, ImportLayoutTable, ImportMonthTable, ImportSupersededTable, ImportTable, ImportTouchedTable } from './select/importTables.ts';

export interface Schema extends NoteTables, RelateTables {
  auth_user: AuthUserTable;
  auth_account: AuthAccountTable;
  auth_session: AuthSessionTable;
  account: AccountTable;
  account_team: AccountTeamTable;
  search_term: SearchTermTable;
  import: ImportTable;
  import_layout: ImportLayoutTable;
  import_fault: ImportFaultTable;
  import_account: ImportAccountTable;
  import_touched: ImportTouchedTable;
  import_superseded: ImportSupersededTable;
  import_month: ImportMonthTable;
  invoice_line: InvoiceLineTable;
  trade_month: TradeMonthTable;
  standing: StandingTable;
  mark: MarkTable;
  fact: FactTable;
  mark_fact: MarkFactTable;
  source: SourceTable;
  source_page: SourcePageTable;
  org_unit: OrgUnitTable;
  citation: CitationTable;
  panel: PanelTable;
  panel_member: PanelMemberTable;
  panel_mark: PanelMarkTable;
  panel_agreement: PanelAgreementTable;
  panel_dissent: PanelDissentTable;
  weighing: WeighingTable;
  decision: DecisionTable;
  decision_review: DecisionReviewTable;
  model_version: ModelVersionTable;
  score_run: ScoreRunTable;
  setting: SettingTable;
  event: EventTable;
  sequence: SequenceTable;
}

/** People who sign in; written by the sign-in library (migration 001), read by everybody. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  role: string;
  locale: string;
  disabledAt: string | null;
  /** Kept to ten minutes, shown to administrators only. */
  lastSeenAt: string | null;
  createdAt: ColumnType<unknown, string | undefined, string>;
  updatedAt: ColumnType<unknown, string | undefined, string>;
}

/** A password (provider `credential`) of a person; only its hash. */
export interface AuthAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: ColumnType<unknown, string | undefined, string>;
  updatedAt: ColumnType<unknown, string | undefined, string>;
}

/** A signed-in browser. */
export interface AuthSessionTable {
  id: string;
  userId: string;
}

/** A customer (客户). `key` is its code in our books, `key_norm` what makes it unique. */
export interface AccountTable {
  id: number;
  key: string;
  key_norm: string;
  name: string;
  name_norm: string;
  country: string | null;
  industry: string | null;
  owner_id: string | null;
  note: string;
  origin: 'import' | 'manual' | 'demo';
  import_id: number | null;
  created_at: string;
  created_by: string | null;
  archived_at: string | null;
}

/** Who works on an account (团队). The owner has a row too, so that scope is one join. */
export interface AccountTeamTable {
  account_id: number;
  user_id: string;
  role: 'owner' | 'solution' | 'delivery' | 'member';
  since: string;
  added_by: string | null;
}

/** Every suffix of every word, pinyin syllable and initial of a name: part-of-word search is a range scan on both engines. */
export interface SearchTermTable {
  term: string;
  account_id: number;
}

/**
 * Invoice line. id = import_id × 2^24 + n, so an import's lines are one id range (purging needs no index of its own).
 * Live when its import is committed and superseded_by is null.
 */
export interface InvoiceLineTable {
  id: number;
  import_id: number;
  account_id: number;
  /** 52-bit hash of the match-key fields and the occurrence number; unique among live lines of an account. */
  line_hash: number;
  /** 52-bit hash of all fields: tells "changed" from "already there". */
  content_hash: number;
  row: number;
  invoice_no: string | null;
  day: Day;
  currency: string;
  amount: number;
  cost: number | null;
  quantity: number | null;
  product: string | null;
  line_no: string | null;
  kind: 'sale' | 'credit' | 'charge';
  due_day: Day | null;
  paid_day: Day | null;
  /** The import whose newer version of this line replaced it. */
  superseded_by: number | null;
}

/** Aggregate kept by the action that changes invoice lines; `doctor` recomputes and compares. */
export interface TradeMonthTable {
  account_id: number;
  month: Month;
  currency: string;
  revenue: number;
  credits: number;
  cost: number;
  costed_revenue: number;
  lines: number;
  invoices: number;
  credit_notes: number;
  due_amount: number;
  late_amount: number;
  late_amount_days: number;
  first_day: Day;
  last_day: Day;
  last_sale_day: Day | null;
}

/** Where an account stands today under the active model: one row an account, everything its list row shows. */
export interface StandingTable {
  account_id: number;
  model_version_id: number;
  as_of: Day;
  currency: string;
  total: number | null;
  past: number | null;
  present: number | null;
  future: number | null;
  confidence: number;
  grade: string | null;
  class: string | null;
  rank: number | null;
  value_today: number | null;
  potential: number | null;
  veto: number;
  /** Last 12 months and the 12 before, minor units of `currency`. */
  revenue: number;
  revenue_before: number;
  margin: number | null;
  contribution: number;
  invoices: number;
  /** JSON: net revenue of the last 12 months, oldest first (sparkline). */
  months: string;
  first_day: Day | null;
  last_day: Day | null;
}

/** A judgement about an account (S5); what it rests on are the facts it cites (mark_fact). The newest one that was not withdrawn counts; older ones are its history. */
export interface MarkTable {
  id: number;
  account_id: number;
  indicator: string;
  /** JSON number | string | boolean. */
  value: string;
  note: string;
  observed_on: Day;
  recorded_by: string | null;
  recorded_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** A published version never changes: a trigger refuses it on both engines. */
export interface ModelVersionTable {
  id: number;
  model_key: string;
  version: number;
  name: string;
  /** JSON ScoreModel. */
  body: string;
  note: string;
  created_by: string | null;
  created_at: string;
  published_at: string | null;
}

/** The last scoring of all accounts (one row, id 1): what every standing was computed under, and what single accounts are compared with. */
export interface ScoreRunTable {
  id: number;
  model_version_id: number;
  as_of: Day;
  /** First day of any invoice line. */
  data_from: Day | null;
  reporting_currency: string;
  payments_known: number;
  /** JSON ScoreReference (sums and percentile curves over all accounts) with `paymentImports`, the imports that tell of payments. */
  reference: string;
  at: string;
}

export interface SettingTable {
  name: string;
  value: string;
  updated_at: string;
  updated_by: string | null;
}

/** One row per change, written in the transaction of the change: timeline, audit, undo and live updates read it. */
export interface EventTable {
  id: number;
  at: string;
  user_id: string | null;
  verb: string;
  account_id: number | null;
  subject_type: string;
  subject_id: string;
  payload: string;
  /** The event this one takes back. */
  undoes: number | null;
}

/** Block allocator of ids: `update … set next = next + n returning next`. */
export interface SequenceTable {
  name: string;
  next: number;
}
