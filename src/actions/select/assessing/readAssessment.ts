import { randomUUID } from 'node:crypto';
import type { ExportLocale } from '#domain/select/exportColumns.ts';
import { permit, type Context } from '../../act.ts';
import { takeToDisk, type IncomingFile } from '../importing/receiveFile.ts';
import { removeUpload, uploadPath } from '../importing/uploads.ts';
import { aside } from './aside.ts';
import type { ReturnedAssessment } from './readBook.ts';

/** Up to here (bytes) a workbook is read in less time than a thread takes to start. */
const SMALL = 60_000;

/**
 * Reads a workbook that people have filled in and says what it would change (S3, S4); stores nothing, and the file is gone when this
 * ends. What the actor may not see reads as unknown. Refuses (file_refused) what is no workbook of ours, or not of this workspace.
 */
export async function readAssessment(context: Context, file: Pick<IncomingFile, 'fileName' | 'content' | 'limit'>, locale: ExportLocale): Promise<ReturnedAssessment> {
  permit(context.actor, 'markAccount');
  const storedName = `${randomUUID()}.upload`;
  try {
    const { size } = await takeToDisk(context, storedName, file);
    return await aside(context, { what: 'read', path: uploadPath(context.dataDir, storedName), fileName: file.fileName, locale }, size > SMALL);
  } finally {
    await removeUpload(context.dataDir, storedName);
  }
}
