/** Who counts as picked: the best so many, or the best share of those with a score. */
export type Top = { readonly count: number } | { readonly share: number };

/** The vital few unless somebody says otherwise (二八定律). */
export const TOP_FIFTH: Top = { share: 0.2 };

/** Reads "20%" or "15"; null when it is neither, or not between one customer and all of them. */
export function readTop(text: string): Top | null {
  const found = /^(\d{1,6}(?:\.\d{1,2})?)(%?)$/.exec(text.trim());
  if (!found) return null;
  const value = Number(found[1]);
  if (found[2] === '%') return value > 0 && value <= 100 ? { share: value / 100 } : null;
  return Number.isInteger(value) && value > 0 ? { count: value } : null;
}

/** As `readTop` reads it. */
export function topText(top: Top): string {
  return 'count' in top ? String(top.count) : `${Number((top.share * 100).toFixed(2))}%`;
}

/** How many places that is among `ranked` customers: at least one, never more than there are customers (0 of none). */
export function topCount(top: Top, ranked: number): number {
  const wanted = 'count' in top ? top.count : Math.max(1, Math.round(top.share * ranked));
  return Math.min(wanted, ranked);
}
