import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { openPptx, packageKind } from '#actions/files/documents/office.ts';
import { readMap } from '#domain/relate/map/readMap.ts';
import { cutTo, escaped, onTwoLines, svgOf } from '../../../src/web/parts/map/drawing.ts';
import { extentOf, lineBetween, neighbour, sceneOf, type SceneWords } from '../../../src/web/parts/map/scene.ts';
import { presentationOf } from '../../../src/web/parts/map/slide.ts';
import { SLIDE } from '../../../src/web/parts/map/slideShapes.ts';
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
  const { text } = svgOf(scene, { title: 'Map <of> "x"', note: '2026' }, 'Arial, "PingFang SC"');
  parsed(text);
  expect(text).toContain('沈&lt;总&gt; &amp; Co');
  expect(text.match(/<path d="M[^"]+Q/g)).toHaveLength(2);
});

/** Number of the shape of somebody on the slide. */
const idOf = (parts: Record<string, string>, name: string): number => Number(parts['ppt/slides/slide1.xml']!.match(new RegExp(`<p:sp><p:nvSpPr><p:cNvPr id="(\\d+)" name="${escaped(name)}"`))![1]);

interface Frame { x: number; y: number; cx: number; cy: number; rot: boolean; flipH: boolean; flipV: boolean }
const frameOf = (xml: string): Frame => {
  const [, given, ...numbers] = xml.match(/<a:xfrm([^>]*)><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/)!;
  const [x, y, cx, cy] = numbers.map(Number) as [number, number, number, number];
  return { x, y, cx, cy, rot: given!.includes('rot="5400000"'), flipH: given!.includes('flipH'), flipV: given!.includes('flipV') };
};
/** Where a point of the unflipped, unturned frame comes to lie on the slide (DrawingML: flips first, then the turn about the middle). */
const shown = ({ x, y, cx, cy, rot, flipH, flipV }: Frame, u: number, v: number): [number, number] => {
  const [du, dv] = [(flipH ? 1 - u : u) * cx - cx / 2, (flipV ? 1 - v : v) * cy - cy / 2];
  return [x + cx / 2 + (rot ? -dv : du), y + cy / 2 + (rot ? du : dv)];
};

test('connectors of a slide begin and end on the sites they are glued to, turned and flipped or not; nothing lies outside, and type fits its card', () => {
  // A crowded map: somebody in the middle whom lines must go around, in every direction.
  const places = [[0, 0], [212, 0], [424, 0], [0, 140], [212, 140], [424, 140], [0, 280], [212, 280], [424, 280], [0, 420]] as const;
  const people = places.map((_, n) => n + 1);
  const lines = people.flatMap((from) => people.filter((to) => to !== from && (from * 7 + to) % 3 === 0).map((to) => ({ ...line(100 * from + to, 'influence', from, to), sign: ((from + to) % 2 ? 1 : -1) as 1 })));
  const crowded = readMap({ members: people.map((person) => ({ person, joinedOn: DAY, leftOn: null })), marks: people.slice(0, 8).map((person) => mark(person, person, 'authority', '3')), lines }, DAY);
  const long: SceneWords = { ...words, nameOf: (person) => `Bartholomew Featherstonehaugh-Cholmondeley the ${person}th`, subOf: (person) => (person > 8 ? '' : '集团首席采购官兼供应链转型委员会常务副主任，分管质量与审计及海外工厂建设') };
  const slide = presentationOf(sceneOf(crowded, new Map(places.map(([x, y], n) => [n + 1, { x, y }])), long), 'A very long title of a project '.repeat(8), '2026')['ppt/slides/slide1.xml']!;
  const shapes = new Map([...slide.matchAll(/<p:sp><p:nvSpPr><p:cNvPr id="(\d+)".*?<\/p:sp>/g)].map((match) => [Number(match[1]), match[0]]));
  const connectors = [...slide.matchAll(/<p:cxnSp>.*?<\/p:cxnSp>/g)].map(([xml]) => xml);
  expect(connectors).toHaveLength(lines.length);
  expect(new Set(connectors.map((xml) => xml.match(/prst="(\w+)"/)![1])).size).toBeGreaterThan(1);
  for (const xml of connectors) {
    const glue = [...xml.matchAll(/<a:(?:st|end)Cxn id="(\d+)" idx="(\d)"\/>/g)].map(([, id, site]) => {
      const { x, y, cx, cy } = frameOf(shapes.get(Number(id))!);
      return [[x + cx / 2, y], [x, y + cy / 2], [x + cx / 2, y + cy], [x + cx, y + cy / 2]][Number(site)]!;
    });
    const frame = frameOf(xml);
    for (const [n, [x, y]] of [shown(frame, 0, 0), shown(frame, 1, 1)].entries()) {
      // Within a point: 12,700 units.
      expect(Math.abs(x - glue[n]![0]!)).toBeLessThan(12_700);
      expect(Math.abs(y - glue[n]![1]!)).toBeLessThan(12_700);
    }
    const turn = xml.match(/fmla="val (-?\d+)"/);
    if (turn) for (const [x, y] of [shown(frame, Number(turn[1]) / 100_000, 0.5)]) expect([x > 0 && x < SLIDE.width, y > 0 && y < SLIDE.height]).toEqual([true, true]);
  }
  for (const xml of shapes.values()) {
    const { x, y, cx, cy } = frameOf(xml);
    expect([x >= 0, y >= 0, x + cx <= SLIDE.width, y + cy <= SLIDE.height]).toEqual([true, true, true, true]);
    const height = [...xml.matchAll(/<a:p>.*?<\/a:p>/g)].reduce((sum, [paragraph]) => {
      const size = Number(paragraph.match(/sz="(\d+)"/)?.[1] ?? 0) / 100;
      const length = [...(paragraph.match(/<a:t>(.*?)<\/a:t>/)?.[1] ?? '')].reduce((all, sign) => all + (sign > '\u2e80' ? 1 : 0.56), 0) * size;
      return sum + Math.ceil(length / ((cx / 12_700) * 0.9)) * size * 1.2;
    }, 0);
    expect(height * 12_700).toBeLessThanOrEqual(cy);
  }
});

