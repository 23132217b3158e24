import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { answerOf } from '../../../answers.ts';
import { useAllText } from '../../../text/locale.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { AskDrawer } from './askDrawer.tsx';
import type { HopView, WayView } from './changing.ts';
import type { WaysSearch } from './search.ts';
import { TellTie } from './tellTie.tsx';
import { TieDrawer } from './tieDrawer.tsx';
import { WayRow } from './wayRow.tsx';

type Named = { readonly id: number; readonly name: string };

/** Up to five ways to one person, the best first. */
export function WaysOf({ person, search, useUnknown }: { person: number; search: WaysSearch; useUnknown: () => void }) {
  const { ways: t } = useAllText();
  const [asking, setAsking] = useState<WayView | null>(null);
  const [shown, setShown] = useState<{ hop: HopView; a: Named; b: Named } | null>(null);
  const [telling, setTelling] = useState<{ a: Named | null; b: Named } | null>(null);
  const asked = { ...(search.me ? { mine: 'yes' as const } : {}), ...(search.differ ? { differ: search.differ } : {}) };
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/people/{id}/ways', { params: { id: person }, query: { ...asked, ...(search.unknown ? { unknown: 'yes' as const } : {}) } }), placeholderData: keepPreviousData });
  // Nothing found: are there ways of which merely nobody has said how strong they are?
  const without = data !== undefined && data.ways.length === 0 && !data.objects && !search.unknown;
  const unsure = useQuery({ ...answerOf('GET /api/people/{id}/ways', { params: { id: person }, query: { ...asked, unknown: 'yes' } }), enabled: without }).data?.ways.length ?? 0;
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={5} />;
  const avoided = t.avoided(data.avoided);
  const nameOf = (id: number): Named => ({ id, name: data.ways.flatMap((way) => way.people).find((one) => one.id === id)?.name ?? '' });
  return (
    <section aria-label={t.to({ name: data.target.name })}>
      <div className="vf-spread vf-wrap">
        <h2>{t.to({ name: data.target.name })} <span className="vf-small vf-quiet vf-ways-where">{[data.target.title === data.target.name ? '' : data.target.title, data.target.account?.name || data.target.organisation].filter(Boolean).join(' · ')}</span></h2>
        <span className="vf-small vf-quiet" role="status">{t.found(data.ways.length)}{avoided ? ` · ${avoided}` : ''}</span>
      </div>
      {data.objects ? <p className="vf-way-busy">{t.objects}</p> : null}
      {data.opposed ? <p className="vf-way-busy">{t.opposedTarget}</p> : null}
      {data.ways.length === 0 && !data.objects ? (
        <div className="vf-card vf-pad vf-stack vf-ways-none">
          {without && unsure > 0 ? <><p>{t.noSureWay(unsure)}</p><p className="vf-quiet">{t.noSureWayHint}</p></> : <><p>{t.noWay}</p><p className="vf-quiet">{t.noWayHint}</p></>}
          {without && unsure > 0 ? <div className="vf-row vf-wrap"><Button type="primary" onClick={useUnknown}>{t.useUnknown}</Button>{data.can.tell ? <Link to="/contacts" search={{ pass: 'yes' } as never}>{t.sayWhen}</Link> : null}</div> : null}
          {data.can.tell ? <div><Button onClick={() => setTelling({ a: null, b: data.target })}>{t.tell}</Button></div> : null}
        </div>
      ) : null}
      <ol className="vf-ways">
        {data.ways.map((way) => <WayRow key={way.people.map((one) => one.id).join('-')} way={way} willingness={data.willingness} may={data.can.ask} ask={() => setAsking(way)} open={(hop) => setShown({ hop, a: nameOf(hop.from), b: nameOf(hop.to) })} />)}
      </ol>
      {asking ? <AskDrawer way={asking} target={data.target} close={() => setAsking(null)} /> : null}
      {shown ? <TieDrawer hop={shown.hop} a={shown.a.name} b={shown.b.name} close={() => setShown(null)} tell={data.can.tell ? () => { setTelling(shown); setShown(null); } : null} /> : null}
      {telling ? <TellTie a={telling.a} b={telling.b} close={() => setTelling(null)} /> : null}
    </section>
  );
}
