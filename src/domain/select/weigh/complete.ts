import type { Entries } from './comparisons.ts';
import { evenly, principal, squareOf, type Square } from './eigen.ts';
import { logLeastSquares } from './logLeastSquares.ts';

const MOST_STEPS = 20_000;
/** Largest change of a logarithm that still moves on. λmax is flat at its least: what is left to gain then is the square of that. */
const ENOUGH = 1e-9;
/** λmax itself carries so much rounding. */
const NOISE = 1e-13;

/** A matrix without gaps, its largest eigenvalue and the eigenvector (adding to 1). */
export interface Completed { readonly matrix: Square; readonly lambdaMax: number; readonly vector: Float64Array }

/**
 * The matrix with its missing entries chosen so that λmax is least, hence the contradiction as small as what was said allows (Bozóki, Fülöp
 * and Rónyai 2010): λmax is convex in the logarithms of the missing entries, and the least one is unique because the comparisons connect all
 * items. A chain of comparisons without any circle gives λmax = n exactly.
 *
 * With the left and right eigenvectors u and v, λmax changes with log a_ij by u_i a_ij v_j − u_j a_ji v_i, which is zero where
 * a_ij = √(v_i u_j / (v_j u_i)). Every missing entry is set to that, again and again; it is a step downhill, halved should it ever go too far.
 * @param start where to begin; the logarithmic least squares when absent
 * @param enough when to stop: largest change of a logarithm
 */
export function complete(entries: Entries, start?: Completed, enough = ENOUGH): Completed {
  const size = entries.length;
  const gaps: number[] = [];
  entries.forEach((row, i) => row.forEach((value, j) => value === null && i < j && gaps.push(i * size + j)));
  const guess = gaps.length === 0 || start ? null : logLeastSquares(entries);
  const matrix = squareOf(entries.map((row, i) => row.map((value, j) => value ?? (guess ? guess[i]! / guess[j]! : start!.matrix[i * size + j]!))));
  const right = start ? Float64Array.from(start.vector) : evenly(size);
  const left = evenly(size);
  let value = principal(matrix, right);
  for (let step = 0; step < MOST_STEPS && gaps.length > 0; step++) {
    principal(matrix, left, true);
    const before = gaps.map((at) => Math.log(matrix[at]!));
    const moves = gaps.map((at, n) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return Math.log((right[i]! * left[j]!) / (right[j]! * left[i]!)) / 2 - before[n]!;
    });
    if (moves.every((move) => Math.abs(move) <= enough)) break;
    let length = 1;
    let next = valueAt(matrix, gaps, before, moves, length, right);
    while (next > value + NOISE && length > 1e-6) next = valueAt(matrix, gaps, before, moves, length /= 2, right);
    value = next;
  }
  return { matrix, lambdaMax: value, vector: right };
}

/** Moves the gaps by so much of their moves and gives λmax there. */
function valueAt(matrix: Square, gaps: readonly number[], before: readonly number[], moves: readonly number[], length: number, vector: Float64Array): number {
  const size = vector.length;
  gaps.forEach((at, n) => {
    const entry = Math.exp(before[n]! + length * moves[n]!);
    matrix[at] = entry;
    matrix[(at % size) * size + Math.floor(at / size)] = 1 / entry;
  });
  return principal(matrix, vector);
}
