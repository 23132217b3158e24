import { z } from 'zod';
import { RAISED_KINDS, SPOKE_SPANS } from '#domain/relate/spoke.ts';
import { TIE_KINDS } from '#domain/relate/ties.ts';
import { endpoint } from '../endpoint.ts';
import { DayText, Id } from '../shared.ts';
import { PersonView } from './people.ts';

const Cell = z.string().max(500);
const Layout = z.enum(['vcard', 'jcard', 'linkedin', 'google', 'outlook', 'table']);
/** When two people last spoke: a span counted back from today, or the day. */
const Spoke = z.union([z.enum(SPOKE_SPANS), DayText]);
const Said = z.object({ spoke: Spoke.nullable().default(null), kind: z.enum(RAISED_KINDS).nullable().default(null) });

/** A person as a file of contacts has them. */
export const ContactView = z.object({
  at: z.number().int().min(1), name: Cell.min(1), family: Cell, given: Cell, organisation: Cell, department: Cell, title: Cell, emails: z.array(Cell).max(50), phones: z.array(Cell).max(50), wechat: z.array(Cell).max(50), school: Cell, homeTown: Cell, since: DayText.nullable(),
}).meta({ id: 'Contact' });

export const readContacts = endpoint({
  summary: "Read a file of the caller's own contacts (request body = vCard, jCard, CSV or XLSX) and say what importing would do; nothing is kept", access: 'recordPerson', upload: true, query: z.object({ fileName: z.string().min(1).max(255) }),
  response: z.object({
    fileName: z.string(), layout: Layout, contentHash: z.string(),
    rows: z.array(z.object({
      contact: ContactView, state: z.enum(['new', 'known', 'changed', 'unchanged', 'repeated']), person: z.object({ id: z.number(), name: z.string() }).nullable(),
      /** The customer whose name their organisation is: they will be among its people. */
      account: z.object({ id: z.number(), name: z.string() }).nullable(),
    })),
    leftOut: z.array(z.object({ at: z.number(), reason: z.enum(['empty']) })),
  }).meta({ id: 'ContactsRead' }),
});
export const importContacts = endpoint({
  summary: "Take the caller's own contacts in, all or none; importing the same again changes nothing (event 0)", access: 'recordPerson',
  body: z.object({
    fileName: z.string().min(1).max(255), layout: Layout, contentHash: z.string().max(64), contacts: z.array(ContactView).min(1).max(20_000),
    /** Places in `contacts` (from 0) of those that only the caller will see, and of those not to take. */
    private: z.array(z.number().int().min(0)).max(20_000).default([]), leaveOut: z.array(z.number().int().min(0)).max(20_000).default([]),
    /** What the caller says of the ties this makes, by place in `contacts`. */
    said: z.array(Said.extend({ row: z.number().int().min(0) })).max(20_000).default([]),
  }).meta({ id: 'ContactsToImport' }),
  response: z.object({ id: z.number(), event: z.number(), created: z.number(), changed: z.number(), unchanged: z.number(), private: z.number() }).meta({ id: 'ContactsImported' }),
});
/** An own contact with the tie to the caller that says most of their last contact. */
const ContactRow = PersonView.extend({
  tie: z.object({
    id: z.number(), kind: z.enum(TIE_KINDS), how: z.enum(['told', 'imported', 'inferred']), private: z.boolean(),
    /** The day both last had to do with each other, as far as is known; `span`: it is the middle of what was said. */
    since: DayText.nullable(), span: z.enum(SPOKE_SPANS).nullable(),
    /** 0–1; null: unknown. */
    strength: z.number().nullable(), can: z.object({ say: z.boolean(), kind: z.boolean() }),
  }).nullable(),
  keep: z.boolean(),
}).meta({ id: 'OwnContact' });
export const myContacts = endpoint({
  summary: "The caller's own contacts, by page, and on the first page their imports", access: 'readPeople',
  query: z.object({ day: z.enum(['unknown']).optional(), q: z.string().trim().max(100).optional(), after: z.string().regex(/^[1-9]\d{0,14}$/).optional(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
  response: z.object({
    rows: z.array(ContactRow), next: z.string().nullable(), can: z.object({ import: z.boolean() }),
    /** All of them, and those of whom nobody knows when they and the caller last spoke; on the first page. */
    counts: z.object({ all: z.number(), noDay: z.number() }).nullable(),
    imports: z.array(z.object({ id: z.number(), fileName: z.string(), layout: Layout, created: z.number(), changed: z.number(), unchanged: z.number(), private: z.number(), at: z.string(), undoneAt: z.string().nullable(), event: z.number().nullable() })),
    /** Whether there were more than these before. */
    importsMore: z.boolean(),
  }).meta({ id: 'MyContacts' }),
});
export const keepPrivate = endpoint({
  summary: 'Keep an own contact private, or share it', access: 'recordPerson', params: z.object({ id: Id }), body: z.object({ private: z.boolean() }).meta({ id: 'KeepPrivate' }), response: z.object({ event: z.number() }).meta({ id: 'KeptPrivate' }),
});
export const sayContacts = endpoint({
  summary: 'Say when one last spoke with contacts, and how one knows them (a set of 1 to 500, all or none)', access: 'recordPerson',
  body: z.object({ contacts: z.array(Said.extend({ tie: z.number().int().positive() })).min(1).max(500) }).meta({ id: 'SaidOfContacts' }),
  response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'ContactsSaid' }),
});
