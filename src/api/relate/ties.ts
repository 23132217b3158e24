import { viewerOf } from '#actions/act.ts';
import { hopsOf } from '#actions/relate/network/findWays.ts';
import { personFor } from '#actions/relate/personFor.ts';
import { correctTie, keepTiePrivate, noteContact, tellTies, withdrawTie } from '#actions/relate/tellTies.ts';
import { peopleNear } from '#actions/relate/network/peopleNear.ts';
import { utcDay } from '#domain/day.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { colleagueRow, peopleSeen } from '#storage/relate/people.ts';
import { namesOf } from '#storage/trust/members.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentTie, presentWayPerson, tellersOf } from './presentTies.ts';

/** Ties looked at and shown of one person at most; who knows more is a hub, of whom nobody reads a list. */
const LOOKED_AT = 1000;
const SHOWN = 100;

/** Ties between people: told, corrected, kept private, taken back. */
export function registerTies(api: Api): void {
  serve(api, 'GET /api/people/{id}/ties', async ({ context, params }) => {
    const db = context.store.read;
    const person = await personFor(db, context.actor, 'readPeople', params.id);
    const { near: around, cut } = await peopleNear(context, person.id, LOOKED_AT);
    const near = await peopleSeen(db, viewerOf(context.actor, 'readPeople'), around);
    const [others, me] = [new Map(near.map((row) => [row.id, row])), context.actor.id === null ? undefined : await colleagueRow(db, context.actor.id)];
    const hops = (await hopsOf(context, near.map((row) => [person.id, row.id]), utcDay(context.now()), false)).flat().filter((hop) => hop.known.length > 0).toSorted((a, b) => (b.strength ?? -1) - (a.strength ?? -1) || a.to - b.to);
    const shown = hops.slice(0, SHOWN);
    const names = await namesOf(db, [...new Set(shown.flatMap((hop) => tellersOf(hop.known)))]);
    return {
      rows: shown.map((hop) => ({ ...presentTie(hop, hop.known, { context, me: me?.id, nameOf: (id) => names.get(id) ?? '' }), person: presentWayPerson(others.get(hop.to)!) })), more: hops.length - shown.length, cut,
      can: { tell: scopeOf(context.actor.role, 'recordPerson') !== 'none' },
    };
  });
  serve(api, 'POST /api/ties', ({ context, body }) => tellTies(context, body.ties));
  serve(api, 'POST /api/ties/{id}/correct', ({ context, params, body }) => correctTie(context, params.id, body.correction));
  serve(api, 'POST /api/ties/{id}/contact', ({ context, params, body }) => noteContact(context, params.id, body.lastContactOn));
  serve(api, 'POST /api/ties/{id}/withdraw', ({ context, params }) => withdrawTie(context, params.id));
  serve(api, 'POST /api/ties/{id}/private', ({ context, params, body }) => keepTiePrivate(context, params.id, body.private));
}
