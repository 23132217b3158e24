/**
 * A power map of 150 people and 600 lines, on the server as people start it, in a headless Chromium: panned, zoomed, a card and a selection dragged. For each
 * frame: processor time of the page's main thread (script, style, layout, paint), which is what this code decides; and the time from picture to
 * picture, which on a machine without a graphics processor is mostly painting in other threads. Goal: p95 of the main thread under 16.7 ms.
 * --peers DIR: beside it, in turns in the same browser, the same cards and lines in @xyflow/react, installed in that folder.
 *   node bench/map.ts [--people 150] [--lines 600] [--rounds 3] [--peers DIR]
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { randomOf } from '#domain/random.ts';
import { CARD } from '#domain/relate/map/layout.ts';
import { STANCES } from '#domain/relate/map/scales.ts';
import { findChromium } from '../test/chromium.ts';
import { ADA, call, cookieOf } from '../test/journeys/fixtures.ts';
import { startServer, type RunningServer } from '../test/journeys/server.ts';
import type { Scene } from '../src/web/parts/map/scene.ts';
import { quantile } from './manyAccounts.ts';
import { told, watch, type Gesture } from './mapFrames.ts';
import { openPeer } from './mapPeer.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '150' }, lines: { type: 'string', default: '600' }, rounds: { type: 'string', default: '3' }, peers: { type: 'string' } } });
const [PEOPLE, LINES, ROUNDS] = [values.people, values.lines, values.rounds].map(Number) as [number, number, number];
const STEPS = 90;
const GOAL = 1000 / 60;
interface Spot { x: number; y: number }
interface Side { readonly name: string; readonly page: Page; readonly cards: string; /** The whole map, as each gesture begins. */ readonly fit: () => Promise<void> }

/** Each as a hand does it, a step a frame: Chromium answers a movement when the page has dealt with it. */
const GESTURES: Readonly<Record<string, (page: Page, cards: string) => Promise<void>>> = {
  'pan the whole map': async (page, cards) => circle(page, cards, await emptySpot(page, cards), 160),
  'zoom into it and out again': async (page, cards) => {
    const { x, y } = await middle(page, cards);
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await halves(page, cards, (n) => page.mouse.wheel(0, n <= STEPS / 2 ? -4 : 4));
    await page.keyboard.up('Control');
  },
  'drag the card with the most lines': async (page, cards) => circle(page, cards, await middle(page, cards), 60),
  'drag a selection around it': async (page, cards) => circle(page, cards, await middle(page, cards), 60),
};
/** What comes before a gesture and is not measured. */
const BEFORE: Readonly<Record<string, (page: Page, cards: string) => Promise<void>>> = {
  'drag a selection around it': async (page, cards) => {
    await page.keyboard.press('Escape');
    const { x, y } = await middle(page, cards);
    await page.keyboard.down('Shift');
    await page.mouse.move(x - 150, y - 100);
    await page.mouse.down();
    await page.mouse.move(x, y);
    await page.mouse.move(x + 150, y + 100);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    if ((await page.locator('[data-chosen]').count()) < 10) throw new Error(`nobody is chosen at ${page.url()}`);
  },
};

