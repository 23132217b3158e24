import type { Day } from '../../day.ts';
import { BRIEF_LIMITS as MOST, cut, type BriefContent, type BriefFact, type BriefLanguage, type BriefPoint } from './brief.ts';

/** What a brief is made from: everything known of the position, its account and ourselves on the day. */
export interface BriefInput {
  readonly language: BriefLanguage;
  readonly madeOn: Day;
  readonly meetingOn: Day;
  readonly account: BriefContent['account'];
  readonly position: BriefContent['position'];
  readonly kpis: readonly { readonly id: number; readonly text: string; readonly target: string; readonly importance: number; readonly need: string; readonly facts: readonly number[] }[];
  readonly topics: readonly { readonly text: string; readonly kpiId: number | null; readonly opportunityId: number | null; readonly facts: readonly number[] }[];
  /** Facts that count, weighed on the day. */
  readonly facts: readonly Omit<BriefFact, 'n'>[];
  readonly opportunities: readonly { readonly id: number; readonly title: string; readonly stage: string; readonly facts: readonly number[] }[];
  /** Our capabilities that answer a need of the account; `weight`: fit × importance of that need, the larger the better. */
  readonly capabilities: readonly { readonly name: string; readonly building: boolean; readonly weight: number; readonly proofs: readonly { readonly title: string; readonly expiresOn: Day | null }[] }[];
  readonly questions: readonly { readonly text: string; readonly dueOn: Day | null }[];
}

/** Stages in which an opportunity point is still one, the furthest first. */
const STAGES = ['pursued', 'confirmed', 'seen'];
const PROOFS_EACH = 2;
/** Each text cites its best facts only, an opportunity point one: there is room for six, and as many texts as can shall have theirs. */
const CITED_EACH = 2;
/** Places kept for asking whether a KPI that is only assumed is one: that is what this talk can answer. */
const ASKED_KEPT = 2;

/** What to ask where a KPI is only assumed. */
const ASK: Record<BriefLanguage, (kpi: string) => string> = {
  en: (kpi) => `Is “${kpi}” what you are measured by, and where does it stand today?`,
  zh: (kpi) => `“${kpi}”是不是您今年真正的考核重点？目前做到什么水平？`,
};

/**
 * The brief: their weightiest KPIs with what each makes them need, topics (those of these KPIs first), opportunity points (those that a
 * topic became first), our proofs that hold on the day of the meeting, the facts all of it rests on, numbered as they are first
 * mentioned, and questions: the open ones by their day, then one for each KPI that is
 * only assumed (two places are kept for these). Sections and texts are cut to
 * BRIEF_LIMITS, `left` counts what had no room. Pure: the same input gives the same brief.
 */
export function composeBrief(input: BriefInput): BriefContent {
  const known = new Map(input.facts.map((fact) => [fact.id, fact]));
  const best = (ids: readonly number[]) => ids.flatMap((id) => known.get(id) ?? []).toSorted((a, b) => b.confidence - a.confidence || a.id - b.id);
  const numbers = new Map<number, number>();
  const cite = (ids: readonly number[], most = CITED_EACH): number[] => best(ids).slice(0, most).flatMap(({ id }) => {
    if (!numbers.has(id) && numbers.size < MOST.facts) numbers.set(id, numbers.size + 1);
    return numbers.get(id) ?? [];
  }).toSorted((a, b) => a - b);
  const stateOf = (ids: readonly number[]) => best(ids)[0]?.state ?? 'assumed';
  const point = (text: string, most: number, facts: readonly number[], cited?: number): BriefPoint => ({ text: cut(text, most), state: stateOf(facts), cites: cite(facts, cited) });

  const kpis = input.kpis.toSorted((a, b) => b.importance - a.importance || (best(b.facts)[0]?.confidence ?? 0) - (best(a.facts)[0]?.confidence ?? 0) || a.id - b.id);
  const chosen = kpis.slice(0, MOST.kpis);
  const rank = new Map(chosen.map((kpi, n) => [kpi.id, n]));
  const topics = input.topics.map((topic, n) => ({ topic, n, of: topic.kpiId === null ? undefined : rank.get(topic.kpiId) })).toSorted((a, b) => (a.of ?? 99) - (b.of ?? 99) || a.n - b.n).map(({ topic }) => topic);
  const became = new Set(input.topics.flatMap((topic) => topic.opportunityId ?? []));
  const opportunities = input.opportunities.filter((one) => STAGES.includes(one.stage)).toSorted((a, b) => Number(became.has(b.id)) - Number(became.has(a.id)) || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || a.id - b.id);
  const capabilities = input.capabilities.map((one) => ({ ...one, proofs: one.proofs.filter((proof) => proof.expiresOn === null || proof.expiresOn >= input.meetingOn) }))
    .filter((one) => one.proofs.length > 0).toSorted((a, b) => b.weight - a.weight || Number(a.building) - Number(b.building));
  const proofs = capabilities.slice(0, MOST.proofs).map((one) => ({ name: cut(one.name, MOST.proof), building: one.building, proofs: one.proofs.slice(0, PROOFS_EACH).map((proof) => cut(proof.title, MOST.proofTitle)) }));
  const open = input.questions.toSorted((a, b) => (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : (a.dueOn ?? '9999') > (b.dueOn ?? '9999') ? 1 : 0).map((one) => one.text);
  const asks = chosen.filter((kpi) => stateOf(kpi.facts) === 'assumed').map((kpi) => ASK[input.language](cut(kpi.text, MOST.kpi)));
  const asked = [...open.slice(0, MOST.questions - Math.min(ASKED_KEPT, asks.length)), ...asks];

  // In the order in which they are read, for facts are numbered as they are first mentioned.
  const sections = {
    kpis: chosen.map((kpi) => ({ text: cut(kpi.text, MOST.kpi), target: cut(kpi.target, MOST.target), importance: kpi.importance, need: cut(kpi.need, MOST.need), state: stateOf(kpi.facts), cites: cite(kpi.facts) })),
    topics: topics.slice(0, MOST.topics).map((topic) => point(topic.text, MOST.topic, topic.facts.length > 0 ? topic.facts : (chosen.find((kpi) => kpi.id === topic.kpiId)?.facts ?? []))),
    opportunities: opportunities.slice(0, MOST.opportunities).map((one) => point(one.title, MOST.opportunity, one.facts, 1)),
  };
  const facts = [...numbers].map(([id, n]): BriefFact => {
    const fact = known.get(id)!;
    return { ...fact, n, statement: cut(fact.statement, MOST.statement), source: cut(fact.source, MOST.source) };
  });
  const mentioned = new Set([...kpis, ...topics, ...opportunities].flatMap((one) => one.facts).filter((id) => known.has(id)));
  return {
    format: 1, language: input.language, madeOn: input.madeOn, account: input.account, position: { ...input.position, title: cut(input.position.title, MOST.title) }, ...sections, proofs, facts,
    questions: asked.slice(0, MOST.questions).map((text) => cut(text, MOST.line)), leaveBehind: [...new Set(proofs.flatMap((one) => one.proofs))].slice(0, MOST.leaveBehind),
    edited: { questions: false, leaveBehind: false },
    left: { kpis: kpis.length - sections.kpis.length, topics: topics.length - sections.topics.length, opportunities: opportunities.length - sections.opportunities.length, proofs: capabilities.length - proofs.length, facts: facts.length < MOST.facts ? 0 : mentioned.size - facts.length, questions: Math.max(0, open.length + asks.length - MOST.questions) },
  };
}
