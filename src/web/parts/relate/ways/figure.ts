import type { Format } from '../../../format.ts';

/** A strength as shown: two digits, and what rounds to nothing is said to be less, for it is not nothing. */
export const figureOf = (format: Format, value: number): string => (value > 0 && value < 0.005 ? `< ${format.number(0.01, 2)}` : format.number(value, 2));
