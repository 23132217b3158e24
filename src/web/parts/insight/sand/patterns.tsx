/** Hatchings that tell rivals apart without any colour; the eighth rival begins again, with heavier strokes. */
const KINDS = ['slash', 'backslash', 'across', 'upright', 'cross', 'grid', 'zigzag'] as const;
export const patternId = (own: string, rival: number): string => `${own}-rival-${rival}`;
export const dotsId = (own: string): string => `${own}-dots`;

/** Patterns for so many rivals, and the dots of what nobody knows. `own` keeps the names of two pictures on a page apart. */
export function Patterns({ own, rivals }: { own: string; rivals: number }) {
  return (
    <defs>
      {Array.from({ length: rivals }, (_, n) => {
        const heavy = n >= KINDS.length;
        return (
          <pattern key={n} id={patternId(own, n)} patternUnits="userSpaceOnUse" width={8} height={8}>
            <rect width={8} height={8} className="vf-hatch-ground" />
            <path className="vf-hatch" strokeWidth={heavy ? 2 : 1} d={pathOf(KINDS[n % KINDS.length]!)} />
          </pattern>
        );
      })}
      <pattern id={dotsId(own)} patternUnits="userSpaceOnUse" width={8} height={8}>
        <rect width={8} height={8} className="vf-dots-ground" />
        <circle className="vf-dot" cx={2} cy={2} r={0.9} />
        <circle className="vf-dot" cx={6} cy={6} r={0.9} />
      </pattern>
    </defs>
  );
}

function pathOf(kind: (typeof KINDS)[number]): string {
  switch (kind) {
    case 'slash': return 'M-2 2L2 -2M0 8L8 0M6 10L10 6';
    case 'backslash': return 'M-2 6L2 10M0 0L8 8M6 -2L10 2';
    case 'across': return 'M0 2H8M0 6H8';
    case 'upright': return 'M2 0V8M6 0V8';
    case 'cross': return 'M0 8L8 0M0 0L8 8';
    case 'grid': return 'M0 4H8M4 0V8';
    case 'zigzag': return 'M0 4L2 2L6 6L8 4';
  }
}
