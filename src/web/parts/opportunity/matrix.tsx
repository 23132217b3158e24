import { useMemo, useState } from 'react';
import { useAllText, useFormat } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { useWidth } from '../chart/useWidth.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import { placeBubbles, placeWords, valueTicks, xOf, yOf, type Frame } from './matrixLayout.ts';
import { PriorityMark } from './priorityMark.tsx';
import type { ViewProps } from './views.tsx';

const HEIGHT = 460;

/** Value × fit: size is the strength of evidence, the letter the horizon; the list beside it has the same points, by priority. */
export function Matrix({ rows, currency, showAccount, edit, how }: ViewProps) {
  const { opportunity: t, match, common } = useAllText();
  const format = useFormat();
  const [holder, width] = useWidth<HTMLDivElement>();
  const [lit, setLit] = useState<number | null>(null);
  const frame: Frame = useMemo(() => ({ left: 72, right: Math.max(220, width - 8), top: 10, bottom: HEIGHT - 72, gutter: 36 }), [width]);
  const bubbles = useMemo(() => placeBubbles(rows, frame), [rows, frame]);
  const band = (frame.bottom - frame.top) / 5;
  const ticks = valueTicks();
  const words = useMemo(() => placeWords(bubbles, frame), [bubbles, frame]);
  return (
    <>
      <div className="vf-opportunity-matrix">
        <div ref={holder} style={{ minHeight: HEIGHT }}>
          {width > 0 ? (
            <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={t.matrixLabel(rows.length)}>
              {[0, 1, 2, 3, 4].map((fit) => (
                <g key={fit}>
                  <rect className={`vf-fit-band vf-fit-band-${fit}`} x={frame.left} width={frame.right - frame.left} y={yOf(fit, frame) - band / 2} height={band} />
                  <text className="vf-tick" x={frame.left - frame.gutter - 4} y={yOf(fit, frame) + 4} textAnchor="end"><title>{match.fits[fit]}</title>{fit}</text>
                </g>
              ))}
              {ticks.map((value, n) => (
                <g key={value}>
                  <line className="vf-grid" x1={xOf(value, frame)} x2={xOf(value, frame)} y1={frame.top} y2={frame.bottom} />
                  {width > 480 || n % 2 === 0 ? <text className="vf-tick" x={xOf(value, frame)} y={HEIGHT - 20} textAnchor={n === ticks.length - 1 ? 'end' : n === 0 ? 'start' : 'middle'}>{format.money(value, currency)}</text> : null}
                </g>
              ))}
              <line className="vf-axis" x1={frame.left} x2={frame.right} y1={frame.bottom} y2={frame.bottom} />
              <line className="vf-axis" x1={frame.left} x2={frame.left} y1={frame.top} y2={frame.bottom} />
              <text className="vf-axis-name" x={frame.right} y={HEIGHT - 4} textAnchor="end">{t.matrixValue} →</text>
              <text className="vf-axis-name" transform={`translate(11 ${frame.top}) rotate(-90)`} textAnchor="end">{t.matrixFit} →</text>
              {rows.some((row) => row.priority.value === null) ? <text className="vf-gutter-word" transform={`translate(${frame.left - 4} ${frame.bottom - 4}) rotate(-90)`}>{t.noValue}</text> : null}
              {rows.some((row) => row.priority.fit === null) ? <text className="vf-gutter-word" x={frame.left + 4} y={frame.bottom + 14}>{t.fitUnknown}</text> : null}
              {bubbles.map(({ one, x, y, r }) => (
                <g key={one.id} className={`vf-opportunity-bubble ${evidenceClass(one.priority.state)}${lit === one.id ? ' vf-lit' : ''}`} transform={`translate(${x} ${y})`} onClick={() => edit(one)} onPointerEnter={() => setLit(one.id)} onPointerLeave={() => setLit(null)}>
                  <title>{`${one.title}\n${one.account.name}\n${format.money(one.priority.value, currency)} · ${t.horizons[one.horizon]} · ${common.evidence[one.priority.state]}`}</title>
                  <circle r={r} />
                  <text textAnchor="middle" y={4}>{t.horizonMarks[one.horizon]}</text>
                </g>
              ))}
              {words.map((word) => <text key={word.id} className="vf-opportunity-word" x={word.x} y={word.y} textAnchor={word.anchor}>{word.text}</text>)}
            </svg>
          ) : null}
        </div>
        <ol className="vf-opportunity-list" aria-label={t.listLabel}>
          {rows.map((one) => (
            <li key={one.id} className={lit === one.id ? 'vf-lit' : undefined} onPointerEnter={() => setLit(one.id)} onPointerLeave={() => setLit(null)}>
              <button type="button" className="vf-board-title" onClick={() => edit(one)}>{one.title}</button>
              <span className="vf-small vf-quiet vf-board-facts">{showAccount ? <span className="vf-clip">{one.account.name}</span> : null}<span>{one.priority.value === null ? t.noValue : <Amount minor={one.priority.value} currency={currency} />}</span><span>{t.matrixFit} {one.priority.fit ?? '–'}</span><span>{t.horizons[one.horizon]}</span></span>
              <PriorityMark one={one} how={how} />
            </li>
          ))}
        </ol>
      </div>
      <p className="vf-small vf-faint">{t.matrixHow}</p>
    </>
  );
}
