import { BLOCKS, blockOf, isBlock, KIND_OF_BLOCK, POINTS, type Block } from '../blocks.ts';
import { daysBetween, type Day } from '../day.ts';
import type { HalfLives } from '../factKinds.ts';
import { EVIDENCE, fade, proofState, STALE, weightOf, type EvidenceState, type Proof } from '../select/evidence.ts';

/** Evidence that weighs as much is fresh, below it ageing (method.md, Defaults: fresh ≥ 0.6, ageing ≥ 0.3, stale below). */
export const FRESH = 0.6;
/** Share of points that must be answered before a customer counts as understood (method.md, gates 0→1). */
export const UNDERSTOOD = 0.6;

/** What of a fact places it on the sheet. */
export interface PlacedFact extends Proof { readonly id: number; readonly block: string | null; readonly topic: string | null }
/** A question that was not withdrawn; `answeredOn` null: open. `factIds`: facts its answer rests on. */
export interface CanvasQuestion { readonly id: number; readonly block: string; readonly topic: string | null; readonly dueOn: Day | null; readonly answeredOn: Day | null; readonly factIds: readonly number[] }

export interface WeighedFact { readonly id: number; readonly weight: number; readonly state: Exclude<EvidenceState, 'missing'> }
/** A guiding point: what answers it (a living fact, else an answered question), and whether somebody has an open question about it. */
export interface PointReading { readonly key: string; readonly by: 'fact' | 'answer' | null; readonly asked: boolean }
export interface BlockReading {
  readonly key: Block;
  /** Best first: what weighs most, of equals the newest. */
  readonly facts: readonly WeighedFact[];
  readonly points: readonly PointReading[];
  /** Ids of open questions, the soonest due first, then the oldest; and of answered ones, the last answered first. */
  readonly open: readonly number[];
  readonly answered: readonly number[];
  /** Share of the points that are answered, 0–1. */
  readonly completeness: number;
  /** 0–1, null without facts; see `freshnessOf`. */
  readonly freshness: number | null;
  readonly state: 'empty' | Freshness;
}
export interface CanvasReading {
  readonly blocks: readonly BlockReading[];
  /** Facts that belong to no block yet, best first. */
  readonly unplaced: readonly WeighedFact[];
  /** Answered points of all blocks over all points, 0–1. */
  readonly completeness: number;
  readonly stale: readonly Block[];
  /** What the sheet says about the gate "understood": complete enough, and no block stale. (Who decides is asked elsewhere.) */
  readonly understood: boolean;
}
export type Freshness = 'fresh' | 'ageing' | 'stale';

export const freshnessState = (freshness: number): Freshness => (freshness >= FRESH ? 'fresh' : freshness >= STALE ? 'ageing' : 'stale');

/**
 * Reads the full view (客户全视图, I1) of one customer. A point of a block is answered by a fact placed on it that lives (weighs at least
 * 0.3: an assumption never does, an inference for five months), or by an answered question about it: as long as one of the facts it
 * cites lives, or, in words alone, as long as something told by another would. Completeness and freshness are two figures, never mixed:
 * the one says how much we know, the other how old that is.
 */
export function readCanvas(facts: readonly PlacedFact[], questions: readonly CanvasQuestion[], today: Day, halfLives: HalfLives): CanvasReading {
  const weighed = facts.map((fact) => {
    const weight = weightOf(fact, today, halfLives);
    return { fact, id: fact.id, block: blockOf(fact), weight, state: proofState(fact.evidence, weight) };
  }).sort((a, b) => b.weight - a.weight || b.id - a.id);
  const living = new Set(weighed.filter((one) => one.weight >= STALE).map((one) => one.id));
  const answers = (question: CanvasQuestion, block: Block): boolean => question.answeredOn !== null
    && (question.factIds.length > 0 ? question.factIds.some((id) => living.has(id)) : EVIDENCE.hearsay * fade(daysBetween(question.answeredOn, today), halfLives[KIND_OF_BLOCK[block]]) >= STALE);
  const blocks = BLOCKS.map((key): BlockReading => {
    const here = weighed.filter((one) => one.block === key);
    const asked = questions.filter((question) => question.block === key);
    const points = POINTS[key].map((point): PointReading => ({
      key: point,
      by: here.some((one) => one.fact.topic === point && one.weight >= STALE) ? 'fact' : asked.some((question) => question.topic === point && answers(question, key)) ? 'answer' : null,
      asked: asked.some((question) => question.topic === point && question.answeredOn === null),
    }));
    const freshness = freshnessOf(here.map((one) => ({ weight: one.weight, base: EVIDENCE[one.fact.evidence] })));
    return {
      key, facts: here.map(bare), points, ...sorted(asked), completeness: points.filter((point) => point.by !== null).length / points.length, freshness,
      state: freshness === null ? 'empty' : freshnessState(freshness),
    };
  });
  const points = blocks.flatMap((block) => block.points);
  const completeness = points.filter((point) => point.by !== null).length / points.length;
  const stale = blocks.filter((block) => block.state === 'stale').map((block) => block.key);
  return { blocks, unplaced: weighed.filter((one) => one.block === null).map(bare), completeness, stale, understood: completeness >= UNDERSTOOD && stale.length === 0 };
}

/**
 * How fresh a block is: the mean of the age factors of its facts, 0.5^(age / half-life), each weighted by what the fact weighs today:
 * Σ wᵢ·aᵢ / Σ wᵢ with aᵢ = wᵢ / (weight of its kind of evidence). What has faded hardly counts beside what is known now, so that an old
 * archive does not make a block look stale that was renewed last week. Null without facts; 0 where nothing weighs anything.
 */
export function freshnessOf(facts: readonly { readonly weight: number; readonly base: number }[]): number | null {
  if (facts.length === 0) return null;
  const total = facts.reduce((sum, fact) => sum + fact.weight, 0);
  return total === 0 ? 0 : facts.reduce((sum, fact) => sum + fact.weight * (fact.weight / fact.base), 0) / total;
}

const bare = ({ id, weight, state }: WeighedFact): WeighedFact => ({ id, weight, state });

function sorted(questions: readonly CanvasQuestion[]): { open: number[]; answered: number[] } {
  const open = questions.filter((question) => question.answeredOn === null).sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id - b.id);
  const answered = questions.filter((question) => question.answeredOn !== null).sort((a, b) => b.answeredOn!.localeCompare(a.answeredOn!) || b.id - a.id);
  return { open: open.map((question) => question.id), answered: answered.map((question) => question.id) };
}

/** The newest judgement of each block; judgements stand apart from both figures. An empty one takes the last back. */
export function newestJudgements<J extends { readonly id: number; readonly block: string; readonly text: string }>(judgements: readonly J[]): ReadonlyMap<Block, J> {
  const newest = new Map<Block, J>();
  for (const one of judgements.toSorted((a, b) => a.id - b.id)) if (isBlock(one.block)) newest.set(one.block, one);
  for (const [block, one] of newest) if (one.text === '') newest.delete(block);
  return newest;
}
