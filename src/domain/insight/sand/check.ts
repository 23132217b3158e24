import type { InvalidField } from '../../refusal.ts';
import type { Goal } from './goal.ts';
import type { Move } from './move.ts';
import { supplierKey, type Share, type WalletLine } from './wallet.ts';

/** A period (期间): a year, a half or a quarter of it: 2027, 2027-H1, 2027-Q3. */
export const PERIOD = /^\d{4}(-(H[12]|Q[1-4]))?$/;
/** Most of each that one period of an account holds: what a sheet of A3 and a person can still read. */
export const MOST = { lines: 200, suppliers: 20, goals: 30, scenarios: 12, moves: 60 } as const;

/** A line of a wallet as a person enters it; without an id the one with this category and unit is meant, or a new one. */
export interface EnteredLine {
  readonly id?: number | undefined;
  readonly category: string;
  readonly unit: string;
  readonly size: number | null;
  readonly note: string;
  readonly shares: readonly Share[];
}

/** What makes two lines the same one, however they are typed. */
export const lineKey = (line: { readonly category: string; readonly unit: string }): string => `${supplierKey(line.category)}\n${supplierKey(line.unit)}`;

/** Faults of lines that are to be kept beside `others` (those of the period that this set does not name). */
export function lineFaults(lines: readonly EnteredLine[], others: readonly Pick<WalletLine, 'category' | 'unit'>[]): InvalidField[] {
  const taken = new Set(others.map(lineKey));
  return lines.flatMap((line, n) => {
    const path = `lines.${n}`;
    const faults: InvalidField[] = [];
    if (taken.has(lineKey(line))) faults.push({ path: `${path}.category`, reason: 'line_twice', message: 'This category and unit stand in the wallet already.' });
    taken.add(lineKey(line));
    return [...faults, ...shareFaults(line.shares, `${path}.shares`)];
  });
}

function shareFaults(shares: readonly Share[], path: string): InvalidField[] {
  const seen = new Set<string>();
  const faults: InvalidField[] = [];
  shares.forEach(({ holder, supplier }, n) => {
    if (holder === 'rival' && (supplier ?? '').trim() === '') return faults.push({ path: `${path}.${n}.supplier`, reason: 'required', message: 'Name the supplier.' });
    const key = `${holder}:${holder === 'rival' ? supplierKey(supplier!) : ''}`;
    if (seen.has(key)) faults.push({ path: `${path}.${n}.supplier`, reason: 'supplier_twice', message: 'This supplier stands there twice.' });
    return seen.add(key);
  });
  const sum = shares.reduce((all, share) => all + (share.percent ?? 0), 0);
  if (sum > 100 + 1e-9) faults.push({ path, reason: 'above_whole', message: `Shares add to ${Math.round(sum * 100) / 100} %, more than the whole.` });
  return faults;
}

/** Faults of a move on one of these lines. A supplier must stand on the line, with or without a figure: a misspelt one would take from nobody. */
export function moveFaults(move: Omit<Move, 'id'>, lines: readonly WalletLine[]): InvalidField[] {
  const faults: InvalidField[] = [];
  const line = lines.find(({ id }) => id === move.lineId);
  if (!line) faults.push({ path: 'lineId', reason: 'unknown_line', message: 'There is no such line in the wallet of this period.' });
  if (move.from === 'rival') {
    const key = supplierKey(move.supplier ?? '');
    if (key === '') faults.push({ path: 'supplier', reason: 'required', message: 'Name the supplier the points come from.' });
    else if (line && !line.shares.some(({ holder, supplier }) => holder === 'rival' && supplierKey(supplier ?? '') === key)) faults.push({ path: 'supplier', reason: 'unknown_supplier', message: 'This supplier has no part in that line.' });
  }
  if (!(move.low <= move.likely && move.likely <= move.high)) faults.push({ path: 'likely', reason: 'not_rising', message: 'Low, likely and high must not fall.' });
  if (!(move.high > 0)) faults.push({ path: 'high', reason: 'not_positive', message: 'A move brings points of share.' });
  return faults;
}

/** Faults of a goal beside the other goals of its period: one for sales, one for each rival. */
export function goalFaults(goal: Goal, others: readonly Goal[]): InvalidField[] {
  const faults: InvalidField[] = [];
  const needs = (name: 'text' | 'amount' | 'rival' | 'percent', there: boolean, message: string): void => {
    if (!there) faults.push({ path: name, reason: 'required', message });
  };
  if (goal.kind === 'market') needs('text', goal.text.trim() !== '', 'Say what the market is to become.');
  if (goal.kind === 'sales') needs('amount', goal.amount !== null, 'Say how much we want to sell.');
  if (goal.kind === 'competition') {
    needs('rival', (goal.rival ?? '').trim() !== '', 'Name the rival.');
    needs('percent', goal.percent !== null, 'Say what share it is to have at most.');
  }
  const twice = others.some((other) => other.kind === goal.kind && (goal.kind === 'sales' || (goal.kind === 'competition' && supplierKey(other.rival ?? '') === supplierKey(goal.rival ?? ''))));
  if (twice) faults.push({ path: 'kind', reason: 'goal_twice', message: 'There is such a goal in this period already: change that one.' });
  return faults;
}
