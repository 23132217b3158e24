import { Fragment } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../answers.ts';
import { useMe } from '../../me.ts';
import { useAllText, useFormat, useLocale, useWords } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { takeBack } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { blockName, topicName } from '../insight/canvas/words.ts';
import { sentenceOf, showValue, type EventRow } from './sentence.ts';

/** Events grouped by day, each with what it was before and, where one may, "Undo". */
export function EventList({ rows }: { rows: readonly EventRow[] }) {
  const format = useFormat();
  const undo = useMutation<void, Error, { id: number; text: string }>({ mutationFn: ({ id, text }) => takeBack(text, id) });
  return (
    <div className="vf-events">
      {undo.error ? <ErrorNote error={undo.error} /> : null}
      {[...Map.groupBy(rows, (row) => localDay(new Date(row.at)))].map(([day, events]) => (
        <Fragment key={day}>
          <h2>{format.day(day)}</h2>
          <ul>{events.map((event) => <EventLine key={event.id} event={event} undo={(text) => undo.mutate({ id: event.id, text })} busy={undo.isPending} />)}</ul>
        </Fragment>
      ))}
    </div>
  );
}

function EventLine({ event, undo, busy }: { event: EventRow; undo: (text: string) => void; busy: boolean }) {
  const { audit: t, common, canvas, people } = useAllText();
  const locale = useLocale();
  const format = useFormat();
  const words = useWords();
  const members = useQuery(answerOf('GET /api/members'));
  const { text, changes } = sentenceOf(event, t, common, (id) => members.data?.members.find((member) => member.id === id)?.name, words, people.items);
  const { workspace } = useMe();
  const show = (key: string, value: unknown): string => (typeof value === 'string' && key === 'block' ? blockName(canvas, value) : typeof value === 'string' && key === 'topic' ? topicName(canvas, value) : showValue(key, value, t, common, format, workspace.reportingCurrency));
  const time = new Date(event.at).toLocaleTimeString(locale === 'en' ? 'en-GB' : 'zh-CN', { hour: '2-digit', minute: '2-digit' });
  return (
    <li className={event.undone ? 'vf-undone' : undefined} data-row tabIndex={-1}>
      <time className="vf-num" dateTime={event.at} title={format.time(event.at)}>{time}</time>
      <strong className="vf-clip">{event.by?.name ?? t.nobody}</strong>
      <p>
        {text}
        {event.account ? <> <Link to="/accounts/$id" params={{ id: String(event.account.id) }}>{event.account.name}</Link></> : null}
        {event.person ? <> · {event.person.accountId === null ? event.person.name : <Link to="/accounts/$id" params={{ id: String(event.person.accountId) }} search={{ tab: 'people', person: event.person.id } as never}>{event.person.name}</Link>}</> : null}
        {event.undone ? <> <span className="vf-tag">{t.undone}</span></> : null}
      </p>
      {event.can.undo ? <Button size="small" onClick={() => undo(text)} disabled={busy} aria-label={t.undo(text)}>{common.undo}</Button> : null}
      {changes.length > 0 ? (
        <dl className="vf-changes">
          {changes.slice(0, 12).map((change) => (
            <Fragment key={change.field}>
              <dt>{change.field}</dt>
              <dd><span className="vf-hidden">{t.was} </span><del>{show(change.key, change.before)}</del> → <span className="vf-hidden">{t.now} </span><ins>{show(change.key, change.after)}</ins></dd>
            </Fragment>
          ))}
        </dl>
      ) : null}
    </li>
  );
}
