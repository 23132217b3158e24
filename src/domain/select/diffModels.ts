import { GRADES, type Factor, type Grade, type Indicator, type MissingPolicy, type Normalisation, type ScoreModel, type TradeMeasure, type Words } from './model.ts';
import { partsOf, wholeOf, type ModelPart, type PlacedPart } from './modelParts.ts';

/** One change between two models, to be put into a sentence. Weights in per cent of their level, points 0–100. */
export type ModelChange = { readonly part: ModelPart } & (
  | { readonly type: 'added'; readonly weight: number | null }
  | { readonly type: 'removed'; readonly weight: number | null }
  | { readonly type: 'moved'; readonly from: Words; readonly to: Words }
  | { readonly type: 'renamed'; readonly from: Words; readonly to: Words }
  | { readonly type: 'weight' | 'points' | 'assumptionCap'; readonly from: number; readonly to: number }
  | { readonly type: 'side'; readonly from: Factor['side']; readonly to: Factor['side'] }
  | { readonly type: 'kind'; readonly from: Indicator['kind']; readonly to: Indicator['kind'] }
  | { readonly type: 'missing'; readonly from: MissingPolicy; readonly to: MissingPolicy }
  | { readonly type: 'measure'; readonly from: TradeMeasure; readonly to: TradeMeasure }
  | { readonly type: 'scale'; readonly measure: TradeMeasure; readonly from: Normalisation; readonly to: Normalisation }
  | { readonly type: 'anchor'; readonly mark: number; readonly from: Words; readonly to: Words }
  | { readonly type: 'optionAdded' | 'optionRemoved'; readonly option: Words; readonly points: number }
  | { readonly type: 'optionRenamed'; readonly from: Words; readonly to: Words }
  | { readonly type: 'optionPoints'; readonly option: Words; readonly from: number; readonly to: number }
  | { readonly type: 'grade'; readonly grade: Exclude<Grade, 'D'>; readonly from: number; readonly to: number }
  | { readonly type: 'classRule'; readonly rule: ClassThreshold; readonly from: number | Grade; readonly to: number | Grade }
);

/** Thresholds of the class rules by their path in the model. */
export const CLASS_THRESHOLDS = ['strategic.potential', 'strategic.value', 'strategic.grade', 'key.value', 'growth.potential', 'growth.valueBelow', 'exit.lossQuarters', 'exit.potentialBelow'] as const;
export type ClassThreshold = (typeof CLASS_THRESHOLDS)[number];

/**
 * What differs from model `a` to model `b`, part by part, matched by key: lens by lens from the top down, then deductions, red lines,
 * grades, classes. The sequence of parts alone is no change, it scores nothing. Empty: both score every customer alike.
 */
export function diffModels(a: ScoreModel, b: ScoreModel): ModelChange[] {
  const [before, after] = [partsOf(a), partsOf(b)];
  const whole = wholeOf(b);
  const inLenses = [
    ...compare(before.lenses, after.lenses, (old, now) => [...named(old, now), ...weighed(old, now)]),
    ...compare(before.factors, after.factors, (old, now) => [...moved(old, now), ...named(old, now), ...weighed(old, now), ...differs(now.part, 'side', old.body.side, now.body.side)]),
    ...compare(before.indicators, after.indicators, (old, now) => [...moved(old, now), ...named(old, now), ...weighed(old, now), ...ofIndicator(now.part, old.body, now.body)]),
  ];
  const order = [...after.lenses.keys()];
  return [
    ...named({ part: wholeOf(a), body: null }, { part: whole, body: null }),
    ...inLenses.toSorted((one, other) => order.indexOf(one.part.lens!) - order.indexOf(other.part.lens!)),
    ...compare(before.deductions, after.deductions, (old, now) => [...named(old, now), ...differs(now.part, 'points', old.body.points, now.body.points)]),
    ...compare(before.vetoes, after.vetoes, named),
    ...GRADES.filter((grade) => grade !== 'D').flatMap((grade) => (a.grades[grade] === b.grades[grade] ? [] : [{ part: whole, type: 'grade' as const, grade, from: a.grades[grade], to: b.grades[grade] }])),
    ...CLASS_THRESHOLDS.flatMap((rule) => {
      const [from, to] = [thresholdOf(a, rule), thresholdOf(b, rule)];
      return from === to ? [] : [{ part: whole, type: 'classRule' as const, rule, from, to }];
    }),
    ...differs(whole, 'assumptionCap', a.assumptionCap, b.assumptionCap),
  ];
}

/** A threshold of the class rules by its path. */
export function thresholdOf(model: ScoreModel, rule: ClassThreshold): number | Grade {
  const [name, field] = rule.split('.') as [keyof ScoreModel['classes'], string];
  return (model.classes[name] as unknown as Record<string, number | Grade>)[field]!;
}

