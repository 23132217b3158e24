import type { Words } from '#domain/select/model.ts';
import { weightSum } from '#domain/select/rebalance.ts';
import { getIn } from './draft.ts';

/** The names along a path of a model that may be faulty in any way: "Past › Our trade with it › Revenue". Empty where nothing on it has a name. */
export function placeNames(model: unknown, path: string, words: (of: Words) => string): string[] {
  const names: string[] = [];
  const parts = path.split('.');
  parts.forEach((_, i) => {
    const name = (getIn(model, parts.slice(0, i + 1).join('.')) as { name?: unknown } | null | undefined)?.name;
    if (isWords(name)) names.push(words(name));
  });
  return names;
}

/** What the weights of a level add to; null where the place holds none. */
export function levelSum(model: unknown, path: string): number | null {
  const level = getIn(model, path);
  return Array.isArray(level) ? weightSum(level.map((one: { weight?: unknown }) => Number(one.weight ?? 0))) : null;
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && typeof (value as Words).en === 'string' && typeof (value as Words).zh === 'string';
}

/** The model inside what a file held, as far as it can be read at all; null when it is no JSON. */
export function lookInto(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const within = (value as { model?: unknown } | null)?.model;
    return typeof within === 'object' && within !== null ? within : value;
  } catch {
    return null;
  }
}
