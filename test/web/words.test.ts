import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

const web = new URL('../../src/web/', import.meta.url).pathname;
/** Attributes that somebody reads or hears. */
const SHOWN = new Set(['title', 'aria-label', 'aria-description', 'placeholder', 'alt', 'label', 'okText', 'cancelText', 'description', 'sentence', 'example', 'lead', 'hint', 'text']);
/** Names of keys, codes and signs are the same in every language. */
const isWord = (text: string): boolean => /\p{L}{2}/u.test(text) && !/^(?:Ctrl|Enter|Esc|Shift|[A-Z]{2,4}|%s)$/.test(text.trim()) && !/^\s*g \s*$/.test(text);

interface Node { type: string; start: number; value?: unknown; raw?: string; name?: { name?: string }; [key: string]: unknown }

/** Words written into markup or into attributes that are shown. */
function shownWords(file: string): string[] {
  const source = readFileSync(join(web, file), 'utf8');
  const found: string[] = [];
  const report = (text: string, at: number): void => void found.push(`${file}:${source.slice(0, at).split('\n').length} ${text.trim().slice(0, 60)}`);
  const literal = (node: Node): string | null => (node.type === 'Literal' && typeof node.value === 'string' ? node.value : node.type === 'TemplateLiteral' ? (node['quasis'] as { value: { raw: string } }[]).map((part) => part.value.raw).join(' ') : null);
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const one = node as Node;
    if (one.type === 'JSXText' && isWord(one.value as string)) report(one.value as string, one.start);
    if (one.type === 'JSXElement' || one.type === 'JSXFragment') {
      for (const child of one['children'] as Node[]) {
        if (child.type !== 'JSXExpressionContainer') continue;
        const text = literal(child['expression'] as Node);
        if (text !== null && isWord(text)) report(text, child.start);
      }
    }
    if (one.type === 'JSXAttribute' && SHOWN.has(one.name?.name ?? '')) {
      const value = one.value as Node | null;
      const text = value === null ? null : literal(value.type === 'JSXExpressionContainer' ? (value['expression'] as Node) : value);
      if (text !== null && isWord(text)) report(text, one.start);
    }
    Object.values(one).forEach(walk);
  };
  walk(parseSync(file, source).program);
  return found;
}

test('no component carries words of one language', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap(shownWords)).toEqual([]);
});

test('Chinese says 你 to the reader everywhere; 您 stands only in what is said to a customer', () => {
  const src = join(web, '..');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.endsWith(join('kpi', 'composeBrief.ts')));
  expect(files.filter((name) => name.includes('zhHans')).length).toBeGreaterThan(30);
  expect(files.flatMap((name) => readFileSync(join(src, name), 'utf8').split('\n').flatMap((line, n) => (line.includes('您') ? [`${name}:${n + 1}`] : [])))).toEqual([]);
});
