import type { Words } from '../model.ts';
import type { MarkFault } from './readCell.ts';
import { filled } from './words.ts';

/** Why a cell, row or column of a returned workbook cannot be taken. */
export type AssessFault = MarkFault | 'no_account' | 'unknown_account' | 'not_in_file' | 'row_mixed' | 'account_twice' | 'reason_required' | 'unknown_how' | 'too_long' | 'column_twice' | 'column_gone' | 'choice_gone';
/** What is worth knowing, but stops nothing. */
export type AssessNote = 'other_version' | 'column_gone' | 'column_missing' | 'column_strange' | 'source_unused' | 'scale_changed';

export const ASSESS_FAULTS: Readonly<Record<AssessFault, Words>> = {
  cell_error: { en: 'An error of the spreadsheet (#REF!, #N/A …).', zh: '表格公式出错（#REF!、#N/A 等）。' },
  not_a_level: { en: 'Not a level: a whole number from 1 to 5.', zh: '不是等级：请填 1 到 5 的整数。' },
  not_a_choice: { en: 'Not one of the choices of this column.', zh: '不在本列的选项之中。' },
  not_yes: { en: 'Neither “yes” nor empty.', zh: '既不是“是”，也不是空。' },
  no_account: { en: 'Marks, but no ID of a customer.', zh: '有评估，但没有客户编号。' },
  unknown_account: { en: 'There is no such customer among those you may see.', zh: '你可以查看的客户中没有这一家。' },
  not_in_file: { en: 'This customer was not in the file when it was downloaded.', zh: '下载时文件中没有这家客户。' },
  row_mixed: { en: 'ID and code of this row do not belong together: it seems that only some columns were sorted.', zh: '本行的编号与编码对不上：可能只对部分列做了排序。' },
  account_twice: { en: 'This customer stands in the file twice (also in row {row}).', zh: '这家客户在文件中出现两次（另见第 {row} 行）。' },
  reason_required: { en: 'A red line needs its reason.', zh: '触及红线须写理由。' },
  unknown_how: { en: 'Not one of the ways of knowing.', zh: '不在“怎么知道的”选项之中。' },
  too_long: { en: 'Longer than {longest} characters.', zh: '超过 {longest} 个字符。' },
  column_twice: { en: 'This column stands in the file twice; neither was read.', zh: '这一列在文件中出现两次，两列都没有读取。' },
  column_gone: { en: 'The active score model has no such indicator any more ({count} changed cells).', zh: '当前评分模型已没有这个指标（{count} 个改动的单元格）。' },
  choice_gone: { en: 'The active score model has no such choice any more.', zh: '当前评分模型已没有这个选项。' },
};

export const ASSESS_NOTES: Readonly<Record<AssessNote, Words>> = {
  other_version: { en: 'The file was made for version {exported} of the score model; version {active} is active now.', zh: '文件按评分模型第 {exported} 版制作，现行为第 {active} 版。' },
  column_gone: { en: 'No longer in the score model: {columns}.', zh: '评分模型中已没有：{columns}。' },
  scale_changed: { en: 'The sentences or choices of these have changed since: {columns}.', zh: '以下指标的量表或选项已有变化：{columns}。' },
  column_missing: { en: 'Not in the file any more, so nothing changes there: {columns}.', zh: '文件中已没有这些列，不作改动：{columns}。' },
  column_strange: { en: 'Not a column of ours, left alone: {columns}.', zh: '不是评估表的列，未读取：{columns}。' },
  source_unused: { en: 'A source without a changed mark in its row; nothing is recorded of it (rows {rows}).', zh: '填了来源但本行没有改动的评估，不作记录（第 {rows} 行）。' },
};

/** Sentence of a fault or note; a code of a newer version stands for itself. */
export function assessSentence(words: Readonly<Record<string, Words>>, code: string, params: Readonly<Record<string, string | number>>, language: keyof Words): string {
  const found = words[code];
  return found === undefined ? code : filled(found[language], params);
}
