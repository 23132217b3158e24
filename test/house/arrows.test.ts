import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const LAYERS = ['domain', 'contract', 'storage', 'actions', 'api', 'web', 'cli'] as const;
type Layer = (typeof LAYERS)[number];

/** Which layer may import which (ARCHITECTURE.md): domain ← contract ← web; domain ← storage ← actions ← {api, cli}; contract ← api. */
const MAY: Record<Layer, readonly Layer[]> = {
  domain: [], contract: ['domain'], storage: ['domain'], actions: ['domain', 'storage'],
  api: ['domain', 'contract', 'storage', 'actions'], web: ['domain', 'contract'], cli: ['domain', 'storage', 'actions', 'api'],
};
/** The rooms of a layer, in the order of the method; a room may use those before it and the layer's own shared files. */
const ROOMS = ['trust', 'select', 'insight', 'relate', 'advance'];

interface Import { from: string; to: string; text: string }

function placeOf(file: string): { layer: Layer | undefined; room: string | undefined } {
  const [, layer, room] = file.split('/');
  return { layer: LAYERS.find((name) => name === layer), room: room !== undefined && ROOMS.includes(room) ? room : undefined };
}

const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/')).sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

function importsOf(file: string): Import[] {
  const found = [...sources.get(file)!.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g)];
  return found.map((match) => match[1] ?? match[2] ?? match[3]!)
    .filter((spec) => spec.startsWith('#') || spec.startsWith('.'))
    .map((spec) => ({ from: file, text: spec, to: spec.startsWith('#') ? `src/${spec.slice(1)}` : relative(root, join(root, dirname(file), spec)).replaceAll('\\', '/') }));
}
const imports = files.flatMap(importsOf);

test('there are files and imports to look at', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test('layers import along the arrows only', () => {
  const wrong = imports.flatMap(({ from, to, text }) => {
    const { layer } = placeOf(from);
    const { layer: target } = placeOf(to);
    return layer && target && layer !== target && !MAY[layer].includes(target) ? [`${from} imports ${text}: ${layer} may import ${MAY[layer].join(', ') || 'nothing'} (ARCHITECTURE.md, arrows)`] : [];
  });
  expect(wrong).toEqual([]);
});

test('rooms of a layer import downwards only', () => {
  const wrong = imports.flatMap(({ from, to, text }) => {
    const here = placeOf(from);
    const there = placeOf(to);
    const up = here.layer === there.layer && here.room !== undefined && there.room !== undefined && ROOMS.indexOf(there.room) > ROOMS.indexOf(here.room);
    return up ? [`${from} imports ${text}: room ${here.room} may not use ${there.room} (rooms: ${ROOMS.join(' ← ')})`] : [];
  });
  // The contract's list of endpoints and the one screen of routes name all rooms; they lie outside of them.
  expect(wrong).toEqual([]);
});

test('one spelling: # between layers, ./ inside one, always with the ending', () => {
  const wrong = imports.flatMap(({ from, to, text }) => {
    const across = placeOf(from).layer !== placeOf(to).layer;
    if (!/\.(tsx?|css|svg|json|mjs)(\?\w+)?$/.test(text)) return [`${from} imports ${text}: write the ending`];
    return across && text.startsWith('.') ? [`${from} imports ${text}: write #… between layers`] : [];
  });
  expect(wrong).toEqual([]);
});

describe('what a layer must not know', () => {
  const inLayer = (...layers: Layer[]) => files.filter((file) => layers.includes(placeOf(file).layer!));
  test('SQL stands in storage only', () => {
    const sql = /\b(select\s+[\w*"(].*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/i;
    const wrong = inLayer('domain', 'contract', 'api', 'web', 'cli').filter((file) => sql.test(sources.get(file)!.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
    expect(wrong).toEqual([]);
    const builder = /\.(selectFrom|insertInto|updateTable|deleteFrom|selectNoFrom)\(|\bsql`/;
    expect(inLayer('domain', 'contract', 'actions', 'api', 'web', 'cli').filter((file) => builder.test(sources.get(file)!)), 'queries are built in storage only: give it a function that says what is asked').toEqual([]);
  });
  test('the domain knows no clock, chance, files or network', () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|from 'node:|\bfetch\(|\bprocess\./;
    expect(inLayer('domain').filter((file) => impure.test(sources.get(file)!.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))).toEqual([]);
  });
});

test('files stay small', () => {
  const large = files.filter((file) => !file.includes('/text/') && !file.includes('/select/general/') && sources.get(file)!.split('\n').length > 300);
  expect(large).toEqual([]);
});
