import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refused } from './sniff.ts';
import { LIMITS } from './table.ts';

const openFile = promisify<string, yauzl.Options, ZipFile>(yauzl.open as never);

/** A zip package whose parts are read as streams, guarded against bombs before anything is unpacked. */
export interface Zip {
  has(path: string): boolean;
  sizeOf(path: string): number;
  read(path: string): AsyncGenerator<Buffer, void>;
  bytesRead(): number;
  /** Progress counts this part, scaled to the whole file's size. */
  countFrom(path: string): void;
  follow(other: Zip): void;
  close(): void;
}

const damaged = () => refused('file_damaged', 'The file is damaged or cut off: it cannot be unpacked. Copy or export it again.');

async function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.replaceAll('\\', '/').replace(/^\//, ''), entry);
      if (entries.size > LIMITS.entries) reject(refused('file_bomb', 'The file holds thousands of parts; no workbook does.'));
      else file.readEntry();
    });
    file.once('end', resolve);
    file.once('error', () => { reject(damaged()); });
    file.readEntry();
  });
  return entries;
}

/** Opens a package and refuses it when it is encrypted, damaged or would unpack to an absurd size. */
export async function openZip(path: string, size: number): Promise<Zip> {
  const file = await openFile(path, { lazyEntries: true, autoClose: false, strictFileNames: false, validateEntrySizes: true }).catch(() => { throw damaged(); });
  try {
    const entries = await entriesOf(file);
    const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if ([...entries.values()].some((entry) => (entry.generalPurposeBitFlag & 1) !== 0)) throw refused('file_encrypted', 'The file is protected by a password. Save a copy without it and bring that.');
    if (unpacked > LIMITS.unpacked || (unpacked > LIMITS.ratioFrom && unpacked > size * LIMITS.ratio)) {
      throw refused('file_bomb', 'The file would unpack to far more than a table holds, so it was not opened.', { megabytes: Math.round(unpacked / 1e6) });
    }
    return packageOf(file, entries, size);
  } catch (error) {
    file.close();
    throw error;
  }
}

function packageOf(file: ZipFile, entries: ReadonlyMap<string, Entry>, size: number): Zip {
  const openStream = promisify<Entry, Readable>(file.openReadStream.bind(file) as never);
  let unpacked = 0;
  let counted: Entry | undefined;
  let followed: Zip | undefined;
  return {
    has: (path) => entries.has(path),
    sizeOf: (path) => entries.get(path)?.uncompressedSize ?? 0,
    async *read(path) {
      const entry = entries.get(path);
      if (!entry) throw damaged();
      let stream: Readable;
      try {
        stream = await openStream(entry);
        let sum = 0;
        for await (const bytes of stream) {
          sum = crc32(bytes as Buffer, sum);
          if (entry === counted) unpacked += (bytes as Buffer).length;
          yield bytes as Buffer;
        }
        // yauzl compares lengths only; a flipped bit can change an amount and nothing else.
        if (sum !== entry.crc32) throw damaged();
      } catch (error) {
        if ((error as Error).name === 'Refusal') throw error;
        throw damaged();
      }
    },
    bytesRead: () => followed?.bytesRead() ?? (counted && counted.uncompressedSize > 0 ? Math.min(size, Math.round((unpacked / counted.uncompressedSize) * size)) : 0),
    countFrom: (path) => {
      counted = entries.get(path);
      unpacked = 0;
    },
    follow: (other) => { followed = other; },
    close: () => { file.close(); },
  };
}
