import { randomUUID } from 'node:crypto';
import type { ImportKind } from '#domain/select/importPlan.ts';
import { takeIds } from '#storage/ids.ts';
import { insertImport } from '#storage/select/imports.ts';
import { permit, type Context } from '../../act.ts';
import { toDisk } from '../../files/toDisk.ts';
import { lookAt } from './findings.ts';
import { makeUploads, removeUpload, syncFolder, uploadPath } from './uploads.ts';

export interface IncomingFile {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly kind?: ImportKind | undefined;
  /** Bytes; more is refused with `too_large`. */
  readonly limit?: number;
}

/**
 * Takes a file to the disk of the server as it streams in, looks at it and opens an import for it (state `uploaded`). Gives its id.
 * Refuses with `too_large`, or `file_refused` and the reason; then nothing remains.
 */
export async function receiveFile(context: Context, file: IncomingFile): Promise<number> {
  permit(context.actor, 'importData');
  const storedName = `${randomUUID()}.upload`;
  const fileName = (file.fileName.split(/[\\/]/).at(-1) ?? '').replaceAll('\0', '').slice(0, 255) || 'file';
  try {
    const { size, sha256 } = await takeToDisk(context, storedName, file);
    const { findings, layoutHash } = await lookAt(context, { storedName, fileName, sha256, importId: 0 }, file.kind === undefined ? {} : { kind: file.kind });
    return await context.store.transaction(async (tx) => {
      const id = await takeIds(tx, 'import', 1);
      await insertImport(tx, {
        id, kind: findings.plan.kind, file_name: fileName, file_size: size, stored_name: storedName, file_sha256: sha256, state: 'uploaded', layout_hash: layoutHash,
        plan: null, findings: JSON.stringify(findings), report: null, error: null, created_by: context.actor.id, created_at: context.now().toISOString(), committed_at: null, undone_at: null, relied_on: null, beat_at: null,
      });
      return id;
    });
  } catch (error) {
    await removeUpload(context.dataDir, storedName);
    throw error;
  }
}

/** Writes the file under a name of the uploads folder; when this resolves it is on the disk. Refuses with `too_large`. */
export async function takeToDisk(context: Pick<Context, 'dataDir'>, storedName: string, { content, limit = Infinity }: Pick<IncomingFile, 'content' | 'limit'>): Promise<{ size: number; sha256: string }> {
  const folder = await makeUploads(context.dataDir);
  const written = await toDisk(uploadPath(context.dataDir, storedName), content, limit);
  await syncFolder(folder);
  return written;
}
