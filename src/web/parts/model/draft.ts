import type { InvalidField } from '#domain/refusal.ts';
import type { ScoreModel } from '#domain/select/model.ts';

/** A copy of `value` with what stands at `path` ("lenses.0.factors.2.weight") replaced; everything else is shared. */
export function setIn<T>(value: T, path: string, next: unknown): T {
  const [head, ...rest] = path.split('.');
  if (head === undefined || head === '') return next as T;
  const below = (value as Record<string, unknown>)[head];
  const changed = rest.length === 0 ? next : setIn(below, rest.join('.'), next);
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === Number(head) ? changed : item)) as T;
  const copy = { ...value } as Record<string, unknown>;
  if (changed === undefined) delete copy[head];
  else copy[head] = changed;
  return copy as T;
}

/** What stands at a path. */
export function getIn(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

/** The list at `path` with one item more at its end, or without the item at `index`. */
export const addTo = <T>(value: T, path: string, item: unknown): T => setIn(value, path, [...(getIn(value, path) as unknown[]), item]);
export const removeFrom = <T>(value: T, path: string, index: number): T => setIn(value, path, (getIn(value, path) as unknown[]).filter((_, i) => i !== index));

/** Places in which two models differ; an added or removed part counts once. */
export function countChanges(before: unknown, after: unknown): number {
  if (before === after) return 0;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return 1;
  let changes = 0;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    changes += countChanges((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key]);
  }
  return changes;
}

/** Every key of a model in use. */
function keysOf(model: ScoreModel): Set<string> {
  const keys = new Set<string>();
  for (const lens of model.lenses) {
    for (const factor of lens.factors) {
      keys.add(factor.key);
      for (const indicator of factor.indicators) keys.add(indicator.key);
    }
  }
  for (const one of [...model.deductions, ...model.vetoes]) keys.add(one.key);
  return keys;
}

/** A key nobody has yet: factor1, factor2 … Marks refer to keys, so that names may change freely. */
export function freshKey(model: ScoreModel, stem: string): string {
  const keys = keysOf(model);
  for (let n = 1; ; n += 1) if (!keys.has(`${stem}${n}`)) return `${stem}${n}`;
}

/** Faults by place. Paths of the server may start with the body's own field. */
export function faultsByPath(faults: readonly InvalidField[]): Map<string, InvalidField> {
  return new Map(faults.map((fault) => {
    const path = fault.path.replace(/^(body\.)?model\./, '');
    return [path, { ...fault, path }] as const;
  }));
}
