import { useState } from 'react';
import { Button, Dropdown } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../../call.ts';
import { useAllText, useFormat, useLocale } from '../../../text/locale.ts';
import { sayDone } from '../../../undo.ts';
import type { InsightPart } from '../insightTab.tsx';
import { PasteLines } from './pasteLines.tsx';
import { PositionHead } from './positionHead.tsx';
import { Propose } from './propose.tsx';
import type { Position, Positions } from './positions.tsx';
import { ThoughtRow } from './thoughtRow.tsx';
import { TopicList } from './topicList.tsx';
import { useNoting } from './useNoting.ts';

/** One position: who it is, and its KPIs → needs → topics as lines of thought. */
export function PositionDetail({ account, position, data, may }: InsightPart & { position: Position; data: Positions; may: boolean }) {
  const { positions: t } = useAllText();
  const format = useFormat();
  const locale = useLocale();
  const navigate = useNavigate();
  const note = useNoting();
  const [proposing, setProposing] = useState(false);
  const facts = new Map(data.facts.map((fact) => [fact.id, fact]));
  const addOwn = (lines: string[]): Promise<boolean> => note(() => call('POST /api/positions/{id}/kpis', { params: { id: position.id }, body: { kpis: lines.map((text) => ({ text })) } }), t.kpiAdded({ n: lines.length, text: lines[0] ?? '' }));
  const makeBrief = (): void => void note(async () => {
    const made = await call('POST /api/positions/{id}/briefs', { params: { id: position.id }, body: { language: locale === 'en' ? 'en' : 'zh' } });
    await navigate({ to: '/briefs/$id', params: { id: String(made.id) } });
    sayDone(t.briefMade, made.event);
    return { event: 0 };
  }, t.briefMade);
  const loose = position.topics.filter((topic) => topic.positionKpiId === null);
  return (
    <section className="vf-position" aria-label={position.title}>
      <PositionHead position={position} may={may} />
      <div className="vf-position-acts vf-noprint">
        {may && position.kpis.length > 0 ? <Button type="primary" onClick={makeBrief}>{t.brief}</Button> : null}
        {may ? <Button type={position.kpis.length > 0 ? 'default' : 'primary'} onClick={() => setProposing(true)}>{t.propose}</Button> : null}
        {position.briefs.length === 0 ? null : position.briefs.length === 1 ? <Link to="/briefs/$id" params={{ id: String(position.briefs[0]!.id) }}>{t.oneBrief({ day: format.day(position.briefs[0]!.meetingOn) })}</Link> : (
          <Dropdown trigger={['click']} menu={{ items: position.briefs.map((brief) => ({ key: String(brief.id), label: <Link to="/briefs/$id" params={{ id: String(brief.id) }}>{t.briefOf({ day: format.day(brief.meetingOn) })}{brief.purpose ? ` · ${brief.purpose}` : ''}</Link> })) }}>
            <button type="button" className="vf-link">{t.briefs} ({format.number(position.briefs.length)})</button>
          </Dropdown>
        )}
      </div>
      {position.kpis.length === 0 && loose.length === 0 ? <p className="vf-quiet vf-position-empty">{t.emptyKpis}</p> : (
        <div className="vf-thoughts-head" aria-hidden><span>{t.columns.kpi}</span><span>{t.columns.need}</span><span>{t.columns.topics}</span></div>
      )}
      <ol className="vf-thoughts">
        {position.kpis.map((kpi) => <ThoughtRow key={kpi.id} account={account} position={position} kpi={kpi} facts={facts} may={may} />)}
        {loose.length > 0 ? (
          <li className="vf-thought vf-thought-loose" data-row tabIndex={-1}>
            <div className="vf-thought-cell vf-quiet">{t.own}</div>
            <div className="vf-thought-cell vf-thought-topics"><TopicList accountId={account.id} position={position} kpiId={null} topics={loose} facts={facts} may={may} /></div>
          </li>
        ) : null}
      </ol>
      {may ? <div className="vf-position-own"><PasteLines label={t.addKpi} maxLength={120} keep={addOwn} /></div> : null}
      <Propose position={position} open={proposing} close={() => setProposing(false)} />
    </section>
  );
}
