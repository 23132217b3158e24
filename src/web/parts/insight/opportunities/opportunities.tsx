import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answerOf } from '../../../answers.ts';
import { useAllText } from '../../../text/locale.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import OpportunityDrawer from '../../opportunity/opportunityDrawer.tsx';
import { OpportunityViews, VIEWS, type ViewName } from '../../opportunity/views.tsx';
import { useLiveNotes } from '../../opportunity/useLiveNotes.ts';
import { Segments } from '../../segments.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import type { InsightPart } from '../insightTab.tsx';

/** Opportunity points of one customer. */
export default function Opportunities({ account }: InsightPart) {
  const { opportunity: t } = useAllText();
  const [view, setView] = useState<ViewName>('board');
  const [proposing, setProposing] = useState(false);
  const { data, error, refetch } = useQuery(answerOf('GET /api/accounts/{id}/opportunities', { params: { id: account.id } }));
  useLiveNotes(account.id);
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={6} />;
  const propose = data.can.describe ? <Button type="primary" onClick={() => setProposing(true)}>{t.propose}</Button> : null;
  return (
    <>
      {data.rows.length === 0 ? <Empty sentence={t.empty} example={t.emptyExample} action={propose} /> : (
        <>
          <div className="vf-opportunity-tools vf-noprint">
            <Segments label={t.view} value={view} choose={setView} options={VIEWS.map((value) => ({ value, text: t.views[value] }))} />
            <span className="vf-small vf-quiet">{t.count(data.rows.length)}</span>
            {propose}
          </div>
          <OpportunityViews view={view} rows={data.rows} currency={data.currency} may={() => data.can.describe} showAccount={false} />
        </>
      )}
      {proposing ? <OpportunityDrawer account={account} close={() => setProposing(false)} /> : null}
    </>
  );
}
