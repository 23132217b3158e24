import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * What an import prepares before its commit, so that the commit is one short transaction: the monthly sums its customers
 * will have (import_month), the customers it touches (import_touched; kept, undo needs it), and the live lines that newer
 * versions will replace (import_superseded). `relied_on`: the newest event when it was checked. `beat_at`: last sign of life of
 * the process that reads it.
 */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const big = engine === 'sqlite' ? 'integer' : 'bigint';
  // SQLite keeps rows in the order of their key when told to; PostgreSQL has no such tables.
  const make = (table: CreateTableBuilder<any, any>) => (engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
  await db.schema.alterTable('import').addColumn('relied_on', big).execute();
  await db.schema.alterTable('import').addColumn('beat_at', 'text').execute();

  await make(db.schema.createTable('import_touched')
    .addColumn('import_id', big, (c) => c.notNull()).addColumn('account_id', big, (c) => c.notNull())
    .addPrimaryKeyConstraint('import_touched_pk', ['import_id', 'account_id']));
  await make(db.schema.createTable('import_superseded')
    .addColumn('import_id', big, (c) => c.notNull()).addColumn('line_id', big, (c) => c.notNull())
    .addPrimaryKeyConstraint('import_superseded_pk', ['import_id', 'line_id']));

  let month = db.schema.createTable('import_month').addColumn('import_id', big, (c) => c.notNull()).addColumn('account_id', big, (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull()).addColumn('currency', 'text', (c) => c.notNull());
  for (const column of ['revenue', 'credits', 'cost', 'costed_revenue'] as const) month = month.addColumn(column, big, (c) => c.notNull());
  for (const column of ['lines', 'invoices', 'credit_notes'] as const) month = month.addColumn(column, 'integer', (c) => c.notNull());
  for (const column of ['due_amount', 'late_amount', 'late_amount_days'] as const) month = month.addColumn(column, big, (c) => c.notNull());
  await make(month.addColumn('first_day', 'text', (c) => c.notNull()).addColumn('last_day', 'text', (c) => c.notNull()).addColumn('last_sale_day', 'text')
    .addPrimaryKeyConstraint('import_month_pk', ['import_id', 'account_id', 'month', 'currency']));
}
