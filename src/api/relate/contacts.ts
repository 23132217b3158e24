import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { viewerOf, type Context } from '#actions/act.ts';
import { inTempFolder } from '#actions/files/tempFolder.ts';
import { toDisk } from '#actions/files/toDisk.ts';
import { importContacts } from '#actions/relate/importContacts.ts';
import { isContact, keepPrivate } from '#actions/relate/keepPrivate.ts';
import { lineOf } from '#actions/relate/network/pairLines.ts';
import { planContacts } from '#actions/relate/planContacts.ts';
import { CONTACT_LIMITS, readContacts } from '#actions/relate/readContacts.ts';
import { sayContacts } from '#actions/relate/sayContacts.ts';
import { latestDay, utcDay, type Day } from '#domain/day.ts';
import { isEmail } from '#domain/relate/person/itemValue.ts';
import { pairTie } from '#domain/relate/pairTie.ts';
import { readQuery } from '#domain/find/searchQuery.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { changeOfImport, contactImportsOf } from '#storage/relate/contactImports.ts';
import { countContacts, ownContacts, tiesBetween, type Contacts } from '#storage/relate/ownContacts.ts';
import { colleagueRow } from '#storage/relate/people.ts';
import type { TieTable } from '#storage/relate/relateTables.ts';
import { serve, type Api } from '../endpoint.ts';
import { page } from './people.ts';

/** Imports listed, the newest; of an older one the contacts are taken off one by one. */
const IMPORTS_SHOWN = 100;

/** A colleague's own contacts: read a file, take it in, keep some private. */
export function registerContacts(api: Api): void {
  serve(api, 'POST /api/contacts/read', async ({ context, viewer, app, query, upload }) => {
    await app.limits.upload(viewer.id);
    // An address book is read and forgotten: nothing of it stays before the colleague has chosen.
    return await inTempFolder('contacts', async (folder) => {
      const path = join(folder, 'file');
      await toDisk(path, upload(), CONTACT_LIMITS.bytes);
      const { layout, contacts, leftOut } = await readContacts(path, query.fileName);
      const { rows } = await planContacts(context.store.read, context.actor, contacts.map((contact) => cut(contact, latestDay(context.now()))));
      return { fileName: query.fileName, layout, contentHash: createHash('sha256').update(await readFile(path)).digest('hex'), rows: rows.map((row) => ({ ...row, contact: copy(row.contact) })), leftOut: leftOut.map((one) => ({ ...one })) };
    });
  });
  serve(api, 'POST /api/contacts', ({ context, body }) => importContacts(context, { fileName: body.fileName, layout: body.layout, contentHash: body.contentHash, contacts: body.contacts, private: body.private, leftOut: body.leaveOut, said: body.said }));
  serve(api, 'GET /api/contacts', async ({ context, viewer, query }) => {
    const db = context.store.read;
    const reach = viewerOf(context.actor, 'readPeople');
    const whose: Contacts = { userId: viewer.id, me: (await colleagueRow(db, viewer.id))?.id ?? null };
    const found = await ownContacts(db, reach, whose, { query: readQuery(query.q ?? '', 'people'), noDay: query.day === 'unknown', after: query.after === undefined ? undefined : Number(query.after), limit: query.limit + 1 });
    const { rows, next } = await page(context, found, query.limit);
    const ties = Map.groupBy(await tiesBetween(db, whose, rows.map(({ id }) => id)), (tie) => (tie.person_a === whose.me ? tie.person_b : tie.person_a));
    const may = scopeOf(context.actor.role, 'recordPerson') !== 'none';
    const first = query.after === undefined;
    return {
      rows: rows.map((row, n) => ({ ...row, tie: presentOwnTie(ties.get(row.id) ?? [], utcDay(context.now()), may), keep: may && row.owner?.id === viewer.id && isContact(found[n]!) })), next, can: { import: may },
      counts: first ? await countContacts(db, reach, whose) : null, ...(first ? await importsOf(context, viewer.id) : { imports: [], importsMore: false }),
    };
  });
  serve(api, 'POST /api/contacts/spoke', ({ context, body }) => sayContacts(context, body.contacts));
  serve(api, 'POST /api/people/{id}/private', ({ context, params, body }) => keepPrivate(context, params.id, body.private));
}

async function importsOf({ store: { read } }: Context, userId: string) {
  const found = await contactImportsOf(read, userId, IMPORTS_SHOWN + 1);
  const imports = found.slice(0, IMPORTS_SHOWN);
  const events = await Promise.all(imports.map((one) => (one.undone_at === null ? changeOfImport(read, one.id) : undefined)));
  const shown = imports.map((one, n) => ({ id: one.id, fileName: one.file_name, layout: one.layout as 'vcard', created: one.created, changed: one.changed, unchanged: one.unchanged, private: one.private, at: one.at, undoneAt: one.undone_at, event: events[n]?.event ?? null }));
  return { imports: shown, importsMore: found.length > IMPORTS_SHOWN };
}

/** Of several ties with one person the one whose day counts: the latest contact known, else the first tie that was told. */
function presentOwnTie(ties: readonly TieTable[], today: Day, may: boolean) {
  const { strength, lines } = pairTie(ties.map(lineOf), today);
  const at = lines.reduce((best, { since }, n) => (since !== null && since > (lines[best]!.since ?? '') ? n : best), 0);
  const tie = ties[at];
  if (!tie) return null;
  const { since } = lines[at]!;
  return { id: tie.id, kind: tie.kind, how: tie.how, private: tie.private_to !== null, since, span: since !== null && since === tie.last_contact_on ? tie.last_contact_span : null, strength, can: { say: may, kind: may && tie.import_id !== null } };
}

type Read = Awaited<ReturnType<typeof readContacts>>['contacts'][number];
const short = (text: string): string => text.replaceAll('\u0000', '').toWellFormed().slice(0, 500);
/** What the contract's limits would refuse on the way back is cut on the way out. */
const cut = (contact: Read, latest: Day): Read => ({
  ...contact, name: short(contact.name), family: short(contact.family), given: short(contact.given), organisation: short(contact.organisation), department: short(contact.department), title: short(contact.title), school: short(contact.school), homeTown: short(contact.homeTown),
  emails: contact.emails.slice(0, 50).map(short).filter(isEmail), phones: contact.phones.slice(0, 50).map(short), wechat: contact.wechat.slice(0, 50).map(short), since: contact.since !== null && contact.since > latest ? null : contact.since,
});
const copy = (contact: Read) => ({ ...contact, emails: [...contact.emails], phones: [...contact.phones], wechat: [...contact.wechat] });
