import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '#domain/select/fields.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DOCUMENTS = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT }).toSorted();
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const KILOBYTE = 1000;

describe('documents', () => {
  test.each(DOCUMENTS)('%s: links and pictures lead somewhere', (document) => {
    const targets = [...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? match[2]!);
    const broken = targets.filter((target) => !/^(https?:|mailto:)/.test(target)).filter((target) => {
      const [path, anchor] = target.split('#') as [string, string?];
      const file = path ? join(ROOT, dirname(document), path) : join(ROOT, document);
      return !existsSync(file) || (anchor !== undefined && file.endsWith('.md') && !anchors(readFileSync(file, 'utf8')).has(decodeURIComponent(anchor)));
    });
    expect(broken).toEqual([]);
  });

  test('pictures are small enough to clone', () => {
    const large = globSync('docs/**/*.{png,jpg,webp,svg}', { cwd: ROOT }).filter((path) => statSync(join(ROOT, path)).size > 200 * KILOBYTE);
    expect(large).toEqual([]);
  });

  test('every picture is shown somewhere', () => {
    const words = DOCUMENTS.map(read).join('\n');
    const unused = globSync('docs/**/*.{png,jpg,webp,svg}', { cwd: ROOT }).filter((path) => !words.includes(path.split('/').at(-1)!));
    expect(unused).toEqual([]);
  });

  test('the npm scripts they name exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap((document) => [
      ...read(document).matchAll(/npm (?:run )?(?:-s |--silent )?([a-z]+)/g)].map((match) => match[1]!)).filter((name) => !['ci', 'install', 'packages', 'package', 'registry', 'scripts', 'does', 'run'].includes(name));
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  test('the files they run exist', () => {
    const named = DOCUMENTS.flatMap((document) => [...read(document).matchAll(/\bnode ((?:src|scripts|bench)\/[\w/.-]+)/g)].map((match) => match[1]!));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('self-hosting.md names exactly the environment variables that the server reads', () => {
    const table = /<!-- environment -->([\s\S]*?)<!-- \/environment -->/.exec(read('docs/self-hosting.md'))![1]!;
    const documented = [...table.matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map((match) => match[1]!).toSorted();
    const known = [...new Set([...read('src/api/config.ts').matchAll(/\b(?:given|whole|oneOf|originOf)\('([A-Z][A-Z_]+)'/g)].map((match) => match[1]!))].toSorted();
    expect(documented).toEqual(known);
  });

  test('importing.md names every field that a file may bring', () => {
    const named = [...read('docs/importing.md').matchAll(/^\|.*\| `(\w+)` \|$/gm)].map((match) => match[1]!);
    expect(named).toEqual(FIELDS.map((field) => field.name));
  });

  test.each(['README.md', 'README.zh-CN.md'].flatMap((document) => ['rank', 'weigh', 'intro'].map((mark) => [document, mark] as const)))('%s shows what the terminal really prints: %s', (document, mark) => {
    const shown = new RegExp(`<!-- ${mark} -->\\n\`\`\`console\\n\\$ npm run -s vitalfew -- (.+)\\n([\\s\\S]*?)\\n\`\`\``).exec(read(document))!;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/main.ts', ...shown[1]!.split(' ')], { cwd: ROOT, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(shown[2]).toBe([stderr.trimEnd(), stdout.trimEnd()].filter(Boolean).join('\n'));
  });

  test('every chapter of the guide is there in both languages', () => {
    const chapters = (language: string) => globSync(`docs/guide/${language}/*.md`, { cwd: ROOT }).map((path) => path.split('/').at(-1)!).toSorted();
    expect(chapters('en').length).toBeGreaterThan(5);
    expect(chapters('zh')).toEqual(chapters('en'));
  });

  test('every decision is in the list of decisions', () => {
    const list = read('docs/decisions/README.md');
    expect(globSync('docs/decisions/0*.md', { cwd: ROOT }).filter((path) => !list.includes(path.split('/').at(-1)!))).toEqual([]);
  });
});

/** Code blocks and inline code hold no links. */
function withoutCode(markdown: string): string {
  return markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
}

/** The anchors that GitHub gives the headings of a document. */
function anchors(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/^#+ +(.+)$/gm)].map((match) => match[1]!.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').trim().replace(/ /g, '-')));
}
