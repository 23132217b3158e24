import type { Indicator, Words } from '#domain/select/model.ts';
import type { Answer } from '../../call.ts';
import type { ModelNames } from '../account/names.ts';
import type { Explanation } from '../account/waterfall.tsx';

export type Detail = Answer<'GET /api/decisions/{id}'>;
export type Snapshot = Detail['snapshot'];
export type FrozenIndicator = Snapshot['indicators'][number];

/** A frozen score as the waterfall draws a live one. */
export function explanationOf(snapshot: Snapshot): Explanation {
  const { figures, model } = snapshot;
  return {
    modelVersionId: model.versionId, asOf: figures.asOf, total: figures.total, confidence: figures.confidence, grade: figures.grade, class: figures.class,
    lenses: snapshot.lenses, factors: snapshot.factors, indicators: snapshot.indicators, deductions: snapshot.deductions, vetoes: snapshot.vetoes.map((veto) => veto.key),
    classReason: { rule: 'unknown', value: null, potential: null, lossQuarters: 0 }, lift: { nextGrade: null, missingPoints: 0, steps: [] },
  };
}

/** Names as they were then, in the viewer's language: from the snapshot alone. */
export function namesOf(snapshot: Snapshot, words: (words: Words) => string): ModelNames {
  const indicators = new Map(snapshot.indicators.map((one) => [one.key, one]));
  const factors = new Map(snapshot.factors.map((one) => [one.key, one.name]));
  const marks = new Map([...snapshot.deductions, ...snapshot.vetoes].map((one) => [one.key, one.name]));
  const name = (found: Words | null | undefined, key: string): string => (found ? words(found) : key);
  return {
    indicator: (key) => name(indicators.get(key)?.name ?? marks.get(key), key),
    factor: (key) => name(factors.get(key), key),
    option: (indicator, key) => name(indicators.get(indicator)?.said, key),
    mark: (key) => name(marks.get(key), key),
    find: (key) => {
      const one = indicators.get(key);
      return one && partOf(one);
    },
  };
}

/** As much of the indicator as showing its value needs: how values become points is the model's, and not kept. */
function partOf({ key, name, kind, measure }: FrozenIndicator): Indicator {
  const base = { key, name, weight: 0, missing: 'exclude' } as const;
  if (kind === 'computed' && measure) return { ...base, kind, measure, normalise: { type: 'steps', steps: [] } };
  return kind === 'categorical' ? { ...base, kind, options: [] } : { ...base, kind: 'assessed', anchors: [] };
}
