import { viewerOf, type Context } from '#actions/act.ts';
import { lineOf } from '#actions/relate/network/pairLines.ts';
import { latestDay, utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { contactOfTies, contactsOfMap, joinContacts, type Contact } from '#domain/relate/coverage/contact.ts';
import { coverageMatrix, type Coverage } from '#domain/relate/coverage/coverageMatrix.ts';
import { positionOf } from '#domain/relate/coverage/position.ts';
import { readMap, type MapReading } from '#domain/relate/map/readMap.ts';
import { shownHistory } from '#domain/relate/map/shownHistory.ts';
import { colleagues, type ColleagueRow } from '#storage/relate/coverage.ts';
import { histories, projectsOf } from '#storage/relate/maps.ts';
import { tiesOfPeople } from '#storage/relate/networkRows.ts';
import { countPeople, listPeople, peopleSeen, type PersonRow } from '#storage/relate/people.ts';

/** People of one customer who are looked at together; how many more there are is said. On one project's map there are fewer, and all are. */
const AT_ONE_CUSTOMER = 2000;

export interface CoverageFound {
  readonly coverage: Coverage;
  /** People of theirs who count, by id. */
  readonly people: readonly PersonRow[];
  readonly us: readonly ColleagueRow[];
  readonly weights: ReadonlyMap<number, number>;
  readonly leftOut: { readonly objecting: number; readonly outsiders: number; /** People entered after so many others that they are not looked at. */ readonly beyond: number };
  readonly project: { readonly id: number; readonly name: string } | null;
  readonly projects: { readonly id: number; readonly name: string; readonly closed: boolean }[];
  readonly asOf: string;
}

/**
 * Coverage as one viewer may know it: people they may see, shared ties and their own, what the open power maps say (of one project: its map, with its people only). What
 * is private to somebody else is not read. Refuses (invalid) a project that is none of this customer's, or has no map.
 */
export async function coverageFor(context: Context, accountId: number, projectId: number | undefined): Promise<CoverageFound> {
  const db = context.store.read;
  const asOf = utcDay(context.now());
  const [us, projects] = [await colleagues(db, accountId), await projectsOf(db, accountId)];
  const mapped = projects.flatMap(({ project, map }) => (map ? [{ project, map }] : []));
  const chosen = projectId === undefined ? null : mapped.find(({ project }) => project.id === projectId) ?? refuseProject(projects.some(({ project }) => project.id === projectId));
  const maps = chosen ? [chosen] : mapped.filter(({ project }) => project.closed_on === null);
  const told = await histories(db, accountId, maps.map(({ map }) => map.id));
  const { everybody, beyond } = await lookedAt(context, accountId, chosen ? told.get(chosen.map.id)!.members.map(({ person }) => person) : null);
  // Maps hold shared people alone; somebody who was made private since is not on them.
  const shown = new Set(everybody.filter((row) => row.private_to === null).map(({ id }) => id));
  const readings = maps.map(({ map }) => readMap(shownHistory(told.get(map.id)!, shown), latestDay(context.now())));
  const there = chosen ? new Set(readings.flatMap(({ map }) => map.people.map(({ person }) => person))) : null;
  const looked = everybody.filter(({ id }) => there === null || there.has(id));
  const people = looked.filter((row) => row.kind !== 'outsider' && row.user_id === null && row.restricted_on === null);
  const weights = heaviest(readings);
  const { contacts, somebody } = await contactsOf(context, people, us, readings, asOf);
  const coverage = coverageMatrix({
    them: people.map((row) => ({ id: row.id, named: row.placeholder === 0, position: positionOf(row), weight: weights.get(row.id) ?? null })),
    us: us.map((row) => ({ id: row.user, position: positionOf(row), team: row.team })), contacts,
  }, somebody);
  return {
    coverage, people, us, weights, asOf, leftOut: { objecting: looked.filter((row) => row.kind !== 'outsider' && row.restricted_on !== null).length, outsiders: looked.filter((row) => row.kind === 'outsider').length, beyond },
    project: chosen && { id: chosen.project.id, name: chosen.project.name }, projects: mapped.map(({ project }) => ({ id: project.id, name: project.name, closed: project.closed_on !== null })),
  };
}

/** People of the customer whom the viewer may see: those who ever were on the project's map, or all up to the most that are looked at. */
async function lookedAt(context: Context, accountId: number, onMap: readonly number[] | null): Promise<{ everybody: PersonRow[]; beyond: number }> {
  const [db, viewer] = [context.store.read, viewerOf(context.actor, 'readPeople')];
  if (onMap) return { everybody: (await peopleSeen(db, viewer, [...new Set(onMap)])).filter((row) => row.account_id === accountId).sort((a, b) => a.id - b.id), beyond: 0 };
  const everybody = await listPeople(db, viewer, { accountId, limit: AT_ONE_CUSTOMER });
  return { everybody, beyond: everybody.length < AT_ONE_CUSTOMER ? 0 : await countPeople(db, viewer, { accountId }) - AT_ONE_CUSTOMER };
}

function refuseProject(exists: boolean): never {
  const fault = exists ? { path: 'project', reason: 'no_map', message: 'This project has no power map yet.' } : { path: 'project', reason: 'no_such_project', message: 'This customer has no such project.' };
  throw new Refusal('invalid', fault.message, { fields: [fault] });
}

/** Decision weight of each person on these maps; who is on several has the heaviest. */
function heaviest(readings: readonly MapReading[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { weights } of readings) for (const { person, weight } of weights) found.set(person, Math.max(weight, found.get(person) ?? 0));
  return found;
}

/** Who of us has to do with whom, from ties that were told or brought and from who holds contacts on the maps. A contact of somebody who has left is held by nobody. */
async function contactsOf(context: Context, people: readonly PersonRow[], us: readonly ColleagueRow[], readings: readonly MapReading[], asOf: string): Promise<{ contacts: Contact[]; somebody: Set<number> }> {
  const theirs = new Set(people.map(({ id }) => id));
  const userOf = new Map(us.flatMap(({ user, person }) => (person === null ? [] : [[person, user] as const])));
  const ties = (await tiesOfPeople(context.store.read, [...theirs], context.actor.id)).flatMap((tie) => {
    const [them, ours] = theirs.has(tie.person_a) ? [tie.person_a, tie.person_b] : [tie.person_b, tie.person_a];
    const user = userOf.get(ours);
    return user === undefined ? [] : [{ them, user, line: { ...lineOf(tie), how: tie.how } }];
  });
  const tied = [...Map.groupBy(ties, ({ them, user }) => `${them} ${user}`).values()].flatMap((some) => contactOfTies(some[0]!.user, some[0]!.them, some.map(({ line }) => line), asOf) ?? []);
  const said = readings.map(({ map }) => contactsOfMap(map));
  const here = new Set(us.map(({ user }) => user));
  const held = said.flatMap(({ contacts }) => contacts);
  return {
    contacts: joinContacts([...tied, ...held.filter((contact) => here.has(contact.us))]),
    somebody: new Set([...said.flatMap((one) => one.somebody), ...held.filter((contact) => !here.has(contact.us) && contact.state !== 'stale').map(({ them }) => them)]),
  };
}
