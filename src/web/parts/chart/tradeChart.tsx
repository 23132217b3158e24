import { useState } from 'react';
import { ticks } from './ticks.ts';
import { useWidth } from './useWidth.ts';

export interface TradeChartMonth {
  readonly month: string;
  /** Minor units, net of credit notes. */
  readonly revenue: number;
  readonly credits: number;
  /** Minor units; null where the lines carry no cost. */
  readonly margin: number | null;
}

export interface TradeChartProps {
  months: readonly TradeChartMonth[];
  /** How many of the last months count in the score; the earlier ones are drawn lighter. */
  counted: number;
  height: number;
  label: string;
  amountText: (minor: number) => string;
  monthText: (month: string) => string;
  describe: (month: TradeChartMonth) => string[];
}

/** Width of a text of the axis in pixels, about: room for words that must neither be cut nor meet. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 6.6), 0);

/** Revenue a month as bars, credit notes below the zero line, margin as a line: the last twelve months are the ones that count. */
export function TradeChart(props: TradeChartProps) {
  const { months, height, counted } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [hover, setHover] = useState<number | null>(null);
  const high = Math.max(1, ...months.map((month) => Math.max(month.revenue, month.margin ?? 0)));
  const low = Math.min(0, ...months.map((month) => Math.min(month.revenue, month.credits, month.margin ?? 0)));
  const heights = ticks(low, high, 3);
  const left = Math.max(52, ...heights.map((tick) => widthOf(props.amountText(tick)) + 10)), right = width - 20, top = 8, bottom = height - 22;
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * (bottom - top);
  const step = (right - left) / Math.max(1, months.length);
  const x = (i: number): number => left + i * step;
  const bar = Math.max(2, Math.min(22, step * 0.68));
  const margins = months.map((month, i) => (month.margin === null ? null : `${(x(i) + step / 2).toFixed(1)} ${y(month.margin).toFixed(1)}`));
  let line = '';
  margins.forEach((place, i) => {
    if (place) line += `${i > 0 && margins[i - 1] ? 'L' : 'M'}${place}`;
  });
  const every = Math.max(1, Math.ceil(months.length / Math.max(2, Math.floor((right - left) / (8 + Math.max(50, ...months.slice(-1).map((month) => widthOf(props.monthText(month.month)))))))));
  const at = hover === null ? null : months[hover];

  return (
    <div ref={frame} className="vf-trade" style={{ height }}>
      {width > 0 && (
        <svg
          width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}
          onPointerMove={(event) => {
            const i = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - left) / step);
            setHover(i >= 0 && i < months.length ? i : null);
          }}
          onPointerLeave={() => setHover(null)}
        >
          {heights.map((tick) => (
            <g key={tick}>
              <line className={tick === 0 ? 'vf-axis' : 'vf-grid'} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text className="vf-tick" x={left - 6} y={y(tick) + 4} textAnchor="end">{props.amountText(tick)}</text>
            </g>
          ))}
          {low < 0 && <line className="vf-axis" x1={left} x2={right} y1={y(0)} y2={y(0)} />}
          {hover !== null && <rect className="vf-stretch" x={x(hover)} width={step} y={top} height={bottom - top} />}
          {months.map((month, i) => (
            <g key={month.month} className={i < months.length - counted ? 'vf-before' : undefined}>
              <rect className="vf-bar" x={x(i) + (step - bar) / 2} width={bar} y={Math.min(y(month.revenue), y(0))} height={Math.max(month.revenue === 0 ? 0 : 1, Math.abs(y(month.revenue) - y(0)))} />
              {month.credits < 0 && <rect className="vf-bar-credit" x={x(i) + (step - bar) / 2} width={bar} y={y(0)} height={Math.max(1, y(month.credits) - y(0))} />}
            </g>
          ))}
          {line && <path className="vf-margin" d={line} />}
          {months.map((month, i) => ((months.length - 1 - i) % every === 0
            ? <text key={month.month} className="vf-tick" x={x(i) + step / 2} y={height - 6} textAnchor="middle">{props.monthText(month.month)}</text> : null))}
        </svg>
      )}
      {at && (
        <div className="vf-hover" role="presentation" style={x(hover!) > width / 2 ? { right: width - x(hover!) + 8 } : { left: x(hover!) + step + 8 }}>
          <strong>{props.monthText(at.month)}</strong>
          {props.describe(at).map((text) => <span key={text}>{text}</span>)}
        </div>
      )}
    </div>
  );
}
