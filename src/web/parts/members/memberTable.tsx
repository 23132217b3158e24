import { useState } from 'react';
import { Button, Select } from 'antd';
import type { z } from 'zod';
import type { Member } from '#contract/trust/workspace.ts';
import { ROLES, type Role } from '#domain/trust/permissions.ts';
import { useChange } from '../../answers.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { MemberPlace } from '../relate/coverage/memberPlace.tsx';
import { GivePassword } from './givePassword.tsx';

type MemberRow = z.infer<typeof Member>;

/** People with their role; whoever manages members changes it in place, with undo. */
export function MemberTable({ members, canManage, myId }: { members: readonly MemberRow[]; canManage: boolean; myId: string }) {
  const { members: t, common, coverage: place } = useAllText();
  const format = useFormat();
  const [passwordFor, setPasswordFor] = useState<MemberRow | null>(null);
  const change = useChange('PATCH /api/members/{id}', { forgets: ['GET /api/members', 'GET /api/me', 'GET /api/events'] });
  const set = (member: MemberRow, body: { role?: Role; disabled?: boolean }, said: string): void =>
    void change.mutateAsync({ params: { id: member.id }, body }).then(({ event }) => sayDone(said, event), () => undefined);
  const options = ROLES.map((role) => ({ value: role, label: common.roles[role] }));

  return (
    <>
      {change.error ? <ErrorNote error={change.error} /> : null}
      <div className="vf-scroll-x">
        <table className="vf-table vf-members">
          <thead>
            <tr><th>{t.person}</th><th>{place.memberPlace}</th><th>{t.role}</th><th className="vf-right" title={t.accountsHelp}>{t.accounts}</th><th>{t.lastSeen}</th>{canManage ? <th><span className="vf-hidden">{common.more}</span></th> : null}</tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id} className={member.disabled ? 'vf-member-off' : undefined}>
                <td>
                  <strong>{member.name}</strong> {member.disabled ? <span className="vf-tag">{t.closed}</span> : null}
                  {member.email ? <div className="vf-small vf-faint">{member.email}</div> : null}
                </td>
                <td data-label={place.memberPlace}>{member.disabled ? null : <MemberPlace userId={member.id} name={member.name} />}</td>
                <td>
                  {canManage && !member.disabled
                    ? <Select aria-label={t.roleOf(member.name)} value={member.role} options={options} popupMatchSelectWidth={false} onChange={(role: Role) => set(member, { role }, t.changed(member.name, common.roles[role]))} />
                    : common.roles[member.role]}
                </td>
                <td className="vf-right vf-num" data-label={t.accounts}>{format.number(member.accounts)}</td>
                <td data-label={t.lastSeen} title={member.lastSeen ? format.time(member.lastSeen) : undefined}>{member.lastSeen ? format.ago(member.lastSeen) : t.never}</td>
                {canManage ? (
                  <td>
                    <div className="vf-member-acts">
                    {member.id === myId ? null : member.disabled
                      ? <Button size="small" aria-label={t.actionsOf(t.open, member.name)} onClick={() => set(member, { disabled: false }, t.openedDone(member.name))}>{t.open}</Button>
                      : (
                        <>
                          <Button size="small" type="text" aria-label={t.actionsOf(t.newPassword, member.name)} onClick={() => setPasswordFor(member)}>{t.newPassword}</Button>
                          <Button size="small" type="text" aria-label={t.actionsOf(t.close, member.name)} onClick={() => set(member, { disabled: true }, t.closedDone(member.name))}>{t.close}</Button>
                        </>
                      )}
                    </div>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <GivePassword member={passwordFor} close={() => setPasswordFor(null)} />
    </>
  );
}
