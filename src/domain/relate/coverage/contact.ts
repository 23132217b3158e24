import type { Day } from '#domain/day.ts';
import type { MapOn, PersonOn } from '../map/mapOn.ts';
import { CLOSENESSES, type Closeness } from '../map/scales.ts';
import { pairTie, type TieLine } from '../pairTie.ts';
import { tieState, type TieState } from '../tieState.ts';

/** One of us who has to do with one of them. */
export interface Contact {
  /** A user's id, and a person's. */
  readonly us: string;
  readonly them: number;
  readonly state: TieState;
  /** 0–1 from ties; null: unknown, which is not weak. */
  readonly strength: number | null;
  /** As said on a power map; null: said on none. */
  readonly closeness: Closeness | null;
}
const SURENESS: Readonly<Record<TieState, number>> = { proven: 2, assumed: 1, stale: 0 };
export const surer = (a: TieState, b: TieState): TieState => (SURENESS[a] >= SURENESS[b] ? a : b);

/** What the ties that were told or imported say of a pair; null where its owner says that there is none. A school or a town in common is no contact: it is left to introductions. */
export function contactOfTies(us: string, them: number, lines: readonly (TieLine & { readonly how: 'told' | 'imported' | 'inferred' })[], asOf: Day): Contact | null {
  const kept = lines.filter(({ how }) => how !== 'inferred');
  if (kept.length === 0) return null;
  const tie = pairTie(kept, asOf);
  if (tie.strength === 0) return null;
  const state = tieState({ strength: tie.strength, corrected: tie.corrected !== null, lines: kept.map(({ how }, n) => ({ ...tie.lines[n]!, how })) });
  return { us, them, state, strength: tie.strength, closeness: null };
}

/** What a power map says: who holds the contact, and how close we are. `somebody`: people whom we have met and of whom nobody says who of us did. */
export function contactsOfMap({ people }: MapOn): { contacts: Contact[]; somebody: number[] } {
  const contacts = people.flatMap((one): Contact[] => {
    const state = heldState(one);
    return state === null ? [] : [{ us: one.heldBy.said!, them: one.person, state, strength: null, closeness: one.closeness.said }];
  });
  const somebody = people.filter(({ heldBy, closeness }) => heldBy.said === null && closeness.value !== null && closeness.value !== 'none').map(({ person }) => person);
  return { contacts, somebody };
}

/** The less sure of who holds it and how close it is; null where nobody holds it or it is said to be none. */
function heldState({ heldBy, closeness }: PersonOn): TieState | null {
  if (heldBy.said === null || heldBy.state === 'unknown' || closeness.said === 'none') return null;
  const { state } = closeness;
  return state === 'unknown' || surer(heldBy.state, state) === state ? heldBy.state : state;
}

/** Several sources of one pair: the surest state, the strongest tie, the closest closeness. */
export function joinContacts(contacts: readonly Contact[]): Contact[] {
  const found = new Map<string, Contact>();
  for (const one of contacts) {
    const before = found.get(`${one.them} ${one.us}`);
    found.set(`${one.them} ${one.us}`, before === undefined ? one : {
      ...one, state: surer(before.state, one.state), strength: before.strength === null ? one.strength : one.strength === null ? before.strength : Math.max(before.strength, one.strength),
      closeness: CLOSENESSES.toReversed().find((step) => step === before.closeness || step === one.closeness) ?? null,
    });
  }
  return [...found.values()].sort((a, b) => a.them - b.them || (a.us < b.us ? -1 : 1));
}
