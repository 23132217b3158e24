/**
 * Wallet (钱包): what a customer spends on one purchase category in one business unit and period, and who gets it.
 *
 * Three things are kept apart that a spreadsheet writes as an empty cell:
 * - `open` (空白): known to be nobody's yet, a budget that is not given away;
 * - a supplier without a figure: it has something, nobody knows how much;
 * - the rest to 100 %: nobody knows whose it is. It is unknown (未知), never zero and never open.
 */

/** Who holds a part of a wallet: we, a named rival, or nobody yet (`open`). */
export type Holder = 'ours' | 'rival' | 'open';
export interface Share {
  readonly holder: Holder;
  /** Name of a rival; null for the other two. */
  readonly supplier: string | null;
  /** 0–100, null: unknown. */
  readonly percent: number | null;
}
export interface WalletLine {
  readonly id: number;
  readonly category: string;
  /** Business unit (事业部); empty where the customer is not divided. */
  readonly unit: string;
  /** Minor units, null: unknown. */
  readonly size: number | null;
  readonly shares: readonly Share[];
}

/** How a line is divided, in per cent of it. */
export interface Division {
  /** Null: unknown. Zero when everybody else has it all. */
  readonly ours: number | null;
  readonly rivals: readonly { readonly supplier: string; readonly percent: number | null }[];
  /** Null: nobody has said how much of it is nobody's. */
  readonly open: number | null;
  /** What is left to 100: nobody knows whose. */
  readonly unknown: number;
}

/** Sums of figures that people type with decimals are off by less than this. */
const ROUNDING = 1e-9;

/** The same supplier however it is typed: width, case and blanks do not count. */
export const supplierKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Divides a line among those who hold it. */
export function divide(line: Pick<WalletLine, 'shares'>): Division {
  const known = line.shares.reduce((sum, share) => sum + (share.percent ?? 0), 0);
  const unknown = 100 - known > ROUNDING ? 100 - known : 0;
  const part = (holder: Holder): number | null => line.shares.find((share) => share.holder === holder)?.percent ?? (unknown === 0 ? 0 : null);
  return {
    ours: part('ours'), open: part('open'), unknown,
    rivals: line.shares.flatMap(({ holder, supplier, percent }) => (holder === 'rival' ? [{ supplier: supplier ?? '', percent: percent ?? (unknown === 0 ? 0 : null) }] : [])),
  };
}

/** Value of a part in minor units, rounded; null where the size or the part is unknown. */
export function partValue(size: number | null, percent: number | null): number | null {
  return size === null || percent === null ? null : Math.round((size * percent) / 100);
}

/** A sum of values, and how many lines are not in it because a figure is unknown. */
export interface KnownSum { readonly value: number; readonly unknownLines: number }
export interface WalletTotals {
  readonly lines: number;
  readonly size: KnownSum;
  readonly ours: KnownSum;
  readonly open: number;
  /** Parts of lines of known size of which nobody knows whose they are. */
  readonly unknown: number;
  /** By supplier, largest first; `name` as it was typed first. */
  readonly rivals: readonly ({ readonly name: string } & KnownSum)[];
}

/** Adds up lines of one currency. What is unknown is counted, not added as zero. */
export function totalsOf(lines: readonly WalletLine[]): WalletTotals {
  const sum = { size: 0, ours: 0, open: 0, unknown: 0 };
  const missing = { size: 0, ours: 0 };
  const rivals = new Map<string, { name: string; value: number; unknownLines: number }>();
  for (const line of lines) {
    const { ours, rivals: own, open, unknown } = divide(line);
    const [mine, free, nobodyKnows] = [ours, open, unknown].map((percent) => partValue(line.size, percent));
    sum.size += line.size ?? 0;
    sum.ours += mine ?? 0;
    sum.open += free ?? 0;
    sum.unknown += nobodyKnows ?? 0;
    if (line.size === null) missing.size += 1;
    if (mine === null) missing.ours += 1;
    for (const { supplier, percent } of own) {
      const value = partValue(line.size, percent);
      const soFar = rivals.get(supplierKey(supplier)) ?? { name: supplier, value: 0, unknownLines: 0 };
      rivals.set(supplierKey(supplier), { ...soFar, value: soFar.value + (value ?? 0), unknownLines: soFar.unknownLines + (value === null ? 1 : 0) });
    }
  }
  return {
    lines: lines.length, size: { value: sum.size, unknownLines: missing.size }, ours: { value: sum.ours, unknownLines: missing.ours }, open: sum.open, unknown: sum.unknown,
    rivals: [...rivals.values()].sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1)),
  };
}
