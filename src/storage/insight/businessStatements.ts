import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export interface BusinessStatement {
  readonly id: number;
  readonly sells: string;
  readonly business: string;
  readonly soNeeds: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

/** What was said of an account's business and holds, the newest first: that one counts, the others are its history. */
export async function businessStatementsOf(db: Kysely<Schema>, accountId: number, limit = 100): Promise<BusinessStatement[]> {
  const rows = await db.selectFrom('business_statement as b').leftJoin('auth_user as u', 'u.id', 'b.recorded_by').select(['b.id', 'b.sells', 'b.business', 'b.so_needs', 'b.recorded_by', 'b.recorded_at', 'u.name'])
    .where('b.account_id', '=', accountId).where('b.withdrawn_at', 'is', null).orderBy('b.id', 'desc').limit(limit).execute();
  return rows.map((row) => ({ id: row.id, sells: row.sells, business: row.business, soNeeds: row.so_needs, by: row.recorded_by === null ? null : { id: row.recorded_by, name: row.name ?? '' }, at: row.recorded_at }));
}
