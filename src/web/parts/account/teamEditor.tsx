import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Popover, Select } from 'antd';
import { answerOf, forget, useChange } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';

type Team = Answer<'GET /api/accounts/{id}'>['team'];
type Role = Team[number]['role'];
const ROLES: readonly Role[] = ['owner', 'solution', 'delivery', 'member'];

/** Owner and team of a customer; each change is kept at once and can be undone. */
export function TeamEditor({ accountId, team, may }: { accountId: number; team: Team; may: boolean }) {
  const { account: t } = useText();
  const [open, setOpen] = useState(false);
  const members = useQuery({ ...answerOf('GET /api/members'), enabled: open }).data?.members ?? [];
  const assign = useChange('PUT /api/accounts/{id}/team', {
    forgets: ['GET /api/accounts/{id}', 'GET /api/accounts', 'GET /api/accounts/{id}/timeline'],
    done: (answer) => {
      sayDone(t.teamSaved, answer.event);
      void forget('GET /api/me');
    },
  });
  const owner = team.find((place) => place.role === 'owner')?.person;
  const others = team.filter((place) => place.role !== 'owner');
  const label = owner?.name ?? t.noOwner;
  const set = (next: { userId: string; role: Role }[]): void => assign.mutate({ params: { id: accountId }, body: { team: next } });
  const places = team.map((place) => ({ userId: place.person.id, role: place.role }));
  const content = (
    <div className="vf-team">
      {team.map((place) => (
        <div key={place.person.id} className="vf-team-row">
          <span className="vf-clip">{place.person.name}</span>
          <Select size="small" aria-label={`${place.person.name}: ${t.team}`} value={place.role} popupMatchSelectWidth={false} options={ROLES.map((role) => ({ value: role, label: t.roles[role] }))}
            onChange={(role: Role) => set(places.map((one) => (one.userId === place.person.id ? { ...one, role } : role === 'owner' && one.role === 'owner' ? { ...one, role: 'member' as const } : one)))} />
          <button type="button" className="vf-icon-button" aria-label={t.removePerson({ name: place.person.name })} onClick={() => set(places.filter((one) => one.userId !== place.person.id))}>×</button>
        </div>
      ))}
      <Select size="small" showSearch optionFilterProp="label" aria-label={t.addPerson} placeholder={t.addPerson} value={null} popupMatchSelectWidth={false}
        options={members.filter((member) => !member.disabled && !team.some((place) => place.person.id === member.id)).map((member) => ({ value: member.id, label: member.name }))}
        onChange={(userId: string | null) => userId && set([...places, { userId, role: owner ? 'member' : 'owner' }])} />
      {assign.error ? <ErrorNote error={assign.error} /> : null}
    </div>
  );
  const shown = <>{label}{others.length > 0 ? <span className="vf-faint"> +{others.length}</span> : null}</>;
  if (!may) return <span title={others.map((place) => place.person.name).join(', ')}>{shown}</span>;
  return (
    <Popover trigger="click" placement="bottomLeft" open={open} onOpenChange={setOpen} content={content} title={t.team}>
      <button type="button" className={`vf-inline${owner ? '' : ' vf-faint'}`} aria-label={`${t.editTeam}: ${label}${others.length > 0 ? ` +${others.length}` : ''}`} aria-expanded={open}>{shown}</button>
    </Popover>
  );
}
