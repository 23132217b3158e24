import type { Kysely } from 'kysely';
import type { Known } from '#domain/relate/map/mapOn.ts';
import type { MapReading } from '#domain/relate/map/readMap.ts';
import type { MapFacts } from '#storage/relate/maps.ts';
import type { PersonTable } from '#storage/relate/relateTables.ts';
import type { Schema } from '#storage/schema.ts';
import { readTeam } from '#storage/select/accountTeam.ts';
import { namesOf } from '#storage/trust/members.ts';

export const presentMapPerson = (person: PersonTable) => ({ id: person.id, name: person.name, nameLatin: person.name_latin, title: person.title, organisation: person.organisation, outside: person.kind === 'outsider', placeholder: person.placeholder === 1 });

/** Names of colleagues behind marks and lines, who hold contacts, and of the account's team. */
export async function colleaguesNamed(db: Kysely<Schema>, accountId: number, told: MapFacts | null): Promise<{ id: string; name: string }[]> {
  const team = (await readTeam(db, accountId)).map((place) => place.user_id);
  const named = told ? [...told.by.marks.values(), ...told.by.lines.values(), ...told.marks.flatMap(({ field, value }) => (field === 'held_by' ? [value] : []))] : [];
  return [...await namesOf(db, [...new Set([...team, ...named.flatMap((id) => id ?? [])])])].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const shownKnown = <V>({ value, said, state, weight }: Known<V>) => ({ value, said, state, weight });

export function presentReading({ map, influence, weights, coverage, ...rest }: MapReading) {
  return {
    people: map.people.map((one, n) => ({
      person: one.person, roles: copied(shownKnown(one.roles)), authority: shownKnown(one.authority), influence: shownKnown(one.influence), stance: shownKnown(one.stance), closeness: shownKnown(one.closeness), heldBy: shownKnown(one.heldBy),
      real: influence[n]!.real, realKnown: influence[n]!.known, askedBy: influence[n]!.askedBy, weight: weights[n]!.weight,
    })),
    lines: map.lines.map(({ id, state }) => ({ id, state })),
    rankGaps: [...rest.rankGaps], vital: rest.vital.map((one) => ({ ...one, what: [...one.what] })), ...coverage,
    light: rest.light === null ? null : { light: rest.light.light, why: { top: [...rest.light.why.top], supporters: [...rest.light.why.supporters], deciding: [...rest.light.why.deciding], opposedInside: [...rest.light.why.opposedInside] }, assumed: rest.light.assumed },
    chains: rest.chains.map(({ people, weights: of }) => ({ people: [...people], weights: [...of] })),
    hints: rest.hints.map((hint) => ({ ...hint, ...('people' in hint ? { people: [...hint.people] } : {}) })) as { hint: string; people?: number[]; count?: number; user?: string }[], gaps: [...rest.gaps],
  };
}

const copied = <V>({ value, said, ...rest }: { value: readonly V[] | null; said: readonly V[] | null; state: Known<unknown>['state']; weight: number }) => ({ value: value && [...value], said: said && [...said], ...rest });
