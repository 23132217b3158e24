import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useMe } from '../../../me.ts';
import { useAllText, useFormat, type AllTexts } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { changing, type IntroductionView } from './changing.ts';
import { Face } from './face.tsx';

/** The road of a request that goes well; the others end it. */
const ROAD = ['requested', 'accepted', 'introduced', 'met', 'thanked'] as const;

type Side = 'mine' | 'asked' | 'waiting';

/** Introductions I asked for, am asked for, or that wait for me: where each stands, and the steps that are mine. */
export function Requests({ side }: { side: Side }) {
  const { ways: t } = useAllText();
  const query = useInfiniteQuery({
    queryKey: ['GET /api/introductions', null, { side }],
    queryFn: ({ pageParam, signal }) => call('GET /api/introductions', { query: { side, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.error && !query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <RowsSkeleton rows={4} />;
  if (rows.length === 0) return <Empty sentence={side === 'mine' ? t.emptyMine : side === 'asked' ? t.emptyAsked : t.emptyWaiting} example={t.emptyExample} />;
  return (
    <>
      <ul className="vf-requests">{rows.map((row) => <Request key={row.id} row={row} />)}</ul>
      {query.hasNextPage ? <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button> : null}
    </>
  );
}

/** So many of them stand before what else the page shows. */
const FIRST = 3;

/** What waits for me, before anything else on the page; nothing where nothing does. */
export function WaitingFirst({ all }: { all: () => void }) {
  const { ways: t } = useAllText();
  const format = useFormat();
  const { data } = useQuery(answerOf('GET /api/introductions', { query: { side: 'waiting', limit: FIRST } }));
  const waiting = useMe().waiting.introductions;
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="vf-requests-first" aria-label={t.waitingTitle}>
      <h2>{t.waitingTitle}</h2>
      <ul className="vf-requests">{data.rows.map((row) => <Request key={row.id} row={row} />)}</ul>
      {data.next === null ? null : <Button size="small" onClick={all}>{t.waitingAll({ n: format.number(waiting) })}</Button>}
    </section>
  );
}

function Request({ row }: { row: IntroductionView }) {
  const { ways: t, ...texts } = useAllText();
  const format = useFormat();
  const [note, setNote] = useState('');
  /** Empty: today, whenever that is. */
  const [day, setDay] = useState('');
  const mine = row.requester.id === useMe().id;
  const step = (state: IntroductionView['state']): void => void changing(() => call('POST /api/introductions/{id}/steps', { params: { id: row.id }, body: { state, note, onDay: day || localDay() } }), t.stepped({ state: t.states[state] }), texts, format).then((ok) => { if (ok) { setNote(''); setDay(''); } });
  const dayOf = new Map(row.steps.map((one) => [one.state, one]));
  const ended = row.state === 'declined' || row.state === 'cancelled';
  const road = ended ? [...ROAD.filter((state) => dayOf.has(state)), row.state] : ROAD;
  return (
    <li className="vf-card vf-pad vf-request">
      <div className="vf-row vf-wrap">
        <Face person={row.target} role="goal" />
        <span className="vf-small vf-quiet">{mine ? t.through({ name: row.connector.person.name }) : t.byWhom({ name: row.requester.name })}{row.dueOn ? ` · ${t.dueOn({ day: format.day(row.dueOn) })}` : ''}</span>
      </div>
      <p className="vf-small vf-quiet">{row.way.map((person) => person.name).join(' → ')}{row.cut ? ` · ${t.cut}` : ''}</p>
      {row.waits ? <p className="vf-request-turn">{turnOf(row, mine, t)}</p> : null}
      <dl className="vf-request-words">
        <div><dt className="vf-small">{t.purpose}</dt><dd>{row.purpose}</dd></div>
        {row.forThem ? <div><dt className="vf-small">{t.forThem}</dt><dd>{row.forThem}</dd></div> : null}
        {row.message ? <div><dt className="vf-small">{t.message}</dt><dd>{row.message}</dd></div> : null}
      </dl>
      <ol className="vf-road">
        {road.map((state) => {
          const at = dayOf.get(state);
          return <li key={state} className={at ? (state === row.state ? 'vf-road-now' : 'vf-road-done') : 'vf-road-open'} aria-current={state === row.state ? 'step' : undefined}><span>{t.states[state]}</span>{at ? <span className="vf-small vf-faint">{format.day(at.onDay)}{at.by ? ` · ${at.by.name.replaceAll(' ', '\u00a0')}` : ''}</span> : null}{at?.note ? <span className="vf-small">{at.note}</span> : null}</li>;
        })}
      </ol>
      {row.can.steps.length > 0 ? (
        <div className="vf-row vf-wrap vf-noprint">
          <Input size="small" className="vf-request-note" aria-label={t.note} placeholder={t.notePlaceholder} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
          <Input size="small" type="date" className="vf-request-day" aria-label={t.stepDay} title={t.stepDay} max={localDay()} value={day || localDay()} onChange={(event) => setDay(event.target.value)} />
          {row.can.steps.map((state, n) => <Button key={state} size="small" type={n === 0 && state !== 'cancelled' ? 'primary' : 'default'} onClick={() => step(state)}>{t.steps[state]}</Button>)}
        </div>
      ) : null}
    </li>
  );
}

/** What is to be done by who reads it. Where the one asked does not sign in, who asked notes their answer. */
function turnOf({ state, connector, can: { steps } }: IntroductionView, mine: boolean, { turns }: AllTexts['ways']): string {
  const of = { name: connector.person.name };
  // Who objects to contact is introduced to nobody: the request is left to decline or to take back.
  if ((state === 'requested' && !steps.includes('accepted')) || (state === 'accepted' && !steps.includes('introduced'))) return turns.objects;
  switch (state) {
    case 'requested': return mine ? turns.noteAnswer(of) : turns.answer;
    case 'accepted': return mine ? turns.notePassed(of) : turns.passOn;
    case 'introduced': return turns.meet;
    default: return turns.thank;
  }
}
