import { sql, type Kysely } from 'kysely';
import { indexPeople } from '#storage/relate/people.ts';
import { indexAccounts } from '#storage/select/accountSearch.ts';
import type { Engine } from '#storage/dialect.ts';

const AT_ONCE = 500;

/**
 * Names are found by pinyin and initials mixed, by other readings and without accents: the terms of all who are there are written anew.
 * Terms of people are compared byte by byte as those of customers are: PostgreSQL's own order of a language would find others than SQLite.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`alter table person_term alter column term type text collate "C"`.execute(db);
  for (let after = 0; ;) {
    const accounts: { id: number; key: string; name: string }[] = await db.selectFrom('account').select(['id', 'key', 'name']).where('id', '>', after).orderBy('id').limit(AT_ONCE).execute();
    if (accounts.length === 0) break;
    await indexAccounts(db as never, accounts);
    after = accounts.at(-1)!.id;
  }
  for (let after = 0; ;) {
    const people: { id: number }[] = await db.selectFrom('person').select('id').where('id', '>', after).orderBy('id').limit(AT_ONCE).execute();
    if (people.length === 0) break;
    await indexPeople(db as never, people.map(({ id }) => id));
    after = people.at(-1)!.id;
  }
}
