import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { refused } from './sniff.ts';
import { LIMITS } from './table.ts';
import { inTempFolder } from './tempFolder.ts';

/** Gives a file to `work` as it is; one packed by gzip unpacked into a folder of its own, which goes with the end of the work. Throws Refusal('file_refused') when it is damaged or absurdly large. */
export async function unpacked<T>(path: string, work: (plain: string) => Promise<T>): Promise<T> {
  if (!(await isGzip(path))) return await work(path);
  return await inTempFolder('unpacked', async (folder) => {
    const plain = join(folder, 'plain');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        done(bytes > LIMITS.unpacked ? refused('file_bomb', `Unpacked it is larger than ${LIMITS.unpacked / 1e9} GB.`, { limit: LIMITS.unpacked }) : null, chunk);
      },
    });
    try {
      await pipeline(createReadStream(path), createGunzip(), counted, createWriteStream(plain));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw refused('file_damaged', 'The packed file is damaged or cut off. Copy or export it again.');
      throw error;
    }
    return await work(plain);
  });
}

async function isGzip(path: string): Promise<boolean> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}