const scene = madeUp();
const server = await startServer();
const { executablePath, args, env } = await findChromium();
const browser = await chromium.launch({ executablePath, args, env });
try {
  const ours = await openOurs(browser, server);
  const frame = (await ours.locator('.vf-map-frame').boundingBox())!;
  const sides: Side[] = [{ name: 'ours', page: ours, cards: '[data-person]', fit: () => ours.getByRole('button', { name: 'Fit' }).click() }];
  if (values.peers !== undefined) {
    const page = await openPeer(browser, values.peers, scene, frame);
    sides.push({ name: '@xyflow/react', page, cards: '.react-flow__node', fit: () => page.locator('.react-flow__controls-fitview').click() });
  }
  print(`${PEOPLE} people, ${LINES} lines in ${Math.round(frame.width)} × ${Math.round(frame.height)} points; ${ROUNDS} rounds of ${STEPS} steps a gesture; load ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
  for (const [name, gesture] of Object.entries(GESTURES)) {
    const seen = new Map<string, Gesture[]>();
    for (let round = 0; round <= ROUNDS; round++) {
      for (const side of sides) {
        await side.page.bringToFront();
        await side.fit();
        await BEFORE[name]?.(side.page, side.cards);
        await atRest(side);
        const one = await watch(browser, side.page, () => gesture(side.page, side.cards));
        // The first round warms both.
        if (round > 0) seen.set(side.name, [...(seen.get(side.name) ?? []), one]);
      }
    }
    print(`\n${name}`);
    for (const { name: side } of sides) print(`  ${side.padEnd(14)} ${told(together(seen.get(side)!))}`);
    const mine = seen.get('ours')!;
    const theirs = seen.get('@xyflow/react');
    if (theirs) print(`  theirs ÷ ours, main thread: p50 ${ratios(theirs, mine, 0.5)}, p95 ${ratios(theirs, mine, 0.95)}`);
    const worst = quantile(together(mine).thread, 0.95);
    print(`  p95 ${worst.toFixed(1)} ms of ${GOAL.toFixed(1)}: ${worst < GOAL ? 'met' : 'MISSED'}`);
  }
  print(`\nload at the end ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
} finally {
  await browser.close();
  await server.stop();
}

/** Presses, goes round a circle and comes back to where it began, so that every round finds the same map. */
async function circle(page: Page, cards: string, { x, y }: Spot, radius: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await halves(page, cards, (n) => {
    const angle = (2 * Math.PI * n) / STEPS;
    return page.mouse.move(x + radius * Math.sin(angle), y + radius * (1 - Math.cos(angle)));
  });
  await page.mouse.up();
}

/** Until the first card has stood still for some pictures: their fitting of a map takes its time. */
async function atRest({ page, cards }: Side): Promise<void> {
  await page.evaluate((selector) => new Promise<void>((done) => {
    let [last, still] = ['', 0];
    const look = (): void => {
      const now = JSON.stringify(document.querySelector(selector)!.getBoundingClientRect());
      still = now === last ? still + 1 : 0;
      last = now;
      if (still > 30) done();
      else requestAnimationFrame(look);
    };
    look();
  }), cards);
}

/** All steps; half-way the first card must be elsewhere than at the beginning, or the gesture was none. */
async function halves(page: Page, cards: string, step: (n: number) => Promise<void>): Promise<void> {
  const placed = async (): Promise<string> => JSON.stringify(await page.locator(cards).first().boundingBox());
  const before = await placed();
  for (let n = 1; n <= STEPS; n++) {
    await step(n);
    if (n === STEPS / 2 && (await placed()) === before) throw new Error(`nothing moved at ${page.url()}`);
  }
}

/** The middle of the card that has the most lines. */
async function middle(page: Page, cards: string): Promise<Spot> {
  const box = (await page.locator(cards).nth(0).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A place in the canvas where no card is. */
function emptySpot(page: Page, cards: string): Promise<Spot> {
  return page.evaluate((selector) => {
    const frame = document.querySelector('.vf-map-frame, .react-flow')!.getBoundingClientRect();
    for (let x = frame.left + 200; x < frame.right - 200; x += 7) for (let y = frame.top + 60; y < frame.top + frame.height / 2; y += 7) {
      const there = document.elementFromPoint(x, y);
      if (there?.closest('.vf-map-frame, .react-flow__pane') && !there.closest(selector)) return { x, y };
    }
    throw new Error('cards everywhere');
  }, cards);
}

/** A map on the server: people without names, what is thought of them, lines, places; then its page. */
async function openOurs(within: Browser, { url }: RunningServer): Promise<Page> {
  const ask = async <T>(method: string, path: string, body: unknown): Promise<T> => await (await call(server, method, path, body, cookie)).json() as T;
  await call(server, 'POST', '/api/setup/administrator', { ...ADA, workspace: 'Bench' });
  const cookie = await cookieOf(server);
  const { ids: [account] } = await ask<{ ids: number[] }>('POST', '/api/accounts', { accounts: [{ key: 'B1', name: 'Aeolus Drives' }] });
  const { ids: [project] } = await ask<{ ids: number[] }>('POST', `/api/accounts/${account}/projects`, { name: 'Scanners' });
  const { ids: [map] } = await ask<{ ids: number[] }>('POST', `/api/projects/${project}/map`, { from: 'empty' });
  const { people } = await ask<{ people: number[] }>('POST', `/api/maps/${map}/people`, { unnamed: scene.cards.map(({ name }) => ({ title: name })) });
  const observedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await ask('POST', `/api/maps/${map}/marks`, { marks: scene.cards.filter(({ stance }) => stance !== 'unknown').map(({ person, stance, state }) => ({ personId: people[person - 1], field: 'stance', value: stance, observedOn, ...(state === 'proven' ? { evidence: 'observed', note: 'Seen' } : { evidence: 'inferred' }) })) });
  await ask('POST', `/api/maps/${map}/lines`, { lines: scene.lines.map(({ from, to, kind, weight }) => ({ fromId: people[from - 1], toId: people[to - 1], kind, weight, observedOn })) });
  await ask('POST', `/api/maps/${map}/places`, { places: scene.cards.map(({ place }, n) => ({ personId: people[n], ...place })) });
  const context = await within.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await context.addCookies([{ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1), url }]);
  const page = await context.newPage();
  await page.goto(`${url}/projects/${project}/map`);
  await page.locator('[data-line]').nth(LINES - 1).waitFor({ state: 'attached' });
  return page;
}

/** Cards in rows as a layout makes them, the first in the middle; a few people who are asked by many, the first by most. */
function madeUp(): Scene {
  const random = randomOf(5);
  const across = 15;
  const centre = Math.floor(PEOPLE / across / 2) * across + Math.floor(across / 2);
  const cards = Array.from({ length: PEOPLE }, (_, n): Scene['cards'][number] => {
    const slot = n === 0 ? centre : n <= centre ? n - 1 : n;
    const stance = ([...STANCES, 'unknown'] as const)[Math.floor(random() * 6)]!;
    return {
      person: n + 1, place: { x: (slot % across) * (CARD.width + CARD.across), y: Math.floor(slot / across) * (CARD.height + CARD.down) }, name: `Position ${n + 1}, Plant ${1 + (n % 4)}`, sub: '', stance, stanceWord: stance,
      state: stance === 'unknown' ? 'unknown' : n % 2 ? 'proven' : 'assumed', closeness: null, owner: '', vital: null, placeholder: true,
    };
  });
  const lines = new Map<string, Scene['lines'][number]>();
  while (lines.size < LINES) {
    const [from, to] = [1 + Math.floor(random() * PEOPLE), 1 + Math.floor(random() ** 2 * PEOPLE)];
    if (from !== to) lines.set(`${from} ${to}`, { id: lines.size + 1, from, to, kind: lines.size % 10 === 0 ? 'conflict' : 'influence', weight: 1 + (lines.size % 3), sign: 1, state: 'assumed', bow: 0 });
  }
  return { cards, lines: [...lines.values()] };
}

function together(some: readonly Gesture[]): Gesture {
  const mean = (of: (one: Gesture) => number): number => some.reduce((sum, one) => sum + of(one), 0) / some.length;
  return { thread: some.flatMap(({ thread }) => thread), frames: some.flatMap(({ frames }) => frames), script: mean(({ script }) => script), style: mean(({ style }) => style), paint: mean(({ paint }) => paint), longTasks: some.reduce((sum, { longTasks }) => sum + longTasks, 0) };
}
function ratios(theirs: readonly Gesture[], mine: readonly Gesture[], share: number): string {
  return `${theirs.map((one, n) => (quantile(one.thread, share) / quantile(mine[n]!.thread, share)).toFixed(1)).join(', ')} ×`;
}
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
