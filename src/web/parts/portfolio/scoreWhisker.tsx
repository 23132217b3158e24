import { memo } from 'react';

/**
 * Where the total could end: the part of the weight without evidence at its worst (0) and at its best (100).
 * @param confidence 0–1, share of the weight backed by evidence
 */
export function scoreBounds(total: number, confidence: number): { low: number; high: number } {
  const proven = Math.min(1, Math.max(0, confidence));
  return { low: total * proven, high: total * proven + 100 * (1 - proven) };
}

/** Score on a 0–100 track with its bounds: solid where proven (fresh evidence for most of the weight), dashed where assumed, faded where little backs it. */
export const ScoreWhisker = memo(function ScoreWhisker({ total, confidence, width = 76 }: { total: number; confidence: number; width?: number }) {
  const { low, high } = scoreBounds(total, confidence);
  const x = (points: number): number => 4 + (points / 100) * (width - 8);
  const state = confidence >= 0.6 ? 'proven' : confidence >= 0.3 ? 'assumed' : 'faint';
  return (
    <svg className={`vf-whisker vf-${state}`} width={width} height={16} aria-hidden>
      <line className="vf-whisker-track" x1={x(0)} x2={x(100)} y1={8} y2={8} />
      <line className="vf-whisker-line" x1={x(low)} x2={x(high)} y1={8} y2={8} />
      <path className="vf-whisker-cap" d={`M${x(low)} 5V11M${x(high)} 5V11`} />
      <circle className="vf-whisker-dot" cx={x(total)} cy={8} r={3.25} />
    </svg>
  );
});
