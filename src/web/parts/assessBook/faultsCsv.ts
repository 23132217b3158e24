import { csvText } from '#domain/csvText.ts';
import { assessSentence, ASSESS_FAULTS } from '#domain/select/assess/faultWords.ts';
import type { Words } from '#domain/select/model.ts';
import type { Read } from './decide.ts';

type Fault = Read['faults'][number];

/** Why a place cannot be read, in the language of the words picked. */
export function faultReason(fault: Pick<Fault, 'reason' | 'params'>, words: (words: Words) => string): string {
  return words({ en: assessSentence(ASSESS_FAULTS, fault.reason, fault.params, 'en'), zh: assessSentence(ASSESS_FAULTS, fault.reason, fault.params, 'zh') });
}

/** The faults as a CSV to mend the workbook by: cell, column, value, reason. */
export function faultsCsv(faults: readonly Fault[], headers: readonly string[], words: (words: Words) => string): string {
  const rows = [headers, ...faults.map((fault) => [fault.cell ?? '', fault.column, fault.value, faultReason(fault, words)])];
  return `\ufeff${rows.map((row) => row.map(csvText).join(',')).join('\r\n')}\r\n`;
}
