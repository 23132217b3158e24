import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: { model: string; messages: { role: string; content: string }[]; response_format?: unknown } }
export interface FakeModel {
  readonly base: string;
  readonly asked: Asked[];
  /** What it answers from now on: the content of a message, or whatever the function writes. */
  answers(next: string | ((asked: Asked, response: ServerResponse) => void)): void;
  close(): Promise<void>;
}

/** A language model that says what a test tells it to, on a free port of 127.0.0.1. */
export async function startFakeModel(): Promise<FakeModel> {
  const asked: Asked[] = [];
  let respond: (one: Asked, response: ServerResponse) => void = contentOf('{"facts":[]}');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one: Asked = { url: request.url ?? '', headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Asked['body'] };
      asked.push(one);
      respond(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked,
    answers: (next) => void (respond = typeof next === 'string' ? contentOf(next) : next),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

const contentOf = (content: string) => (_asked: Asked, response: ServerResponse): void => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
};
