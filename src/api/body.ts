import { Refusal } from '#domain/refusal.ts';

/**
 * JSON of a request body up to `limit` bytes. Refuses with `too_large`, or `invalid` (malformed_json) when it is no JSON.
 * A length that is announced is trusted: the HTTP parser reads exactly that many bytes.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) > limit) throw tooLarge(limit);
  const text = announced === null ? await new Response(limitedStream(request, limit)).text() : await request.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid', 'The request body is not valid JSON.', { reason: 'malformed_json' });
  }
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
