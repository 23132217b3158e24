import { minorDigits } from '#domain/money.ts';

/** Minor units of the reporting currency per minor unit of another; null where no rate was entered. */
export function conversionFactor(currency: string, context: { readonly reportingCurrency: string; readonly rates: Readonly<Record<string, number>> }): number | null {
  if (currency === context.reportingCurrency) return 1;
  const rate = context.rates[currency];
  return rate === undefined ? null : rate * 10 ** (minorDigits(context.reportingCurrency) - minorDigits(currency));
}
