import type { Answer } from '../../call.ts';
import type { MapField } from '#domain/relate/map/scales.ts';
import { useAllText } from '../../text/locale.ts';
import type { SceneWords } from './scene.ts';

export type ProjectMap = Answer<'GET /api/projects/{id}/map'>;
export interface MapWords extends SceneWords { readonly userOf: (id: string) => string; readonly valueOf: (field: MapField, value: string | null) => string; readonly list: (people: readonly number[]) => string }

/** More names than that make no sentence. */
const LISTED = 5;

/** Names and values of a map in words. */
export function useMapWords(data: ProjectMap): MapWords {
  const { powerMap: t } = useAllText();
  const people = new Map([...data.others, ...(data.map?.people ?? [])].map((person) => [person.id, person]));
  const users = new Map(data.colleagues.map((one) => [one.id, one.name]));
  const userOf = (id: string): string => users.get(id) ?? '–';
  const nameOf = (person: number): string => people.get(person)?.name ?? '–';
  return {
    nameOf, userOf,
    subOf: (person, roles) => {
      const one = people.get(person);
      const title = one?.placeholder ? one.organisation : [one?.title, one?.organisation].filter(Boolean).join(' · ');
      return [roles?.map((role) => t.roles[role as keyof typeof t.roles]).join(' + '), title].filter(Boolean).join(' · ');
    },
    stanceOf: (stance) => t.stances[stance],
    initialsOf: (user) => {
      const name = userOf(user);
      return /\p{Script=Han}/u.test(name) ? name.slice(-2) : name.split(/\s+/).map((part) => part[0] ?? '').join('').slice(0, 2).toUpperCase();
    },
    isPlaceholder: (person) => people.get(person)?.placeholder ?? false,
    valueOf: (field, value) => {
      if (value === null || value === 'unknown') return t.stances.unknown;
      switch (field) {
        case 'role': return value.split(',').map((role) => t.roles[role as keyof typeof t.roles]).join(' + ');
        case 'stance': return t.stances[value as keyof typeof t.stances];
        case 'authority': return t.authorities[value as unknown as keyof typeof t.authorities];
        case 'influence': return t.influences[value as keyof typeof t.influences];
        case 'closeness': return t.closenesses[value as keyof typeof t.closenesses];
        case 'held_by': return userOf(value);
      }
    },
    list: (some) => {
      if (some.length > LISTED) return t.andOthers(some.slice(0, LISTED - 1).map(nameOf).join(t.comma), some.length - LISTED + 1, some.length);
      return some.length < 2 ? some.map(nameOf).join('') : `${some.slice(0, -1).map(nameOf).join(t.comma)}${t.and}${nameOf(some.at(-1)!)}`;
    },
  };
}
