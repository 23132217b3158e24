import { divide, supplierKey, type WalletLine } from './wallet.ts';

/** Where a move takes its points from: a named rival, what is nobody's (`open`), or the part of which nobody knows whose it is. */
export type Source = 'rival' | 'open' | 'unknown';

/** A move (打法): points of share of one line that go to us, if it comes off. */
export interface Move {
  readonly id: number;
  readonly lineId: number;
  readonly from: Source;
  /** The rival; null for the other sources. */
  readonly supplier: string | null;
  /** Points of share, 0–100, low ≤ likely ≤ high. */
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Chance that it comes off at all, 0–1. */
  readonly chance: number;
}

/** The part of a line that moves draw on: moves with the same key share its room. */
export interface Pool {
  readonly key: string;
  /** Points of share there are to take. */
  readonly room: number;
}

/**
 * What a move can take. A rival of known share can lose that and no more. A rival whose share nobody knows, and an open part nobody
 * has measured, lie within the rest to 100 %: all moves on them share that rest with moves on the unknown part.
 */
export function poolOf(move: Pick<Move, 'from' | 'supplier'>, line: WalletLine): Pool {
  const { rivals, open, unknown } = divide(line);
  const rival = move.from === 'rival' ? rivals.find(({ supplier }) => supplierKey(supplier) === supplierKey(move.supplier ?? '')) : undefined;
  const known = move.from === 'open' ? open : (rival?.percent ?? null);
  if (move.from === 'unknown' || known === null) return { key: `${line.id}:unknown`, room: unknown };
  return { key: `${line.id}:${move.from}:${supplierKey(move.supplier ?? '')}`, room: known };
}

/** Points that a move brings on average, if all goes by its own figures: chance × (low + likely + high) / 3. */
export const expectedPoints = ({ low, likely, high, chance }: Pick<Move, 'low' | 'likely' | 'high' | 'chance'>): number => (chance * (low + likely + high)) / 3;
