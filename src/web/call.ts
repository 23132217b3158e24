import type { z } from 'zod';
import type { Problem as ProblemBody } from '#contract/errors.ts';
import type { Endpoints } from '#contract/endpoints.ts';

export type EndpointName = keyof Endpoints;
type Sent<K extends EndpointName, Part extends string> = Endpoints[K] extends Record<Part, infer S extends z.ZodType> ? S : never;
/** What an endpoint is asked with: `params` of its path, `query`, `body`; `raw` is a body that is a file; `signal` cancels. */
export type Question<K extends EndpointName> =
  & ([Sent<K, 'params'>] extends [never] ? { params?: undefined } : { params: { [P in keyof z.output<Sent<K, 'params'>>]: string | number } })
  & ([Sent<K, 'query'>] extends [never] ? { query?: undefined } : Partial<Pick<Loose<Sent<K, 'query'>>, never>> extends Loose<Sent<K, 'query'>> ? { query?: Loose<Sent<K, 'query'>> } : { query: Loose<Sent<K, 'query'>> })
  & ([Sent<K, 'body'>] extends [never] ? { body?: undefined } : { body: z.input<Sent<K, 'body'>> })
  & { raw?: Blob; signal?: AbortSignal };
/** Query values as screens write them: what the server coerces (numbers) or fills in (defaults) may be given as such or left out. */
type Loose<S extends z.ZodType> = { [Q in keyof z.input<S>]: Q extends keyof z.output<S> ? z.output<S>[Q] | undefined : z.input<S>[Q] };
/** What an endpoint answers: its typed body, or the Response itself where the answer is a file. */
export type Answer<K extends EndpointName> = [Sent<K, 'response'>] extends [never] ? Response : z.output<Sent<K, 'response'>>;

/** A refusal as the server words it, or `unreachable` when there was no answer at all. */
export interface Problem extends Omit<ProblemBody, 'code'> { code: ProblemBody['code'] | 'unreachable' }

/** Thrown by `call` for every answer that is not a success. Screens word `problem` through ErrorNote. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly status: number;
  constructor(problem: Problem, status: number) {
    super(problem.message);
    this.name = 'ProblemError';
    this.problem = problem;
    this.status = status;
  }
}

/** The address of an endpoint with its path and query filled in, for links and downloads. */
export function addressOf<K extends EndpointName>(name: K, question?: { readonly params?: Question<K>['params']; readonly query?: Question<K>['query'] }): string {
  return fill(name, question);
}

function fill(name: EndpointName, question: { readonly params?: unknown; readonly query?: unknown } | undefined): string {
  const path = name.slice(name.indexOf(' ') + 1).replace(/\{(\w+)\}/g, (_, part: string) =>
    encodeURIComponent(String((question?.params as Record<string, unknown> | undefined)?.[part])));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries((question?.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The question, to be left out where nothing is required. */
export type Asking<K extends EndpointName> = object extends Question<K> ? [question?: Question<K>] : [question: Question<K>];

/** Asks the API. Throws ProblemError. */
export const call = <K extends EndpointName>(name: K, ...[question]: Asking<K>): Promise<Answer<K>> => ask(name, question);

/** `call` for code that is generic over endpoints. */
export async function ask<K extends EndpointName>(name: K, question?: Question<K>): Promise<Answer<K>> {
  const body = question?.raw ?? (question?.body === undefined ? undefined : JSON.stringify(question.body));
  let response: Response;
  try {
    response = await fetch(fill(name, question), {
      method: name.slice(0, name.indexOf(' ')),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': question?.raw ? 'application/octet-stream' : 'application/json' }) },
      body, signal: question?.signal, credentials: 'same-origin',
    });
  } catch (cause) {
    if (question?.signal?.aborted) throw cause;
    throw new ProblemError({ code: 'unreachable', message: 'The server did not answer.' }, 0);
  }
  if (!response.ok) throw new ProblemError(await problemOf(response), response.status);
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return (json ? await response.json() : response) as Answer<K>;
}

/** The refusal in an answer that failed; an answer that is none of ours (a proxy's page) counts as `internal`. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<ProblemBody>;
    if (typeof body.code === 'string' && typeof body.message === 'string') return body as Problem;
  } catch {
    // Not JSON: below.
  }
  return { code: response.status === 401 ? 'sign_in_required' : response.status >= 502 ? 'unreachable' : 'internal', message: `HTTP ${response.status}` };
}
