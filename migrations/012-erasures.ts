import { sql, type Kysely } from 'kysely';

/**
 * The register of erasures (删除登记, decision 035): which rows were erased when, by number and by the instant they were made, and nothing of whom they
 * were about. It goes into every backup, and tells a restore of an older one what must not come back.
 */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const big = engine === 'sqlite' ? 'integer' : 'bigint';
  await db.schema.createTable('erasure')
    .addColumn('noun', 'text', (c) => c.notNull()).addColumn('noun_id', big, (c) => c.notNull()).addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('erased_at', 'text', (c) => c.notNull()).addColumn('words', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('erasure_pk', ['noun', 'noun_id', 'made_at'] as never)
    .addCheckConstraint('erasure_check_noun', sql.raw("noun in ('person', 'key_position')"))
    .execute();
  // Who was erased before there was a register left an empty row.
  await sql`insert into erasure (noun, noun_id, made_at, erased_at, words) select 'person', id, recorded_at, erased_at, 1 from person where erased_at is not null`.execute(db);
}
