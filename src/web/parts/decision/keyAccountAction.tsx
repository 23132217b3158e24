import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { Pennant } from './keyAccountMark.tsx';

const DecideDrawer = lazy(() => import('./decideDrawer.tsx'));

/** The one primary action of a customer's page: choose it as a key account; and when it is one, since when, and the review that is due. */
export function KeyAccountAction({ detail }: { detail: Answer<'GET /api/accounts/{id}'> }) {
  const { decisions: t } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const [deciding, setDeciding] = useState<'choose' | 'drop' | null>(null);
  const { decision, account, can } = detail;
  const chosen = decision?.kind === 'choose';
  const may = can.choose && account.archivedAt === null;
  const params = { id: String(decision?.id ?? 0) };
  return (
    <div className="vf-key-action">
      {decision ? (
        <Link to="/decisions/$id" params={params} className={chosen ? 'vf-key-since' : 'vf-key-since vf-quiet'}>
          {chosen ? <Pennant /> : null}{chosen ? t.since({ day: format.day(decision.decidedOn) }) : t.droppedOn({ day: format.day(decision.decidedOn) })}
        </Link>
      ) : null}
      {decision?.due ? <span className="vf-tag vf-tag-due">{t.dueNow}</span> : null}
      {may && decision?.due ? <Button type="primary" className="vf-noprint" onClick={() => void navigate({ to: '/decisions/$id', params, hash: 'review' })}>{t.reviewNow}</Button> : null}
      {may && !chosen ? <Button type="primary" className="vf-noprint" onClick={() => setDeciding('choose')}>{t.choose}</Button> : null}
      {may && chosen ? <button type="button" className="vf-link vf-small vf-noprint" onClick={() => setDeciding('drop')}>{t.drop}</button> : null}
      <Suspense fallback={null}>{deciding ? <DecideDrawer key={deciding} kind={deciding} detail={detail} close={() => setDeciding(null)} /> : null}</Suspense>
    </div>
  );
}
