import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Refusal } from '#domain/refusal.ts';
import { readTar, TAR_END, tarHeader, tarPadding } from './tar.ts';

/**
 * The one backup format of both stores: a gzipped tar with
 *   header.json              what it is, of which version, which migrations it had, tables with their columns
 *   tables/NAME/NNNNN.jsonl  rows, one JSON array of column values a line
 *   uploads/NAME             imported files
 *   sources/HASH             files of sources, by the hash of their content
 *   manifest.json            bytes and SHA-256 of every file before it: without it the archive is not whole
 */
export const ARCHIVE_FORMAT = 1;

export interface ArchiveHeader {
  readonly program: 'vitalfew';
  readonly format: number;
  readonly engine: string;
  readonly takenAt: string;
  readonly migrations: readonly string[];
  /** In the order in which they can be filled. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

interface Manifest {
  readonly rows: Record<string, number>;
  readonly files: Record<string, { readonly bytes: number; readonly sha256: string }>;
}

/** Writes an archive beside its place and puts it there only when it is whole and on the disk. */
export class ArchiveWriter {
  private readonly path: string;
  private readonly at: Date;
  private readonly gzip = createGzip({ level: 3 });
  private readonly written: Promise<void>;
  private readonly files: Record<string, { bytes: number; sha256: string }> = {};

  constructor(path: string, at: Date) {
    this.path = path;
    this.at = at;
    this.written = pipeline(this.gzip, createWriteStream(`${path}.part`, { mode: 0o600 }));
    // Reported where it is awaited; without this a full disk would end the process before that.
    this.written.catch(() => {});
  }

  private async push(bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0 && !this.gzip.write(bytes)) await Promise.race([once(this.gzip, 'drain'), this.written]);
  }

  /** Adds a file whose content is known. */
  async add(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.addStream(name, bytes.length, [bytes]);
  }

  /** Adds a file of exactly `size` bytes. */
  async addStream(name: string, size: number, content: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> {
    const hash = createHash('sha256');
    let bytes = 0;
    await this.push(tarHeader(name, size, this.at));
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      await this.push(chunk);
    }
    if (bytes !== size) throw new Error(`${name} changed its size while it was read`);
    await this.push(tarPadding(size));
    this.files[name] = { bytes, sha256: hash.digest('hex') };
  }

  async finish(rows: Record<string, number>): Promise<void> {
    await this.add('manifest.json', JSON.stringify({ rows, files: this.files } satisfies Manifest));
    await this.push(TAR_END);
    this.gzip.end();
    await this.written;
    const file = await open(`${this.path}.part`, 'r+');
    await file.sync();
    await file.close();
    await rename(`${this.path}.part`, this.path);
  }

  async abandon(): Promise<void> {
    this.gzip.destroy();
    await finished(this.gzip).catch(() => {});
    await this.written.catch(() => {});
    await rm(`${this.path}.part`, { force: true });
  }
}

/** Refuses a file that the terminal was given. */
export function refuse(reason: 'not_an_archive' | 'archive_damaged' | 'not_a_register', message: string): Refusal {
  return new Refusal('file_refused', message, { reason });
}

const damaged = () => refuse('archive_damaged', 'The archive is damaged or not complete. Nothing was changed.');

/** What stands in an archive, in its order, read as a stream. */
export interface ArchivePart {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

async function* parts(path: string): AsyncGenerator<ArchivePart> {
  const unzipped = createGunzip();
  const source = createReadStream(path);
  source.on('error', (error) => unzipped.destroy(error));
  try {
    yield* readTar(source.pipe(unzipped));
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

async function text(content: AsyncIterable<Buffer>, hash?: Hash): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) {
    hash?.update(chunk);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function asHeader(json: string): ArchiveHeader {
  let header: ArchiveHeader;
  try {
    header = JSON.parse(json) as ArchiveHeader;
  } catch {
    throw damaged();
  }
  if (header.program !== 'vitalfew') throw refuse('not_an_archive', 'This file is not a backup of Vitalfew. Nothing was changed.');
  if (header.format > ARCHIVE_FORMAT) throw newer();
  return header;
}

function newer(): Refusal {
  return new Refusal('file_refused', 'This backup was taken by a newer version. Upgrade first, then restore. Nothing was changed.', { reason: 'archive_newer' });
}

/** Z_DATA_ERROR, Z_BUF_ERROR … are what the decompressor says of broken and of cut-off files. */
function isDamage(error: unknown): boolean {
  const { code, reason } = error as { code?: string; reason?: string };
  return reason === 'archive_damaged' || error instanceof SyntaxError || (code?.startsWith('Z_') ?? false);
}

/**
 * Reads an archive from end to end and compares every checksum, before anything is done with it. Gives its header and the
 * numbers of rows. Refuses files that are no backup, are damaged or cut off, or have migrations that `known` lacks.
 */
export async function checkArchive(path: string, known: ReadonlySet<string>): Promise<{ header: ArchiveHeader; rows: Record<string, number> }> {
  let header: ArchiveHeader | undefined;
  let manifest: Manifest | undefined;
  const seen = new Map<string, { bytes: number; sha256: string }>();
  try {
    for await (const part of parts(path)) {
      if (manifest !== undefined) throw damaged();
      const hash = createHash('sha256');
      if (part.name === 'manifest.json') manifest = JSON.parse(await text(part.content)) as Manifest;
      else if (part.name === 'header.json') header = asHeader(await text(part.content, hash));
      else for await (const chunk of part.content) hash.update(chunk);
      if (header === undefined) throw refuse('not_an_archive', 'This file is not a backup of Vitalfew. Nothing was changed.');
      seen.set(part.name, { bytes: part.size, sha256: hash.digest('hex') });
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw header === undefined ? refuse('not_an_archive', 'This file is not a backup of Vitalfew, or it is damaged. Nothing was changed.') : damaged();
  }
  if (header === undefined || manifest === undefined) throw damaged();
  seen.delete('manifest.json');
  const expected = Object.entries(manifest.files);
  const whole = expected.length === seen.size && expected.every(([name, { bytes, sha256 }]) => seen.get(name)?.sha256 === sha256 && seen.get(name)?.bytes === bytes);
  if (!whole) throw damaged();
  if (header.migrations.some((name) => !known.has(name))) throw newer();
  return { header, rows: manifest.rows };
}

export const FILE_FOLDERS = ['uploads', 'sources'] as const;
export type FileFolder = (typeof FILE_FOLDERS)[number];

/** The tables' rows and the files of a checked archive, in its order. */
export async function* readArchive(path: string): AsyncGenerator<{ table: string; rows: unknown[][] } | { folder: FileFolder; file: string; content: AsyncIterable<Buffer> }> {
  for await (const part of parts(path)) {
    const [folder, name] = part.name.split('/');
    if (folder === 'tables') yield { table: name!, rows: (await text(part.content)).split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown[]) };
    if (folder === 'uploads' || folder === 'sources') yield { folder, file: name!, content: part.content };
  }
}
