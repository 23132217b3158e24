import type { FaultCode, Parameters } from './importPlan.ts';
import type { Words } from './model.ts';

/** Why a cell or row could not be taken (原因), in the two languages texts are kept in; one table for the screen and the CSV of the server. */
export const FAULT_WORDS: Readonly<Record<FaultCode, Words>> = {
  missing: { en: 'Needed, but empty.', zh: '必填，但为空。' },
  no_amount: { en: 'No amount, and not both quantity and unit price.', zh: '没有金额，数量和单价也不齐全。' },
  not_a_number: { en: 'Not a number.', zh: '不是数字。' },
  not_a_day: { en: 'Not a date.', zh: '不是日期。' },
  no_such_day: { en: 'There is no such day.', zh: '没有这一天。' },
  not_a_currency: { en: 'Not a currency.', zh: '不是币种。' },
  too_large: { en: 'Too large to keep exactly.', zh: '数值过大，无法精确保存。' },
  too_long: { en: 'Longer than {longest} characters.', zh: '超过 {longest} 个字符。' },
  cell_error: { en: 'An error of the spreadsheet (#REF!, #N/A …).', zh: '表格公式出错（#REF!、#N/A 等）。' },
  no_customer_key: { en: 'Neither code nor name of the customer.', zh: '客户编码和名称都没有。' },
  unit_without_quantity: { en: 'A unit price, but no quantity.', zh: '有单价，但没有数量。' },
};

/** Headers of the list of faults as a table. */
export const FAULT_HEADERS: readonly Words[] = [
  { en: 'Row', zh: '行' }, { en: 'Column', zh: '列' }, { en: 'Value', zh: '值' }, { en: 'Reason', zh: '原因' },
];

/** Sentence of a fault; codes of a newer version that this one does not know stand for themselves. */
export function faultSentence(code: string, params: Parameters, language: keyof Words): string {
  const words = FAULT_WORDS[code as FaultCode];
  return words === undefined ? code : words[language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
