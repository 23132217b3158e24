import { toMajor } from '#domain/money.ts';
import { fieldNamed } from '#domain/select/fields.ts';
import type { FieldName } from '#domain/select/importPlan.ts';
import { readCurrency } from '#domain/select/readCurrency.ts';
import { dayReader } from '#domain/select/readDay.ts';
import { readMinor, readQuantity, unitShift } from '#domain/select/readNumber.ts';
import type { Format } from '../../format.ts';
import type { Field, Findings, Plan } from './types.ts';

/** What a cell will be read as: a text to show, `wrong` where it cannot be read, null where it stays as it is. */
export type Reading = { readonly text: string } | { readonly wrong: true } | null;

/** Reader of sample cells, by the very functions that read the whole file, so that the example shown is what will happen. */
export function sampleReader(plan: Plan, findings: Findings, format: Format): (field: Field, cell: string, row: readonly string[]) => Reading {
  const readDay = dayReader(plan.dayOrder, findings.dateSystem ?? '1900');
  return (field, cell, row) => {
    if (cell.trim() === '') return null;
    switch (fieldNamed(field as FieldName).type) {
      case 'money': {
        const named = plan.columns.currency === undefined ? null : readCurrency(row[plan.columns.currency] ?? '');
        const currency = named ?? plan.currency;
        const minor = readMinor(cell, currency, plan.decimal, unitShift(plan.unit));
        if (minor === null || Number.isNaN(minor)) return { wrong: true };
        return { text: format.number(toMajor(minor, currency), 2) };
      }
      case 'number': {
        const value = readQuantity(cell, plan.decimal);
        return value === null ? { wrong: true } : { text: format.number(value, Number.isInteger(value) ? 0 : 2) };
      }
      case 'day': {
        const day = readDay(cell);
        return day === null || day === 'no_such_day' ? { wrong: true } : { text: day };
      }
      case 'currency': {
        const currency = readCurrency(cell);
        return currency === null ? { wrong: true } : { text: currency };
      }
      default: return null;
    }
  };
}
