import { useMemo } from 'react';
import type { Indicator, ScoreModel, Words } from '#domain/select/model.ts';
import { useWords } from '../../text/locale.ts';

/** Names of a model's parts in the viewer's language; a key the model does not know stays as it is. */
export interface ModelNames {
  readonly indicator: (key: string) => string;
  readonly factor: (key: string) => string;
  readonly option: (indicator: string, key: string) => string;
  /** Deductions and red lines. */
  readonly mark: (key: string) => string;
  readonly find: (key: string) => Indicator | undefined;
}

export function useNames(model: ScoreModel | undefined): ModelNames {
  const words = useWords();
  return useMemo(() => {
    const indicators = new Map<string, Indicator>();
    const factors = new Map<string, Words>();
    for (const lens of model?.lenses ?? []) {
      for (const factor of lens.factors) {
        factors.set(factor.key, factor.name);
        for (const indicator of factor.indicators) indicators.set(indicator.key, indicator);
      }
    }
    const others = new Map<string, Words>([...(model?.deductions ?? []), ...(model?.vetoes ?? [])].map((one) => [one.key, one.name]));
    const name = (found: Words | undefined, key: string): string => (found ? words(found) : key);
    return {
      indicator: (key) => name(indicators.get(key)?.name ?? others.get(key), key),
      factor: (key) => name(factors.get(key), key),
      option: (indicator, key) => {
        const found = indicators.get(indicator);
        return found?.kind === 'categorical' ? name(found.options.find((option) => option.key === key)?.name, key) : key;
      },
      mark: (key) => name(others.get(key), key),
      find: (key) => indicators.get(key),
    };
  }, [model, words]);
}
