import { useState } from 'react';
import { GRADES } from '#domain/select/model.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import type { ModelNames } from './names.ts';
import { valueText } from './valueText.ts';
import { waterfallLenses } from './waterfallRows.ts';

export type Explanation = Answer<'GET /api/accounts/{id}'>['explanation'];

/**
 * The score as a sum one can follow: each indicator's bar begins where the one before ends; solid = proven, dashed = assumed,
 * faded = stale. The pale rest of a bar is what full points would add.
 */
export function Waterfall({ explanation, names, thresholds, currency, onExplain }: { explanation: Explanation; names: ModelNames; thresholds: Partial<Record<string, number>>; currency: string; onExplain: (indicator: string) => void }) {
  const { account: t, common } = useText();
  const format = useFormat();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const lenses = waterfallLenses(explanation.indicators);
  const sum = lenses.at(-1)?.to ?? 0;
  const lines = GRADES.filter((grade) => thresholds[grade] !== undefined);
  const off = explanation.deductions.reduce((all, one) => all + one.points, 0);
  const factors = new Map(explanation.factors.map((factor) => [factor.key, factor]));
  if (explanation.total === null) return <p className="vf-quiet">{t.whyUnknownBody}</p>;

  return (
    <div className="vf-waterfall">
      <div className="vf-wf-row vf-wf-axis" aria-hidden>
        <span /><span />
        <span className="vf-wf-track">
          {lines.map((grade) => <span key={grade} className="vf-wf-grade" style={{ left: `${thresholds[grade]}%` }} title={t.gradeLine({ grade, points: thresholds[grade]! })}>{grade}</span>)}
        </span>
        <span />
      </div>
      {lenses.map((lens) => {
        const own = explanation.lenses.find((one) => one.key === lens.lens);
        const shown = open.has(lens.lens);
        return (
          <section key={lens.lens} aria-label={t.lens[lens.lens]}>
            <div className="vf-wf-row vf-wf-lens">
              <h3>{t.lens[lens.lens]}</h3>
              <span className="vf-small vf-faint">{t.lensWeight({ weight: format.number(own?.weight ?? 0, Number.isInteger(own?.weight ?? 0) ? 0 : 1) })}</span>
              <span className="vf-small vf-quiet vf-num">{own?.score == null ? t.lensNone : t.lensScore({ score: format.points(own.score) })}</span>
              <span className="vf-num vf-right">{lens.to > lens.from ? format.points(lens.to - lens.from) : ''}</span>
            </div>
            {lens.rows.map(({ indicator, from, to, limit }) => {
              const factor = factors.get(indicator.factor);
              return (
                <button
                  key={indicator.key} type="button" className="vf-wf-row vf-wf-bar-row" onClick={() => onExplain(indicator.key)}>
                  <span aria-hidden className="vf-clip" title={`${names.factor(indicator.factor)} · ${names.indicator(indicator.key)}`}>{names.indicator(indicator.key)}</span>
                  <span aria-hidden className="vf-num vf-small vf-quiet vf-right vf-clip">{valueText(names.find(indicator.key), indicator.raw, currency, format, names, t)}{factor?.capped ? <span title={t.capped({ cap: format.points(factor.score) })}> ⊤</span> : null}</span>
                  <span aria-hidden className="vf-wf-track">
                    {lines.map((grade) => <i key={grade} className="vf-wf-line" style={{ left: `${thresholds[grade]}%` }} />)}
                    <i className="vf-wf-rest" style={{ left: `${from}%`, width: `${limit - from}%` }} />
                    <i className={`vf-wf-bar ${evidenceClass(indicator.state)}`} style={{ left: `${from}%`, width: `max(2px, ${to - from}%)` }} />
                  </span>
                  <span aria-hidden className="vf-num vf-right">{format.points(indicator.contribution)}</span>
                  <span className="vf-hidden">{t.barLabel({ name: names.indicator(indicator.key), points: format.points(indicator.points), contribution: format.points(indicator.contribution), state: common.evidence[indicator.state] })}</span>
                </button>
              );
            })}
            {lens.missing.length > 0 ? (
              <div className="vf-wf-missing vf-small">
                <span className="vf-faint">{t.missingCount({ n: lens.missing.length })}</span>{' '}
                <button type="button" className="vf-link vf-noprint" aria-expanded={shown} onClick={() => setOpen((before) => { const next = new Set(before); if (!next.delete(lens.lens)) next.add(lens.lens); return next; })}>{shown ? t.hideMissing : t.showMissing}</button>
                {shown ? <ul>{lens.missing.map((one) => <li key={one.key}><button type="button" className="vf-evidence vf-missing" onClick={() => onExplain(one.key)}>{names.indicator(one.key)}</button></li>)}</ul> : null}
              </div>
            ) : null}
          </section>
        );
      })}
      {explanation.deductions.map((one) => (
        <div key={one.key} className="vf-wf-row vf-wf-off">
          <span className="vf-clip">{names.mark(one.key)}</span><span className="vf-small vf-quiet vf-right">{t.deductions}</span>
          <span className="vf-wf-track"><i className="vf-wf-deduction" style={{ left: `${Math.max(0, sum - off)}%`, width: `${one.points}%` }} /></span>
          <span className="vf-num vf-right vf-negative">−{format.points(one.points)}</span>
        </div>
      ))}
      <div className="vf-wf-row vf-wf-total">
        <strong>{t.total}</strong><span />
        <span className="vf-wf-track">
          {lines.map((grade) => <i key={grade} className="vf-wf-line" style={{ left: `${thresholds[grade]}%` }} />)}
          <i className="vf-wf-sum" style={{ width: `${explanation.total}%` }} />
        </span>
        <strong className="vf-num vf-right">{format.points(explanation.total)}</strong>
      </div>
      {explanation.vetoes.length > 0 ? <p className="vf-wf-veto">{t.vetoHolds} {explanation.vetoes.map((key) => names.mark(key)).join(' · ')}</p> : null}
    </div>
  );
}
