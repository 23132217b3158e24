import { hashPassword } from 'better-auth/crypto';
import { Refusal } from '#domain/refusal.ts';
import type { MemberState } from '#domain/trust/events.ts';
import type { Role } from '#domain/trust/permissions.ts';
import { endSessions, lockAdministrators, readMember, replacePassword, updateMember } from '#storage/trust/members.ts';
import { act, permit, type Context } from '../act.ts';

export interface MemberChange {
  readonly role?: Role | undefined;
  /** True closes the person's access and ends their sessions; what they did stays. */
  readonly disabled?: boolean | undefined;
  readonly name?: string | undefined;
  /** A new password; their sessions end. */
  readonly password?: string | undefined;
}

/**
 * Changes a person's role, name or password, or closes their access. Gives the event's id.
 * Refuses with `conflict` (last_administrator) when nobody could administer afterwards, also when two do it at once.
 */
export async function changeMember(context: Context, id: string, change: MemberChange): Promise<number> {
  permit(context.actor, 'manageMembers');
  const passwordHash = change.password === undefined ? null : await hashPassword(change.password);
  const { eventIds } = await act(context, 'manageMembers', async (tx) => {
    const administrators = await lockAdministrators(tx);
    const person = await readMember(tx, id);
    if (!person) throw new Refusal('not_found', 'There is no such person.');
    const before: MemberState = { role: person.role, disabled: person.disabledAt !== null, name: person.name };
    const after: MemberState = {
      role: change.role ?? before.role, disabled: change.disabled ?? before.disabled, name: change.name ?? person.name,
      ...(passwordHash === null ? {} : { password: 'replaced' as const }),
    };
    const stays = after.role === 'administrator' && !after.disabled;
    if (!stays && administrators.every((administrator) => administrator === id)) {
      throw new Refusal('conflict', 'Somebody must stay administrator. Make another person administrator first.', { reason: 'last_administrator' });
    }
    const at = context.now().toISOString();
    const disabledAt = after.disabled ? (person.disabledAt ?? at) : null;
    await updateMember(tx, id, at, { role: after.role, name: after.name ?? person.name, disabledAt });
    if (passwordHash !== null) await replacePassword(tx, id, passwordHash, at);
    if (after.disabled) await endSessions(tx, id);
    return { answer: null, events: [{ verb: 'memberChanged', payload: { userId: id, before, after } }] };
  });
  return eventIds[0]!;
}
