import type { Kysely } from 'kysely';
import type { InvalidField } from '#domain/refusal.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { readTeam } from '#storage/select/accountTeam.ts';
import type { Schema } from '#storage/schema.ts';
import { membersById } from '#storage/trust/members.ts';

/** Faults of people who are to own something about a customer: they must be here (unknown_person) and see the customer (owner_not_in_team). */
export async function ownerFaults(db: Kysely<Schema>, accountId: number, owners: readonly { readonly ownerId: string | null; readonly path: string }[]): Promise<InvalidField[]> {
  const ids = [...new Set(owners.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))];
  if (ids.length === 0) return [];
  const people = new Map((await membersById(db, ids)).filter((one) => one.disabledAt === null).map((one) => [one.id, one]));
  const team = new Set((await readTeam(db, accountId)).map((place) => place.user_id));
  return owners.flatMap(({ ownerId, path }): InvalidField[] => {
    if (ownerId === null) return [];
    const person = people.get(ownerId);
    if (!person) return [{ path, reason: 'unknown_person', message: 'There is no such person in this workspace.' }];
    if (scopeOf(person.role, 'readAccounts') === 'team' && !team.has(ownerId)) return [{ path, reason: 'owner_not_in_team', message: `${person.name} cannot see this customer. Add them to its team first.` }];
    return [];
  });
}
