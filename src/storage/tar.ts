import { Refusal } from '#domain/refusal.ts';

const BLOCK = 512;
const ZEROS = Buffer.alloc(BLOCK);

/** One file in a tar archive; its content must be read before the next entry is asked for. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

/** Header block of a file (ustar, so that `tar tzf` lists our archives). Names up to 100 bytes, sizes up to 8 GB. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new RangeError(`name too long for an archive: ${name}`);
  const octal = (value: number, from: number, length: number) => block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, from, 'latin1');
  block.write(name, 0, 'utf8');
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(at.getTime() / 1000), 136, 12);
  block.write('        ', 148, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.write(`${block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** What fills the last block of a file's content. */
export function tarPadding(size: number): Buffer {
  return ZEROS.subarray(0, (BLOCK - (size % BLOCK)) % BLOCK);
}

/** The two empty blocks at the end. */
export const TAR_END = Buffer.concat([ZEROS, ZEROS]);

/** Reads the exact numbers of bytes asked for out of chunks of any size. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);
  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next bytes, at most `most`; empty only at the end. */
  async some(most: number): Promise<Buffer> {
    while (this.rest.length === 0) {
      const { done, value } = await this.source.next();
      if (done) return this.rest;
      this.rest = value;
    }
    const taken = this.rest.subarray(0, most);
    this.rest = this.rest.subarray(taken.length);
    return taken;
  }

  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0;) {
      const part = await this.some(missing);
      if (part.length === 0) throw damaged();
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }
}

function damaged(): Refusal {
  return new Refusal('file_refused', 'The archive is damaged or not complete.', { reason: 'archive_damaged' });
}

async function* contentOf(bytes: Bytes, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0;) {
    const part = await bytes.some(left);
    if (part.length === 0) throw damaged();
    left -= part.length;
    yield part;
  }
}

function number(block: Buffer, from: number, length: number): number {
  const text = block.toString('latin1', from, from + length).replace(/[\0 ]+$/, '');
  if (!/^[0-7]+$/.test(text)) throw damaged();
  return Number.parseInt(text, 8);
}

/** The files of a tar archive in order. Content that was not read is skipped. Refuses what is damaged or cut off. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new Bytes(source);
  for (;;) {
    const block = await bytes.exactly(BLOCK);
    if (block.equals(ZEROS)) break;
    const expected = number(block, 148, 8);
    block.fill(' ', 148, 156, 'latin1');
    if (block.reduce((sum, byte) => sum + byte, 0) !== expected) throw damaged();
    const size = number(block, 124, 12);
    const content = contentOf(bytes, size);
    yield { name: block.toString('utf8', 0, block.indexOf(0)), size, content };
    for await (const _ of content);
    await bytes.exactly(tarPadding(size).length);
  }
  // To the very end: only there does the decompressor compare its own checksum.
  while ((await bytes.some(BLOCK)).length > 0);
}
