import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PAGE_HEADERS } from './headers.ts';

const gzipped = promisify(gzip);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm',
};
const COMPRESSED = /text|json|javascript|svg|manifest/;

interface Kept {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer> | null;
  readonly etag: string;
  readonly type: string;
}

/**
 * The files of one folder. Only what the folder held when it was first read is served, so no path can lead out of it;
 * each is read and compressed once. `immutable`: paths whose name changes with their content.
 */
export class Files {
  readonly #root: string;
  readonly #immutable: RegExp;
  readonly #extraHeaders: Readonly<Record<string, string>>;
  readonly #kept = new Map<string, Promise<Kept>>();
  #listing: Promise<ReadonlySet<string>> | null = null;

  constructor(root: string, immutable: RegExp, extraHeaders: Readonly<Record<string, string>> = {}) {
    this.#root = root;
    this.#immutable = immutable;
    this.#extraHeaders = extraHeaders;
  }

  /** The file at a path like `/assets/x.js`; null when the folder has none. */
  async answer(path: string, request: Request): Promise<Response | null> {
    const name = path.slice(1);
    if (!(await (this.#listing ??= list(this.#root))).has(name)) return null;
    const file = await this.#keep(name);
    const headers: Record<string, string> = {
      ...PAGE_HEADERS, ...this.#extraHeaders, etag: file.etag, vary: 'accept-encoding',
      'cache-control': this.#immutable.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
    const packed = file.packed !== null && (request.headers.get('accept-encoding') ?? '').includes('gzip');
    if (packed) headers['content-encoding'] = 'gzip';
    return new Response(packed ? file.packed : file.plain, { headers: { ...headers, 'content-type': file.type } });
  }

  #keep(name: string): Promise<Kept> {
    const kept = this.#kept.get(name) ?? load(join(this.#root, name));
    this.#kept.set(name, kept);
    return kept;
  }
}

async function list(root: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Set(entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')));
}

async function load(path: string): Promise<Kept> {
  const plain = new Uint8Array(await readFile(path));
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const packed = COMPRESSED.test(type) && plain.length > 1024 ? new Uint8Array(await gzipped(plain, { level: 9 })) : null;
  return { plain, packed, type, etag: `"${hash('sha256', plain, 'base64url').slice(0, 22)}"` };
}
