import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Anchor } from '../select/facts.ts';
import { DayText, Id, Person } from '../shared.ts';

const Facts = { title: z.string().trim().max(300).default(''), publishedOn: DayText.nullable().default(null), url: z.string().trim().max(2000).nullable().default(null) };

/** A source (来源): a file, a pasted text or a web address. */
export const SourceView = z.object({
  id: z.number(), accountId: z.number(), kind: z.enum(['file', 'paste', 'web']), title: z.string(), url: z.string().nullable(), fileName: z.string().nullable(), format: z.string().nullable(),
  size: z.number(), language: z.string().nullable(),
  /** Pages read so far, and in all where that is known. */
  pages: z.number(), pageCount: z.number().nullable(), letters: z.number(),
  state: z.enum(['reading', 'ready', 'failed']), error: z.object({ reason: z.string(), message: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  publishedOn: DayText.nullable(), addedBy: Person.nullable(), addedAt: z.string(), withdrawnAt: z.string().nullable(), facts: z.number(),
}).meta({ id: 'Source' });

export const PageView = z.object({
  page: z.number(), label: z.string(), text: z.string(),
  /** Places of what was looked for (`q`) in the text. */
  marks: z.array(z.tuple([z.number(), z.number()])),
}).meta({ id: 'SourcePage' });
const Added = z.object({ source: SourceView, event: z.number() }).meta({ id: 'SourceAdded' });

export const listSources = endpoint({
  summary: 'Sources about a customer, newest first', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({ rows: z.array(SourceView), largestFile: z.number().describe('Bytes of the largest file that is taken'), can: z.object({ add: z.boolean() }) }).meta({ id: 'Sources' }),
});
export const uploadSource = endpoint({
  summary: 'Bring a document about a customer (request body = the file); it is read in the background', access: 'recordFact', upload: true, params: z.object({ id: Id }),
  query: z.object({ fileName: z.string().min(1).max(255), title: Facts.title, publishedOn: DayText.optional(), url: z.string().trim().max(2000).optional() }), response: Added,
});
export const pasteSource = endpoint({
  summary: 'Keep a pasted text as a source', access: 'recordFact', params: z.object({ id: Id }),
  body: z.object({ ...Facts, text: z.string().max(2_000_000) }).meta({ id: 'PastedSource' }), response: Added,
});
export const citeAddress = endpoint({
  summary: 'Keep a web address as a citation; nothing is fetched', access: 'recordFact', params: z.object({ id: Id }),
  body: z.object({ ...Facts, url: z.string().trim().min(1).max(2000) }).meta({ id: 'CitedAddress' }), response: Added,
});
/** A fact that was read in a source, with its place. */
export const SourceFact = z.object({ id: z.number(), statement: z.string(), anchor: Anchor.nullable(), by: Person.nullable() }).meta({ id: 'SourceFact' });

export const readSource = endpoint({
  summary: 'A source', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({ source: SourceView, account: z.object({ id: z.number(), name: z.string() }), facts: z.array(SourceFact), can: z.object({ record: z.boolean() }) }).meta({ id: 'SourceDetail' }),
});
export const readPages = endpoint({
  summary: 'Pages of a source as text', access: 'readAccounts', params: z.object({ id: Id }),
  query: z.object({ from: z.coerce.number().int().min(1).default(1), count: z.coerce.number().int().min(1).max(50).default(10), q: z.string().trim().max(200).optional() }),
  response: z.object({ pages: z.array(PageView), known: z.number() }).meta({ id: 'SourcePages' }),
});
export const downloadSource = endpoint({ summary: 'The file as it was brought', access: 'readAccounts', params: z.object({ id: Id }), produces: 'application/octet-stream' });
export const withdrawSource = endpoint({
  summary: 'Put a source away (or take it back with withdrawn=false)', access: 'recordFact', params: z.object({ id: Id }),
  body: z.object({ withdrawn: z.boolean() }).meta({ id: 'WithdrawSource' }), response: z.object({ event: z.number() }).meta({ id: 'SourceWithdrawn' }),
});
export const searchPages = endpoint({
  summary: 'Find pages of sources by Chinese, pinyin, initials, English or the beginning of a word; newest sources first', access: 'readAccounts',
  query: z.object({ q: z.string().trim().min(1).max(200), accountId: z.coerce.number().int().positive().optional(), sourceId: z.coerce.number().int().positive().optional(), after: z.string().regex(/^[1-9]\d{0,14}$/).optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  response: z.object({
    rows: z.array(z.object({
      sourceId: z.number(), title: z.string(), page: z.number(), label: z.string(), account: z.object({ id: z.number(), name: z.string() }),
      /** A stretch of the page around the first find, and the places of the finds in it. */
      snippet: z.string(), marks: z.array(z.tuple([z.number(), z.number()])),
    })), next: z.string().nullable(),
  }).meta({ id: 'FoundPages' }),
});
