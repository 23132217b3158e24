import { VALUE_FLOOR, VALUE_TOP, type PriorityPart } from '#domain/insight/priority.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { EvidenceMark } from '../evidenceMark.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import type { OpportunityView } from './opportunityDraft.ts';

/** How a priority came about: the formula, every part with its input, and what is not known. */
export function PriorityHow({ one, currency, close }: { one: OpportunityView; currency: string; close: () => void }) {
  const { opportunity: t, match, common } = useAllText();
  const format = useFormat();
  const { priority: p } = one;
  const inputs: Record<PriorityPart, string> = {
    value: p.value === null ? (p.unknown.includes('rate') ? t.unknown.rate : common.evidence.missing) : format.moneyExact(p.value, currency),
    fit: p.fit === null ? common.evidence.missing : `${p.fit} · ${match.fits[p.fit]!}${p.fitFrom === 'need' ? ` (${t.fitFromNeed})` : ''}`,
    horizon: t.horizons[one.horizon], evidence: format.percent(p.evidence, 0),
    timing: one.expectedOn === null || p.months === null ? common.evidence.missing : `${format.day(one.expectedOn)}, ${p.months < 0 ? t.overdue : t.months({ n: format.number(p.months, 1) })}`,
  };
  const meaning = (part: PriorityPart): string => {
    const means = t.partMeans[part];
    return typeof means === 'string' ? means : means({ low: format.money(VALUE_FLOOR, currency), high: format.money(VALUE_TOP, currency) });
  };
  return (
    <SideDrawer title={t.howTitle} open close={close} width={620}>
      <div className="vf-stack">
        <div>
          <h3>{one.title}</h3>
          <p className="vf-opportunity-sum vf-num">{format.points(p.priority)}{p.completeness < 1 ? <span className="vf-small vf-faint"> {t.range({ low: format.points(p.low), high: format.points(p.high) })}</span> : null}</p>
          <p>{t.formula}</p>
        </div>
        <div className="vf-scroll-x">
          <table className="vf-table vf-how-table">
            <thead><tr><th>{t.part}</th><th>{t.input}</th><th className="vf-right">x</th><th className="vf-right">{t.weight}</th><th className="vf-right">{t.points}</th></tr></thead>
            <tbody>
              {p.parts.map(({ part, x, weight, points }) => (
                <tr key={part} className={x === null ? 'vf-how-unknown' : undefined}>
                  <th scope="row">{t.parts[part]}<p className="vf-small vf-faint">{meaning(part)}</p></th>
                  <td>{inputs[part]}{part === 'evidence' ? <> <EvidenceMark state={p.state} /></> : null}</td>
                  <td className="vf-right vf-num">{x === null ? `(${format.number(0.5, 2)})` : format.number(x, 2)}</td>
                  <td className="vf-right vf-num">{weight}</td>
                  <td className="vf-right vf-num">{format.points(points)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot><tr><th scope="row" colSpan={3}>{t.priority}</th><td className="vf-right vf-num">100</td><td className="vf-right vf-num">{format.points(p.priority)}</td></tr></tfoot>
          </table>
        </div>
        <p>{t.longFirst}</p>
        {p.unknown.length === 0 ? <p className="vf-quiet">{t.allKnown}</p> : <p>{t.notKnown({ list: p.unknown.map((name) => t.unknown[name]).join(' · ') })}. {t.completeness({ share: format.percent(p.completeness, 0) })}. {t.unknownHow} {t.mayEnd({ low: format.points(p.low), high: format.points(p.high) })}</p>}
        <div><h3>{t.facts}</h3>{one.facts.length === 0 ? <p className="vf-quiet">{t.noFacts}</p> : <ul className="vf-opportunity-facts">{one.facts.map((fact) => <li key={fact.id} className={`vf-opportunity-fact vf-${fact.state}`}><span>{fact.statement}</span><span className="vf-small vf-num">{format.percent(fact.confidence, 0)}</span></li>)}</ul>}</div>
      </div>
    </SideDrawer>
  );
}
