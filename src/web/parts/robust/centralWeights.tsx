import { useState } from 'react';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Weights } from '#domain/select/weights.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { weightShifts, type WeightShift } from './weightShifts.ts';

const FEW = 5;

/** The central weights beside today's: which weighting suits this customer, and how far today's is from it. */
export function CentralWeights({ model, today, central }: { model: ScoreModel; today: Weights; central: Weights }) {
  const { robust: t } = useText();
  const [all, setAll] = useState(false);
  const { lenses, others } = weightShifts(model, today, central);
  return (
    <>
      <div className="vf-shifts">
        <p className="vf-shift-head vf-small vf-faint"><span /><span className="vf-shift-key"><i className="vf-shift-now" />{t.now} <i className="vf-shift-then" />{t.central}</span><span className="vf-right">{t.now}</span><span className="vf-right">{t.central}</span></p>
        {lenses.map((one) => <Shift key={one.place.at} one={one} />)}
        {(all ? others : others.slice(0, FEW)).map((one) => <Shift key={`${one.place.list}${one.place.at}`} one={one} />)}
      </div>
      {others.length > FEW && !all ? <button type="button" className="vf-link vf-small" onClick={() => setAll(true)}>{t.allWeights({ n: others.length - FEW })}</button> : null}
    </>
  );
}

function Shift({ one }: { one: WeightShift }) {
  const words = useWords();
  const format = useFormat();
  const [low, high] = [Math.min(one.today, one.central), Math.max(one.today, one.central)];
  return (
    <p className="vf-shift">
      <span className="vf-clip" title={[one.name, ...one.within].map(words).join(' · ')}>{words(one.name)}{one.within.length > 0 ? <span className="vf-faint vf-small"> {words(one.within[0]!)}</span> : null}</span>
      <span className="vf-shift-line" aria-hidden>
        <b style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} /><i className="vf-shift-now" style={{ left: `${one.today * 100}%` }} /><i className="vf-shift-then" style={{ left: `${one.central * 100}%` }} />
      </span>
      <span className="vf-num vf-right">{format.percent(one.today)}</span>
      <span className="vf-num vf-right">{format.percent(one.central)}</span>
    </p>
  );
}
