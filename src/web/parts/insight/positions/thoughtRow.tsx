import { useState } from 'react';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { InlineEdit } from '../../account/inlineEdit.tsx';
import { Cite } from '../../assess/cite.tsx';
import { EvidenceMark, evidenceClass } from '../../evidenceMark.tsx';
import { FactChip, type FactView } from '../../facts/factChip.tsx';
import type { InsightPart } from '../insightTab.tsx';
import type { Position } from './positions.tsx';
import { TopicList } from './topicList.tsx';
import { useNoting } from './useNoting.ts';

/** One line of thought: measured by → so they need → so we talk about. Drawn solid, dashed or faded as its facts prove it. */
export function ThoughtRow({ account, position, kpi, facts, may }: InsightPart & { position: Position; kpi: Position['kpis'][number]; facts: ReadonlyMap<number, FactView>; may: boolean }) {
  const { positions: t } = useAllText();
  const note = useNoting();
  const [citing, setCiting] = useState(false);
  const params = { id: kpi.id };
  const edit = (body: Parameters<typeof call<'PATCH /api/position-kpis/{id}'>>[1]['body']): void => void note(() => call('PATCH /api/position-kpis/{id}', { params, body }), t.changed);
  const cited = kpi.factIds.flatMap((id) => facts.get(id) ?? []);
  const topics = position.topics.filter((topic) => topic.positionKpiId === kpi.id);
  return (
    <li className={`vf-thought ${evidenceClass(kpi.state)}`} data-row tabIndex={-1}>
      <div className={`vf-thought-cell vf-thought-kpi ${evidenceClass(kpi.state)}`}>
        <div className="vf-thought-name">
          <strong><InlineEdit key={kpi.text} value={kpi.text} label={t.kpi} may={may} required multiline maxLength={120} keep={(text) => edit({ text })} /></strong>
          {may ? <button type="button" className="vf-icon-button vf-noprint" aria-label={t.remove({ text: kpi.text })} title={t.remove({ text: kpi.text })} onClick={() => void note(() => call('POST /api/position-kpis/{id}/withdraw', { params, body: { withdrawn: true } }), t.removed({ text: kpi.text }))}>×</button> : null}
        </div>
        <div className="vf-row vf-wrap vf-small">
          <Importance value={kpi.importance} may={may} choose={(importance) => edit({ importance })} />
          <InlineEdit key={kpi.target} value={kpi.target} label={t.target} placeholder={t.targetHint} may={may} maxLength={120} keep={(target) => edit({ target })} />
        </div>
        <div className="vf-thought-facts">
          {cited.map((fact) => <FactChip key={fact.id} fact={fact} short />)}
          {cited.length === 0 ? <EvidenceMark state="assumed">{t.noFact}</EvidenceMark> : null}
          {may && !citing ? <button type="button" className="vf-link vf-small vf-noprint" aria-label={t.citeOf({ text: kpi.text })} onClick={() => setCiting(true)}>{t.cite}</button> : null}
        </div>
      </div>
      <div className={`vf-thought-cell vf-thought-need ${evidenceClass(kpi.state)}`}>
        <InlineEdit key={kpi.need} value={kpi.need} label={t.need} placeholder={t.needHint} may={may} multiline maxLength={500} keep={(need) => edit({ need })} />
      </div>
      <div className="vf-thought-cell vf-thought-topics"><TopicList accountId={account.id} position={position} kpiId={kpi.id} topics={topics} facts={facts} may={may} /></div>
      {citing && may ? (
        <div className="vf-thought-cite">
          <Cite
            accountId={account.id} cited={cited} close={() => setCiting(false)} write={null}
            choose={(fact, on) => edit({ facts: on ? [...kpi.factIds, fact.id] : kpi.factIds.filter((id) => id !== fact.id) })} awaitFact={(fact) => edit({ facts: [...kpi.factIds, fact.id] })}
          />
        </div>
      ) : null}
    </li>
  );
}

/** Five marks, filled up to the importance; each is a choice. */
function Importance({ value, may, choose }: { value: number; may: boolean; choose: (importance: number) => void }) {
  const { positions: t } = useAllText();
  if (!may) return <span className="vf-importance" role="img" aria-label={t.importance({ n: value })}>{[1, 2, 3, 4, 5].map((n) => <i key={n} className={n <= value ? 'vf-on' : undefined} />)}</span>;
  return (
    <fieldset className="vf-importance" title={t.importance({ n: value })}>
      <legend className="vf-hidden">{t.importanceShort}</legend>
      {[1, 2, 3, 4, 5].map((n) => <button key={n} type="button" aria-label={t.importance({ n })} aria-pressed={n === value} onClick={() => { if (n !== value) choose(n); }}><i className={n <= value ? 'vf-on' : undefined} /></button>)}
    </fieldset>
  );
}
