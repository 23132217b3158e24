import { jsonFault } from '#domain/jsonFault.ts';
import { Refusal } from '#domain/refusal.ts';

/**
 * JSON of a request body up to `limit` bytes. Refuses with `too_large`, or `invalid` (malformed_json) when it is no JSON.
 * A length that is announced is trusted: the HTTP parser reads exactly that many bytes.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) > limit) throw tooLarge(limit);
  const text = announced === null ? await new Response(limitedStream(request, limit)).text() : await request.text();
  const value = parseJson(text);
  if (MAYBE_UNSTORABLE.test(text) && !storable(value)) throw unstorable();
  return value;
}

/** The value of a JSON text. Refuses (malformed_json) with the line and column at which it stops being one. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    if (!fault) throw new Refusal('invalid', 'The request body is not valid JSON.', { reason: 'malformed_json' });
    const found = fault.found === '' ? 'the text ends' : `"${fault.found}" stands`;
    throw new Refusal('invalid', `This is not valid JSON: ${found} at line ${fault.line}, column ${fault.column}, where it cannot.`, { reason: 'malformed_json', params: { line: fault.line, column: fault.column } });
  }
}

/** Only an escape can bring these characters into JSON; texts without one are not walked. */
const MAYBE_UNSTORABLE = /\\u(?:0000|[dD][89a-fA-F])/;

/** PostgreSQL keeps neither NUL nor half of a surrogate pair in a text; so neither engine does. */
export function storable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([key, part]) => storable(key) && storable(part));
}

export function unstorable(): Refusal {
  return new Refusal('invalid', 'A text has a character that cannot be stored (NUL or half a surrogate pair).', { reason: 'unstorable_character' });
}

/** The body as a stream that fails with `too_large` beyond `limit` bytes; empty when there is none. */
export function limitedStream(request: Request, limit: number): ReadableStream<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const body = request.body ?? new Blob([]).stream();
  let bytes = 0;
  return body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      bytes += chunk.byteLength;
      if (bytes > limit) out.error(tooLarge(limit));
      else out.enqueue(chunk);
    },
  }));
}

function tooLarge(limit: number): Refusal {
  const mb = Math.floor(limit / 1_000_000);
  return new Refusal('too_large', `The request is larger than ${mb} MB.`, { reason: 'over_limit', params: { limitMb: mb } });
}
