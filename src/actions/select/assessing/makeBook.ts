import type { Baseline, WrittenMark } from '#domain/select/assess/baseline.ts';
import { isChoice, markColumns } from '#domain/select/assess/columns.ts';
import { BOOK_WORDS, filled } from '#domain/select/assess/words.ts';
import { CLASS_WORDS, type ExportLocale } from '#domain/select/exportColumns.ts';
import { listAccountRows, type AccountListRequest, type AccountListRow } from '#storage/select/accountList.ts';
import { currentMarksOf } from '#storage/select/marks.ts';
import { publishedAt } from '#storage/select/models.ts';
import { viewerOf, type Context } from '../../act.ts';
import { bookOf } from '../../files/book/writeBook.ts';
import { wording } from '../../wording.ts';
import { ensureTemplate } from '../ensureTemplate.ts';
import { assessSheet, baselineSheet, type AssessedAccount } from './assessSheet.ts';
import { scalesSheet } from './scalesSheet.ts';

/** Customers of one workbook at most; more are said to be left out, on the sheet itself. */
const MOST_ACCOUNTS = 2000;
const PAGE = 1000;
const FONTS: Record<ExportLocale, string> = { en: 'Calibri', 'zh-Hans': 'Microsoft YaHei', 'zh-Hant': 'Microsoft JhengHei' };

export interface WrittenAssessment {
  readonly title: string;
  /** Customers in the file, and those that the filter matches. */
  readonly shown: number;
  readonly all: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The workbook of the customers that a filter matches (`all` of them, counted). */
export async function makeBook(context: Context, request: AccountListRequest, all: number, locale: ExportLocale): Promise<WrittenAssessment> {
  const { store, actor } = context;
  const db = store.read;
  const stored = await ensureTemplate(store, context.now());
  const say = await wording(locale);
  const scope = viewerOf(actor, 'exportAccounts');
  const listed: AccountListRow[] = [];
  for (let after: string | null | undefined; after !== null && listed.length < MOST_ACCOUNTS;) {
    const page = await listAccountRows(db, store.engine, scope, { ...request, limit: PAGE, ...(after === undefined ? {} : { after }) }, all);
    listed.push(...page.rows);
    after = page.next;
  }
  const accounts = listed.map((row): AssessedAccount => ({ id: row.id, code: row.key, name: row.name, grade: row.grade, class: row.class && CLASS_WORDS[locale][row.class as keyof (typeof CLASS_WORDS)['en']], owner: row.owner_name }));
  const columns = markColumns(stored.model);
  const marks = await currentMarksOf(db, accounts.map(({ id }) => id));
  const known = new Map(columns.map((column) => [column.key, column]));
  const written = (id: number): Map<string, WrittenMark> => new Map((marks.get(id) ?? []).flatMap((mark) => {
    const column = known.get(mark.indicator);
    // A value that this version has no choice for shows as an empty cell, and leaving it empty changes nothing.
    return column ? [[mark.indicator, { id: mark.id, value: isChoice(column, mark.value) ? mark.value : null }]] : [];
  }));
  const exportedAt = context.now().toISOString();
  const baseline: Baseline = {
    modelId: stored.id, publishedAt: (await publishedAt(db, stored.id))!, exportedAt,
    accounts: new Map(accounts.map(({ id, code }) => [id, { code, marks: written(id) }])),
  };
  const scales = scalesSheet(columns, say);
  const about = filled(say(BOOK_WORDS.exported), { model: say(stored.model.name), version: stored.version, day: exportedAt.slice(0, 10) });
  const cut = all > accounts.length ? filled(say(BOOK_WORDS.cut), { shown: accounts.length, all }) : null;
  const sheets = [assessSheet({ columns, accounts, baseline, lists: scales.lists, about, cut, say }), scales.sheet, baselineSheet(columns, baseline)];
  const pieces = await Array.fromAsync(bookOf({ font: FONTS[locale], sheets }));
  // In memory of its own: it is handed from thread to thread.
  return { title: say(BOOK_WORDS.file), shown: accounts.length, all, bytes: new Uint8Array(Buffer.concat(pieces)) };
}
