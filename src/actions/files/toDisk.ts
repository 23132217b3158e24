import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Refusal } from '#domain/refusal.ts';

/**
 * Writes a file as it streams in, to a path where none is yet; on the disk when it resolves. `limit` in bytes: more is refused with
 * `too_large`. What was written by then stays: whoever called takes it away.
 */
export async function toDisk(path: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<{ size: number; sha256: string }> {
  const handle = await open(path, 'wx', 0o600);
  const digest = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > limit) throw new Refusal('too_large', `The file is larger than ${Math.floor(limit / 1_000_000)} MB.`, { reason: 'over_limit', params: { limitMb: Math.floor(limit / 1_000_000) } });
      digest.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: digest.digest('hex') };
}
