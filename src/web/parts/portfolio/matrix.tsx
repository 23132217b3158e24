import { useMemo, useRef, useState } from 'react';
import type { AccountClass, ClassRules } from '#domain/select/model.ts';
import { useWidth } from '../chart/useWidth.ts';
import { classPath } from './classMark.tsx';
import { classRegions } from './classRegions.ts';
import { HoverCard } from './curve.tsx';
import { bubbleAt, matrixX, matrixY, placeBubbles, placeNames, type BubblePoint, type MatrixFrame } from './matrixLayout.ts';

export interface MatrixProps {
  points: readonly BubblePoint[];
  rules: ClassRules;
  height: number;
  chosen: ReadonlySet<number> | null;
  onOpen: (id: number) => void;
  onChoose: (ids: number[]) => void;
  words: { label: string; value: string; potential: string; noValue: string; noPotential: string; nonePlaced: string; classes: Record<AccountClass, string> };
  describe: (point: BubblePoint) => { title: string; lines: string[] };
}

/** Value today × potential: the model's class regions, a bubble a customer, drag a frame to filter the table, click to open. */
export function Matrix(props: MatrixProps) {
  const { points, rules, height, chosen, words } = props;
  const [holder, width] = useWidth<HTMLDivElement>();
  const [hover, setHover] = useState<{ x: number; y: number } | null>(null);
  const [drag, setDrag] = useState<{ x: number; y: number; toX: number; toY: number } | null>(null);
  const moved = useRef(false);
  const frame: MatrixFrame = useMemo(() => {
    const gutter = 30;
    return { gutter, left: 40 + gutter, right: Math.max(160, width - 12), top: 12, bottom: height - 40 - gutter };
  }, [width, height]);
  const regions = useMemo(() => classRegions(rules), [rules]);
  const placed = useMemo(() => placeBubbles(points, frame).toSorted((a, b) => b.r - a.r), [points, frame]);
  const names = useMemo(() => placeNames(placed, frame, width < 600 ? 5 : 14), [placed, frame, width]);
  const under = hover && !drag ? bubbleAt(placed, hover.x, hover.y) : null;
  const place = (event: React.PointerEvent): { x: number; y: number } => {
    const bounds = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const marks = [0, 25, 50, 75, 100];

  return (
    <div ref={holder} className="vf-matrix" style={{ height }}>
      {width > 0 && (
        <svg
          width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.label}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            moved.current = false;
            const { x, y } = place(event);
            setDrag({ x, y, toX: x, toY: y });
          }}
          onPointerMove={(event) => {
            const to = place(event);
            setHover(to);
            if (!drag) return;
            if (Math.hypot(to.x - drag.x, to.y - drag.y) > 4) moved.current = true;
            setDrag({ ...drag, toX: to.x, toY: to.y });
          }}
          onPointerUp={() => {
            if (!drag) return;
            setDrag(null);
            if (!moved.current) {
              const hit = bubbleAt(placed, drag.x, drag.y);
              if (hit) props.onOpen(hit.point.id);
              return;
            }
            const inside = placed.filter((bubble) => between(bubble.x, drag.x, drag.toX) && between(bubble.y, drag.y, drag.toY));
            props.onChoose(inside.map((bubble) => bubble.point.id));
          }}
          onPointerCancel={() => setDrag(null)}
          onPointerLeave={() => setHover(null)}
          style={{ cursor: under ? 'pointer' : 'crosshair' }}
        >
          {regions.map((region) => {
            const x = matrixX(frame, region.fromValue);
            const y = matrixY(frame, region.toPotential);
            const w = matrixX(frame, region.toValue) - x;
            const h = matrixY(frame, region.fromPotential) - y;
            return (
              <g key={`${region.class}${region.fromValue}/${region.fromPotential}`}>
                <rect className={`vf-region vf-region-${region.class}`} x={x} y={y} width={w} height={h} />
                {w > 70 && h > 24 && <text className="vf-region-word" x={x + 8} y={y + 18}>{words.classes[region.class]}</text>}
              </g>
            );
          })}
          <line className="vf-axis" x1={frame.left} x2={frame.right} y1={frame.bottom} y2={frame.bottom} />
          <line className="vf-axis" x1={frame.left} x2={frame.left} y1={frame.top} y2={frame.bottom} />
          {marks.map((mark) => (
            <g key={mark}>
              <text className="vf-tick" x={matrixX(frame, mark)} y={frame.bottom + frame.gutter + 14} textAnchor="middle">{mark}</text>
              <text className="vf-tick" x={frame.left - frame.gutter - 6} y={matrixY(frame, mark) + 4} textAnchor="end">{mark}</text>
            </g>
          ))}
          <text className="vf-axis-name" x={frame.right} y={height - 8} textAnchor="end">{words.value} →</text>
          <text className="vf-axis-name" transform={`translate(12 ${frame.top}) rotate(-90)`} textAnchor="end">{words.potential} →</text>
          {placed.map(({ point, x, y, r }) => (
            <path
              key={point.id} d={classPath(point.class, r)} style={{ transform: `translate(${x}px, ${y}px)` }}
              className={`vf-bubble vf-class-${point.class ?? 'none'} ${point.confidence >= 0.6 ? 'vf-proven' : point.confidence >= 0.3 ? 'vf-assumed' : 'vf-faint'}${chosen && !chosen.has(point.id) ? ' vf-away' : ''}`}
            />
          ))}
          {points.some((point) => point.potential === null) && <text className="vf-gutter-word" x={frame.left + 4} y={frame.bottom + 18}>{words.noPotential}</text>}
          {points.some((point) => point.valueToday === null) && <text className="vf-gutter-word" transform={`translate(${frame.left - frame.gutter + 12} ${frame.bottom - 4}) rotate(-90)`}>{words.noValue}</text>}
          {points.length > 0 && points.every((point) => point.potential === null || point.valueToday === null) ? <foreignObject x={frame.left + 24} y={frame.top + 60} width={Math.max(120, frame.right - frame.left - 48)} height={80}><p className="vf-matrix-note">{words.nonePlaced}</p></foreignObject> : null}
          {names.map((name) => <text key={name.id} className="vf-bubble-name" x={name.x} y={name.y}>{name.name}</text>)}
          {under && <path className="vf-bubble-ring" d={classPath(under.point.class, under.r + 3)} style={{ transform: `translate(${under.x}px, ${under.y}px)` }} />}
          {drag && moved.current && <rect className="vf-stretch" x={Math.min(drag.x, drag.toX)} y={Math.min(drag.y, drag.toY)} width={Math.abs(drag.toX - drag.x)} height={Math.abs(drag.toY - drag.y)} />}
        </svg>
      )}
      {under && <HoverCard x={under.x} width={width} {...props.describe(under.point)} />}
    </div>
  );
}

const between = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) && value <= Math.max(a, b);
