import { addMember } from '#actions/trust/addMember.ts';
import { changeMember } from '#actions/trust/changeMember.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { listMembers } from '#storage/trust/members.ts';
import { serve, type Api } from '../endpoint.ts';

/** People of the workspace. Everybody sees names and roles; e-mails and when somebody was here are for administrators. */
export function registerMembers(api: Api): void {
  serve(api, 'GET /api/members', async ({ context, viewer }) => {
    const manage = scopeOf(viewer.role, 'manageMembers') !== 'none';
    const members = await listMembers(context.store.read);
    return {
      members: members.map(({ id, name, email, role, accounts, disabledAt, lastSeenAt }) => ({
        id, name, role, accounts, disabled: disabledAt !== null,
        email: manage || id === viewer.id ? email : '', lastSeen: manage ? lastSeenAt : null,
      })),
      can: { manage },
    };
  });

  serve(api, 'POST /api/members', ({ context, body }) => addMember(context, body));

  serve(api, 'PATCH /api/members/{id}', async ({ context, params, body, app }) => {
    const event = await changeMember(context, params.id, body);
    app.sessions.drop(params.id);
    return { event };
  });
}
