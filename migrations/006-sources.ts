import { sql, type Kysely } from 'kysely';

/**
 * Sources (来源, I2): documents and citations about an account, their text page by page, and an index of its words. The index is
 * derived: backups leave it out, a restore makes it anew. Facts can point into a page.
 */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const big = engine === 'sqlite' ? 'integer' : 'bigint';
  await db.schema.createTable('source')
    .addColumn('id', big, (c) => c.notNull().primaryKey()).addColumn('account_id', big, (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull()).addColumn('title', 'text', (c) => c.notNull()).addColumn('url', 'text')
    .addColumn('file_name', 'text').addColumn('format', 'text').addColumn('content_hash', 'text').addColumn('size', big, (c) => c.notNull())
    .addColumn('language', 'text').addColumn('pages', 'integer', (c) => c.notNull()).addColumn('page_count', 'integer').addColumn('letters', big, (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull()).addColumn('error', 'text').addColumn('published_on', 'text')
    .addColumn('added_by', 'text').addColumn('added_at', 'text', (c) => c.notNull()).addColumn('withdrawn_at', 'text').addColumn('withdrawn_by', 'text').execute();
  await db.schema.createIndex('source_account').on('source').columns(['account_id', 'id']).execute();
  await db.schema.createIndex('source_hash').on('source').columns(['content_hash']).execute();
  await db.schema.createTable('source_page')
    .addColumn('source_id', big, (c) => c.notNull()).addColumn('page', 'integer', (c) => c.notNull()).addColumn('label', 'text', (c) => c.notNull()).addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('source_page_pk', ['source_id', 'page']).execute();
  if (engine === 'sqlite') {
    await sql.raw(`create virtual table page_index using fts5(words, sounds, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`).execute(db);
  } else {
    await sql.raw('create table page_index (id bigint primary key, words tsvector not null, sounds tsvector not null)').execute(db);
    await sql.raw('create index page_index_words on page_index using gin (words)').execute(db);
    await sql.raw('create index page_index_sounds on page_index using gin (sounds)').execute(db);
  }
  await db.schema.alterTable('fact').addColumn('source_id', big).execute();
  await db.schema.alterTable('fact').addColumn('anchor', 'text').execute();
  await db.schema.createIndex('fact_source').on('fact').columns(['source_id']).execute();
}
