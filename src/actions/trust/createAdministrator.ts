import { hashPassword } from 'better-auth/crypto';
import { Refusal } from '#domain/refusal.ts';
import { claimFirstAdministrator, hasMembers, insertMember } from '#storage/trust/members.ts';
import { writeSettings } from '#storage/trust/settings.ts';
import { act, type Context } from '../act.ts';

export interface FirstAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: string;
  /** Name of the workspace; empty: none yet. */
  readonly workspace: string;
}

/**
 * Creates the first person, an administrator; open to anybody until there is one. Two at the same instant: one is created.
 * Refuses with `conflict` (administrator_exists) afterwards. Gives the new person's id.
 */
export async function createAdministrator(context: Context, person: FirstAdministrator): Promise<string> {
  // Before the hash, which takes 50 ms of a core: a closed door should cost nothing.
  if (await hasMembers(context.store.read)) throw closed();
  const id = crypto.randomUUID();
  const at = context.now().toISOString();
  const passwordHash = await hashPassword(person.password);
  const self = { ...context, actor: { id, name: person.name, role: 'administrator' as const } };
  await act(self, null, async (tx) => {
    if (await hasMembers(tx) || !(await claimFirstAdministrator(tx, id, at))) throw closed();
    await insertMember(tx, { id, name: person.name, email: person.email.toLowerCase(), role: 'administrator', locale: person.locale, passwordHash, at });
    if (person.workspace !== '') await writeSettings(tx, { workspaceName: person.workspace }, { userId: id, at });
    return { answer: null, events: [{ verb: 'memberAdded', payload: { userId: id, role: 'administrator' } }] };
  });
  return id;
}

function closed(): Refusal {
  return new Refusal('conflict', 'This workspace has its administrator already. Ask them to add you.', { reason: 'administrator_exists' });
}
