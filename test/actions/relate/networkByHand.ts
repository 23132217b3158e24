import { inferredLines, pairTie } from '#domain/relate/pairTie.ts';
import { pairKey } from '#domain/relate/pairKey.ts';
import { hopPenalty, tieCost } from '#domain/relate/path/cost.ts';
import { MOST_AT_ONE_PLACE, sharedTimes, type Presence } from '#domain/relate/sharedTimes.ts';
import { TIE_DEFAULTS } from '#domain/relate/ties.ts';
import type { Store } from '#storage/connect.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { lineOf } from '#actions/relate/network/pairLines.ts';
import type { Ties } from '../../domain/relate/networks.ts';

/** Who is there for a viewer and who knows whom at what cost, read off the rows one by one as the rules say it. */
export interface ByHand { readonly ties: Ties; readonly team: ReadonlySet<number>; /** Whom the viewer may meet on a way. */ readonly met: ReadonlySet<number> }

export async function networkByHand(store: Store, viewer: Viewer, day: string): Promise<ByHand> {
  const db = store.read;
  const people = await db.selectFrom('person').selectAll().execute();
  const items = await db.selectFrom('person_item').selectAll().where('withdrawn_at', 'is', null).execute();
  const ties = await db.selectFrom('tie').selectAll().where('withdrawn_at', 'is', null).orderBy('id').execute();
  const firms = new Map((await db.selectFrom('account').select(['id', 'name_norm']).execute()).map((row) => [row.id, row.name_norm]));
  const users = new Set((await db.selectFrom('auth_user').select(['id', 'disabledAt']).execute()).filter((user) => user.disabledAt === null).map((user) => user.id));
  const mine = new Set((await db.selectFrom('account_team').select(['account_id', 'user_id']).execute()).filter((row) => row.user_id === viewer.userId).map((row) => row.account_id));

  const kept = people.filter((one) => one.withdrawn_at === null && one.erased_at === null && one.merged_into === null);
  const open = kept.filter((one) => one.restricted_on === null);
  const met = new Set(open.filter((one) => viewer.scope !== 'none' && (one.private_to === null ? viewer.scope === 'all' || one.account_id === null || mine.has(one.account_id) : one.private_to === viewer.userId)).map((one) => one.id));
  const team = new Set(open.filter((one) => one.kind === 'colleague' && one.user_id !== null && users.has(one.user_id)).map((one) => one.id));

  const presencesTo = (userId: string | null) => kept.filter((one) => one.private_to === null || one.private_to === userId).flatMap((one): Presence[] => {
    const own = items.filter((item) => item.person_id === one.id && item.sensitivity === 'normal' && item.place_norm !== '' && ['education', 'career', 'group', 'home_town'].includes(item.kind));
    const firm = one.account_id === null ? one.organisation_norm : firms.get(one.account_id)!;
    return [
      ...own.map((item): Presence => ({ person: one.id, kind: item.kind as Presence['kind'], place: item.place_norm, fromOn: item.from_on, toOn: item.to_on, collectedOn: item.collected_on })),
      ...(one.kind !== 'colleague' && one.placeholder === 0 && firm !== '' ? [{ person: one.id, kind: 'career' as const, place: firm, fromOn: null, toOn: null, collectedOn: one.collected_on }] : []),
    ];
  });
  // What everybody knows says whether a place is crowded.
  const shared = presencesTo(null);
  const crowded = (one: Presence) => new Set(shared.filter((other) => other.kind === one.kind && other.place === one.place).map((other) => other.person)).size > MOST_AT_ONE_PLACE[one.kind];
  const full = new Set(shared.filter(crowded).map((one) => `${one.kind} ${one.place}`));
  const presences = Map.groupBy(presencesTo(viewer.userId).filter((one) => !full.has(`${one.kind} ${one.place}`)), (one) => one.person);
  const told = Map.groupBy(ties.filter((tie) => tie.private_to === null || tie.private_to === viewer.userId), (tie) => pairKey(tie.person_a, tie.person_b));

  const found: Ties = new Map(people.map((one) => [one.id, new Map<number, number>()]));
  const visible = open.filter((one) => one.private_to === null || one.private_to === viewer.userId);
  for (const [n, one] of visible.entries()) {
    for (const other of visible.slice(n + 1)) {
      const lines = told.get(pairKey(one.id, other.id)) ?? [];
      const all = [...lines.map(lineOf), ...inferredLines(lines, sharedTimes(presences.get(one.id) ?? [], presences.get(other.id) ?? [], day), day)];
      const strength = all.length === 0 ? null : pairTie(all, day).strength;
      if (strength === null || strength === 0) continue;
      const cost = tieCost(strength, hopPenalty(TIE_DEFAULTS.willingness));
      found.get(one.id)!.set(other.id, cost);
      found.get(other.id)!.set(one.id, cost);
    }
  }
  return { ties: found, team, met };
}
