import { viewerOf, type Context } from '#actions/act.ts';
import { addPeople } from '#actions/relate/addPeople.ts';
import { addItems, editPerson, withdrawItem, withdrawPerson } from '#actions/relate/editPerson.ts';
import { erasePerson, previewErase } from '#actions/relate/erasePerson.ts';
import { exportPerson } from '#actions/relate/exportPerson.ts';
import { mergePeople, previewMerge } from '#actions/relate/mergePeople.ts';
import { isContact } from '#actions/relate/keepPrivate.ts';
import { mayWith, personFor } from '#actions/relate/personFor.ts';
import { revealItem } from '#actions/relate/revealItem.ts';
import { addDays, latestDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { findDuplicates } from '#domain/relate/person/duplicates.ts';
import { normalisePersonName } from '#domain/relate/person/personName.ts';
import { RETENTION_AHEAD_DAYS } from '#domain/relate/person/person.ts';
import { readQuery } from '#domain/find/searchQuery.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { countPeople, itemsOf, listPeople } from '#storage/relate/people.ts';
import { revealsOf } from '#storage/relate/reveals.ts';
import { namesOf } from '#storage/trust/members.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentItem, presentPeople } from './presentPeople.ts';

/** People of one customer that are looked at together; a power map has forty. What is beyond these limits is counted and said. */
const AT_ONE_CUSTOMER = 2000;
const PAIRS_SHOWN = 100;
const REVEALS_SHOWN = 200;
/** As many as are kept longer or erased in one go. */
const DUE_SHOWN = 200;

/** People: list, find, add, change, guard, merge, erase. */
export function registerPeople(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/people', async ({ context, params, query }) => {
    const account = await accountOf(context, params.id);
    const rows = await listPeople(context.store.read, viewerOf(context.actor, 'readPeople'), { accountId: account.id, query: readQuery(query.q ?? '', 'people'), ...paged(query) });
    const add = (await findAccount(context.store.read, viewerOf(context.actor, 'recordPerson'), account.id)) !== undefined;
    return { ...await page(context, rows, query.limit), can: { add, erase: scopeOf(context.actor.role, 'erasePerson') !== 'none' } };
  });
  serve(api, 'GET /api/accounts/{id}/people/duplicates', async ({ context, params }) => {
    const account = await accountOf(context, params.id);
    const viewer = viewerOf(context.actor, 'readPeople');
    const rows = await listPeople(context.store.read, viewer, { accountId: account.id, limit: AT_ONE_CUSTOMER });
    const beyond = rows.length < AT_ONE_CUSTOMER ? 0 : await countPeople(context.store.read, viewer, { accountId: account.id }) - rows.length;
    const items = Map.groupBy(await itemsOf(context.store.read, rows.map(({ id }) => id)), (item) => item.person_id);
    const all = findDuplicates(rows.map((row) => ({
      id: row.id, nameNorm: row.name_norm, nameLatinNorm: normalisePersonName(row.name_latin ?? ''), accountId: row.account_id, organisationNorm: row.organisation_norm, placeholder: row.placeholder === 1,
      // That two share a guarded number would tell the number to who knows one of them.
      items: (items.get(row.id) ?? []).filter((item) => item.sensitivity !== 'sensitive').map((item) => ({ kind: item.kind, valueNorm: item.value_norm })),
    })));
    const pairs = all.slice(0, PAIRS_SHOWN);
    const named = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    const shown = new Map((await presentPeople(context, rows.filter((row) => named.has(row.id)))).map((person) => [person.id, person]));
    return { pairs: pairs.map(({ a, b, why }) => ({ a: shown.get(a)!, b: shown.get(b)!, why })), more: all.length - pairs.length, beyond };
  });
  serve(api, 'GET /api/people', async ({ context, query }) => {
    const best = query.order === 'best' && query.after === undefined;
    const rows = await listPeople(context.store.read, viewerOf(context.actor, 'readPeople'), {
      query: readQuery(query.q ?? '', 'people'), ownerId: query.mine === 'yes' ? context.actor.id ?? '' : undefined, bestFor: best ? normalisePersonName(query.q ?? '') : undefined, ...paged(query),
    });
    return best ? { ...await page(context, rows, query.limit), next: null } : page(context, rows, query.limit);
  });
  serve(api, 'GET /api/people/due', async ({ context, query }) => {
    const [viewer, due] = [viewerOf(context.actor, 'recordPerson'), { retainUpTo: addDays(latestDay(context.now()), RETENTION_AHEAD_DAYS), accountId: query.account }];
    const rows = await listPeople(context.store.read, viewer, { ...due, limit: DUE_SHOWN });
    return { rows: await presentPeople(context, rows), more: rows.length < DUE_SHOWN ? 0 : await countPeople(context.store.read, viewer, due) - rows.length };
  });
  serve(api, 'POST /api/people', ({ context, body }) => addPeople(context, body.people.map(({ items, ...person }) => ({ person, items }))));

  serve(api, 'GET /api/people/{id}', async ({ context, params }) => {
    const row = await personFor(context.store.read, context.actor, 'readPeople', params.id);
    const [person] = await presentPeople(context, [row]);
    const items = await itemsOf(context.store.read, [row.id]);
    const names = await namesOf(context.store.read, [...new Set([...items.map((item) => item.recorded_by), row.level_by, row.function_by].filter((by) => by !== null))]);
    const told = (by: string | null, at: string | null) => (by === null || at === null ? null : { by: { id: by, name: names.get(by) ?? '' }, on: at.slice(0, 10) });
    const erase = (await mayWith(context.store.read, context.actor, 'erasePerson', [row])).has(row.id) && row.user_id === null;
    const own = row.owner_id !== null && row.owner_id === context.actor.id && isContact(row);
    return { person: person!, items: items.map((item) => presentItem(item, person!.can.edit, (id) => names.get(id) ?? '')), told: { level: told(row.level_by, row.level_at), function: told(row.function_by, row.function_at) }, can: { ...person!.can, erase, keepPrivate: own } };
  });
  serve(api, 'PATCH /api/people/{id}', ({ context, params, body }) => editPerson(context, params.id, body));
  serve(api, 'POST /api/people/{id}/withdraw', ({ context, params }) => withdrawPerson(context, params.id));
  serve(api, 'POST /api/people/{id}/items', ({ context, params, body }) => addItems(context, params.id, body.items));
  serve(api, 'POST /api/person-items/{id}/withdraw', ({ context, params }) => withdrawItem(context, params.id));
  serve(api, 'POST /api/person-items/{id}/reveal', async ({ context, params, body }) => {
    const { id, value, place } = await revealItem(context, params.id, body.reason);
    return { id, value, place };
  });
  serve(api, 'GET /api/people/{id}/reveals', async ({ context, params }) => {
    await personFor(context.store.read, context.actor, 'recordPerson', params.id);
    const reveals = await revealsOf(context.store.read, params.id, REVEALS_SHOWN + 1);
    return { more: reveals.length > REVEALS_SHOWN, rows: reveals.slice(0, REVEALS_SHOWN).map((row) => ({ itemId: row.item_id, kind: row.kind, by: { id: row.user_id, name: row.name ?? '' }, at: row.at, reason: row.reason })) };
  });

  serve(api, 'GET /api/people/{id}/merge', async ({ context, params, query }) => {
    const { set, moved, dropped, refused } = await previewMerge(context, params.id, query.other);
    return { set: { ...set }, moved: { items: moved.items.length, ties: moved.ties.length }, dropped: { items: dropped.items.length, ties: dropped.ties.length }, refused };
  });
  serve(api, 'POST /api/people/{id}/merge', ({ context, params, body }) => mergePeople(context, params.id, body.other));
  serve(api, 'GET /api/people/{id}/erase', async ({ context, params }) => erased(await previewErase(context, params.id)));
  serve(api, 'POST /api/people/{id}/erase', async ({ context, params, body }) => {
    const done = await erasePerson(context, params.id, body);
    return { ...erased(done), event: done.event, cleaned: done.cleaned };
  });
  serve(api, 'POST /api/people/{id}/export', async ({ context, params, body }) => ({ ...await exportPerson(context, params.id, body.reason) }));
}

const paged = (query: { after?: string | undefined; limit: number }) => ({ after: query.after === undefined ? undefined : Number(query.after), limit: query.limit + 1 });
const erased = ({ places, sources }: Awaited<ReturnType<typeof previewErase>>) => ({ places: places.map((place) => ({ ...place })), sources: [...sources] });

export async function page(context: Context, rows: Parameters<typeof presentPeople>[1], limit: number) {
  return { rows: await presentPeople(context, rows.slice(0, limit)), next: rows.length > limit ? String(rows[limit - 1]!.id) : null };
}

async function accountOf(context: Context, id: number) {
  const account = await findAccount(context.store.read, viewerOf(context.actor, 'readPeople'), id);
  if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
  return account;
}
