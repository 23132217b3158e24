import { Link } from '@tanstack/react-router';
import { isWebAddress } from '#domain/select/fact.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import { siteOf } from './factDraft.ts';

export type FactView = Answer<'GET /api/accounts/{id}/facts'>['rows'][number];
/** What a chip needs of a fact. */
export type ChipFact = Pick<FactView, 'statement' | 'evidence' | 'sourceType' | 'source' | 'url' | 'sourceId' | 'anchor' | 'observedOn' | 'expiresOn' | 'withdrawnAt' | 'confidence' | 'state'>;

/**
 * Where a fact comes from: source, day, how it is known, what it still weighs; solid, dashed or faded as it proves. The chip of a
 * web page leads there, that of a source we keep to the very passage. `short` leaves out how it is known (a list of marks says it elsewhere); the statement is read on hovering.
 */
export function FactChip({ fact, short = false }: { fact: ChipFact; short?: boolean }) {
  const { common, facts: t } = useText();
  const format = useFormat();
  const source = fact.source || (fact.url ? siteOf(fact.url) : common.sourceTypes[fact.sourceType]);
  const until = fact.expiresOn ? [t.validUntil({ day: format.day(fact.expiresOn) })] : [];
  const rest = [format.day(fact.observedOn), ...until, ...(short ? [] : [common.evidenceKinds[fact.evidence]]), ...(short || fact.withdrawnAt !== null ? [] : [t.weighs({ share: format.percent(fact.confidence, 0) })])].join(' · ');
  const className = `vf-evidence vf-fact-chip ${evidenceClass(fact.state)}`;
  const words = <><span className="vf-hidden">{common.evidence[fact.state]}: </span><span className="vf-clip">{source}</span><span className="vf-fact-chip-rest">{' · '}{rest}</span></>;
  const title = short ? `${fact.statement}\n${source} · ${rest}\n${common.evidenceHelp[fact.state]}` : common.evidenceHelp[fact.state];
  if (fact.sourceId !== null) {
    const place = fact.anchor ? { page: fact.anchor.page, from: fact.anchor.from, to: fact.anchor.to } : {};
    return <Link className={className} title={title} to="/sources/$id" params={{ id: String(fact.sourceId) }} search={place as never}>{words}</Link>;
  }
  if (fact.url === null || !isWebAddress(fact.url)) return <span className={className} title={title}>{words}</span>;
  return <a className={className} title={title} href={fact.url} target="_blank" rel="noopener noreferrer">{words}<span className="vf-fact-chip-away" aria-hidden>↗</span><span className="vf-hidden"> {t.opensElsewhere}</span></a>;
}
