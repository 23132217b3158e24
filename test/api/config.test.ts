import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf } from '#api/caller.ts';
import { ConfigFaults, readConfig } from '#api/config.ts';

const dir = () => mkdtempSync(join(tmpdir(), 'vitalfew-config-'));
function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
}

test('nothing set: SQLite in ./data on 127.0.0.1:4780', () => {
  const DATA_DIR = dir();
  expect(readConfig({ DATA_DIR })).toMatchObject({ port: 4780, host: '127.0.0.1', databaseUrl: undefined, publicUrl: null, logLevel: 'info', dataDir: DATA_DIR, trustedProxies: 0, uploadLimitBytes: 500_000_000 });
});

test('empty is unset', () => expect(readConfig({ DATA_DIR: dir(), PORT: ' ', DATABASE_URL: '', PUBLIC_URL: '' })).toMatchObject({ port: 4780, databaseUrl: undefined }));

describe('faults', () => {
  test('are all named at once, each with its variable and what it must be', () => {
    const file = join(dir(), 'a-file');
    writeFileSync(file, '');
    const faults = faultsOf({
      PORT: '70000', HOST: 'a b', DATA_DIR: file, DATABASE_URL: 'mysql://x/y', PUBLIC_URL: 'accounts.example.com/path', AUTH_SECRET: 'short', LOG_LEVEL: 'loud', UPLOAD_LIMIT_MB: 'many', TRUSTED_PROXIES: '-1',
    });
    for (const name of ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'PUBLIC_URL', 'AUTH_SECRET', 'LOG_LEVEL', 'UPLOAD_LIMIT_MB', 'TRUSTED_PROXIES']) {
      expect(faults.filter((fault) => fault.startsWith(`${name} must`)), name).toHaveLength(1);
    }
    expect(faults).toHaveLength(9);
  });

  test.each([['PORT', '-1'], ['PORT', '80.5'], ['PORT', '0x50'], ['PUBLIC_URL', 'ftp://x'], ['PUBLIC_URL', 'https://x/y'], ['PUBLIC_URL', 'https://u:p@x'], ['DATABASE_URL', 'postgres'], ['LOG_LEVEL', 'INFO']])('%s=%s', (name, value) => {
    expect(faultsOf({ DATA_DIR: dir(), [name]: value })).toEqual([expect.stringContaining(name)]);
  });
});

test('a public address is taken as its origin', () => expect(readConfig({ DATA_DIR: dir(), PUBLIC_URL: 'https://Accounts.Example.com/' }).publicUrl).toBe('https://accounts.example.com'));

describe('the secret', () => {
  test('is made once, kept in the data folder and nobody else\'s to read', () => {
    const DATA_DIR = dir();
    const { authSecret } = readConfig({ DATA_DIR });
    expect(authSecret.length).toBeGreaterThanOrEqual(43);
    expect(readConfig({ DATA_DIR }).authSecret).toBe(authSecret);
    expect(readFileSync(join(DATA_DIR, 'auth-secret'), 'utf8')).toBe(authSecret);
    expect(statSync(join(DATA_DIR, 'auth-secret')).mode & 0o777).toBe(0o600);
    expect(readConfig({ DATA_DIR: dir() }).authSecret).not.toBe(authSecret);
  });
  test('of the environment wins and is not written down', () => {
    const DATA_DIR = dir();
    const AUTH_SECRET = 'x'.repeat(40);
    expect(readConfig({ DATA_DIR, AUTH_SECRET }).authSecret).toBe(AUTH_SECRET);
    expect(() => statSync(join(DATA_DIR, 'auth-secret'))).toThrow();
  });
});

describe('the address a request comes from', () => {
  const request = (forwarded?: string) => new Request('http://x/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } });
  const env = { incoming: { socket: { remoteAddress: '10.0.0.9' } } } as never;
  test('is the socket\'s, whatever the caller claims', () => expect(addressOf(request('1.2.3.4'), env, 0)).toBe('10.0.0.9'));
  test('is what our proxies saw, not what stands before', () => {
    expect(addressOf(request('6.6.6.6, 203.0.113.5'), env, 1)).toBe('203.0.113.5');
    expect(addressOf(request('6.6.6.6, 203.0.113.5, 10.0.0.8'), env, 2)).toBe('203.0.113.5');
    expect(addressOf(request(), env, 1)).toBe('10.0.0.9');
  });
});
