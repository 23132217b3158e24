import { sql, type Kysely } from 'kysely';

/** Published model versions never change, and the last scoring of everybody is remembered with what it compared with. */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  await db.schema.createTable('score_run')
    .addColumn('id', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('model_version_id', engine === 'sqlite' ? 'integer' : 'bigint', (c) => c.notNull())
    .addColumn('as_of', 'text', (c) => c.notNull())
    .addColumn('data_from', 'text')
    .addColumn('reporting_currency', 'text', (c) => c.notNull())
    .addColumn('payments_known', 'integer', (c) => c.notNull())
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  if (engine === 'sqlite') {
    for (const change of ['update', 'delete']) {
      await sql.raw(`create trigger model_version_no_${change} before ${change} on model_version when old.published_at is not null
        begin select raise(abort, 'a published model version never changes'); end`).execute(db);
    }
    return;
  }
  await sql.raw(`create or replace function refuse_model_change() returns trigger language plpgsql as $$
    begin raise exception 'a published model version never changes'; end $$`).execute(db);
  await sql.raw(`create trigger model_version_no_change before update or delete on model_version for each row
    when (old.published_at is not null) execute function refuse_model_change()`).execute(db);
}
