import { sql, type Kysely } from 'kysely';

/**
 * Coverage (覆盖矩阵, R3 and R7): a person may be told their level and their function; null: read from the title, or not known. Who told it and when stands beside it.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('person').addColumn('level', 'text', (column) => column.check(sql`level in ('staff', 'lead', 'manager', 'director', 'top')`)).execute();
  await db.schema.alterTable('person').addColumn('function', 'text', (column) => column.check(sql`"function" in ('management', 'purchasing', 'engineering', 'quality', 'production', 'supply_chain', 'sales', 'service', 'finance', 'other')`)).execute();
  for (const column of ['level_by', 'level_at', 'function_by', 'function_at']) await db.schema.alterTable('person').addColumn(column, 'text').execute();
}
