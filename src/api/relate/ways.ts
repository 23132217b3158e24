import { findWays, type Hop } from '#actions/relate/network/findWays.ts';
import { BUSY_FROM } from '#domain/relate/introduction.ts';
import { TIE_DEFAULTS } from '#domain/relate/ties.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { colleagueRow } from '#storage/relate/people.ts';
import { namesOf } from '#storage/trust/members.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentTie, presentWayPerson, tellersOf, type TieViewer } from './presentTies.ts';

/** Who can introduce us (六度人脉). */
export function registerWays(api: Api): void {
  serve(api, 'GET /api/people/{id}/ways', async ({ context, params, query }) => {
    const found = await findWays(context, params.id, { k: query.k, hops: query.hops, diversity: query.differ, mine: query.mine === 'yes', unknown: query.unknown === 'yes' });
    const names = await namesOf(context.store.read, [...new Set(found.ways.flatMap((way) => way.hops.flatMap((hop) => tellersOf(hop.known))))]);
    const me = context.actor.id === null ? undefined : await colleagueRow(context.store.read, context.actor.id);
    const viewer: TieViewer = { context, me: me?.id, nameOf: (id) => names.get(id) ?? '' };
    const person = (id: number) => presentWayPerson(found.people.get(id)!);
    const hop = (one: Hop) => ({ ...presentTie(one, one.known, viewer), from: one.from, to: one.to, counted: one.counted });
    const may = scopeOf(context.actor.role, 'recordPerson') !== 'none';
    return {
      target: presentWayPerson(found.target), asOf: found.asOf, willingness: TIE_DEFAULTS.willingness, avoided: found.avoided, opposed: found.opposed, objects: found.target.restricted_on !== null,
      ways: found.ways.map((way) => ({
        people: way.people.map(person), hops: way.hops.map(hop), product: way.product, weakest: way.weakest, worth: way.worth,
        connector: way.connector && { person: person(way.connector.personId), signsIn: way.connector.userId !== null, open: way.connector.open, busy: way.connector.open >= BUSY_FROM },
      })),
      can: { ask: may && found.target.restricted_on === null, tell: may },
    };
  });
}
