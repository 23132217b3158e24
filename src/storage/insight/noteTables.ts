import type { Day } from '#domain/day.ts';
import type { MapTables } from '../mapTables.ts';

/** Columns of every note: who wrote it when, and who took it back. */
export interface Noted {
  id: number;
  recorded_by: string | null;
  recorded_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}
/** A note about an account. */
export interface NotedOfAccount extends Noted { account_id: number }

/** An open question (待解问题) in a block of the full view: who finds out, by when; answered with words and, mostly, a fact. */
export interface QuestionTable extends NotedOfAccount {
  block: string;
  /** The point of the block that it asks for. */
  topic: string | null;
  text: string;
  owner_id: string | null;
  due_on: Day | null;
  answer: string | null;
  answered_at: string | null;
  answered_by: string | null;
}
/** What the facts of a block mean for us (判断); the newest counts. */
export interface JudgementTable extends NotedOfAccount { block: string; text: string }
/** A goal, an investment area or a part of the business scope (发展战略). */
export interface StrategyItemTable extends NotedOfAccount {
  kind: 'goal' | 'investment' | 'scope';
  text: string;
  horizon: 'short' | 'mid' | 'long' | null;
  from_on: Day | null;
  to_on: Day | null;
  /** Minor units. */
  amount: number | null;
  currency: string | null;
}
/** "Do they sell fruit or make juice?": what they sell, what business they are really in, hence what they need; the newest counts. */
export interface BusinessStatementTable extends NotedOfAccount { sells: string; business: string; so_needs: string }
/** The organisation as it was on a day (组织架构). */
export interface OrgVersionTable extends NotedOfAccount { as_of: Day; source: string; note: string; units: number }
export interface OrgUnitTable {
  version_id: number;
  /** 1, 2, … in the order of the file. */
  unit: number;
  parent: number | null;
  name: string;
  function: string | null;
  /** Position that leads it; never a person's name. */
  head: string | null;
  people: number | null;
}

/** What our company can do (能力), with proofs (证明). */
export interface CapabilityTable extends Noted { aspect: string; name: string; text: string; state: 'have' | 'building' | 'missing' }
export interface ProofTable extends Noted { capability_id: number; kind: 'certificate' | 'reference' | 'datasheet'; title: string; url: string | null; expires_on: Day | null }
/** A need of the account (需求) in one of six aspects; `answer`: what its gap became; `capability_id`: the capability to be built for it, where it is named. */
export interface NeedTable extends NotedOfAccount { aspect: string; text: string; importance: number; answer: 'opportunity' | 'build' | 'none' | null; answer_note: string; capability_id: number | null }
/** Need × capability: fit 0–4. */
export interface CapabilityMatchTable extends NotedOfAccount { need_id: number; capability_id: number; fit: number; note: string }
/** An opportunity point (机会点). Values in minor units, unknown ones null. */
export interface OpportunityTable extends NotedOfAccount {
  title: string;
  note: string;
  /** Purchase category and business unit, as on the sand table; empty where not said. */
  category: string;
  unit: string;
  need_id: number | null;
  value_low: number | null;
  value_likely: number | null;
  value_high: number | null;
  currency: string | null;
  fit: number | null;
  expected_on: Day | null;
  horizon: 'short' | 'mid' | 'long';
  stage: 'seen' | 'confirmed' | 'pursued' | 'won' | 'dropped';
  owner_id: string | null;
}

/** What the account spends on a category in a unit and period (钱包); null: unknown, never zero. */
export interface WalletLineTable extends NotedOfAccount { period: string; category: string; unit: string; size: number | null; currency: string; note: string }
/** Part of a wallet line in per cent; supplier null: ours, empty: nobody's yet (空白). Null per cent: unknown. */
export interface WalletShareTable extends NotedOfAccount { line_id: number; supplier: string | null; percent: number | null }
export interface SandGoalTable extends NotedOfAccount { kind: 'market' | 'sales' | 'competition'; period: string; text: string; amount: number | null; currency: string | null; percent: number | null; rival: string | null }
export interface ScenarioTable extends NotedOfAccount { name: string; period: string; note: string; seed: number }
/** A move (打法): so many points of share (low, likely, high) from a supplier (empty: what is nobody's yet; null: what nobody knows) to us, with its chance 0–1. */
export interface SandMoveTable extends NotedOfAccount {
  scenario_id: number;
  line_id: number;
  from_supplier: string | null;
  low: number;
  likely: number;
  high: number;
  chance: number;
  opportunity_id: number | null;
  text: string;
}

/** A key position (关键岗位); `holder` is the name of a person, where it is known. */
export interface KeyPositionTable extends NotedOfAccount { title: string; function: string; level: string; holder: string | null; note: string }
/** A KPI of a position: from the library (`kpi`) or in own words, and what the person needs because of it. */
export interface PositionKpiTable extends NotedOfAccount { position_id: number; kpi: string | null; text: string; target: string; importance: number; so_needs: string }
/** A topic for a talk (交流话题). */
export interface TalkTopicTable extends NotedOfAccount { position_id: number; position_kpi_id: number | null; opportunity_id: number | null; text: string }
/** A conversation brief (拜访简报); `content` is JSON. */
export interface BriefTable extends NotedOfAccount { position_id: number; meeting_on: Day; purpose: string; content: string }
/** A company's own entry of the KPI library (empty key) or its change of one. Topics are lines, as many in one language as in the other. */
export interface KpiTable extends Noted {
  key: string;
  function: string;
  name_en: string;
  name_zh: string;
  measure_en: string;
  measure_zh: string;
  unit_en: string;
  unit_zh: string;
  direction: string;
  needs_en: string;
  needs_zh: string;
  topics_en: string;
  topics_zh: string;
  hidden: number;
}

/** Which facts a note rests on (出处). */
export interface CitationTable { noun: string; noun_id: number; fact_id: number }

/** The tables of notes by noun. */
export interface NoteTables extends MapTables {
  question: QuestionTable;
  judgement: JudgementTable;
  strategy_item: StrategyItemTable;
  business_statement: BusinessStatementTable;
  org_version: OrgVersionTable;
  need: NeedTable;
  capability_match: CapabilityMatchTable;
  opportunity: OpportunityTable;
  wallet_line: WalletLineTable;
  wallet_share: WalletShareTable;
  sand_goal: SandGoalTable;
  scenario: ScenarioTable;
  sand_move: SandMoveTable;
  key_position: KeyPositionTable;
  position_kpi: PositionKpiTable;
  talk_topic: TalkTopicTable;
  brief: BriefTable;
  capability: CapabilityTable;
  proof: ProofTable;
  kpi: KpiTable;
}
