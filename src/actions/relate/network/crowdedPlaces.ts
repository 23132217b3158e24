import { sharedMemory } from '#domain/relate/path/slots.ts';
import { MOST_AT_ONE_PLACE, type Presence } from '#domain/relate/sharedTimes.ts';

/** As one thread hands them to another: who is at each place that is crowded. */
export type HandedCrowds = ReadonlyMap<string, Int32Array>;

/** A place of one kind, as a key. Kinds have no blanks. */
export const placeKey = ({ kind, place }: Pick<Presence, 'kind' | 'place'>): string => `${kind} ${place}`;

/** The kind and the place of a key. */
export function placeOfKey(key: string): Pick<Presence, 'kind' | 'place'> {
  const at = key.indexOf(' ');
  return { kind: key.slice(0, at) as Presence['kind'], place: key.slice(at + 1) };
}

/** Whether so many people make a place of this kind crowded. */
export const isCrowd = (kind: Presence['kind'], people: number): boolean => people > MOST_AT_ONE_PLACE[kind];

/** The places with so many of the people we know that being there ties nobody; with who is there, so that whoever leaves one is missed. */
export class CrowdedPlaces {
  private readonly there: Map<string, Int32Array>;

  constructor(handed: HandedCrowds = new Map()) {
    this.there = new Map(handed);
  }

  handOver(): HandedCrowds {
    return this.there;
  }

  has(place: Pick<Presence, 'kind' | 'place'>): boolean {
    return this.there.has(placeKey(place));
  }

  /** The crowded places at which a person was when they were counted last. */
  keysOf(person: number): string[] {
    return [...this.there].filter(([, people]) => people.includes(person)).map(([key]) => key);
  }

  /** Takes in who is at a place. False when it has become crowded by that, or is so no longer. */
  set(key: string, people: readonly number[]): boolean {
    const was = this.there.has(key);
    const is = isCrowd(placeOfKey(key).kind, people.length);
    if (is) {
      const kept = new Int32Array(sharedMemory(4 * people.length));
      kept.set(people);
      this.there.set(key, kept);
    } else this.there.delete(key);
    return was === is;
  }
}
