import type { Day } from '#domain/day.ts';

/** The version of an organisation that was in force on a day: the latest as of that day or before, of the same day the one brought last; undefined before the first. */
export function versionInForce<V extends { readonly id: number; readonly asOf: Day }>(versions: readonly V[], on: Day): V | undefined {
  return versions.filter((version) => version.asOf <= on).toSorted((a, b) => (a.asOf === b.asOf ? b.id - a.id : a.asOf < b.asOf ? 1 : -1))[0];
}
