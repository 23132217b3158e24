import { COUNTERPARTS, EXPECTED_FUNCTIONS, FUNCTIONS, LEVELS } from '#domain/relate/coverage/scales.ts';
import type { CoverageView } from './words.ts';

export type AnyMatrix = CoverageView['levels'] | CoverageView['functions'];
export interface ShownCell { readonly pairs: AnyMatrix['cells'][number]['pairs']; readonly expected: boolean; /** The column's counterpart is missing, and this is the cell where it should stand. */ readonly gap: boolean }
export interface ShownCells { readonly rows: readonly string[]; readonly columns: readonly string[]; /** Columns in which every customer has somebody, and we know nobody. */ readonly empty: ReadonlySet<string>; readonly cell: (ours: string, theirs: string) => ShownCell | null }

/** Which rows and columns are worth showing: all levels, the highest first; of functions those with people on either side, and theirs that every customer has. */
export function cellsOf(matrix: AnyMatrix): ShownCells {
  const cells = matrix.cells as readonly { ours: string; theirs: string; pairs: AnyMatrix['cells'][number]['pairs']; state: string | null; expected: boolean }[];
  const ofLevels = (LEVELS as readonly string[]).includes(matrix.theirs[0]?.value ?? '');
  const has = (side: 'ours' | 'theirs', value: string): boolean => matrix[side].some((one) => one.value === value && one.people > 0);
  const columns = ofLevels ? [...LEVELS].reverse() : FUNCTIONS.filter((value) => has('theirs', value) || EXPECTED_FUNCTIONS.includes(value));
  const expected = Map.groupBy(cells.filter((cell) => cell.expected), (cell) => cell.theirs);
  // Of several counterparts one is enough; where none is there, the first is asked for.
  const missing = new Set([...expected.values()].filter((some) => !some.some(({ state }) => state !== null && state !== 'stale')).map((some) => some.toSorted((a, b) => rank(a) - rank(b))[0]!));
  const rows = ofLevels ? [...LEVELS].reverse() : FUNCTIONS.filter((value) => has('ours', value) || cells.some((cell) => cell.ours === value && (cell.pairs.length > 0 || missing.has(cell))));
  return {
    rows, columns, empty: new Set(ofLevels ? [] : columns.filter((value) => !has('theirs', value))),
    cell: (ours, theirs) => {
      const found = cells.find((cell) => cell.ours === ours && cell.theirs === theirs);
      return found === undefined || (found.pairs.length === 0 && !missing.has(found)) ? null : { pairs: found.pairs, expected: found.expected, gap: missing.has(found) };
    },
  };
}

/** Place in the table of counterparts: their production is known by our service first. */
const rank = (cell: { ours: string; theirs: string }): number => (COUNTERPARTS as Readonly<Record<string, readonly string[]>>)[cell.theirs]?.indexOf(cell.ours) ?? 0;
