import { sql, type Kysely } from 'kysely';

/** What the network of ways asks after every change (decision 026): who works at a firm that is no customer, and what a colleague keeps private. Without them each question read every person and tie. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.createIndex('person_organisation').on('person').columns(['organisation_norm']).execute();
  for (const table of ['person', 'tie']) await sql`create index ${sql.id(`${table}_private`)} on ${sql.table(table)} (private_to) where private_to is not null`.execute(db);
}
