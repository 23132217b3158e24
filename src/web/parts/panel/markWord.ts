import type { Texts } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import type { Value } from './choices.ts';

/** A mark's value as one reads it: a level, a category's name, whether a deduction or red line applies. */
export const markWord = (indicator: string, value: Value, t: Texts['account'], names: ModelNames): string =>
  (typeof value === 'boolean' ? (value ? t.yes : t.no) : typeof value === 'number' ? String(value) : names.option(indicator, value));
