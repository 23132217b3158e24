import { useMemo } from 'react';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import { EvidenceMark } from '../evidenceMark.tsx';
import { namesOf, type Snapshot } from './frozen.ts';

/** The facts that the marks cited, as they read on that day. */
export function FrozenFacts({ snapshot }: { snapshot: Snapshot }) {
  const { decisions: t } = useText();
  const format = useFormat();
  const words = useWords();
  const names = useMemo(() => namesOf(snapshot, words), [snapshot, words]);
  if (snapshot.facts.length === 0) return <p className="vf-quiet">{t.noFacts}</p>;
  return (
    <>
      <ul className="vf-quotes">{snapshot.facts.map((fact) => <FrozenFactLine key={fact.id} fact={fact} names={names} />)}</ul>
      {snapshot.factsCited > snapshot.facts.length ? <p className="vf-small vf-faint">{t.factsCut({ shown: format.number(snapshot.facts.length), all: format.number(snapshot.factsCited) })}</p> : null}
    </>
  );
}

/** One fact: the statement, then where it stood, from which day, how it was known, and what for. */
export function FrozenFactLine({ fact, names }: { fact: Snapshot['facts'][number]; names: ModelNames }) {
  const { decisions: t, common } = useText();
  const format = useFormat();
  const place = [fact.source, fact.page === null ? '' : t.factPage({ page: format.number(fact.page) })].filter(Boolean).join(' · ');
  return (
    <li className={`vf-quote vf-${fact.state}`}>
      <p>{fact.statement}</p>
      {fact.quote ? <blockquote className="vf-small vf-quiet">{fact.quote}</blockquote> : null}
      <p className="vf-small vf-quiet">
        <EvidenceMark state={fact.state}>{common.evidenceKinds[fact.evidence]} · {format.day(fact.observedOn)}</EvidenceMark>
        {fact.url ? <a href={fact.url} rel="noreferrer noopener" target="_blank">{place || fact.url}</a> : <span>{place}</span>}
        <span className="vf-faint">{t.citedFor({ names: fact.indicators.map((key) => names.indicator(key)).join(t.comma) })} · {t.provedThen({ share: format.percent(fact.weight, 0) })}</span>
      </p>
    </li>
  );
}
