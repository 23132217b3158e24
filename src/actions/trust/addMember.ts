import { hashPassword } from 'better-auth/crypto';
import { Refusal } from '#domain/refusal.ts';
import type { Role } from '#domain/trust/permissions.ts';
import { insertMember } from '#storage/trust/members.ts';
import { act, permit, type Context } from '../act.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
  readonly locale?: string;
}

/** Adds a person with a first password. Refuses with `conflict` (email_taken) when somebody has that e-mail. */
export async function addMember(context: Context, person: NewPerson): Promise<{ id: string; event: number }> {
  permit(context.actor, 'manageMembers');
  const id = crypto.randomUUID();
  const passwordHash = await hashPassword(person.password);
  const { eventIds } = await act(context, 'manageMembers', async (tx) => {
    const added = await insertMember(tx, {
      id, name: person.name, email: person.email.toLowerCase(), role: person.role, locale: person.locale ?? 'en', passwordHash, at: context.now().toISOString(),
    });
    if (!added) {
      throw new Refusal('conflict', 'Somebody has this e-mail already.', { reason: 'email_taken', fields: [{ path: 'email', reason: 'email_taken', message: 'Somebody has this e-mail already.' }] });
    }
    return { answer: null, events: [{ verb: 'memberAdded', payload: { userId: id, role: person.role } }] };
  });
  return { id, event: eventIds[0]! };
}
