import type { Level, WorkFunction } from '#domain/relate/coverage/scales.ts';
import type { Matrix } from '#domain/relate/coverage/matrix.ts';

/** A matrix as it crosses the wire. */
export const presentMatrix = <V extends Level | WorkFunction>({ cells, met, ours, theirs, unplaced }: Matrix<V>) => ({
  cells: cells.map(({ pairs, ...cell }) => ({ ...cell, pairs: pairs.map((pair) => ({ ...pair })) })), met, ours: [...ours], theirs: [...theirs], unplaced,
});
