import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { openPptx, packageKind } from '#actions/files/documents/office.ts';
import { readMap } from '#domain/relate/map/readMap.ts';
import { cutTo, svgOf } from '../../../src/web/parts/map/drawing.ts';
import { lineBetween, neighbour, sceneOf, type SceneWords } from '../../../src/web/parts/map/scene.ts';
import { presentationOf } from '../../../src/web/parts/map/slide.ts';
import { storedZip } from '../../../src/web/parts/map/storedZip.ts';

const DAY = '2026-03-31';
const mark = (id: number, person: number, field: 'stance' | 'authority' | 'role' | 'closeness' | 'held_by', value: string) => ({ id, person, field, value, evidence: 'observed' as const, observedOn: DAY, note: 'seen' });
const line = (id: number, kind: 'influence' | 'conflict', from: number, to: number) => ({ id, from, to, kind, weight: 2, sign: 1 as const, evidence: 'observed' as const, observedOn: DAY, endedOn: null, note: '' });
const reading = readMap({
  members: [1, 2, 3].map((person) => ({ person, joinedOn: DAY, leftOn: null })),
  marks: [mark(1, 1, 'authority', '5'), mark(2, 1, 'role', 'decider'), mark(3, 2, 'stance', 'supporter'), mark(4, 2, 'closeness', 'several'), mark(5, 2, 'held_by', 'mo'), mark(6, 2, 'authority', '3')],
  lines: [line(7, 'influence', 2, 1), line(8, 'conflict', 3, 1)],
}, DAY);
const names: Record<number, string> = { 1: '沈<总> & Co', 2: 'Li Na', 3: 'Head of quality' };
const words: SceneWords = { nameOf: (person) => names[person]!, subOf: (_, roles) => roles?.join(' ') ?? 'x', stanceOf: (stance) => `<${stance}>`, initialsOf: () => 'MZ', isPlaceholder: (person) => person === 3 };
const scene = sceneOf(reading, new Map([[3, { x: 500, y: 300 }]]), words);
const parsed = (xml: string): void => void new SaxesParser({ xmlns: true }).write(xml).close();

test('a scene has a card a person: places by hand before those of the layout, the vital few numbered', () => {
  expect(scene.cards.map(({ person, stance, closeness, owner, placeholder }) => [person, stance, closeness, owner, placeholder])).toEqual([[1, 'unknown', null, '', false], [2, 'supporter', 2, 'MZ', false], [3, 'unknown', null, '', true]]);
  expect(scene.cards[2]!.place).toEqual({ x: 500, y: 300 });
  expect(scene.cards.filter(({ vital }) => vital !== null).map(({ person }) => person)).toEqual(reading.vital.map(({ person }) => person).toSorted());
});

test('the drawing is well-formed, however people are called', () => {
  const { text } = svgOf(scene, 'Map <of> "x"', '2026', 'Arial, "PingFang SC"');
  parsed(text);
  expect(text).toContain('沈&lt;总&gt; &amp; Co');
  expect(text.match(/<path d="M[^"]+Q/g)).toHaveLength(2);
});

test('the slide is a presentation that our own reader opens, with everybody on it', async () => {
  const parts = presentationOf(scene, 'Power map: Line 3', '31 March 2026');
  Object.values(parts).forEach(parsed);
  const ids = [...parts['ppt/slides/slide1.xml']!.matchAll(/<p:cNvPr id="(\d+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(parts['ppt/slides/slide1.xml']!.match(/<p:cxnSp>/g)).toHaveLength(2);
  // Lines are glued to the cards they lie between: one below the other, from its upper to the lower side.
  const glued = [...parts['ppt/slides/slide1.xml']!.matchAll(/<a:stCxn id="(\d+)" idx="(\d)"\/><a:endCxn id="(\d+)" idx="(\d)"\/>/g)].map((match) => match.slice(1).map(Number));
  expect(glued).toEqual([[11, 0, 10, 2], [12, 0, 10, 2]]);
  // Every part has a type and every relation a part, or the package is offered for repair.
  const types = parts['[Content_Types].xml']!;
  for (const name of Object.keys(parts).filter((one) => !one.endsWith('.rels') && one !== '[Content_Types].xml')) expect(types).toContain(`PartName="/${name}"`);
  for (const [name, text] of Object.entries(parts).filter(([one]) => one.endsWith('.rels'))) {
    for (const [, target] of text.matchAll(/Target="([^"]+)"/g)) expect(parts).toHaveProperty([new URL(target!, `file:///${name.replace('_rels/', '')}`).pathname.slice(1)]);
  }
  const bytes = storedZip(parts);
  const path = join(mkdtempSync(join(tmpdir(), 'vitalfew-slide-')), 'map.pptx');
  writeFileSync(path, bytes);
  expect(await packageKind(path, bytes.length)).toBe('pptx');
  const pages = [];
  for await (const page of (await openPptx(path, bytes.length)).pages()) pages.push(page.text);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Power map: Line 3');
  for (const name of Object.values(names)) expect(pages[0]).toContain(name);
});

test('lines go from edge to edge, apart from the one back; arrow keys find the nearest card that way', () => {
  const [there, back] = [lineBetween({ x: 0, y: 0 }, { x: 0, y: 300 }), lineBetween({ x: 0, y: 300 }, { x: 0, y: 0 })];
  expect([there.y1, there.y2, there.x1 - back.x1]).toEqual([76, 297, -12]);
  // Steep and aside, too, the head of the arrow ends before the card, not behind it.
  for (const [x, y] of [[150, 200], [-150, 200], [150, -200], [-150, -200], [400, 90]] as const) {
    const { x2, y2 } = lineBetween({ x: 0, y: 0 }, { x, y });
    expect(x2 <= x || x2 >= x + 184 || y2 <= y || y2 >= y + 76).toBe(true);
  }
  for (const bow of [48, -48, 240]) {
    const { x1, y1, x2, y2 } = lineBetween({ x: 0, y: 300 }, { x: 0, y: 0 }, bow);
    for (const [x, y, top] of [[x1, y1, 300], [x2, y2, 0]] as const) expect(x <= 0.001 || x >= 183.999 || y <= top + 0.001 || y >= top + 75.999).toBe(true);
  }
  expect(neighbour(scene.cards, 1, 'ArrowDown')).toBe(2);
  expect(neighbour(scene.cards, 1, 'ArrowUp')).toBeNull();
  expect([cutTo('abc', 100, 10), cutTo('质量总监办公室', 40, 10)]).toEqual(['abc', '质量总…']);
});
