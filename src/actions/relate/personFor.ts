import type { Kysely } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { scopeOf, type Permission } from '#domain/trust/permissions.ts';
import type { Schema } from '#storage/schema.ts';
import { findPerson, type PersonRow } from '#storage/relate/people.ts';
import { accountsAmong } from '#storage/select/accounts.ts';
import { viewerOf, type Actor } from '../act.ts';

/** What an actor may do with people: those at accounts within a permission's reach, and those without an account whom they brought. */
export async function mayWith(db: Kysely<Schema>, actor: Actor, permission: Permission, people: readonly PersonRow[]): Promise<Set<number>> {
  const scope = scopeOf(actor.role, permission);
  if (scope === 'none') return new Set();
  const accounts = [...new Set(people.flatMap((person) => (person.account_id === null ? [] : [person.account_id])))];
  const theirs = accounts.length === 0 ? new Map<number, unknown>() : await accountsAmong(db, viewerOf(actor, permission), accounts);
  return new Set(people.filter((person) => scope === 'all' || (actor.id !== null && person.private_to === actor.id) || (person.account_id === null ? actor.id !== null && (person.owner_id === actor.id || person.user_id === actor.id) : theirs.has(person.account_id))).map(({ id }) => id));
}

/** A person the actor may see. Not there and not theirs to see read the same (`not_found`); seen, but not theirs to change is `forbidden`. */
export async function personFor(db: Kysely<Schema>, actor: Actor, permission: Permission, id: number): Promise<PersonRow> {
  const person = await findPerson(db, viewerOf(actor, 'readPeople'), id);
  if (!person) throw noPerson();
  if (permission !== 'readPeople' && !(await mayWith(db, actor, permission, [person])).has(id)) {
    throw new Refusal('forbidden', 'You may see this person but not do this. Ask who brought them, or a director.', { reason: 'not_your_person' });
  }
  return person;
}

export const noPerson = (): Refusal => new Refusal('not_found', 'There is no such person among those you may see.', { reason: 'person' });
