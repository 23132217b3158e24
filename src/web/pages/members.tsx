import '../parts/members/members.css';
import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../answers.ts';
import { useMe } from '../me.ts';
import { AddMember } from '../parts/members/addMember.tsx';
import { MemberTable } from '../parts/members/memberTable.tsx';
import { PermissionTable } from '../parts/members/permissionTable.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useText } from '../text/locale.ts';

/** People of the workspace and what their roles may do. */
export default function MembersPage() {
  const { members: t } = useText();
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const view = useQuery(answerOf('GET /api/members'));
  const canManage = view.data?.can.manage ?? false;
  return (
    <Page title={t.title} lead={t.lead} action={canManage ? <Button type="primary" onClick={() => setAdding(true)}>{t.add}</Button> : null}>
      {view.error ? <ErrorNote error={view.error} retry={() => void view.refetch()} /> : null}
      {view.data ? <MemberTable members={view.data.members} canManage={canManage} myId={me.id} /> : view.isPending ? <RowsSkeleton /> : null}
      <PermissionTable />
      {canManage ? <AddMember open={adding} close={() => setAdding(false)} /> : null}
    </Page>
  );
}
