import type { ExportLocale } from '#domain/select/exportColumns.ts';
import { countAccountRows, type AccountListRequest } from '#storage/select/accountList.ts';
import { permit, viewerOf, type Context } from '../../act.ts';
import { aside } from './aside.ts';
import type { WrittenAssessment } from './makeBook.ts';

const COUNTED = 1_000_000;
/** Up to here a workbook is written in less time than a thread takes to start. */
const FEW = 200;

/** The customers of a filter, in its order, as a workbook in which people write marks offline (S3, S4). `readAssessment` takes it back. */
export async function writeAssessment(context: Context, request: AccountListRequest, locale: ExportLocale): Promise<WrittenAssessment> {
  permit(context.actor, 'exportAccounts');
  permit(context.actor, 'markAccount');
  const { store, actor } = context;
  const all = await countAccountRows(store.read, store.engine, viewerOf(actor, 'exportAccounts'), request, COUNTED);
  return await aside(context, { what: 'write', request, all, locale }, all > FEW);
}
