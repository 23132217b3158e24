import { viewerOf, type Context } from '#actions/act.ts';
import { addToMap, drawLines, endLines, markPeople, placePeople, removeFromMap } from '#actions/relate/map/changeMap.ts';
import { pasteLines } from '#actions/relate/map/pasteLines.ts';
import { createProject, editProject, withdrawProject } from '#actions/relate/map/projects.ts';
import { startMap } from '#actions/relate/map/startMap.ts';
import { noteFor } from '#actions/insight/writeNotes.ts';
import { isDay, latestDay, utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { readMap } from '#domain/relate/map/readMap.ts';
import { shownHistory } from '#domain/relate/map/shownHistory.ts';
import { organisationsOf } from '#storage/insight/organisations.ts';
import { histories, mapOfProject, mapPeople, peopleOfAccount, placesOf, projectsOf } from '#storage/relate/maps.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { accountSeen } from '../insight/strategy.ts';
import { serve, type Api } from '../endpoint.ts';
import { colleaguesNamed, presentMapPerson, presentReading } from './presentMap.ts';

const mayDescribe = async (context: Context, accountId: number): Promise<boolean> => (await findAccount(context.store.read, viewerOf(context.actor, 'describeAccount'), accountId)) !== undefined;

/** People of one customer who are offered to be put on a map; that there are more is said. */
const AT_ONE_CUSTOMER = 2000;

/** Projects of a customer and their power maps (R3). */
export function registerProjects(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/projects', async ({ context, params }) => {
    const db = context.store.read;
    const account = await accountSeen(context, params.id);
    const projects = await projectsOf(db, account.id);
    const told = await histories(db, account.id, projects.flatMap(({ map }) => map?.id ?? []));
    const people = await mapPeople(db, account.id, [...told.values()].flatMap(({ members }) => members.map(({ person }) => person)));
    const unnamed = new Set(people.filter((person) => person.placeholder === 1).map(({ id }) => id));
    const shown = new Set(people.map(({ id }) => id));
    return {
      rows: projects.map(({ project, map }) => {
        const reading = map ? readMap(shownHistory(told.get(map.id)!, shown), latestDay(context.now()), unnamed) : null;
        return {
          id: project.id, name: project.name, note: project.note, closedOn: project.closed_on,
          map: map && reading ? { id: map.id, people: reading.map.people.length, light: reading.light?.light ?? null, coverage: reading.coverage.coverage, support: reading.coverage.support, hasDecider: reading.map.people.some(({ roles }) => roles.value?.includes('decider')), gaps: new Set(reading.gaps.map(({ person }) => person)).size } : null,
        };
      }),
      can: { describe: await mayDescribe(context, account.id) },
    };
  });
  serve(api, 'POST /api/accounts/{id}/projects', ({ context, params, body }) => createProject(context, params.id, body));
  serve(api, 'PATCH /api/projects/{id}', ({ context, params, body }) => editProject(context, params.id, body));
  serve(api, 'POST /api/projects/{id}/withdraw', ({ context, params, body }) => withdrawProject(context, params.id, body.withdrawn));
  serve(api, 'POST /api/projects/{id}/map', ({ context, params, body }) => startMap(context, params.id, body));

  serve(api, 'GET /api/projects/{id}/map', async ({ context, params, query }) => {
    const db = context.store.read;
    const project = await noteFor(context, 'project', params.id);
    if (project.withdrawn_at !== null) throw new Refusal('not_found', 'There is no such project of a customer that you may see.', { reason: 'note' });
    // Somewhere it is tomorrow already, and what was noted there belongs to the map.
    const day = query.on ?? latestDay(context.now());
    if (!isDay(day)) throw new Refusal('invalid', 'This day does not exist.', { fields: [{ path: 'on', reason: 'no_such_day', message: 'This day does not exist.' }] });
    const account = await accountSeen(context, project.account_id);
    const map = await mapOfProject(db, project.id);
    const [organisations, all, others, describe] = await Promise.all([organisationsOf(db, account.id), projectsOf(db, account.id), peopleOfAccount(db, account.id, AT_ONE_CUSTOMER + 1), mayDescribe(context, account.id)]);
    const told = map ? (await histories(db, account.id, [map.id])).get(map.id)! : null;
    const people = told ? await mapPeople(db, account.id, told.members.map(({ person }) => person)) : [];
    const shown = new Set(people.map(({ id }) => id));
    const history = told ? shownHistory(told, shown) : null;
    return {
      project: { id: project.id, name: project.name, note: project.note, closedOn: project.closed_on }, account: { id: account.id, name: account.name }, today: utcDay(context.now()), day,
      map: map && history ? {
        id: map.id, startedFrom: map.started_from, people: people.map(presentMapPerson), members: [...history.members], marks: history.marks.map((mark) => ({ ...mark, by: told!.by.marks.get(mark.id) ?? null })),
        lines: history.lines.map((line) => ({ ...line, by: told!.by.lines.get(line.id) ?? null })),
        places: (await placesOf(db, map.id)).filter((place) => shown.has(place.person_id)).map((place) => ({ person: place.person_id, x: Number(place.x), y: Number(place.y) })),
        reading: presentReading(readMap(history, day, new Set(people.filter((person) => person.placeholder === 1).map(({ id }) => id)))),
      } : null,
      colleagues: await colleaguesNamed(db, account.id, told),
      starts: { organisations: organisations.map(({ id, asOf, units }) => ({ id, asOf, units })), maps: all.flatMap(({ map: other, project: of }) => (other && other.id !== map?.id ? [{ id: other.id, name: of.name }] : [])) },
      others: others.slice(0, AT_ONE_CUSTOMER).map(presentMapPerson), othersMore: others.length > AT_ONE_CUSTOMER, can: { describe },
    };
  });
  serve(api, 'POST /api/maps/{id}/people', ({ context, params, body }) => addToMap(context, params.id, body));
  serve(api, 'POST /api/maps/{id}/people/leave', ({ context, params, body }) => removeFromMap(context, params.id, body.people));
  serve(api, 'POST /api/maps/{id}/marks', ({ context, params, body }) => markPeople(context, params.id, body.marks));
  serve(api, 'POST /api/maps/{id}/lines', ({ context, params, body }) => drawLines(context, params.id, body.lines));
  serve(api, 'POST /api/maps/{id}/lines/paste', ({ context, params, body }) => pasteLines(context, params.id, body));
  serve(api, 'POST /api/maps/{id}/lines/end', ({ context, params, body }) => endLines(context, params.id, body.lines));
  serve(api, 'POST /api/maps/{id}/places', ({ context, params, body }) => placePeople(context, params.id, body.places));
}
