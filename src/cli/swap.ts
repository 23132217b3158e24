import type { ScoreModel } from '#domain/select/model.ts';
import { reversals, type Reversal } from '#domain/select/robust/reversal.ts';
import type { WeightPlace } from '#domain/select/robust/totalLine.ts';
import type { ScoreSheet } from '#domain/select/sheet.ts';
import { factorsOf, indicatorsOf } from '#domain/select/weights.ts';
import { CommandFault, UsageFault } from './faults.ts';

/** One weight and how far it must go; all in per cent of its level. */
interface Turn { readonly weight: string; readonly level: keyof NamedWeights; readonly now: number; readonly turns: number; readonly passes: number; readonly relative: number | null }
export interface Swap {
  readonly ahead: { readonly key: string; readonly name: string };
  readonly behind: { readonly key: string; readonly name: string };
  readonly tied: boolean;
  /** The smallest relative change that swaps the two; null when no single weight does. */
  readonly critical: Turn | null;
  readonly weights: readonly Turn[];
}
type NamedWeights = Record<WeightPlace['list'], readonly string[]>;

/** The two customers of `--swap A --swap B`; null without the option. */
export function readSwap(named: readonly string[] | undefined): readonly [string, string] | null {
  if (named === undefined) return null;
  const [a, b, ...more] = named;
  if (a === undefined || b === undefined || more.length > 0 || a === b) throw new UsageFault('--swap: name two customers, each with its own --swap, by code or by name.');
  return [a, b];
}

/** Whose weights must change how much for two customers to change places. `list` names the rows of the sheet. */
export function swapOf(sheet: ScoreSheet, model: ScoreModel, list: readonly { readonly key: string; readonly name: string }[], [a, b]: readonly [string, string]): Swap {
  const placeOf = (wanted: string): number => {
    const at = list.findIndex(({ key }) => key === wanted);
    const found = at >= 0 ? at : list.findIndex(({ name }) => name === wanted);
    if (found < 0) throw new CommandFault(`--swap: no customer of these lines has the code or name "${wanted}".`);
    return found;
  };
  const found = reversals(sheet, placeOf(a), placeOf(b));
  if (!found) throw new CommandFault(`--swap: ${a} or ${b} has no score in this currency.`);
  const names: NamedWeights = { lenses: model.lenses.map((lens) => lens.key), factors: factorsOf(model).map(({ factor }) => factor.key), indicators: indicatorsOf(model).map(({ indicator }) => indicator.key) };
  const turn = (reversal: Reversal): Turn => ({
    weight: names[reversal.list][reversal.at]!, level: reversal.list, now: reversal.weight, turns: reversal.turns, passes: reversal.passes, relative: Number.isFinite(reversal.relative) ? reversal.relative : null,
  });
  const { key, name } = list[found.ahead]!;
  const behind = list[found.behind]!;
  return { ahead: { key, name }, behind: { key: behind.key, name: behind.name }, tied: found.tied, critical: found.critical && turn(found.critical), weights: found.weights.flatMap(({ reversal }) => (reversal ? [turn(reversal)] : [])) };
}
