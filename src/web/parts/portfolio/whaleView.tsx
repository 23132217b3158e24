import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { Curve } from './curve.tsx';
import { around, type RankRange } from './curveScale.ts';
import { useCurveWords } from './curveWords.ts';

/** Cumulative profit, most profitable first: what rises to the peak and what is lost after it. */
export default function WhaleView({ profit, costKnown, range, onRange }: { profit: Answer<'GET /api/portfolio'>; costKnown: boolean; range: RankRange | null; onRange: (range: RankRange) => void }) {
  const { portfolio: t } = useText();
  const format = useFormat();
  const words = useCurveWords(profit.currency);
  const { concentration: c, curve, currency } = profit;
  const tail = c.customers - c.whalePeakRank;
  const lost = c.whalePeakValue - c.total;
  const peak = { rank: c.whalePeakRank, height: c.whalePeakShare ?? c.whalePeakValue };
  return (
    <section className="vf-whale">
      <p className="vf-chart-lead">
        {tail > 0 && lost > 0 ? t.whaleTail({ count: tail, amount: format.money(lost, currency) }) : t.whaleNoTail}{' '}
        {tail > 0 && lost > 0 ? <button type="button" className="vf-link vf-noprint" onClick={() => onRange({ from: c.whalePeakRank + 1, to: c.customers })}>{t.showThem}</button> : null}
      </p>
      <Curve
        points={curve} customers={c.customers} height={320} selected={range}
        mark={c.whalePeakRank === 0 ? null : { ...peak, side: 'left', label: t.peakLabel({ share: c.whalePeakShare === null ? format.money(c.whalePeakValue, currency) : format.percent(c.whalePeakShare), n: format.number(c.whalePeakRank) }) }}
        onDrag={onRange} onClick={(rank) => onRange(around(rank, c.customers))} label={t.whaleLabel({ n: c.customers })} {...words}
      />
      <p className="vf-small vf-faint">{t.whaleHow}</p>
      {costKnown ? null : <p className="vf-note">{t.whaleNoCost}</p>}
    </section>
  );
}
