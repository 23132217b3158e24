import { useMemo, useRef, useState } from 'react';
import { ticks } from '../chart/ticks.ts';
import { useWidth } from '../chart/useWidth.ts';
import { curvePaths, curveScale, pointAt, type CurvePoint, type RankRange } from './curveScale.ts';

export interface CurveProps {
  points: readonly CurvePoint[];
  customers: number;
  height: number;
  /** Rank until which the curve is shaded, with its label: the 80 % mark, or the peak of the whale. */
  mark: { rank: number; height: number; label: string; side?: 'left' | 'right' } | null;
  selected: RankRange | null;
  /** A drag gives the range drawn; a click gives the rank under it. */
  onDrag: (range: RankRange) => void;
  onClick: (rank: number) => void;
  label: string;
  heightText: (height: number, isShare: boolean) => string;
  rankText: (rank: number) => string;
  /** Lines of the hover card of a point. */
  describe: (point: CurvePoint) => { title: string; lines: string[] };
}

/** Cumulative curve of the customers, largest first: the 80/20 strip and the whale curve. Drag to open a stretch, click to open the customers there. */
export function Curve(props: CurveProps) {
  const { points, customers, height, mark, selected } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [hover, setHover] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const start = useRef(0);
  const box = { left: 40, right: Math.max(80, width - 8), top: 10, bottom: height - 20 };
  const scale = useMemo(() => curveScale(points, customers, { left: box.left, right: box.right, top: box.top, bottom: box.bottom }), [points, customers, box.right, box.bottom]);
  const whole = useMemo(() => curvePaths(points, scale), [points, scale]);
  const shaded = useMemo(() => (mark ? curvePaths(points, scale, mark.rank) : null), [points, scale, mark?.rank]);
  const range = drag ? { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) } : selected;
  const left = mark !== null && (mark.side === 'left' ? scale.x(mark.rank) > box.left + 200 : scale.x(mark.rank) > box.right - 190);
  const at = hover === null ? null : pointAt(points, hover);
  const pixel = (event: React.PointerEvent): number => event.clientX - event.currentTarget.getBoundingClientRect().left;

  return (
    <div ref={frame} className="vf-curve" style={{ height }}>
      {width > 0 && (
        <svg
          width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            start.current = event.clientX;
            const rank = scale.rankAt(pixel(event));
            setDrag({ from: rank, to: rank });
          }}
          onPointerMove={(event) => {
            const rank = scale.rankAt(pixel(event));
            setHover(rank);
            if (drag) setDrag({ from: drag.from, to: rank });
          }}
          onPointerUp={(event) => {
            if (!drag) return;
            setDrag(null);
            if (Math.abs(event.clientX - start.current) < 4) props.onClick(drag.from);
            else props.onDrag({ from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) });
          }}
          onPointerCancel={() => setDrag(null)}
          onPointerLeave={() => setHover(null)}
        >
          {heightTicks(scale.low, scale.high, height, scale.isShare).map((tick) => (
            <g key={tick}>
              <line className={tick === 0 ? 'vf-axis' : 'vf-grid'} x1={box.left} x2={box.right} y1={scale.y(tick)} y2={scale.y(tick)} />
              <text className="vf-tick" x={box.left - 6} y={scale.y(tick) + 4} textAnchor="end">{props.heightText(tick, scale.isShare)}</text>
            </g>
          ))}
          {rankTicks(customers, width).filter((rank) => rank === customers || box.right - scale.x(rank) > 64).map((rank) => (
            <text key={rank} className="vf-tick" x={scale.x(rank)} y={height - 4} textAnchor={rank === customers ? 'end' : 'middle'}>{props.rankText(rank)}</text>
          ))}
          {range && <rect className="vf-stretch" x={scale.x(range.from - 1)} width={Math.max(2, scale.x(range.to) - scale.x(range.from - 1))} y={box.top} height={box.bottom - box.top} />}
          <path className="vf-curve-rest" d={whole.area} />
          {shaded && <path className="vf-curve-few" d={shaded.area} />}
          <path className="vf-curve-line" d={whole.line} />
          {mark && (
            <g>
              <line className="vf-point" x1={scale.x(mark.rank)} x2={scale.x(mark.rank)} y1={scale.y(mark.height)} y2={scale.y(Math.max(0, scale.low))} />
              <circle className="vf-point-dot" cx={scale.x(mark.rank)} cy={scale.y(mark.height)} r={3.5} />
              <text className="vf-point-text" textAnchor={left ? 'end' : 'start'} x={scale.x(mark.rank) + (left ? -8 : 8)} y={Math.min(box.bottom - 6, scale.y(mark.height) + (mark.side === 'left' ? 24 : 18))}>{mark.label}</text>
            </g>
          )}
          {at && !drag && (
            <g>
              <line className="vf-cross" x1={scale.x(at.rank)} x2={scale.x(at.rank)} y1={box.top} y2={box.bottom} />
              <circle className="vf-cross-dot" cx={scale.x(at.rank)} cy={scale.y(scale.heightOf(at))} r={3} />
            </g>
          )}
        </svg>
      )}
      {at && !drag && <HoverCard x={scale.x(at.rank)} width={width} {...props.describe(at)} />}
    </div>
  );
}

/** Small card beside the pointer, always inside the chart. */
export function HoverCard({ x, width, title, lines }: { x: number; width: number; title: string; lines: string[] }) {
  const right = x > width / 2;
  return (
    <div className="vf-hover" role="presentation" style={right ? { right: width - x + 10 } : { left: x + 10 }}>
      <strong>{title}</strong>
      {lines.map((line) => <span key={line}>{line}</span>)}
    </div>
  );
}

/** On a share axis 0, 50, 80 and 100 % are always there: 80 % is what the picture is about. */
function heightTicks(low: number, high: number, height: number, isShare: boolean): number[] {
  if (!isShare) return ticks(low, high, 4);
  const marks = height < 180 ? [0, 0.5, 0.8, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1];
  const beyond = ticks(1, high, 3).filter((tick) => tick >= 1.1);
  return [...ticks(low, 0, 2).filter((tick) => tick < -0.05), ...marks, ...beyond];
}

function rankTicks(customers: number, width: number): number[] {
  const marks = ticks(0, customers, Math.max(2, Math.floor(width / 110))).filter((tick) => tick >= 1 && Number.isInteger(tick) && tick < customers);
  return [...marks, customers];
}
