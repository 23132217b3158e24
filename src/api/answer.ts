import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { Refusal } from '#domain/refusal.ts';
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

/** A value as JSON, gzipped (level 4, off the main thread) when the caller takes it and it is worth it. */
export async function json(value: unknown, acceptEncoding: string | undefined, status = 200): Promise<Response> {
  const text = JSON.stringify(value);
  if (text.length < COMPRESS_FROM || !acceptEncoding?.includes('gzip')) return new Response(text, { status, headers: JSON_HEADERS });
  const body = await gzipped(text, { level: constants.Z_BEST_SPEED + 3 });
  return new Response(body, { status, headers: { ...JSON_HEADERS, 'content-encoding': 'gzip' } });
}

/** A refusal as Problem JSON with its status; 429 and 503 say when to come again. */
export function refused(refusal: Refusal): Response {
  const retry = refusal.params['retryAfter'];
  const headers = retry === undefined ? JSON_HEADERS : { ...JSON_HEADERS, 'retry-after': String(retry) };
  return new Response(JSON.stringify(problemOf(refusal)), { status: statusOf(refusal), headers });
}