/** Order in which the schema (ECMA-376, CT_…) wants children; what stands elsewhere, or is not named, makes PowerPoint offer a repair. */
const ORDER: Record<string, readonly string[]> = {
  'p:presentation': ['p:sldMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz'], 'p:sldMaster': ['p:cSld', 'p:clrMap', 'p:sldLayoutIdLst'], 'p:sldLayout': ['p:cSld', 'p:clrMapOvr'], 'p:sld': ['p:cSld', 'p:clrMapOvr'],
  'p:cSld': ['p:bg', 'p:spTree'], 'p:sp': ['p:nvSpPr', 'p:spPr', 'p:txBody'], 'p:cxnSp': ['p:nvCxnSpPr', 'p:spPr'], 'p:nvSpPr': ['p:cNvPr', 'p:cNvSpPr', 'p:nvPr'], 'p:nvCxnSpPr': ['p:cNvPr', 'p:cNvCxnSpPr', 'p:nvPr'], 'p:cNvCxnSpPr': ['a:stCxn', 'a:endCxn'],
  'p:spPr': ['a:xfrm', 'a:prstGeom', 'a:noFill', 'a:solidFill', 'a:ln'], 'a:xfrm': ['a:off', 'a:ext', 'a:chOff', 'a:chExt'], 'a:prstGeom': ['a:avLst'], 'a:ln': ['a:noFill', 'a:solidFill', 'a:prstDash', 'a:headEnd', 'a:tailEnd'],
  'p:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'], 'a:p': ['a:pPr', 'a:r', 'a:endParaRPr'], 'a:r': ['a:rPr', 'a:t'], 'a:theme': ['a:themeElements'], 'a:themeElements': ['a:clrScheme', 'a:fontScheme', 'a:fmtScheme'], 'a:fmtScheme': ['a:fillStyleLst', 'a:lnStyleLst', 'a:effectStyleLst', 'a:bgFillStyleLst'],
};

test('the parts of a slide keep the order of the schema', () => {
  for (const [name, xml] of Object.entries(presentationOf(scene, 'Map', '2026'))) {
    const open: { name: string; last: number }[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => {
      const parent = open.at(-1);
      const order = parent && ORDER[parent.name];
      if (order) {
        const place = order.indexOf(tag.name);
        expect(place, `${name}: ${tag.name} in ${parent.name}`).toBeGreaterThanOrEqual(parent.last);
        parent.last = place;
      }
      open.push({ name: tag.name, last: 0 });
    });
    parser.on('closetag', () => open.pop());
    parser.write(xml).close();
  }
});

test('a drawing holds what is bowed out beyond its cards, and a position without a name has two lines for its own', () => {
  const [a, b] = [{ x: 0, y: 0 }, { x: 0, y: 280 }];
  const column = sceneOf(readMap({ members: [1, 2, 3].map((person) => ({ person, joinedOn: DAY, leftOn: null })), marks: [], lines: [line(1, 'influence', 1, 3)] }, DAY), new Map([[1, a], [2, { x: 0, y: 140 }], [3, b]]), words);
  expect(column.lines[0]!.bow).not.toBe(0);
  const extent = extentOf(column);
  const { hx, hy, mx, my } = lineBetween(a, b, column.lines[0]!.bow);
  expect(extent.width).toBeGreaterThan(184);
  expect([mx >= extent.x && mx <= extent.x + extent.width, my > extent.y, hx !== mx, hy > 0]).toEqual([true, true, true, true]);
  expect(onTwoLines('Head of purchasing, acoustics', 160, 12)).toEqual(['Head of purchasing,', 'acoustics']);
  expect(onTwoLines('声学产品采购部部长（分管海外工厂）', 60, 10)).toEqual(['声学产品采购', '部部长（分…']);
  expect(onTwoLines('short', 160, 12)).toEqual(['short']);
});

test('the slide is a presentation that our own reader opens, with everybody on it', async () => {
  const parts = presentationOf(scene, 'Power map: Line 3', '31 March 2026');
  Object.values(parts).forEach(parsed);
  const ids = [...parts['ppt/slides/slide1.xml']!.matchAll(/<p:cNvPr id="(\d+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(parts['ppt/slides/slide1.xml']!.match(/<p:cxnSp>/g)).toHaveLength(2);
  // Lines are glued to the cards they lie between: one below the other, from its upper to the lower side.
  const glued = [...parts['ppt/slides/slide1.xml']!.matchAll(/<a:stCxn id="(\d+)" idx="(\d)"\/><a:endCxn id="(\d+)" idx="(\d)"\/>/g)].map((match) => match.slice(1).map(Number));
  expect(glued.map(([from, , to]) => [from, to])).toEqual([[idOf(parts, names[2]!), idOf(parts, names[1]!)], [idOf(parts, names[3]!), idOf(parts, names[1]!)]]);
  expect(glued[0]!.filter((_, n) => n % 2 === 1)).toEqual([0, 2]);
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
