import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One part of a package; its text arrives piece by piece. */
export interface Part {
  readonly name: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

/** Beyond this the sizes need the ZIP64 extension, which no list of customers reaches. */
const LARGEST = 0xffff_ffff;
/** 1980-01-01, the first day the format knows: the same list gives the same bytes. */
const DOS_DATE = 0x0021;
/** Names are UTF-8 (bit 11), sizes follow the data (bit 3): nothing is held back to fill in a header. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** Level 4 takes a third less processor time than level 6 (1.6 against 2.4 s for 100,000 rows × 16 columns) for 12 % more bytes. */
const LEVEL = 4;

interface Written { readonly name: Buffer; readonly at: number; readonly crc: number; readonly packed: number; readonly size: number }

/** A ZIP package as a stream of bytes: memory holds one piece and the directory, however long the parts are. Throws a RangeError beyond 4 GB. */
export async function* zipOf(parts: Iterable<Part>): AsyncGenerator<Buffer, void> {
  const written: Written[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const start = at;
    const head = header(0x0403_4b50, 30, name, (bytes) => {
      bytes.writeUInt16LE(20, 4);
      bytes.writeUInt16LE(FLAGS, 6);
      bytes.writeUInt16LE(DEFLATE, 8);
      bytes.writeUInt16LE(DOS_DATE, 12);
      bytes.writeUInt16LE(name.length, 26);
    });
    at += head.length;
    yield head;

    let [crc, size, packed] = [0, 0, 0];
    const counted = async function* (): AsyncGenerator<Buffer, void> {
      for await (const text of part.text) {
        const bytes = Buffer.from(text);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    const source = Readable.from(counted());
    const deflate = createDeflateRaw({ level: LEVEL });
    source.once('error', (error) => { deflate.destroy(error); });
    try {
      for await (const bytes of source.pipe(deflate) as AsyncIterable<Buffer>) {
        packed += bytes.length;
        at += bytes.length;
        yield bytes;
      }
    } finally {
      // The reader may leave in the middle (a closed download); what feeds us must hear of it.
      source.destroy();
      deflate.destroy();
    }
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x0807_4b50, 0);
    writeSizes(tail, 4, crc, packed, size);
    at += tail.length;
    yield tail;
    written.push({ name, at: start, crc, packed, size });
  }
  yield* directory(written, at);
}

function* directory(written: readonly Written[], start: number): Generator<Buffer, void> {
  let size = 0;
  for (const part of written) {
    const entry = header(0x0201_4b50, 46, part.name, (bytes) => {
      bytes.writeUInt16LE(20, 4);
      bytes.writeUInt16LE(20, 6);
      bytes.writeUInt16LE(FLAGS, 8);
      bytes.writeUInt16LE(DEFLATE, 10);
      bytes.writeUInt16LE(DOS_DATE, 14);
      writeSizes(bytes, 16, part.crc, part.packed, part.size);
      bytes.writeUInt16LE(part.name.length, 28);
      bytes.writeUInt32LE(part.at, 42);
    });
    size += entry.length;
    yield entry;
  }
  if (start + size > LARGEST) throw new RangeError('a package of more than 4 GB');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  yield end;
}

function header(signature: number, length: number, name: Buffer, fill: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  fill(bytes);
  return Buffer.concat([bytes, name]);
}

function writeSizes(bytes: Buffer, at: number, crc: number, packed: number, size: number): void {
  if (packed > LARGEST || size > LARGEST) throw new RangeError('a part of more than 4 GB');
  bytes.writeUInt32LE(crc, at);
  bytes.writeUInt32LE(packed, at + 4);
  bytes.writeUInt32LE(size, at + 8);
}