/** Parts only in one are added or removed; of those in both, what `inside` finds. */
function compare<T>(before: ReadonlyMap<string, PlacedPart<T>>, after: ReadonlyMap<string, PlacedPart<T>>, inside: (old: PlacedPart<T>, now: PlacedPart<T>) => ModelChange[]): ModelChange[] {
  const weightOf = ({ body }: PlacedPart<T>): number | null => (body as { weight?: number }).weight ?? null;
  return [
    ...[...after].flatMap(([key, now]): ModelChange[] => {
      const old = before.get(key);
      return old ? inside(old, now) : [{ part: now.part, type: 'added', weight: weightOf(now) }];
    }),
    ...[...before].flatMap(([key, old]): ModelChange[] => (after.has(key) ? [] : [{ part: old.part, type: 'removed', weight: weightOf(old) }])),
  ];
}

function differs<T extends 'points' | 'side' | 'kind' | 'missing' | 'measure' | 'assumptionCap' | 'weight'>(part: ModelPart, type: T, from: unknown, to: unknown): ModelChange[] {
  return from === to ? [] : [{ part, type, from, to } as ModelChange];
}

const sameWords = (a: Words, b: Words): boolean => a.en === b.en && a.zh === b.zh;
const named = (old: PlacedPart<unknown>, now: PlacedPart<unknown>): ModelChange[] => (sameWords(old.part.name, now.part.name) ? [] : [{ part: now.part, type: 'renamed', from: old.part.name, to: now.part.name }]);
const weighed = (old: PlacedPart<{ readonly weight: number }>, now: PlacedPart<{ readonly weight: number }>): ModelChange[] => differs(now.part, 'weight', old.body.weight, now.body.weight);

/** An indicator moves to another factor, a factor to another lens. */
function moved({ part: old }: PlacedPart<unknown>, { part: now }: PlacedPart<unknown>): ModelChange[] {
  return old.within!.key === now.within!.key ? [] : [{ part: now, type: 'moved', from: old.within!.name, to: now.within!.name }];
}

function ofIndicator(part: ModelPart, old: Indicator, now: Indicator): ModelChange[] {
  const missing = differs(part, 'missing', old.missing, now.missing);
  if (old.kind === 'computed' && now.kind === 'computed') {
    const scale: ModelChange[] = sameRule(old.normalise, now.normalise) ? [] : [{ part, type: 'scale', measure: now.measure, from: old.normalise, to: now.normalise }];
    return [...differs(part, 'measure', old.measure, now.measure), ...scale, ...missing];
  }
  if (old.kind === 'assessed' && now.kind === 'assessed') {
    const anchors = now.anchors.flatMap((to, level): ModelChange[] => (sameWords(old.anchors[level]!, to) ? [] : [{ part, type: 'anchor', mark: level + 1, from: old.anchors[level]!, to }]));
    return [...anchors, ...missing];
  }
  if (old.kind === 'categorical' && now.kind === 'categorical') return [...ofOptions(part, old.options, now.options), ...missing];
  // Of another kind nothing else can be compared.
  return [...differs(part, 'kind', old.kind, now.kind), ...missing];
}

type Options = Extract<Indicator, { kind: 'categorical' }>['options'];

function ofOptions(part: ModelPart, old: Options, now: Options): ModelChange[] {
  const before = new Map(old.map((option) => [option.key, option]));
  const after = new Set(now.map((option) => option.key));
  return [
    ...now.flatMap((option): ModelChange[] => {
      const was = before.get(option.key);
      if (!was) return [{ part, type: 'optionAdded', option: option.name, points: option.points }];
      return [
        ...(sameWords(was.name, option.name) ? [] : [{ part, type: 'optionRenamed' as const, from: was.name, to: option.name }]),
        ...(was.points === option.points ? [] : [{ part, type: 'optionPoints' as const, option: option.name, from: was.points, to: option.points }]),
      ];
    }),
    ...old.filter((option) => !after.has(option.key)).map((option): ModelChange => ({ part, type: 'optionRemoved', option: option.name, points: option.points })),
  ];
}

function sameRule(a: Normalisation, b: Normalisation): boolean {
  if (a.type === 'percentile' || b.type === 'percentile') return a.type === 'percentile' && b.type === 'percentile' && a.better === b.better;
  if (a.type === 'steps' || b.type === 'steps') {
    return a.type === 'steps' && b.type === 'steps' && a.steps.length === b.steps.length && a.steps.every((step, i) => step.from === b.steps[i]!.from && step.points === b.steps[i]!.points);
  }
  return a.type === b.type && a.floor === b.floor && a.target === b.target && a.relativeTo === b.relativeTo;
}
