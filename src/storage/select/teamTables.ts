import type { Day } from '#domain/day.ts';

/** A fact (事实): the atom of evidence. Withdrawn ones stay as history and prove nothing. */
export interface FactTable {
  id: number;
  account_id: number;
  /** FactKind: decides how fast it fades. */
  kind: string;
  statement: string;
  /** EvidenceKind: how it is known. */
  evidence: string;
  source_type: 'text' | 'url' | 'person' | 'import' | 'document';
  /** Where it stands: title and place of a text, the name of a person, the file of an import. */
  source: string;
  url: string | null;
  import_id: number | null;
  source_id: number | null;
  /** JSON Anchor: where in the source it stands. */
  anchor: string | null;
  /** Block of the full view, and the point of it that the fact answers; null: by its kind. */
  block: string | null;
  topic: string | null;
  observed_on: Day;
  /** A certificate proves until this day. */
  expires_on: Day | null;
  recorded_by: string | null;
  recorded_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** Which facts a mark cites (出处). */
export interface MarkFactTable {
  mark_id: number;
  fact_id: number;
}

/** A panel (评审组, S8): several people assess one account, blind until each has given their own marks. */
export interface PanelTable {
  id: number;
  account_id: number;
  model_version_id: number;
  question: string;
  due_on: Day;
  /** JSON string[]: indicators, deductions and red lines that it assesses. */
  indicators: string;
  opened_by: string | null;
  opened_at: string;
  /** From then on marks are shown to those who declined too, and nobody gives theirs any more. */
  entry_closed_at: string | null;
  closed_at: string | null;
  closed_by: string | null;
  cancelled_at: string | null;
}

export interface PanelMemberTable {
  panel_id: number;
  user_id: string;
  invited_at: string;
  submitted_at: string | null;
  declined_at: string | null;
}

/** One assessor's mark; nobody else reads it before they have submitted their own. */
export interface PanelMarkTable {
  panel_id: number;
  user_id: string;
  indicator: string;
  /** JSON number | string | boolean. */
  value: string;
  reason: string;
  /** JSON number[]: facts of the account. */
  fact_ids: string;
  recorded_at: string;
}

/** What the panel agreed on, and the mark that it became. */
export interface PanelAgreementTable {
  panel_id: number;
  indicator: string;
  /** JSON number | string | boolean. */
  value: string;
  reason: string;
  mark_id: number | null;
  agreed_by: string | null;
  agreed_at: string;
}

/** Who holds on to another mark, and why (不同意见). */
export interface PanelDissentTable {
  panel_id: number;
  indicator: string;
  user_id: string;
  /** JSON number | string | boolean. */
  value: string;
  reason: string;
  recorded_at: string;
}

/** How the weights of one level of a model were found (S6). */
export interface WeighingTable {
  id: number;
  /** The version whose level was weighed. */
  model_version_id: number;
  /** `lenses`, `lens.past` (the factors of a lens) or `factor.market` (the indicators of a factor). */
  level: string;
  method: 'direct' | 'swing' | 'ahp';
  /** JSON: what the person entered (points, swings, pairs). */
  body: string;
  /** JSON: weights, and for AHP consistency with the table of random indexes named. */
  result: string;
  note: string;
  made_by: string | null;
  made_at: string;
  withdrawn_at: string | null;
}

/** Choosing or dropping a key account (S12). The newest one of an account that was not withdrawn says whether it is one. */
export interface DecisionTable {
  id: number;
  account_id: number;
  kind: 'choose' | 'drop';
  model_version_id: number;
  /** JSON { for, against }. */
  reasons: string;
  /** JSON { id, name }[]: who decided, as they were called then. */
  people: string;
  /** JSON DecisionSnapshot: score, explanation, facts and alternatives as they were on that day. */
  snapshot: string;
  decided_on: Day;
  decided_by: string | null;
  decided_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** A yearly look at a decision: what happened since, and whether it stands. */
export interface DecisionReviewTable {
  id: number;
  decision_id: number;
  outcome: 'keep' | 'watch' | 'drop';
  note: string;
  /** JSON ReviewSnapshot: the figures of that day. */
  snapshot: string;
  reviewed_on: Day;
  reviewed_by: string | null;
  reviewed_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}
