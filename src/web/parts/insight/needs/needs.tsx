import './needs.css';
import '../../capability/capability.css';
import '../../opportunity/opportunity.css';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from '@tanstack/react-router';
import { ASPECTS, type Aspect } from '#domain/insight/aspects.ts';
import { readNeeds } from '#domain/insight/pastedNotes.ts';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { sayDone } from '../../../undo.ts';
import { shortened } from '../../audit/sentence.ts';
import { PasteDrawer } from '../../capability/pasteDrawer.tsx';
import { useWidth } from '../../chart/useWidth.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { forgetOpportunities } from '../../opportunity/forgetOpportunities.ts';
import OpportunityDrawer from '../../opportunity/opportunityDrawer.tsx';
import { useLiveNotes } from '../../opportunity/useLiveNotes.ts';
import { RowsSkeleton } from '../../skeleton.tsx';
import type { InsightPart } from '../insightTab.tsx';
import { NeedDrawer } from './needDrawer.tsx';
import { NeedGrid } from './needGrid.tsx';
import { NeedList } from './needList.tsx';
import type { NeedView } from './needView.ts';
import { useFits } from './useFits.ts';

/** Below this width in pixels a matrix cannot be read. */
const NARROW = 680;

/** Needs of a customer in six aspects, held against what we can do: gaps first. */
export default function Needs({ account }: InsightPart) {
  const { match: t } = useAllText();
  const [holder, width] = useWidth<HTMLDivElement>();
  const [aspect, setAspect] = useState<Aspect | ''>('');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const [proposing, setProposing] = useState<NeedView | null>(null);
  const { data, error, refetch } = useQuery(answerOf('GET /api/accounts/{id}/needs', { params: { id: account.id } }));
  const { needs, setFit } = useFits(data);
  useLiveNotes(account.id);
  const body = (() => {
    if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
    if (!data) return <RowsSkeleton rows={8} />;
    const add = data.can.describe ? <Button type="primary" onClick={() => setAdding(true)}>{t.addNeeds}</Button> : null;
    if (needs.length === 0) return <Empty sentence={t.empty} example={t.emptyExample} action={add} />;
    const shown = aspect === '' ? needs : needs.filter((need) => need.aspect === aspect);
    const gaps = needs.filter((need) => need.fit.state === 'gap' && need.answer === null).length;
    const unmatched = needs.filter((need) => need.fit.state === 'unmatched').length;
    const one = needs.find((need) => need.id === opened);
    return (
      <>
        <div className="vf-opportunity-tools vf-noprint">
          <Select<Aspect | ''> size="small" aria-label={t.aspect} popupMatchSelectWidth={false} value={aspect} onChange={setAspect} options={[{ value: '', label: t.allAspects }, ...ASPECTS.map((value) => ({ value, label: t.aspects[value] }))]} />
          <span className="vf-small vf-quiet" role="status">{[t.needs(needs.length), ...(gaps > 0 ? [t.openGaps(gaps)] : []), ...(unmatched > 0 ? [t.toMatch(unmatched)] : [])].join(' · ')}</span>
          {add}
        </div>
        {data.capabilities.length === 0 ? <p className="vf-note">{t.noCatalogue} <Link to="/capabilities">{t.toCatalogue}</Link></p> : null}
        {width > 0 && width < NARROW ? <NeedList needs={shown} open={setOpened} /> : <NeedGrid needs={shown} capabilities={data.capabilities} may={data.can.describe} setFit={setFit} open={setOpened} />}
        {one ? <NeedDrawer key={one.id} account={account} need={one} capabilities={data.capabilities} can={data.can} setFit={setFit} propose={() => (setOpened(null), setProposing(one))} close={() => setOpened(null)} /> : null}
      </>
    );
  })();
  return (
    <div ref={holder}>
      {body}
      {proposing ? <OpportunityDrawer account={account} from={{ need: { id: proposing.id, text: proposing.text }, facts: proposing.facts }} close={() => setProposing(null)} /> : null}
      {adding ? (
        <PasteDrawer
          title={t.addNeeds} lead={t.addNeedsLead} example={t.addNeedsExample} placeholder="" read={readNeeds} button={t.saveNeeds} close={() => setAdding(false)}
          row={(need) => <><span>{need.text}</span><span className="vf-small vf-faint">{t.aspects[need.aspect]} · {t.importanceOf({ n: String(need.importance) })}</span></>}
          save={async (rows) => {
            const { event } = await call('POST /api/accounts/{id}/needs', { params: { id: account.id }, body: { needs: rows.map((row) => ({ ...row })) } });
            sayDone(t.noted({ n: rows.length, text: shortened(rows[0]!.text) }), event);
            await forgetOpportunities();
          }}
        />
      ) : null}
    </div>
  );
}
