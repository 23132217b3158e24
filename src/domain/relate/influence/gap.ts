/** Values less their mean, in standard deviations (of the whole, divided by n); all 0 where they do not differ. */
export function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation === 0 ? 0 : (value - mean) / deviation));
}

/** Influence beside rank of one person. */
export interface Gap { readonly person: number; readonly gap: number }

/**
 * Real influence less formal rank: z(influence) − z(rank) over the people of whom both are known; largest first. The head of the list is
 * underrated by the organisation chart, its tail overrated. `level` counts from the top (1 is the highest), so a higher level is a lower rank.
 * People of whom either is null are left out, not counted as 0.
 */
export function formalGap(influence: readonly (number | null)[], level: readonly (number | null)[]): Gap[] {
  if (influence.length !== level.length) throw new RangeError('As many levels as influences.');
  const known = influence.map((_, person) => person).filter((person) => influence[person] !== null && level[person] !== null);
  const real = standardised(known.map((person) => influence[person]!));
  const formal = standardised(known.map((person) => -level[person]!));
  return known.map((person, n) => ({ person, gap: real[n]! - formal[n]! })).sort((a, b) => b.gap - a.gap || a.person - b.person);
}

/** Rank correlation, −1 to 1, equal values sharing their mean rank (Spearman, 1904); null where either does not differ. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) throw new RangeError('Two lists of the same length.');
  const [x, y] = [standardised(meanRanks(a)), standardised(meanRanks(b))];
  if (x.every((value) => value === 0) || y.every((value) => value === 0)) return null;
  return x.reduce((sum, value, n) => sum + value * y[n]!, 0) / x.length;
}

function meanRanks(values: readonly number[]): number[] {
  const order = values.map((_, n) => n).sort((m, n) => values[m]! - values[n]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let n = from; n <= to; n++) ranks[order[n]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
