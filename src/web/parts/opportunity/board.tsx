import { useEffect, useRef, useState } from 'react';
import { Dropdown } from 'antd';
import { Link } from '@tanstack/react-router';
import { OPPORTUNITY_STAGES, type OpportunityStage } from '#domain/insight/opportunity.ts';
import { useListKeys } from '../../listKeys.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { evidenceClass } from '../evidenceMark.tsx';
import type { OpportunityView } from './opportunityDraft.ts';
import { PriorityMark } from './priorityMark.tsx';
import type { ViewProps } from './views.tsx';

/** Opportunity points by stage: a card is dragged, or moved with [ and ], or by its menu. */
export function Board({ rows, currency, may, showAccount, move, edit, how }: ViewProps) {
  const { opportunity: t } = useAllText();
  const format = useFormat();
  const board = useRef<HTMLDivElement>(null);
  useListKeys(board);
  const [over, setOver] = useState<OpportunityStage | null>(null);
  const dragged = useRef<OpportunityView | null>(null);
  const refocus = useRef<number | null>(null);
  useEffect(() => {
    if (refocus.current === null) return;
    board.current?.querySelector<HTMLElement>(`[data-opportunity="${refocus.current}"]`)?.focus();
    refocus.current = null;
  });
  const shift = (one: OpportunityView, step: 1 | -1): void => {
    const next = OPPORTUNITY_STAGES[OPPORTUNITY_STAGES.indexOf(one.stage) + step];
    if (!next) return;
    refocus.current = one.id;
    move(one, next);
  };
  return (
    <>
      <div className="vf-board" ref={board}>
        {OPPORTUNITY_STAGES.map((stage) => {
          const cards = rows.filter((row) => row.stage === stage);
          const known = cards.flatMap((row) => row.priority.value ?? []);
          return (
            <section
              key={stage} aria-label={t.stages[stage]} data-stage={stage} className={`vf-board-stage${over === stage ? ' vf-board-over' : ''}${cards.length === 0 ? ' vf-board-none' : ''}`}
              onDragOver={(event) => { if (dragged.current) { event.preventDefault(); setOver(stage); } }}
              onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null); }}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                if (dragged.current && dragged.current.stage !== stage) move(dragged.current, stage);
                dragged.current = null;
              }}
            >
              <header>
                <h3 title={t.stageMeans[stage]}>{t.stages[stage]} <span className="vf-faint vf-num">{cards.length}</span></h3>
                <p className="vf-small vf-faint">{known.length > 0 ? <Amount minor={known.reduce((a, b) => a + b, 0)} currency={currency} /> : t.stageMeans[stage]}{known.length > 0 && known.length < cards.length ? ` + ${t.totalUnknown(cards.length - known.length)}` : ''}</p>
              </header>
              {cards.length === 0 ? <p className="vf-small vf-faint vf-board-empty">{t.columnEmpty}</p> : (
                <ul>
                  {cards.map((one) => (
                    <li
                      key={one.id} data-row data-opportunity={one.id} tabIndex={0} aria-label={one.title} aria-keyshortcuts="[ ]" className={`vf-board-card ${evidenceClass(one.priority.state)}`} draggable={may(one)}
                      onDragStart={(event) => { dragged.current = one; event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', one.title); }}
                      onDragEnd={() => { dragged.current = null; setOver(null); }}
                      onKeyDown={(event) => {
                        if (!may(one) || event.target !== event.currentTarget || (event.key !== '[' && event.key !== ']')) return;
                        event.preventDefault();
                        shift(one, event.key === ']' ? 1 : -1);
                      }}
                    >
                      <div className="vf-board-top">
                        <button type="button" className="vf-board-title" onClick={() => edit(one)}>{one.title}</button>
                        {may(one) ? (
                          <Dropdown trigger={['click']} menu={{ selectedKeys: [one.stage], items: OPPORTUNITY_STAGES.map((key) => ({ key, label: t.stages[key], disabled: key === one.stage })), onClick: ({ key }) => { refocus.current = one.id; move(one, key as OpportunityStage); } }}>
                            <button type="button" className="vf-icon-button vf-noprint" aria-label={t.moveTo({ title: one.title })} title={t.moveTo({ title: one.title })}>⋯</button>
                          </Dropdown>
                        ) : null}
                      </div>
                      {showAccount ? <Link className="vf-small vf-clip" to="/accounts/$id" params={{ id: String(one.account.id) }} search={{ tab: 'insight', part: 'opportunities' } as never}>{one.account.name}</Link> : null}
                      <p className="vf-small vf-quiet vf-board-facts">
                        <span>{one.priority.value === null ? t.noValue : <Amount minor={one.priority.value} currency={currency} />}</span>
                        <span title={t.horizonMeans[one.horizon]}>{t.horizons[one.horizon]}</span>
                        {one.expectedOn ? <span className={one.priority.months !== null && one.priority.months < 0 ? 'vf-late' : undefined}>{format.month(one.expectedOn.slice(0, 7))}{one.priority.months !== null && one.priority.months < 0 && stage !== 'won' && stage !== 'dropped' ? ` · ${t.overdue}` : ''}</span> : null}
                        {one.owner ? <span>{one.owner.name}</span> : null}
                      </p>
                      <PriorityMark one={one} how={how} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
      {rows.some(may) ? <p className="vf-small vf-faint vf-noprint vf-wide-only">{t.moveKeys}</p> : null}
    </>
  );
}
