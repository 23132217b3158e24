import type { ScoreModel } from '#domain/select/model.ts';
import { useFormat, useText, type Texts } from '../../text/locale.ts';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../call.ts';
import type { Format } from '../../format.ts';
import { EvidenceMark } from '../evidenceMark.tsx';
import { FactChip } from '../facts/factChip.tsx';
import { normaliseText } from '../normaliseText.ts';
import { SideDrawer } from '../sideDrawer.tsx';
import type { ModelNames } from './names.ts';
import { valueText } from './valueText.ts';

type Detail = Answer<'GET /api/accounts/{id}'>;

/** "How computed": the formula of one indicator with the very inputs it was computed from, its points and what they add. */
export function HowComputed({ indicator: key, detail, model, names, currency, close }: { indicator: string | null; detail: Detail; model: ScoreModel | undefined; names: ModelNames; currency: string; close: () => void }) {
  const texts = useText();
  const { account: t, common, model: m } = texts;
  const format = useFormat();
  const row = detail.explanation.indicators.find((one) => one.key === key);
  const mark = detail.marks.find((one) => one.indicator === key);
  const facts = detail.facts.filter((fact) => mark?.factIds.includes(fact.id));
  const part = key === null ? undefined : names.find(key);
  return (
    <SideDrawer title={key === null ? '' : t.howComputedOf({ name: names.indicator(key) })} open={key !== null} close={close}>
      {row && part ? (
        <div className="vf-how">
          <p className="vf-small vf-faint">{t.lens[row.lens]} › {names.factor(row.factor)}</p>
          <h3>{t.formula}</h3>
          <p>{part.kind === 'computed' ? t.measures[part.measure].formula : part.kind === 'assessed' ? t.assessedFormula : t.categoricalFormula}</p>
          {part.kind === 'computed' ? <p className="vf-quiet">{t.normalised({ rule: normaliseText(part.normalise, part.measure, currency, format, texts) })}</p> : null}
          <h3>{t.inputs}</h3>
          <table className="vf-table">
            <tbody>
              {Object.entries(row.inputs).map(([name, value]) => (
                <tr key={name}><td>{inputName(name, t)}</td><td className="vf-right vf-num">{inputText(name, value, currency, format, t, common)}</td></tr>
              ))}
              <tr><td><strong>{t.value}</strong></td><td className="vf-right vf-num"><strong>{valueText(part, row.raw, currency, format, names, t)}</strong></td></tr>
            </tbody>
          </table>
          <dl className="vf-how-result">
            <div><dt>{t.points}</dt><dd className="vf-num">{row.points === null ? t.notKnown : format.points(row.points)}</dd></div>
            <div><dt>{t.weight}</dt><dd className="vf-num">{format.percent(row.weight)}{row.effectiveWeight !== row.weight && row.effectiveWeight > 0 ? <span className="vf-faint"> → {format.percent(row.effectiveWeight)}</span> : null}</dd></div>
            <div><dt>{t.contributionToTotal}</dt><dd className="vf-num">{format.points(row.contribution)}</dd></div>
            <div><dt>{t.evidence}</dt><dd><EvidenceMark state={row.state} /> <span className="vf-num">{format.percent(row.evidence, 0)}</span></dd></div>
          </dl>
          {row.points === null ? <p className="vf-small vf-faint">{m.missing}: {m.missingPolicies[part.missing]}. {m.missingNote}</p> : null}
          {part.kind === 'computed' ? null : (
            <>
              <h3>{t.restsOn}</h3>
              {facts.length === 0 ? <p className="vf-quiet">{mark ? t.restsOnNothing : t.notAssessedYet}</p> : <ul className="vf-how-facts">{facts.map((fact) => <li key={fact.id}><p>{fact.statement}</p><FactChip fact={fact} /></li>)}</ul>}
              {mark?.note ? <p className="vf-quiet">{t.markNote}: {mark.note}</p> : null}
              <p><Link to="/accounts/$id" params={{ id: String(detail.account.id) }} search={{ tab: 'assess', at: part.key } as never} replace resetScroll={false} onClick={close}>{mark ? t.toAssessment : t.toAssess}</Link></p>
            </>
          )}
          {model ? null : <p className="vf-small vf-faint">{common.loading}</p>}
        </div>
      ) : null}
    </SideDrawer>
  );
}

const inputName = (name: string, t: Texts['account']): string => (t.inputNames as Record<string, string>)[name] ?? name;

/** Inputs by the unit their name tells: days, counts, else money in minor units. */
function inputText(name: string, value: number | string | null, currency: string, format: Format, t: Texts['account'], common: Texts['common']): string {
  if (value === null) return t.noInput;
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value);
    if (/^\d{4}-\d{2}$/.test(value)) return format.month(value);
    return (common.evidenceKinds as Record<string, string>)[value] ?? (t.inputValues as Record<string, string>)[value] ?? value;
  }
  if (COUNTS.has(name)) return format.number(value, Number.isInteger(value) ? 0 : 2);
  return format.moneyExact(value, currency);
}
/** Inputs that count; `lines`, `orders` and `returns` are costs of these. */
const COUNTS = new Set(['months', 'invoices']);
