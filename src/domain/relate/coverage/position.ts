import { readTitle } from './readTitle.ts';
import type { Level, WorkFunction } from './scales.ts';

/** What is known of a place in a company: told by somebody (drawn solid), read from the title (dashed), or not at all. */
export interface Placed<V> { readonly value: V | null; readonly how: 'told' | 'inferred' | 'unknown' }
export interface Position { readonly level: Placed<Level>; readonly function: Placed<WorkFunction> }

/** Level and function of somebody: what was told counts, else what the title says. Unknown stays unknown. */
export function positionOf(person: { readonly title: string; readonly level: Level | null; readonly function: WorkFunction | null }): Position {
  const read = readTitle(person.title);
  return { level: placed(person.level, read.level), function: placed(person.function, read.function) };
}

const placed = <V>(told: V | null, read: V | null): Placed<V> => (told !== null ? { value: told, how: 'told' } : read !== null ? { value: read, how: 'inferred' } : { value: null, how: 'unknown' });
