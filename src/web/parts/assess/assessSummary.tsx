import './assess.css';
import { Link } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { isIndicator, progressOf } from './items.ts';
import { EvidenceStrip } from './strip.tsx';
import { useStanding } from './useAssessing.ts';

type Detail = Answer<'GET /api/accounts/{id}'>;
/** Missing ones named before the rest is only counted. */
const NAMED = 4;

/** How much of the customer is judged, and on what: a row a lens, what is missing by name, and the way to fill it in. */
export function AssessSummary({ detail, model }: { detail: Detail; model: ScoreModel }) {
  const { assess: t, account: a } = useText();
  const words = useWords();
  const format = useFormat();
  const { items, stateOf, valueOf } = useStanding(detail, model);
  const all = progressOf(items, stateOf);
  const to = (at?: string) => ({ to: '/accounts/$id', params: { id: String(detail.account.id) }, search: { tab: 'assess', ...(at ? { at } : {}) } as never, replace: true, resetScroll: false }) as const;
  const applies = (group: 'deductions' | 'vetoes') => items.filter((item) => item.group === group && valueOf(item.key) === true);
  return (
    <section className="vf-section" id="assess">
      <div className="vf-spread"><h2>{t.title}</h2><Link className="vf-small vf-noprint" {...to()}>{detail.can.mark ? (all.done < all.all ? t.goOn : t.look) : t.look}</Link></div>
      <div className="vf-assess-rows">
        {(['past', 'present', 'future'] as const).map((lens) => {
          const own = items.filter((item) => item.group === lens);
          const { all: count, done, assumed, stale } = progressOf(own, stateOf);
          if (count === 0) return null;
          const missing = own.filter((item) => isIndicator(item) && stateOf(item.key) === 'missing');
          return (
            <div key={lens} className="vf-assess-row">
              <span>{a.lens[lens]}</span>
              <EvidenceStrip items={own} stateOf={stateOf} />
              <span className="vf-small vf-quiet">
                {[t.ofLens({ done: format.number(done), all: format.number(count) }), ...(assumed > 0 ? [t.onAssumptions({ n: assumed })] : []), ...(stale > 0 ? [t.areStale({ n: stale })] : [])].join(' · ')}
                {missing.length > 0 ? <span className="vf-faint vf-linked"> · {t.missing}{' '}{missing.slice(0, NAMED).map((item, n) => <span key={item.key}>{n > 0 ? t.comma : ''}<Link {...to(item.key)}>{words(item.name)}</Link></span>)}{missing.length > NAMED ? ` ${t.andMore({ n: missing.length - NAMED })}` : ''}</span> : null}
              </span>
            </div>
          );
        })}
        {(['deductions', 'vetoes'] as const).map((group) => (applies(group).length === 0 ? null : (
          <div key={group} className="vf-assess-row vf-assess-off"><span>{t[group]}</span><span /><span className="vf-small vf-linked">{applies(group).map((item, n) => <span key={item.key}>{n > 0 ? t.comma : ''}<Link {...to(item.key)}>{words(item.name)}</Link></span>)}</span></div>
        )))}
      </div>
    </section>
  );
}
