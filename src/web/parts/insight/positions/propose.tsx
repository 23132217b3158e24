import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText, useWords } from '../../../text/locale.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { FactChip } from '../../facts/factChip.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import type { Position } from './positions.tsx';
import { useNoting } from './useNoting.ts';

/** KPIs of the library for a position, the likeliest first; those chosen come with their needs and topics, and cite the facts that speak of them. */
export function Propose({ position, open, close }: { position: Position; open: boolean; close: () => void }) {
  const { positions: { proposal: t, kpiAdded } } = useAllText();
  const words = useWords();
  const note = useNoting();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [uncited, setUncited] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/positions/{id}/proposals', { params: { id: position.id } }), enabled: open });
  const facts = new Map((data?.facts ?? []).map((fact) => [fact.id, fact]));
  const rows = (data?.rows ?? []).filter((row) => chosen.has(row.kpi.key) && !row.taken);
  const toggle = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => new Set(set.has(key) ? [...set].filter((one) => one !== key) : [...set, key]);
  const take = async (): Promise<void> => {
    const kpis = rows.map(({ kpi, factIds }) => ({ kpi: kpi.key, text: words(kpi.name), need: words(kpi.needs), topics: kpi.topics.map(words), facts: uncited.has(kpi.key) ? [] : factIds, importance: factIds.length > 0 ? 4 : 3 }));
    if (!await note(() => call('POST /api/positions/{id}/kpis', { params: { id: position.id }, body: { kpis } }), kpiAdded({ n: kpis.length, text: kpis[0]?.text ?? '' }))) return;
    setChosen(new Set());
    close();
  };
  return (
    <SideDrawer title={t.title({ title: position.title })} open={open} close={close} width={640} footer={<Button type="primary" disabled={rows.length === 0} onClick={() => void take()}>{t.take({ n: rows.length })}</Button>}>
      {error && !data ? <ErrorNote error={error} retry={() => void refetch()} /> : !data ? <RowsSkeleton rows={8} /> : data.rows.length === 0 ? <p className="vf-quiet">{t.other}</p> : (
        <>
          <p className="vf-quiet vf-propose-help">{t.help}</p>
          <ul className="vf-propose">
            {data.rows.map(({ kpi, factIds, fits, taken }) => {
              const name = words(kpi.name);
              return (
                <li key={kpi.key} className={taken ? 'vf-gone' : undefined}>
                  <Checkbox aria-label={t.choose({ name })} checked={taken || chosen.has(kpi.key)} disabled={taken} onChange={() => setChosen(toggle(chosen, kpi.key))} />
                  <div>
                    <p><strong>{name}</strong> <span className="vf-small vf-faint">{words(kpi.unit)}</span>{taken ? <> <span className="vf-tag">{t.taken}</span></> : fits ? null : <> <span className="vf-small vf-faint">{t.seldom}</span></>}</p>
                    <p className="vf-small vf-quiet">{words(kpi.measure)}</p>
                    <p>{words(kpi.needs)}</p>
                    {factIds.length > 0 && !taken ? (
                      <div className="vf-thought-facts">
                        <Checkbox checked={!uncited.has(kpi.key)} onChange={() => setUncited(toggle(uncited, kpi.key))}><span className="vf-small">{t.facts({ n: factIds.length })}; {t.cites}</span></Checkbox>
                        {factIds.flatMap((id) => facts.get(id) ?? []).map((fact) => <p key={fact.id} className="vf-propose-fact vf-small"><span>{fact.statement}</span> <FactChip fact={{ ...fact, url: null, sourceId: null }} short /></p>)}
                      </div>
                    ) : null}
                  </div>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </SideDrawer>
  );
}
