import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createAuth } from '#api/auth.ts';
import type { Store } from '#storage/connect.ts';

const SECRET = 'only-for-the-benchmark-and-nothing-else-0123456789';

export interface Running {
  readonly port: number;
  readonly child: ChildProcess;
  /** A session of a person, as a Cookie header. */
  cookieOf(userId: string): Promise<string>;
  stop(): Promise<void>;
}

/** The server as people start it, a process of its own, on a filled store. */
export async function startServer(store: Store): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/cli/main.ts'), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: store.dataDir, DATABASE_URL: store.databaseUrl ?? '', AUTH_SECRET: SECRET, PUBLIC_URL: '', LOG_LEVEL: 'info' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout!.on('data', (chunk: Buffer) => {
      const match = /listens on http:\/\/localhost:(\d+)/.exec(String(chunk));
      if (match) resolve(Number(match[1]));
    });
  });
  const auth = createAuth(store, { authSecret: SECRET, publicUrl: null });
  return {
    port, child,
    cookieOf: async (userId) => (await auth.openSession(userId))[0]!.split(';')[0]!,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request on the one kept connection; milliseconds until the last byte. */
export function call(port: number, cookie: string, path: string, body?: unknown): Promise<{ ms: number; text: string }> {
  const start = performance.now();
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }) };
    const going = request({ host: '127.0.0.1', port, path, agent, method: sent === undefined ? 'GET' : 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
        if (answer.statusCode === 200) resolve({ ms: performance.now() - start, text });
        else reject(new Error(`${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
      });
    });
    going.on('error', reject).end(sent);
  });
}
