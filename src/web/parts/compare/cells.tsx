import type { ComparedCell } from '#domain/select/compareAccounts.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { EvidenceMark, evidenceClass } from '../evidenceMark.tsx';
import { isWebAddress } from '#domain/select/fact.ts';
import type { Compared } from './compareRows.ts';

/** Points as a bar drawn by its evidence, the figure, and how far from the first customer. Unknown is a word on a dotted track. */
export function PointsCell({ cell, name, firstName, first, strong = false }: { cell: ComparedCell & { readonly value: string }; name: string; firstName: string; first: boolean; strong?: boolean }) {
  const { compare: t, common } = useText();
  const format = useFormat();
  if (cell.points === null) {
    return (
      <div className="vf-cmp-points">
        <span className="vf-cmp-track vf-missing" aria-hidden />
        <span className="vf-cmp-number vf-faint">{t.unknown}</span>
        <span className="vf-hidden">{t.cellUnknown({ name })}</span>
      </div>
    );
  }
  const state = cell.state;
  return (
    <div className="vf-cmp-points" title={state ? common.evidenceHelp[state] : undefined}>
      <span className="vf-cmp-track" aria-hidden><i className={state ? evidenceClass(state) : 'vf-cmp-sum'} style={{ width: `max(2px, ${cell.points}%)` }} /></span>
      <span className={strong ? 'vf-cmp-number vf-num vf-cmp-strong' : 'vf-cmp-number vf-num'}>{format.points(cell.points)}</span>
      {first ? <span className="vf-cmp-difference" /> : <Difference points={cell.difference} firstName={firstName} />}
      {cell.value ? <span className={`vf-cmp-value vf-small vf-quiet${typeof cell.raw === 'string' ? ' vf-cmp-long' : ''}`} title={cell.value}>{cell.value}</span> : null}
      <span className="vf-hidden">{state ? t.cell({ name, points: format.points(cell.points), state: common.evidence[state], value: cell.value }) : ''}</span>
    </div>
  );
}

/** Ahead of or behind the first customer, as sign and figure. */
function Difference({ points, firstName }: { points: number | null; firstName: string }) {
  const { compare: t } = useText();
  const format = useFormat();
  if (points === null) return <span className="vf-cmp-difference" />;
  const text = format.points(Math.abs(points));
  if (Math.abs(points) < 0.05) return <span className="vf-cmp-difference vf-faint" title={t.alike({ name: firstName })}>=</span>;
  return <span className={`vf-cmp-difference vf-num ${points > 0 ? 'vf-move-up' : 'vf-move-down'}`} title={points > 0 ? t.ahead({ points: text, name: firstName }) : t.behind({ points: text, name: firstName })}>{points > 0 ? '+' : '−'}{text}</span>;
}

/** What a customer's indicator rests on: the facts its mark cites, else what it is instead. */
export function FactsCell({ compared, indicator, computed }: { compared: Compared; indicator: string; computed: boolean }) {
  const { compare: t } = useText();
  const format = useFormat();
  if (computed) return compared.explanation.indicators.find((one) => one.key === indicator)?.points === null ? null : <p className="vf-small vf-faint">{t.fromLines}</p>;
  const mark = compared.marks.find((one) => one.indicator === indicator);
  if (!mark) return null;
  const facts = compared.facts.filter((fact) => mark.factIds.includes(fact.id));
  return (
    <div className="vf-cmp-facts vf-small">
      {mark.note ? <p className="vf-quiet">{mark.note}</p> : null}
      {facts.length === 0 ? <EvidenceMark state="assumed">{t.noFact}</EvidenceMark> : (
        <ul>
          {facts.map((fact) => {
            const source = t.fact({ source: fact.source || fact.url || t.noSource, day: format.day(fact.observedOn) });
            return <li key={fact.id}>{fact.statement} <EvidenceMark state={fact.state}>{fact.url && isWebAddress(fact.url) ? <a href={fact.url} target="_blank" rel="noreferrer">{source}</a> : source}</EvidenceMark></li>;
          })}
        </ul>
      )}
    </div>
  );
}
