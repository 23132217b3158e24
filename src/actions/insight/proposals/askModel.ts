import { Refusal } from '#domain/refusal.ts';
import { hostOf } from '#domain/trust/languageModel.ts';
import type { StoredLanguageModel } from '#storage/trust/languageModel.ts';
import { unseal } from '../../trust/sealed.ts';

/** Bytes of an answer: fifteen facts have some 10 kB. */
const LARGEST = 1_000_000;
type Message = { readonly role: 'system' | 'user'; readonly content: string };

/** Refusals of the endpoint are told without a word of its answer: it may repeat what was sent, the key among it. */
const refusal = (reason: string, message: string, params: Record<string, string | number> = {}): Refusal => new Refusal('conflict', message, { reason, params });

/**
 * Asks the configured endpoint once and gives the text of its answer. Refuses (conflict) with the exact reason: not set up, key refused,
 * not reachable, too slow, busy, too large, not the expected form. It is never sent on to another address.
 */
export async function askModel(model: StoredLanguageModel, secret: string, messages: readonly Message[], stop?: AbortSignal): Promise<string> {
  if (model.base === '') throw refusal('no_language_model', 'No language model is set up. An administrator does it in the settings.');
  const key = model.sealedKey === null ? null : unseal(model.sealedKey, secret);
  if (model.sealedKey !== null && key === null) throw refusal('model_key_unreadable', 'The key of the language model was sealed with another secret. Enter it again in the settings.');
  const host = hostOf(model.base);
  const signals = [AbortSignal.timeout(model.timeoutSeconds * 1000), ...(stop ? [stop] : [])];
  const send = (body: object): Promise<Response> => fetch(`${model.base}/chat/completions`, {
    method: 'POST', redirect: 'error', signal: AbortSignal.any(signals), body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
  });
  const plain = { model: model.model, messages, temperature: 0, stream: false };
  try {
    let response = await send({ ...plain, response_format: { type: 'json_object' } });
    // Some endpoints do not know the form of an answer; asked in words they give it as well.
    if (response.status === 400) {
      await response.body?.cancel();
      response = await send(plain);
    }
    if (!response.ok) await response.body?.cancel();
    if (response.status === 401 || response.status === 403) throw refusal('model_refused_key', `${host} refuses the key.`, { host });
    if (response.status === 404) throw refusal('model_not_found', `${host} does not know this address or model.`, { host });
    if (response.status === 429) throw refusal('model_busy', `${host} takes no more requests at the moment.`, { host });
    if (!response.ok) throw refusal('model_error', `${host} answered with ${response.status}.`, { host, status: response.status });
    return contentOf(await limitedText(response, host), host);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.name === 'TimeoutError') throw refusal('model_timeout', `${host} did not answer within ${model.timeoutSeconds} seconds.`, { host, seconds: model.timeoutSeconds });
    throw refusal('model_unreachable', `${host} cannot be reached.`, { host });
  }
}

async function limitedText(response: Response, host: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST) throw refusal('model_too_large', `The answer of ${host} is larger than any list of facts.`, { host });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function contentOf(text: string, host: string): string {
  try {
    const { choices } = JSON.parse(text) as { choices?: { message?: { content?: unknown } }[] };
    const content = choices?.[0]?.message?.content;
    if (typeof content === 'string') return content;
  } catch { /* told below */ }
  throw refusal('model_not_json', `${host} did not answer in the form of chat completions.`, { host });
}
