import type { Kysely } from 'kysely';
import { pairKey } from '#domain/relate/pairKey.ts';
import type { Barred } from '#domain/relate/path/search.ts';
import { accountsOfTeam, peopleAtPlaces, presencesOf, privateOf } from '#storage/relate/networkRows.ts';
import type { Schema } from '#storage/schema.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { placeKey } from './crowdedPlaces.ts';
import type { NetworkNow } from './networkNow.ts';

/** Viewers whose reach and private ties are remembered. */
const REMEMBERED = 50;

/** Two people, and what their tie counts to the owner of a private one between them. */
export type OwnTie = readonly [number, number, number];

interface Known { readonly now: NetworkNow; readonly version: number; readonly event: number; readonly accounts: ReadonlySet<number>; readonly own: readonly OwnTie[] }

/** What each viewer may see of the network: through whom no way of theirs leads, and the ties that are theirs alone. */
export class Viewers {
  private readonly known = new Map<string, Known>();

  async of(db: Kysely<Schema>, viewer: Viewer, now: NetworkNow): Promise<{ barred: Barred; own: readonly OwnTie[] }> {
    const key = `${viewer.scope} ${viewer.userId}`;
    let known = this.known.get(key);
    if (known === undefined || known.now !== now || known.event !== now.event) {
      const accounts = viewer.scope === 'team' && viewer.userId !== null ? await accountsOfTeam(db, viewer.userId) : new Set<number>();
      const same = known !== undefined && known.now === now && known.version === now.version;
      const own = viewer.userId === null ? [] : same ? known!.own : await ownTies(db, viewer.userId, now);
      known = { now, version: now.version, event: now.event, accounts, own };
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(key, known);
    }
    return { barred: { has: hides(viewer, now, known.accounts) }, own: known.own };
  }
}

/** Whether a viewer must not learn of somebody: asked person by person, as a search comes by. */
function hides(viewer: Viewer, { people }: NetworkNow, accounts: ReadonlySet<number>): (person: number) => boolean {
  const { scope, userId } = viewer;
  if (scope === 'none') return () => true;
  return (person) => {
    if (people.isPrivate(person)) return userId === null || !people.isOpenTo(person, userId);
    const account = people.accountOf(person);
    return scope === 'team' && account !== 0 && !accounts.has(account);
  };
}

/** The pairs that an owner's private ties, and the presences of their private contacts, join or join more closely. */
async function ownTies(db: Kysely<Schema>, owner: string, now: NetworkNow): Promise<OwnTie[]> {
  const { ties, people } = await privateOf(db, owner);
  const pairs = new Map(ties.map((tie) => [pairKey(tie.person_a, tie.person_b), [tie.person_a, tie.person_b] as const]));
  const presences = (await presencesOf(db, people, owner)).filter((one) => !now.crowded.has(one));
  const there = Map.groupBy(await presencesOf(db, await peopleAtPlaces(db, [...new Set(presences.map((one) => one.place))], owner), owner), placeKey);
  for (const one of presences) for (const other of there.get(placeKey(one)) ?? []) if (other.person !== one.person) pairs.set(pairKey(one.person, other.person), [one.person, other.person]);
  const strengths = await now.strengths(db, pairs, owner);
  return [...pairs].filter(([, both]) => both.every((id) => now.people.isOpenTo(id, owner))).map(([key, [a, b]]) => [a, b, strengths.get(key)!]);
}
