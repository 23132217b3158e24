import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Refusal } from '#domain/refusal.ts';
import { problemOf, statusOf } from './problem.ts';

const gzipped = promisify(gzip);
/** Below this an answer fits one packet, and compressing it only costs time. */
const COMPRESS_FROM = 1024;

/** Headers of every answer of the API. Answers are a person's view of the data: nobody on the way may keep them. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
};
const JSON_HEADERS = { ...API_HEADERS, 'content-type': 'application/json; charset=utf-8', vary: 'accept-encoding' };

/** JSON ready to be sent, its compressed form made when first wanted. */
export interface Packed {
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Level 4, off the main thread; null below the size where it is worth it. */
  readonly gzip: () => Promise<Uint8Array<ArrayBuffer>> | null;
}

export function packed(text: string): Packed {
  const plain = Buffer.from(text);
  let smaller: Promise<Uint8Array<ArrayBuffer>> | null = null;
  return { plain, gzip: () => (plain.length < COMPRESS_FROM ? null : (smaller ??= gzipped(plain, { level: constants.Z_BEST_SPEED + 3 }))) };
}

/** A value as the answer, compressed when the caller takes that and it is long. */
export async function json(value: unknown, acceptEncoding: string | undefined, status = 200): Promise<Response> {
  const text = JSON.stringify(value);
  // Short texts need no bytes of their own.
  if (text.length < COMPRESS_FROM) return new Response(text, { status, headers: JSON_HEADERS });
  return send(packed(text), acceptEncoding, status);
}

export async function send(answer: Packed, acceptEncoding: string | undefined, status = 200): Promise<Response> {
  const smaller = acceptEncoding?.includes('gzip') ? await answer.gzip() : null;
  if (!smaller) return new Response(answer.plain, { status, headers: JSON_HEADERS });
  return new Response(smaller, { status, headers: { ...JSON_HEADERS, 'content-encoding': 'gzip' } });
}

/** A refusal as Problem JSON with its status; 429 and 503 say when to come again. */
export function refused(refusal: Refusal): Response {
  const retry = refusal.params['retryAfter'];
  const headers = retry === undefined ? JSON_HEADERS : { ...JSON_HEADERS, 'retry-after': String(retry) };
  return new Response(JSON.stringify(problemOf(refusal)), { status: statusOf(refusal), headers });
}
