import { memo } from 'react';

/** Past, present and future as three thin bars, top to bottom; a lens nobody has scored is an open, dashed track. */
export const LensBars = memo(function LensBars({ scores, width = 72 }: { scores: readonly (number | null)[]; width?: number }) {
  return (
    <svg className="vf-lenses" width={width} height={20} aria-hidden>
      {scores.map((score, i) => {
        const y = 1 + i * 7;
        if (score === null) return <line key={i} className="vf-lens-missing" x1={0} x2={width} y1={y + 2} y2={y + 2} />;
        return (
          <g key={i}>
            <rect className="vf-lens-track" x={0} y={y} width={width} height={4} />
            <rect className={`vf-lens-bar vf-lens-${i}`} x={0} y={y} width={(score / 100) * width} height={4} />
          </g>
        );
      })}
    </svg>
  );
});
