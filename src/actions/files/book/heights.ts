/** Points of one line of 11-point type, and of what stands above and below. */
const LINE = 14.5;
const EDGE = 4;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Height in points that a row of wrapped texts needs, by the widths of its columns: not every program finds it by itself. */
export function heightOf(texts: readonly (string | number | null)[], widths: readonly number[]): number {
  const lines = texts.map((text, n) => String(text ?? '').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / (widths[n] ?? 10))), 0));
  return Math.ceil(Math.max(1, ...lines) * LINE + EDGE);
}
