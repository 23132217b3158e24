import { Refusal, type InvalidField } from '#domain/refusal.ts';
import type { TeamPlace } from '#domain/trust/events.ts';
import { readTeam, replaceTeam } from '#storage/select/accountTeam.ts';
import { openAccesses } from '#storage/trust/members.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';

function faults(team: readonly TeamPlace[], known: ReadonlySet<string>): InvalidField[] {
  return team.flatMap(({ userId, role }, n): InvalidField[] => {
    if (!known.has(userId)) return [{ path: `team.${n}.userId`, reason: 'unknown_person', message: 'There is no such person in this workspace.' }];
    if (team.findIndex((place) => place.userId === userId) < n) return [{ path: `team.${n}.userId`, reason: 'repeated_person', message: 'A person has one place in a team.' }];
    if (role === 'owner' && team.findIndex((place) => place.role === 'owner') < n) return [{ path: `team.${n}.role`, reason: 'second_owner', message: 'A customer has one owner.' }];
    return [];
  });
}

/** Sets who works on a customer (铁三角); at most one owner, everybody once. */
export async function assignTeam(context: Context, id: number, team: readonly TeamPlace[]): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'assignTeam', async (tx) => {
    await accountFor(tx, context.actor, 'assignTeam', id);
    const people = await openAccesses(tx, team.map(({ userId }) => userId));
    const fields = faults(team, new Set(people));
    if (fields.length > 0) throw new Refusal('invalid', 'This team cannot be set.', { fields });
    const before = (await readTeam(tx, id)).map(({ user_id, role }) => ({ userId: user_id, role }));
    const at = context.now().toISOString();
    await replaceTeam(tx, id, team.map(({ userId, role }) => ({ account_id: id, user_id: userId, role, since: at, added_by: context.actor.id })));
    return { answer: null, events: [{ verb: 'teamAssigned', accountId: id, payload: { before, after: team } }] };
  });
  return { event: eventIds[0]! };
}
