import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { InlineEdit } from '../../account/inlineEdit.tsx';
import { evidenceClass } from '../../evidenceMark.tsx';
import { FactChip, type FactView } from '../../facts/factChip.tsx';
import { PasteLines } from './pasteLines.tsx';
import type { Position } from './positions.tsx';
import { useNoting } from './useNoting.ts';

/** Topics of a KPI or of the position itself: changed where they stand, made into opportunity points, added one or several. */
export function TopicList({ accountId, position, kpiId, topics, facts, may }: { accountId: number; position: Position; kpiId: number | null; topics: Position['topics']; facts: ReadonlyMap<number, FactView>; may: boolean }) {
  const { positions: t } = useAllText();
  const note = useNoting();
  const [adding, setAdding] = useState(false);
  const add = (lines: string[]): Promise<boolean> => note(() => call('POST /api/positions/{id}/topics', { params: { id: position.id }, body: { topics: lines.map((text) => ({ text, positionKpiId: kpiId })) } }), t.topicAdded({ n: lines.length }));
  return (
    <>
      {topics.length > 0 ? (
        <ul className="vf-topics">
          {topics.map((topic) => {
            const params = { id: topic.id };
            const cited = topic.factIds.flatMap((id) => facts.get(id) ?? []);
            return (
              <li key={topic.id} className={`vf-topic ${evidenceClass(topic.state)}`}>
                <div className="vf-topic-words">
                  <InlineEdit key={topic.text} value={topic.text} label={t.topic} may={may} required multiline maxLength={300} keep={(text) => void note(() => call('PATCH /api/topics/{id}', { params, body: { text } }), t.changed)} />
                  {may ? <button type="button" className="vf-icon-button vf-noprint" aria-label={t.remove({ text: topic.text })} title={t.remove({ text: topic.text })} onClick={() => void note(() => call('POST /api/topics/{id}/withdraw', { params, body: { withdrawn: true } }), t.removed({ text: topic.text }))}>×</button> : null}
                </div>
                {topic.opportunity || may || cited.length > 0 ? (
                  <div className="vf-thought-facts">
                    {cited.map((fact) => <FactChip key={fact.id} fact={fact} short />)}
                    {topic.opportunity ? <Link className="vf-tag vf-topic-point" to="/accounts/$id" params={{ id: String(accountId) }} search={{ tab: 'insight', part: 'opportunities' } as never}>{t.point({ title: topic.opportunity.title })}</Link>
                      : may ? <button type="button" className="vf-link vf-small vf-noprint" onClick={() => void note(() => call('POST /api/topics/{id}/opportunity', { params }), t.pointMade({ text: topic.text }))}>{t.toPoint}</button> : null}
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {may ? adding ? <PasteLines label={t.addTopic} maxLength={300} autoFocus keep={async (lines) => { const done = await add(lines); if (done) setAdding(false); return done; }} /> : <button type="button" className="vf-link vf-small vf-noprint vf-topic-add" onClick={() => setAdding(true)}>+ {t.addTopic}</button> : null}
    </>
  );
}
