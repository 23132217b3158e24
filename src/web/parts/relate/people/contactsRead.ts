import type { RaisedKind, Spoke } from '#domain/relate/spoke.ts';
import type { Answer } from '../../../call.ts';

/** A file of contacts as the server read it. */
export type ContactsRead = Answer<'POST /api/contacts/read'>;
export type ReadRow = ContactsRead['rows'][number];
/** What the colleague chose for a row of the file. */
export interface RowChoice { readonly out?: boolean; readonly mine?: boolean; readonly spoke?: Spoke | null; readonly kind?: RaisedKind | null }

/** A row that makes a tie: of it can be said when both last spoke, and whether it stays private. */
export const makesTie = (row: ReadRow): boolean => row.state === 'new' || row.state === 'known';
