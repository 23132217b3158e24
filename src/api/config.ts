import { accessSync, chmodSync, constants, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { ServerConfig } from './services.ts';

export interface Config extends ServerConfig {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly logLevel: (typeof LEVELS)[number];
}

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const ROOT = join(import.meta.dirname, '../..');
/** Largest JSON body: a set of 5,000 customers with their notes. */
const JSON_LIMIT_BYTES = 32_000_000;

/** Everything that is wrong with the environment, at once. */
export class ConfigFaults extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFaults';
    this.faults = faults;
  }
}

/**
 * The server's configuration from the environment. Throws ConfigFaults naming every faulty variable with what it must be.
 * Makes DATA_DIR where it is missing, and in it the secret that signs sessions.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const whole = (name: string, otherwise: number, from: number, to: number): number => {
    const text = given(name);
    const value = text === undefined ? otherwise : /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= from && value <= to)) faults.push(`${name} must be a whole number from ${from} to ${to}, but is "${text}".`);
    return value;
  };

  const port = whole('PORT', 4780, 0, 65535);
  const host = given('HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) faults.push(`HOST must be an address or a host name to listen on, but is "${host}".`);
  const uploadLimitMb = whole('UPLOAD_LIMIT_MB', 500, 1, 100_000);
  const trustedProxies = whole('TRUSTED_PROXIES', 0, 0, 10);
  const logLevel = oneOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'info', LEVELS, faults);
  const databaseUrl = given('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:$/.test(URL.parse(databaseUrl)?.protocol ?? '')) {
    faults.push('DATABASE_URL must look like postgres://user:password@host/database (leave it unset for SQLite).');
  }
  const publicUrl = originOf('PUBLIC_URL', given('PUBLIC_URL'), faults);
  const dataDir = resolve(given('DATA_DIR') ?? './data');
  const writable = makeWritable(dataDir, faults);
  const authSecret = given('AUTH_SECRET') ?? (writable && faults.length === 0 ? keptSecret(dataDir, faults) : 'not-used-because-the-start-fails-now');
  if (authSecret.length < 32) faults.push('AUTH_SECRET must have at least 32 characters (leave it unset: one is made and kept in DATA_DIR).');

  if (faults.length > 0) throw new ConfigFaults(faults);
  const webDir = join(ROOT, 'dist/web');
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return {
    port, host, databaseUrl, logLevel, dataDir, publicUrl, authSecret, trustedProxies, version,
    jsonLimitBytes: JSON_LIMIT_BYTES, uploadLimitBytes: uploadLimitMb * 1_000_000, webDir: existsSync(join(webDir, 'index.html')) ? webDir : null,
  };
}

function oneOf<const T extends string>(name: string, value: string, allowed: readonly T[], faults: string[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) faults.push(`${name} must be one of ${allowed.join(', ')}, but is "${value}".`);
  return found ?? allowed[0]!;
}

function originOf(name: string, value: string | undefined, faults: string[]): string | null {
  if (value === undefined) return null;
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '') return url.origin;
  faults.push(`${name} must be the address people type, like https://accounts.example.com (no path), but is "${value}".`);
  return null;
}

function makeWritable(dataDir: string, faults: string[]): boolean {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    return true;
  } catch (error) {
    faults.push(`DATA_DIR must be a folder this program can write to; ${dataDir} is not (${(error as { code?: string }).code ?? 'unknown'}).`);
    return false;
  }
}

/** The secret of this data folder, made at the first start. Only its owner may read it. */
function keptSecret(dataDir: string, faults: string[]): string {
  const file = join(dataDir, 'auth-secret');
  if (!existsSync(file)) {
    // Written beside it and linked into place: of two processes that start at once, one makes it and both read it whole.
    const draft = `${file}.${process.pid}`;
    try {
      writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) faults.push(`The secret could not be written to ${file} (${(error as Error).message}).`);
    } finally {
      rmSync(draft, { force: true });
    }
  }
  try {
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`The secret could not be read from ${file} (${(error as Error).message}).`);
    return 'not-used-because-the-start-fails-now';
  }
}
