import type { ExportLocale } from '#domain/select/exportColumns.ts';
import type { AccountListRequest } from '#storage/select/accountList.ts';
import type { Context } from '../../act.ts';
import { makeBook, type WrittenAssessment } from './makeBook.ts';
import { readBook, type ReturnedAssessment } from './readBook.ts';

/** Work on a workbook, as it is given to a thread. */
export type Task =
  | { readonly what: 'write'; readonly request: AccountListRequest; readonly all: number; readonly locale: ExportLocale }
  | { readonly what: 'read'; readonly path: string; readonly fileName: string; readonly locale: ExportLocale };
export type AnswerOf<T extends Task> = T extends { what: 'write' } ? WrittenAssessment : ReturnedAssessment;

/** Does the work, here. */
export async function perform(context: Context, task: Task): Promise<AnswerOf<Task>> {
  return task.what === 'write' ? await makeBook(context, task.request, task.all, task.locale) : await readBook(context, task.path, task.fileName, task.locale);
}
