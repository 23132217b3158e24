import { viewerOf, type Context } from '#actions/act.ts';
import { askIntroduction, sidesOf, stepIntroduction, stepsFor, type KeptWay } from '#actions/relate/askIntroduction.ts';
import { hopsOf } from '#actions/relate/network/findWays.ts';
import { worthMeeting } from '#actions/relate/network/worthMeeting.ts';
import { utcDay } from '#domain/day.ts';
import { waitsFor } from '#domain/relate/introduction.ts';
import { introductionsOf, stepsOf } from '#storage/relate/introductions.ts';
import { peopleNamed, peopleSeen } from '#storage/relate/people.ts';
import type { IntroductionTable } from '#storage/relate/relateTables.ts';
import { namesOf } from '#storage/trust/members.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentWayPerson } from './presentTies.ts';

/** Introductions: asked for, answered, followed to the meeting and the thanks. */
export function registerIntroductions(api: Api): void {
  serve(api, 'POST /api/people/{id}/introductions', ({ context, params, body }) => askIntroduction(context, params.id, body));
  serve(api, 'GET /api/introductions', async ({ context, query }) => {
    const userId = context.actor.id ?? '';
    const rows = await introductionsOf(context.store.read, query.side, userId, query.after === undefined ? null : Number(query.after), query.limit + 1);
    return { rows: await present(context, rows.slice(0, query.limit)), next: rows.length > query.limit ? String(rows[query.limit - 1]!.id) : null };
  });
  serve(api, 'GET /api/introductions/worth', async ({ context, query }) => ({
    rows: (await worthMeeting(context, query.limit)).map(({ project, weight, decides, found: { target, ways: [best], people } }) => ({
      person: presentWayPerson(target), project, weight, decides, way: best === undefined ? null : { people: best.people.map((id) => presentWayPerson(people.get(id)!)), product: best.product },
    })),
  }));
  serve(api, 'POST /api/introductions/{id}/steps', ({ context, params, body }) => stepIntroduction(context, params.id, body));
}

async function present(context: Context, rows: readonly IntroductionTable[]) {
  const db = context.store.read;
  const ways = new Map(rows.map((row) => [row.id, (JSON.parse(row.path) as KeptWay).people]));
  const seen = new Map((await peopleSeen(db, viewerOf(context.actor, 'readPeople'), [...new Set([...ways.values()].flat())])).map((person) => [person.id, person]));
  // Whoever is asked learns from the request whom they are to introduce to, and nothing else of a customer that is not theirs.
  const named = new Map((await peopleNamed(db, [...new Set(rows.flatMap((row) => [row.target_id, row.connector_id!]))])).map((person) => [person.id, person]));
  // Of somebody else's request one is shown as much of the way as one knows oneself: the rest may be a private tie of the asker.
  const hops = await hopsOf(context, rows.map((row) => ways.get(row.id)!), utcDay(context.now()), false);
  const steps = Map.groupBy(await stepsOf(db, rows.map((row) => row.id)), (step) => step.introduction_id);
  const names = await namesOf(db, [...new Set([...rows.map((row) => row.requester_id), ...[...steps.values()].flat().flatMap((step) => step.recorded_by ?? [])])]);
  const user = (id: string) => ({ id, name: names.get(id) ?? '' });
  return rows.map((row, at) => {
    const person = (id: number) => {
      const known = seen.get(id);
      const other = named.get(id)!;
      return known ? presentWayPerson(known) : { ...presentWayPerson(other), account: null, organisation: other.organisation || (other.account_name ?? ''), private: false };
    };
    const way = ways.get(row.id)!;
    const unknown = row.requester_id === context.actor.id ? -1 : hops[at]!.findIndex((hop) => hop.known.length === 0);
    const shown = way.filter((id, n) => n === way.length - 1 || id === row.connector_id || (seen.has(id) && (unknown < 0 || n <= unknown)));
    return {
      id: row.id, state: row.state, target: person(row.target_id), requester: user(row.requester_id), connector: { person: person(row.connector_id!), signsIn: row.connector_user !== null }, way: shown.map(person), cut: shown.length < way.length,
      purpose: row.purpose, forThem: row.for_them, message: row.message, dueOn: row.due_on, steps: (steps.get(row.id) ?? []).map((step) => ({ state: step.state, note: step.note, onDay: step.on_day, by: step.recorded_by === null ? null : user(step.recorded_by) })),
      waits: waitsFor(row.state, sidesOf(row, context.actor.id)), can: { steps: stepsFor(row, named.get(row.target_id), context.actor.id) },
    };
  });
}
