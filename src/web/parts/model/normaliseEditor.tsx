import { useState } from 'react';
import { InputNumber } from 'antd';
import type { ComputedIndicator, Normalisation } from '#domain/select/model.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { useWidth } from '../chart/useWidth.ts';
import { isShare } from '../measureText.ts';
import { normaliseText } from '../normaliseText.ts';
import { curveSamples, pointsAt } from './curveSamples.ts';
import { addTo, removeFrom, setIn } from './draft.ts';
import { useEditing } from './editing.ts';
import { ChoiceField, Fault, NumberField } from './fields.tsx';

const TYPES = ['linear', 'log', 'steps', 'percentile'] as const;
/** Where a rule of another type starts from. */
const FRESH: Record<Normalisation['type'], (from: Normalisation) => Normalisation> = {
  linear: (from) => ({ type: 'linear', ...ends(from) }),
  log: (from) => {
    const { floor, target } = ends(from);
    return { type: 'log', floor: floor > 0 ? floor : Math.max(target, 1) / 100, target: target > 0 ? target : 1 };
  },
  steps: (from) => ({ type: 'steps', steps: [{ from: Math.min(...Object.values(ends(from))), points: 0 }, { from: Math.max(...Object.values(ends(from))), points: 100 }] }),
  percentile: () => ({ type: 'percentile', better: 'higher' }),
};
const ends = (rule: Normalisation): { floor: number; target: number } => (rule.type === 'linear' || rule.type === 'log' ? { floor: rule.floor, target: rule.target } : rule.type === 'steps' ? { floor: rule.steps[0]!.from, target: rule.steps.at(-1)!.from } : { floor: 0, target: 100 });

/** From a measured value to points: the rule, its picture, and an example one can play with. */
export function NormaliseEditor({ indicator, path }: { indicator: ComputedIndicator; path: string }) {
  const texts = useText();
  const { model: t } = texts;
  const format = useFormat();
  const { edit, currency } = useEditing();
  const rule = indicator.normalise;
  const ofTotal = 'relativeTo' in rule && rule.relativeTo === 'total';
  const percent = isShare(indicator.measure) || ofTotal;
  const scale = percent ? 100 : 1;
  const unit = percent ? '%' : indicator.measure === 'revenue' || indicator.measure === 'contribution' ? currency : undefined;
  const own = `${path}.normalise`;
  const money = indicator.measure === 'revenue' || indicator.measure === 'contribution';
  return (
    <div className="vf-normalise">
      <h3>{t.normalise}</h3>
      <ul className="vf-radio-list">
        {TYPES.map((type) => (
          <li key={type}><label><input type="radio" name={`${path}-type`} disabled={!edit} checked={rule.type === type} onChange={() => edit?.((before) => setIn(before, own, FRESH[type](rule)))} /> {t.normaliseTypes[type]}</label></li>
        ))}
      </ul>
      <RuleCurve rule={rule} scale={scale} unit={unit} label={t.curveLabel({ rule: normaliseText(rule, indicator.measure, currency, format, texts) })} />
      {rule.type === 'linear' || rule.type === 'log' ? (
        <div className="vf-form">
          <label>{t.floor}<NumberField path={`${own}.floor`} label={t.floor} scale={scale} suffix={unit} /></label>
          <label>{t.target}<NumberField path={`${own}.target`} label={t.target} scale={scale} suffix={unit} /></label>
          {money ? <label className="vf-check"><input type="checkbox" disabled={!edit} checked={ofTotal} onChange={(event) => edit?.((before) => setIn(before, own, event.target.checked ? { type: rule.type, floor: 0.0002, target: 0.05, relativeTo: 'total' } : { type: rule.type, floor: 10_000, target: 5_000_000 }))} /> {t.relative}</label> : null}
        </div>
      ) : rule.type === 'steps' ? (
        <div className="vf-form">
          {rule.steps.map((step, i) => (
            <div key={i} className="vf-row">
              <span className="vf-faint">{t.stepFrom}</span><NumberField path={`${own}.steps.${i}.from`} label={`${t.stepFrom} ${i + 1}`} scale={scale} suffix={unit} />
              <NumberField path={`${own}.steps.${i}.points`} label={`${t.stepPoints} ${i + 1}`} min={0} max={100} suffix={t.stepPoints} />
              {edit && rule.steps.length > 1 ? <button type="button" className="vf-icon-button" aria-label={t.removeStep({ from: format.number(step.from * scale) })} onClick={() => edit((before) => removeFrom(before, `${own}.steps`, i))}>×</button> : null}
            </div>
          ))}
          {edit && rule.steps.length < 20 ? <button type="button" className="vf-link vf-small" onClick={() => edit((before) => addTo(before, `${own}.steps`, { from: rule.steps.at(-1)!.from + 1, points: 100 }))}>+ {t.addStep}</button> : null}
        </div>
      ) : (
        <div className="vf-form"><label>{t.better}<ChoiceField path={`${own}.better`} label={t.better} options={[{ value: 'higher', text: t.higher }, { value: 'lower', text: t.lower }]} /></label></div>
      )}
      <Fault at={own} />
    </div>
  );
}

