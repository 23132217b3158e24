import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import { pairKey } from '#domain/relate/pairKey.ts';
import { inferredLines, pairStrength, type TieLine } from '#domain/relate/pairTie.ts';
import { sharedTimes, type Presence, type SharedTime } from '#domain/relate/sharedTimes.ts';
import { presencesOf, tiesOfPeople, type TieFacts } from '#storage/relate/networkRows.ts';
import type { TieTable } from '#storage/relate/relateTables.ts';
import type { Schema } from '#storage/schema.ts';

/** What is known of a pair: a tie that is kept, or a time that both shared (`tie` null: inferred, kept nowhere). */
export interface KnownLine { readonly tie: TieTable | null; readonly place: string; readonly line: TieLine }

/** Whether so many people we know were at a place that it says nothing of any two of them. */
export interface Crowded { has(place: Pick<Presence, 'kind' | 'place'>): boolean }

export const lineOf = (tie: TieFacts): TieLine => ({
  kind: tie.kind, lastContactOn: tie.last_contact_on, fromOn: tie.from_on, toOn: tie.to_on, strength: tie.strength, correctedOn: tie.corrected_at === null ? null : tie.corrected_at.slice(0, 10), toldOn: tie.recorded_at.slice(0, 10),
});

/** The lines of one pair: what was told, and what is inferred besides it. */
export function knownLines(ties: readonly TieTable[], shared: readonly SharedTime[], asOf: Day): KnownLine[] {
  const told = ties.map((tie): KnownLine => ({ tie, place: tie.place, line: lineOf(tie) }));
  const kept = shared.filter((one) => inferredLines(ties, [one], asOf).length > 0);
  return [...told, ...inferredLines(ties, kept, asOf).map((line, n): KnownLine => ({ tie: null, place: kept[n]!.place, line }))];
}

/** What a pair counts on ways: 0 where nothing ties them, or nothing of known strength and the unknown counts nothing (null). */
export function strengthOfPair(told: readonly TieFacts[], shared: readonly SharedTime[], asOf: Day, unknown: number | null): number {
  const lines = told.map(lineOf);
  return strengthOfLines(shared.length === 0 ? lines : [...lines, ...inferredLines(told, shared, asOf)], asOf, unknown);
}

export function strengthOfLines(lines: readonly TieLine[], asOf: Day, unknown: number | null): number {
  return lines.length === 0 ? 0 : pairStrength(lines, asOf) ?? unknown ?? 0;
}

/** What is known of pairs, by pairKey: to everybody, or to the owner of private ties and people too. Pairs of whom nothing is known are left out. */
export async function linesOfPairs(db: Kysely<Schema>, pairs: readonly (readonly [number, number])[], asOf: Day, owner: string | null, crowded: Crowded): Promise<Map<number, KnownLine[]>> {
  const wanted = new Set(pairs.map(([a, b]) => pairKey(a, b)));
  // Of each pair the one who is in more of the pairs may have thousands of ties; the others' ties hold the same rows.
  const people = [...new Set(pairs.flat())];
  const [ties, presences] = [await tiesOfPeople(db, pairs.length === 1 ? [pairs[0]![0]] : smallerSide(pairs), owner), Map.groupBy(await presencesOf(db, people, owner), (one) => one.person)];
  const byPair = Map.groupBy(ties.filter((tie) => wanted.has(pairKey(tie.person_a, tie.person_b))), (tie) => pairKey(tie.person_a, tie.person_b));
  const of = (person: number) => (presences.get(person) ?? []).filter((one) => !crowded.has(one));
  const found = new Map<number, KnownLine[]>();
  for (const [a, b] of pairs) {
    const lines = knownLines(byPair.get(pairKey(a, b)) ?? [], sharedTimes(of(a), of(b), asOf), asOf);
    if (lines.length > 0) found.set(pairKey(a, b), lines);
  }
  return found;
}

/** People such that each pair has at least one of them: whoever stands in most pairs is left out where the other one is in. */
function smallerSide(pairs: readonly (readonly [number, number])[]): number[] {
  const count = new Map<number, number>();
  for (const person of pairs.flat()) count.set(person, (count.get(person) ?? 0) + 1);
  return [...new Set(pairs.map(([a, b]) => (count.get(a)! > count.get(b)! ? b : a)))];
}
