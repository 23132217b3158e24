import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewerOf } from '#actions/act.ts';
import { toDisk } from '#actions/files/toDisk.ts';
import { importContacts, planContacts } from '#actions/relate/importContacts.ts';
import { keepPrivate } from '#actions/relate/keepPrivate.ts';
import { CONTACT_LIMITS, readContacts } from '#actions/relate/readContacts.ts';
import { queryTerms } from '#domain/searchTerms.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { changeOfImport, contactImportsOf } from '#storage/relate/contactImports.ts';
import { listPeople } from '#storage/relate/people.ts';
import { serve, type Api } from '../endpoint.ts';
import { page } from './people.ts';

/** A colleague's own contacts: read a file, take it in, keep some private. */
export function registerContacts(api: Api): void {
  serve(api, 'POST /api/contacts/read', async ({ context, viewer, app, query, upload }) => {
    await app.limits.upload(viewer.id);
    const folder = join(tmpdir(), `vitalfew-contacts-${randomUUID()}`);
    await mkdir(folder, { mode: 0o700 });
    try {
      // An address book is read and forgotten: nothing of it stays before the colleague has chosen.
      const path = join(folder, 'file');
      await toDisk(path, upload(), CONTACT_LIMITS.bytes);
      const { layout, contacts, leftOut } = await readContacts(path, query.fileName);
      const { rows } = await planContacts(context.store.read, context.actor, contacts.map(cut));
      return { fileName: query.fileName, layout, contentHash: createHash('sha256').update(await readFile(path)).digest('hex'), rows: rows.map((row) => ({ ...row, contact: copy(row.contact) })), leftOut: leftOut.map((one) => ({ ...one })) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  serve(api, 'POST /api/contacts', ({ context, body }) => importContacts(context, { fileName: body.fileName, layout: body.layout, contentHash: body.contentHash, contacts: body.contacts, private: body.private, leftOut: body.leaveOut }));
  serve(api, 'GET /api/contacts', async ({ context, viewer, query }) => {
    const db = context.store.read;
    const rows = await listPeople(db, viewerOf(context.actor, 'readPeople'), { ownerId: viewer.id, terms: queryTerms(query.q ?? ''), after: query.after === undefined ? undefined : Number(query.after), limit: query.limit + 1 });
    const imports = await contactImportsOf(db, viewer.id);
    const events = await Promise.all(imports.map((one) => changeOfImport(db, one.id)));
    return {
      ...await page(context, rows, query.limit), can: { import: scopeOf(context.actor.role, 'recordPerson') !== 'none' },
      imports: imports.map((one, n) => ({ id: one.id, fileName: one.file_name, layout: one.layout as 'vcard', created: one.created, changed: one.changed, unchanged: one.unchanged, private: one.private, at: one.at, undoneAt: one.undone_at, event: events[n]?.event ?? null })),
    };
  });
  serve(api, 'POST /api/people/{id}/private', ({ context, params, body }) => keepPrivate(context, params.id, body.private));
}

type Read = Awaited<ReturnType<typeof readContacts>>['contacts'][number];
const short = (text: string): string => text.replaceAll('\u0000', '').toWellFormed().slice(0, 500);
/** What the contract's limits would refuse on the way back is cut on the way out. */
const cut = (contact: Read): Read => ({
  ...contact, name: short(contact.name), family: short(contact.family), given: short(contact.given), organisation: short(contact.organisation), department: short(contact.department), title: short(contact.title), school: short(contact.school), homeTown: short(contact.homeTown),
  emails: contact.emails.slice(0, 50).map(short), phones: contact.phones.slice(0, 50).map(short), wechat: contact.wechat.slice(0, 50).map(short),
});
const copy = (contact: Read) => ({ ...contact, emails: [...contact.emails], phones: [...contact.phones], wechat: [...contact.wechat] });
