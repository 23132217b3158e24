import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { addressOf, call, type Answer } from '../../call.ts';
import { forget } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';

export type Source = Answer<'GET /api/accounts/{id}/sources'>['rows'][number];

/** One source: what it is, how far it is read, what was found in it. */
export function SourceLine({ source, may }: { source: Source; may: boolean }) {
  const { sources: t, errors } = useText();
  const format = useFormat();
  const putAway = async (): Promise<void> => {
    try {
      const { event } = await call('POST /api/sources/{id}/withdraw', { params: { id: source.id }, body: { withdrawn: true } });
      sayDone(t.putAwayDone({ title: source.title }), event);
      await forget('GET /api/accounts/{id}/sources', 'GET /api/accounts/{id}/timeline');
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    }
  };
  const readable = source.kind !== 'web' && source.state !== 'failed';
  const facts = [
    source.kind === 'file' ? (source.format ? t.formatNames[source.format as keyof typeof t.formatNames] : t.kinds.file) : t.kinds[source.kind],
    source.state === 'reading' ? (source.pageCount ? t.reading({ pages: format.number(source.pages), all: format.number(source.pageCount) }) : t.readingSome({ n: source.pages })) : null,
    source.state === 'ready' && readable ? (source.letters < 20 ? t.noText : t.pages({ n: source.pages })) : null,
    source.language ? (t.languages[source.language as keyof typeof t.languages] ?? source.language) : null,
    source.publishedOn ? t.published({ day: format.day(source.publishedOn) }) : null,
    source.facts > 0 ? t.facts({ n: source.facts }) : null,
    t.addedBy({ name: source.addedBy?.name ?? t.someone, day: format.day(source.addedAt.slice(0, 10)) }),
  ].filter(Boolean);
  return (
    <li className="vf-source" data-row tabIndex={-1}>
      <div className="vf-source-words">
        {readable ? <Link to="/sources/$id" params={{ id: String(source.id) }} className="vf-source-title">{source.title}</Link> : <span className="vf-source-title">{source.title}</span>}
        <p className="vf-small vf-faint vf-num">{facts.join(' · ')}</p>
        {source.state === 'failed' ? <p className="vf-small vf-negative">{t.failed}{' – '}{wordProblem({ code: 'file_refused', ...(source.error ? { reason: source.error.reason, params: source.error.params } : {}) }, errors, format)}</p> : null}
      </div>
      <span className="vf-row vf-wrap vf-noprint">
        {source.url ? <a className="vf-small" href={source.url} target="_blank" rel="noopener noreferrer nofollow">{t.openAddress}</a> : null}
        {source.kind === 'file' ? <a className="vf-small" href={addressOf('GET /api/sources/{id}/file', { params: { id: source.id } })} download>{t.download}</a> : null}
        {may ? <Button size="small" type="text" onClick={() => void putAway()} aria-label={`${t.putAway}: ${source.title}`}>{t.putAway}</Button> : null}
      </span>
    </li>
  );
}
