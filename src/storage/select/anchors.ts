import type { Kysely } from 'kysely';
import type { Anchor } from '#domain/select/fact.ts';
import type { Schema } from '../schema.ts';

/** What is wrong with a place in a source: no such source of that account, or the quotation does not stand there word for word; null: nothing. */
export async function anchorFault(db: Kysely<Schema>, accountId: number, sourceId: number, anchor: Anchor | null): Promise<'unknown_source' | 'quote_not_there' | null> {
  const source = await db.selectFrom('source').select('id').where('id', '=', sourceId).where('account_id', '=', accountId).executeTakeFirst();
  if (!source) return 'unknown_source';
  if (anchor === null) return null;
  const page = await db.selectFrom('source_page').select('text').where('source_id', '=', sourceId).where('page', '=', anchor.page).executeTakeFirst();
  return page?.text.slice(anchor.from, anchor.to) === anchor.quote ? null : 'quote_not_there';
}
