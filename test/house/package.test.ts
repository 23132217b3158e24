import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
interface Package { dependencies: Record<string, string>; devDependencies: Record<string, string>; optionalDependencies?: Record<string, string>; scripts: Record<string, string>; bin: Record<string, string>; files?: string[] }
const packageJson = JSON.parse(read('package.json')) as Package;

/** Files of the repository: those git knows, else (an unpacked archive) nothing to look at. */
function files(): string[] {
  if (!existsSync(join(root, '.git'))) return [];
  return execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter((file) => file !== '' && existsSync(join(root, file)));
}
const TEXT = /\.(ts|tsx|mjs|js|json|md|css|html|yml|yaml|sh|svg)$|^\.[\w/.-]+$/;
const importsOf = (pattern: RegExp) => new Set(files().filter((file) => /^(src|migrations)\/.*\.tsx?$/.test(file) && pattern.test(file)).flatMap((file) => {
  const text = read(file);
  const found = text.matchAll(/^(?:import|export)\s[^'"=;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\bresolve\(['"]([^'"]+)['"]/gm);
  return [...found].map((match) => /^(?:@[\w-]+\/)?[\w.-]+/.exec(match[1] ?? match[2] ?? match[3]!)?.[0] ?? '');
}).filter((name) => name !== '' && name !== 'node' && !name.startsWith('.') && !name.startsWith('#')));

test('what the server and the terminal import is a dependency, not something only developers install', () => {
  const missing = [...importsOf(/^(src\/(domain|contract|storage|actions|api|cli)|migrations)\//)].filter((name) => !(name in packageJson.dependencies));
  expect(missing).toEqual([]);
});

test('what only the screens and the tests use is not installed with the server', () => {
  const used = importsOf(/^(src\/(domain|contract|storage|actions|api|cli)|migrations)\//);
  const needless = Object.keys(packageJson.dependencies).filter((name) => !used.has(name));
  // Read as files: the page that shows the API.
  expect(needless.filter((name) => !['swagger-ui-dist'].includes(name))).toEqual([]);
});

test('the lock file is of this package.json, and names no registry that a private copy would point at', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dependencies?: Record<string, string>; devDependencies?: Record<string, string>; resolved?: string; integrity?: string; link?: boolean }> };
  expect(lock.packages['']!.dependencies).toEqual(packageJson.dependencies);
  expect(lock.packages['']!.devDependencies).toEqual(packageJson.devDependencies);
  const hosts = new Set(Object.values(lock.packages).flatMap(({ resolved }) => (resolved?.startsWith('http') ? [new URL(resolved).host] : [])));
  expect([...hosts].filter((host) => host !== ['registry', 'npmjs', 'org'].join('.'))).toEqual([]);
});

test('the scripts people are told of are there, and the bin file exists', () => {
  for (const name of ['start', 'prestart', 'test', 'pretest', 'vitalfew', 'previtalfew', 'lint', 'check']) expect(packageJson.scripts).toHaveProperty(name);
  for (const file of Object.values(packageJson.bin)) expect(existsSync(join(root, file)), file).toBe(true);
  for (const command of Object.values(packageJson.scripts)) for (const file of command.match(/\b(?:scripts|src)\/[\w/.-]+/g) ?? []) expect(existsSync(join(root, file)), file).toBe(true);
});

test('nothing large, secret or generated is committed', () => {
  const wrong = files().filter((file) => /(^|\/)(node_modules|dist|data)\/|\.(db|vfb|sqlite|env|pem|key)$/.test(file) && !file.startsWith('src/'));
  expect(wrong).toEqual([]);
});

test('nothing in the repository hangs on one machine', () => {
  // Written in parts, so that this file does not name them itself.
  const places = [['', 'work', ''], ['', 'opt', 'node24'], ['', 'root', '']].map((parts) => parts.join('/'));
  const wrong = files().filter((file) => TEXT.test(file) && file !== 'package-lock.json').flatMap((file) => {
    const text = read(file);
    return places.filter((place) => text.includes(place)).map((place) => `${file}: ${place}`);
  });
  expect(wrong).toEqual([]);
});
