import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
  readonly url: string;
  readonly dataDir: string;
  /** What it has written so far, for the message of a failed journey. */
  log(): string;
  /** SIGTERM, then waits for the end; the data folder goes too, unless it is kept for another start. Answers with the exit code. */
  stop(keep?: { readonly data: boolean }): Promise<number | null>;
}

/** Where and when a server starts: in the data folder of an earlier one, with its clock days ahead. */
export interface Beginning { readonly dataDir?: string; readonly daysAhead?: number }

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 30_000;

/** A real server of its own: empty data folder (unless it continues another), free port of 127.0.0.1, this checkout's web part. */
export async function startServer(env: Record<string, string> = {}, { dataDir: earlier, daysAhead = 0 }: Beginning = {}): Promise<RunningServer> {
  if (!existsSync(join(ROOT, 'dist/web/index.html'))) throw new Error('The screens are not built: run "node scripts/setup.mjs --web" first.');
  const dataDir = earlier ?? mkdtempSync(join(tmpdir(), 'vitalfew-journey-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, [...(daysAhead > 0 ? ['--import', './test/journeys/clock.ts'] : []), 'src/cli/main.ts', 'serve'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, NODE_OPTIONS: '', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, JOURNEY_DAYS_AHEAD: String(daysAhead), ...env },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (written = (written + chunk).slice(-20_000)));
  const stop = (keep = { data: false }) => end(child, keep.data ? null : dataDir);
  try {
    await answering(url, child, () => written);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, dataDir, log: () => written, stop };
}

async function answering(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${log()}`);
    try {
      if ((await fetch(`${url}/healthz`)).ok) return;
    } catch { /* not listening yet */ }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not answer within ${START_MS / 1000} s:\n${log()}`);
}

async function end(child: ChildProcess, dataDir: string | null): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(child.exitCode)));
  child.kill('SIGTERM');
  const code = await ended;
  if (dataDir !== null) rmSync(dataDir, { recursive: true, force: true });
  return code;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
