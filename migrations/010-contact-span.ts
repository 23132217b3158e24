import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * Most people remember "this half-year", not a day. The day that is computed with stays a calendar day; beside it stands which span was
 * said, so that nobody takes the middle of a span for a day that somebody noted.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table tie add column last_contact_span text check (last_contact_span is null or (last_contact_on is not null and last_contact_span in ('week', 'month', 'half_year', 'year', 'years')))`.execute(db);
}
