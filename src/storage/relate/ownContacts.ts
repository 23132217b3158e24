import type { Query } from '#domain/find/searchQuery.ts';
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { DATED_KINDS } from '#domain/relate/pairTie.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import { peopleWhere, type PersonRow } from './people.ts';
import type { TieTable } from './relateTables.ts';

/** Whose contacts: the sign-in, and the entry in the network, which comes with the first ties. */
export interface Contacts { readonly userId: string; readonly me: number | null }
export interface ContactFilter { readonly query: Query; readonly noDay: boolean; readonly after?: number | undefined; readonly limit: number }

/** A colleague's own contacts by id: whom they brought, and whom others had brought before, but whose card they have too. */
export async function ownContacts(db: Kysely<Schema>, viewer: Viewer, whose: Contacts, { query: typed, noDay, after = 0, limit }: ContactFilter): Promise<PersonRow[]> {
  let query = peopleWhere(db, viewer, typed).where(mine(whose)).where('p.id', '>', after).orderBy('p.id').limit(limit);
  if (noDay) query = query.where(withoutDay(whose));
  return await query.execute() as PersonRow[];
}

/** How many contacts a colleague has, and of how many nobody knows when both last spoke. */
export async function countContacts(db: Kysely<Schema>, viewer: Viewer, whose: Contacts): Promise<{ all: number; noDay: number }> {
  const count = async (only?: RawBuilder<SqlBool>) => Number((await peopleWhere(db, viewer, []).clearSelect().select(sql<number>`count(*)`.as('n')).where(mine(whose)).$if(only !== undefined, (query) => query.where(only!)).executeTakeFirstOrThrow()).n);
  return { all: await count(), noDay: await count(withoutDay(whose)) };
}

/** Ties that hold between a colleague and these people, as they may see them, oldest first. */
export async function tiesBetween(db: Kysely<Schema>, { userId, me }: Contacts, people: readonly number[]): Promise<TieTable[]> {
  const found: TieTable[] = [];
  if (me === null) return found;
  for (const some of inChunks(people)) {
    found.push(...await db.selectFrom('tie').selectAll().where('withdrawn_at', 'is', null).where((eb) => eb.or([eb('private_to', 'is', null), eb('private_to', '=', userId)]))
      .where((eb) => eb.or([eb.and([eb('person_a', '=', me), eb('person_b', 'in', some)]), eb.and([eb('person_b', '=', me), eb('person_a', 'in', some)])])).execute());
  }
  return found.sort((a, b) => a.id - b.id);
}

const theirTies = ({ userId, me }: Contacts) => sql`from tie t where t.withdrawn_at is null and (t.person_a = ${me} or t.person_b = ${me}) and (t.private_to is null or t.private_to = ${userId})`;
const other = (me: number | null) => sql`case when t.person_a = ${me} then t.person_b else t.person_a end`;

function mine(whose: Contacts): RawBuilder<SqlBool> {
  const brought = sql`p.owner_id = ${whose.userId} and (p.kind = 'contact' or p.import_id is not null)`;
  return whose.me === null ? sql`(${brought})` : sql`((${brought}) or (p.user_id is null and p.id in (select ${other(whose.me)} ${theirTies(whose)} and t.recorded_by = ${whose.userId} and t.import_id is not null)))`;
}

/** As `dayUnknown` of domain/relate/spoke.ts says it of one tie: of all ties between the two. */
function withoutDay(whose: Contacts): RawBuilder<SqlBool> {
  if (whose.me === null) return sql`1 = 0`;
  const dated = sql.join(Object.keys(DATED_KINDS).map((kind) => sql`${kind}`));
  const known = sql`t.last_contact_on is not null or t.corrected_at is not null or (t.kind in (${dated}) and (t.from_on is not null or t.to_on is not null))`;
  return sql`p.id in (select ${other(whose.me)} ${theirTies(whose)} group by 1 having max(case when ${known} then 1 else 0 end) = 0)`;
}
