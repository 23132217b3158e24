import { normalise, type Scale } from '#domain/select/normalise.ts';
import type { Normalisation } from '#domain/select/model.ts';

/** A rule as a line to draw: raw values across (logarithmic where the rule is), points up. */
export interface CurveSamples {
  readonly from: number;
  readonly to: number;
  readonly isLog: boolean;
  readonly points: readonly { readonly raw: number; readonly points: number }[];
}

/** A scale on which raw values are already what the rule compares: shares of the total, percentiles 0–100. */
const PLAIN: Scale = { total: 1, percentiles: { values: [0, 100], points: [0, 100] } };
const SAMPLES = 60;

/** Points of a raw value by the domain's own rule; null where the rule cannot say. */
export const pointsAt = (raw: number, rule: Normalisation): number | null => normalise(raw, rule, PLAIN);

/** The line of a rule, a little beyond both of its ends so that one sees where it stays flat. */
export function curveSamples(rule: Normalisation): CurveSamples {
  const [low, high] = bounds(rule);
  const isLog = rule.type === 'log' && low > 0;
  const from = isLog ? low / (high / low) ** 0.2 : low - (high - low) * 0.2;
  const to = isLog ? high * (high / low) ** 0.2 : high + (high - low) * 0.2;
  const at = (part: number): number => (isLog ? from * (to / from) ** part : from + (to - from) * part);
  const raws = rule.type === 'steps'
    ? [from, ...rule.steps.flatMap((step) => [step.from - (to - from) * 1e-6, step.from]), to]
    : Array.from({ length: SAMPLES + 1 }, (_, i) => at(i / SAMPLES));
  return { from, to, isLog, points: raws.map((raw) => ({ raw, points: pointsAt(raw, rule) ?? 0 })) };
}

function bounds(rule: Normalisation): [number, number] {
  if (rule.type === 'percentile') return [0, 100];
  const ends = rule.type === 'steps' ? rule.steps.map((step) => step.from) : [rule.floor, rule.target];
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return high > low ? [low, high] : [low, low + (Math.abs(low) || 1)];
}
