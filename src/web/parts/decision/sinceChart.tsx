import { useFormat, useText } from '../../text/locale.ts';
import { useWidth } from '../chart/useWidth.ts';

const HEIGHT = 96;
const TOP = 8;
const FOOT = 18;

/** Revenue by month around a decision: pale before, full since, the decision as a line between. */
export function SinceChart({ months, decided, currency }: { months: readonly { readonly month: string; readonly revenue: number }[]; decided: string; currency: string }) {
  const { decisions: t } = useText();
  const format = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>();
  const before = months.filter((one) => one.month <= decided);
  const after = months.filter((one) => one.month > decided);
  const mean = (list: typeof months): string => format.money(list.length === 0 ? null : Math.round(list.reduce((sum, one) => sum + one.revenue, 0) / list.length), currency);
  const most = Math.max(0, ...months.map((one) => one.revenue));
  const least = Math.min(0, ...months.map((one) => one.revenue));
  const y = (value: number): number => (most === least ? HEIGHT - FOOT : TOP + ((most - value) / (most - least)) * (HEIGHT - FOOT - TOP));
  const step = width / Math.max(1, months.length);
  const bar = Math.max(1, Math.min(28, step - 2));
  const from = months[0]?.month ?? decided;
  const to = months.at(-1)?.month ?? decided;
  const line = before.length * step;
  return (
    <figure className="vf-since-chart">
      <div ref={frame}>
        {width > 0 ? (
          <svg width={width} height={HEIGHT} role="img" aria-label={t.chartLabel({ from: format.month(from), to: format.month(to), before: mean(before), since: mean(after) })}>
            {months.map((one, n) => (
              <rect key={one.month} className={one.month > decided ? 'vf-since-bar' : 'vf-since-bar vf-since-before'} x={n * step + (step - bar) / 2} width={bar} y={Math.min(y(0), y(one.revenue))} height={Math.max(0.5, Math.abs(y(one.revenue) - y(0)))}>
                <title>{`${format.month(one.month)}: ${format.moneyExact(one.revenue, currency)}`}</title>
              </rect>
            ))}
            <line className="vf-axis" x1={0} x2={width} y1={y(0)} y2={y(0)} />
            {after.length > 0 ? <line className="vf-since-line" x1={line} x2={line} y1={0} y2={HEIGHT - FOOT} /> : null}
            <text className="vf-tick" x={0} y={HEIGHT - 4}>{format.month(from)}</text>
            <text className="vf-tick" x={width} y={HEIGHT - 4} textAnchor="end">{format.month(to)}</text>
          </svg>
        ) : null}
      </div>
      <figcaption className="vf-small vf-quiet">{after.length > 0 ? t.chartAverage({ before: mean(before), since: mean(after) }) : null} <span className="vf-legend-before">{t.chartBefore}</span> <span className="vf-legend-since">{t.chartSince}</span></figcaption>
    </figure>
  );
}
