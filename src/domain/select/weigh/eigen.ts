/** Enough for any matrix of entries from 1/9 to 9: the slowest of them (all comparisons running in a circle) needs some 200. */
const MOST_STEPS = 10_000;
/** Change of a part, relative: rounding keeps it moving by a few 1e-16 for ever. */
const ENOUGH = 4e-15;

/** A square matrix of positive numbers, row after row. */
export type Square = Float64Array;

export const squareOf = (rows: readonly (readonly number[])[]): Square => Float64Array.from(rows.flat());

/**
 * Largest eigenvalue of a positive matrix; `vector` (which adds to 1) becomes its eigenvector, the only positive one (Perron–Frobenius). Power
 * iteration from the vector given until no part changes by more than rounding does. `left` takes the eigenvector of the transposed matrix.
 */
export function principal(matrix: Square, vector: Float64Array, left = false): number {
  const size = vector.length;
  const [row, column] = left ? [1, size] : [size, 1];
  const image = new Float64Array(size);
  let value = size;
  for (let step = 0; step < MOST_STEPS; step++) {
    value = 0;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += matrix[i * row + j * column]! * vector[j]!;
      image[i] = sum;
      value += sum;
    }
    let change = 0;
    for (let i = 0; i < size; i++) {
      const part = image[i]! / value;
      change = Math.max(change, Math.abs(part - vector[i]!) / part);
      vector[i] = part;
    }
    if (change <= ENOUGH) break;
  }
  return value;
}

/** A vector to start from. */
export const evenly = (size: number): Float64Array => new Float64Array(size).fill(1 / size);
