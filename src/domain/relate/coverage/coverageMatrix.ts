import { lives, functionMatrix, levelMatrix, type Matrix, type Met, type Sides } from './matrix.ts';
import { gapsIn, type CoverageGap } from './gaps.ts';
import type { Level, WorkFunction } from './scales.ts';

/** Coverage of a customer or of one of its projects (立体关系): who of us knows whom of theirs, level by level and function by function, and what is missing. */
export interface Coverage {
  readonly levels: Matrix<Level>;
  readonly functions: Matrix<WorkFunction>;
  /** People of theirs whom any of us knows, of all who are known by name; `assumed`: by an assumption alone. */
  readonly reached: Met;
  readonly gaps: readonly CoverageGap[];
}

/** `somebody`: people who have been met, and of whom nobody says who of us did. Contacts of people who are on neither side count nowhere. */
export function coverageMatrix(given: Sides, somebody: ReadonlySet<number> = new Set()): Coverage {
  const [theirs, ours] = [new Set(given.them.map(({ id }) => id)), new Set(given.us.map(({ id }) => id))];
  const sides = { ...given, contacts: given.contacts.filter(({ us, them }) => theirs.has(them) && ours.has(us)) };
  const named = sides.them.filter((one) => one.named);
  const states = named.map(({ id }) => sides.contacts.filter((contact) => contact.them === id && lives(contact)).map(({ state }) => state)).filter((some) => some.length > 0);
  return {
    levels: levelMatrix(sides), functions: functionMatrix(sides),
    reached: { met: states.length, expected: named.length, assumed: states.filter((some) => !some.includes('proven')).length }, gaps: gapsIn(sides, somebody),
  };
}
