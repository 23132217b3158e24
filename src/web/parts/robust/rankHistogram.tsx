import { useState } from 'react';
import type { RankShare } from '#domain/select/robust/acceptability.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { useWidth } from '../chart/useWidth.ts';
import { histogramBars, type RankBar } from './histogramBars.ts';

const HEIGHT = 120;
const FOOT = 18;

/** Where the weightings rank a customer: one bar a rank (or stretch of ranks), those that pick it filled; today's rank marked. */
export function RankHistogram({ shares, top, today, last, label }: { shares: readonly RankShare[]; top: number; today: number; last: number; label: string }) {
  const { robust: t } = useText();
  const format = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [over, setOver] = useState<RankBar | null>(null);
  const end = Math.max(last, top, today);
  const bars = histogramBars(shares, top, end);
  // Area stands for the share: a narrower first bar is as high as its ranks deserve.
  const density = (bar: RankBar): number => bar.share / (bar.to - bar.from + 1);
  const most = Math.max(...bars.map(density), 1e-9);
  const step = width / end;
  const edge = top * step;
  const mark = (today - 0.5) * step;
  const ranks = (bar: RankBar): string => (bar.from === bar.to ? t.rankOne({ rank: format.number(bar.from) }) : t.rankSome({ from: format.number(bar.from), to: format.number(bar.to) }));
  return (
    <div ref={frame} className="vf-histogram">
      <svg width={width} height={HEIGHT + FOOT} role="img" aria-label={label} onPointerLeave={() => setOver(null)}>
        <rect x={0} y={0} width={edge} height={HEIGHT} className="vf-histogram-top" />
        {bars.map((bar) => {
          const [x, wide, high] = [(bar.from - 1) * step, (bar.to - bar.from + 1) * step, (density(bar) / most) * (HEIGHT - 16)];
          return (
            <g key={bar.from} onPointerEnter={() => setOver(bar)}>
              <rect x={x} y={0} width={wide} height={HEIGHT} fill="transparent" />
              <rect x={x + 0.5} width={Math.max(0.5, wide - 1)} y={HEIGHT - high} height={high} className={bar.to <= top ? 'vf-histogram-in' : 'vf-histogram-out'} />
            </g>
          );
        })}
        <line x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} className="vf-axis" />
        <line x1={edge} x2={edge} y1={0} y2={HEIGHT} className="vf-histogram-edge" />
        {edge < width - 40 ? <text x={edge + 4} y={11} className="vf-tick">{t.topMark({ top: format.number(top) })}</text> : null}
        <path d={`M${mark} ${HEIGHT + 2}l4 6h-8Z`} className="vf-histogram-today" />
        {mark > 16 ? <text x={0} y={HEIGHT + FOOT - 4} className="vf-tick">1</text> : null}
        {mark < width - 40 ? <text x={width} y={HEIGHT + FOOT - 4} textAnchor="end" className="vf-tick">{format.number(end)}</text> : null}
      </svg>
      <p className="vf-small vf-faint vf-num">{over ? t.barMeans({ ranks: ranks(over), share: format.percent(over.share) }) : t.todayMark({ rank: format.number(today) })}</p>
    </div>
  );
}
