import type { InvalidField } from '#domain/refusal.ts';
import { ahp, ahpFaults, type Ahp, type Derivation } from './ahp.ts';
import type { Comparison } from './comparisons.ts';
import { groupComparisons } from './group.ts';
import type { LevelKey } from './level.ts';
import { direct, pointFaults, swing, type ItemPoints } from './points.ts';
import type { ConsistencyRule, RandomIndexTable } from './randomIndex.ts';

/** What a person enters. */
export type WeighingInput =
  | { readonly method: 'direct' | 'swing'; readonly points: readonly ItemPoints[] }
  | { readonly method: 'ahp'; readonly pairs: readonly Comparison[]; readonly table: RandomIndexTable; readonly derivation: Derivation; readonly rule: ConsistencyRule;
    /** Weighings of several people that these pairs are the geometric mean of. */
    readonly of?: readonly number[] | undefined };

/** What came of it; for AHP with its consistency. */
export interface WeighingResult {
  readonly weights: readonly { readonly item: string; readonly weight: number }[];
  readonly ahp: (Pick<Ahp, 'lambdaMax' | 'ci' | 'ri' | 'cr' | 'crIncomplete' | 'limit' | 'consistent' | 'worst'> & { readonly missing: number }) | null;
}

export interface StoredWeighing {
  readonly id: number;
  readonly versionId: number;
  readonly version: number;
  /** Key of the model, which its versions share. */
  readonly modelKey: string;
  readonly level: LevelKey;
  readonly input: WeighingInput;
  readonly result: WeighingResult;
  readonly note: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
  readonly withdrawnAt: string | null;
}

/** Every fault of an input for the items of a level, with its path. */
export function weighingFaults(items: readonly string[], input: WeighingInput): readonly InvalidField[] {
  return input.method === 'ahp' ? ahpFaults({ items, pairs: input.pairs }) : pointFaults(items, input.points, input.method);
}

/** The weights an input gives: server, browser and terminal alike. Refuses (invalid) what `weighingFaults` finds. */
export function weigh(items: readonly string[], input: WeighingInput): WeighingResult {
  if (input.method !== 'ahp') {
    const weights = (input.method === 'swing' ? swing : direct)(items, input.points);
    return { weights: items.map((item, n) => ({ item, weight: weights[n]! })), ahp: null };
  }
  const { percent, lambdaMax, ci, ri, cr, crIncomplete, limit, consistent, worst, missing } = ahp({ items, pairs: input.pairs }, input);
  return { weights: items.map((item, n) => ({ item, weight: percent[n]! })), ahp: { lambdaMax, ci, ri, cr, crIncomplete, limit, consistent, worst, missing: missing.length } };
}

/** Why weighings cannot be one person's voice each in a common one; an empty list: they can. */
export function combineFaults(items: readonly string[], place: { readonly modelKey: string; readonly level: LevelKey }, wanted: readonly number[], found: readonly StoredWeighing[]): InvalidField[] {
  const faults: InvalidField[] = [];
  const people = new Set<string>();
  wanted.forEach((id, n) => {
    const path = `of.${n}`;
    const one = found.find((weighing) => weighing.id === id);
    if (!one || one.withdrawnAt !== null || one.input.method !== 'ahp' || one.input.of || one.level !== place.level || one.modelKey !== place.modelKey) {
      faults.push({ path, reason: 'not_combinable', message: 'Only comparisons of single people on this level can be combined.' });
    } else if (one.result.weights.length !== items.length || one.result.weights.some(({ item }) => !items.includes(item))) {
      faults.push({ path, reason: 'other_items', message: 'These comparisons were made of other items than the level has now.' });
    } else if (people.has(one.by?.id ?? '')) faults.push({ path, reason: 'same_person', message: 'Each person counts once.' });
    else people.add(one.by?.id ?? '');
  });
  if (faults.length === 0 && wanted.length < 2) faults.push({ path: 'of', reason: 'too_few_people', message: 'Combining needs the comparisons of at least two people.' });
  return faults;
}

/** Several people's comparisons as one set, in the order of the items. */
export function combined(items: readonly string[], found: readonly StoredWeighing[]): Comparison[] {
  const { pairs } = groupComparisons([{ items, pairs: [] }, ...found.flatMap(({ input }) => (input.method === 'ahp' ? [{ items, pairs: input.pairs }] : []))]);
  return pairs.map(({ left, right, value }) => ({ left, right, value }));
}