/** Picture of the rule with one example on it. */
function RuleCurve({ rule, scale, unit, label }: { rule: Normalisation; scale: number; unit: string | undefined; label: string }) {
  const { model: t } = useText();
  const format = useFormat();
  const [holder, width] = useWidth<HTMLDivElement>();
  const curve = curveSamples(rule);
  const middle = curve.isLog ? Math.sqrt(curve.from * curve.to) : (curve.from + curve.to) / 2;
  const [typed, setTyped] = useState<number | null>(null);
  const example = typed === null ? Number((middle * scale).toPrecision(2)) : typed;
  const points = pointsAt(example / scale, rule);
  const height = 132, left = 30, right = width - 8, top = 8, bottom = height - 20;
  const part = (raw: number): number => (curve.isLog ? Math.log(raw / curve.from) / Math.log(curve.to / curve.from) : (raw - curve.from) / (curve.to - curve.from));
  const x = (raw: number): number => left + Math.min(1, Math.max(0, part(raw))) * (right - left);
  const y = (value: number): number => bottom - (value / 100) * (bottom - top);
  const ends = rule.type === 'percentile' ? [0, 50, 100] : rule.type === 'steps' ? rule.steps.map((step) => step.from) : [rule.floor, rule.target];
  const text = (raw: number): string => `${format.number(raw * scale, Math.min(3, String(Number((raw * scale).toPrecision(4))).split('.')[1]?.length ?? 0))}${unit === '%' ? '%' : ''}`;
  return (
    <>
      <div ref={holder} className="vf-rule" style={{ height }}>
        {width > 0 ? (
          <svg width={width} height={height} role="img" aria-label={label}>
            {[0, 50, 100].map((tick) => <g key={tick}><line className={tick === 0 ? 'vf-axis' : 'vf-grid'} x1={left} x2={right} y1={y(tick)} y2={y(tick)} /><text className="vf-tick" x={left - 6} y={y(tick) + 4} textAnchor="end">{tick}</text></g>)}
            {ends.map((end, i) => <text key={i} className="vf-tick" x={x(end)} y={height - 4} textAnchor="middle">{text(end)}</text>)}
            <path className="vf-curve-line" d={curve.points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.raw).toFixed(1)} ${y(point.points).toFixed(1)}`).join('')} />
            {points === null ? null : <g><line className="vf-point" x1={x(example / scale)} x2={x(example / scale)} y1={y(0)} y2={y(points)} /><circle className="vf-point-dot" cx={x(example / scale)} cy={y(points)} r={4} /></g>}
          </svg>
        ) : null}
      </div>
      <div className="vf-row vf-example">
        <span className="vf-small vf-quiet">{t.example}</span>
        <InputNumber size="small" className="vf-model-number" controls={false} aria-label={t.example} value={example} suffix={unit} onChange={(next) => setTyped(next)} />
        <strong className="vf-num">→ {points === null ? '–' : t.examplePoints({ points: format.points(points) })}</strong>
      </div>
    </>
  );
}
