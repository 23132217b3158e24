import type { AccountClass } from '#domain/select/model.ts';

/** One shape a class, so that no meaning hangs on colour alone: diamond, disc, rising triangle, square, cross. Path within ±r of the origin. */
export function classPath(kind: AccountClass | null, r: number): string {
  const n = (value: number): string => value.toFixed(2);
  switch (kind) {
    case 'strategic': return `M0 ${n(-r * 1.15)}L${n(r * 1.15)} 0L0 ${n(r * 1.15)}L${n(-r * 1.15)} 0Z`;
    case 'growth': return `M0 ${n(-r * 1.1)}L${n(r * 1.1)} ${n(r * 0.85)}L${n(-r * 1.1)} ${n(r * 0.85)}Z`;
    case 'maintain': return `M${n(-r * 0.87)} ${n(-r * 0.87)}H${n(r * 0.87)}V${n(r * 0.87)}H${n(-r * 0.87)}Z`;
    case 'exit': {
      const a = r * 0.95, b = r * 0.4;
      return `M${n(-a)} ${n(-a + b)}L${n(-a + b)} ${n(-a)}L0 ${n(-b)}L${n(a - b)} ${n(-a)}L${n(a)} ${n(-a + b)}L${n(b)} 0L${n(a)} ${n(a - b)}L${n(a - b)} ${n(a)}L0 ${n(b)}L${n(-a + b)} ${n(a)}L${n(-a)} ${n(a - b)}L${n(-b)} 0Z`;
    }
    default: return `M${n(-r)} 0A${n(r)} ${n(r)} 0 1 0 ${n(r)} 0A${n(r)} ${n(r)} 0 1 0 ${n(-r)} 0Z`;
  }
}

/** The class's shape and word. */
export function ClassMark({ kind, word }: { kind: AccountClass; word: string }) {
  return (
    <span className={`vf-class vf-class-${kind}`}>
      <svg width={10} height={10} viewBox="-6 -6 12 12" aria-hidden><path d={classPath(kind, 4.6)} /></svg>
      {word}
    </span>
  );
}
