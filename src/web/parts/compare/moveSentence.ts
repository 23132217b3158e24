import type { ScoreModel, Words } from '#domain/select/model.ts';
import type { MoveReason } from '#domain/select/moveReasons.ts';
import { indicatorsOf } from '#domain/select/weights.ts';
import type { Format } from '../../format.ts';
import type { AllTexts } from '../../text/locale.ts';

/** Names of indicators in either of two models, the later one's first. */
export function namesOfBoth(a: ScoreModel | undefined, b: ScoreModel | undefined, words: (of: Words) => string): (key: string) => string {
  const names = new Map([a, b].flatMap((model) => (model ? indicatorsOf(model).map(({ indicator }) => [indicator.key, words(indicator.name)] as const) : [])));
  return (key) => names.get(key) ?? key;
}

/** Why a total changed, in words; the points it makes stand beside it. */
export function moveSentence(reason: MoveReason, name: (key: string) => string, t: AllTexts['diff'], format: Format): string {
  if (reason.type === 'deductions') return t.why.deductions({ from: format.points(reason.from), to: format.points(reason.to) });
  const indicator = name(reason.indicator);
  if (reason.type === 'points') return t.why.points({ name: indicator, from: format.points(reason.from), to: format.points(reason.to) });
  const shares = { from: format.percent(reason.from), to: format.percent(reason.to), points: format.points(reason.points), name: indicator };
  return reason.from === 0 ? t.why.begins(shares) : reason.to === 0 ? t.why.ends(shares) : t.why.weight(shares);
}

/** An effect with its sign: +4.2, −0.3. */
export function signed(value: number, format: Format): string {
  const text = format.points(Math.abs(value));
  return Number(value.toFixed(1)) === 0 ? text : `${value > 0 ? '+' : '−'}${text}`;
}
