import type { Browser, Page } from '@playwright/test';
import { quantile } from './manyAccounts.ts';

/** What one gesture cost: milliseconds of processor the page's main thread took from one movement to the next, of which a frame has one; and from picture to picture on the clock. */
export interface Gesture { readonly thread: readonly number[]; readonly script: number; readonly style: number; readonly paint: number; readonly frames: readonly number[]; readonly longTasks: number }
interface TraceEvent { readonly name: string; readonly ph: string; readonly pid: number; readonly tid: number; readonly ts: number; readonly dur?: number; readonly tdur?: number; readonly args?: { readonly data?: { readonly type?: string } } }

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'devtools.timeline.frame'];
/** Chromium's names of the parts of a frame; what is left is input, garbage and the browser's own bookkeeping. */
const PARTS = { script: new Set(['FunctionCall', 'EventDispatch', 'FireAnimationFrame', 'TimerFire']), style: new Set(['UpdateLayoutTree', 'Layout']), paint: new Set(['PrePaint', 'Paint', 'Layerize', 'Commit']) };
/** Chromium hands a page one movement a frame. */
const MOVES = new Set(['pointermove', 'wheel']);
/** Microseconds. */
const LONG = 50_000;

/** Runs a gesture under Chromium's own tracing. */
export async function watch(browser: Browser, page: Page, gesture: () => Promise<void>): Promise<Gesture> {
  const marker = `bench ${Math.random()}`;
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate((name) => {
    console.timeStamp(name);
    const times: number[] = [];
    const step = (now: number): void => { times.push(now); if (!stopped) requestAnimationFrame(step); };
    let stopped = false;
    Object.assign(window, { endFrames: () => { stopped = true; return times.slice(1).map((time, n) => time - times[n]!); } });
    requestAnimationFrame(step);
  }, marker);
  await gesture();
  const frames = await page.evaluate(() => (window as unknown as { endFrames: () => number[] }).endFrames());
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  return { ...costOf(traceEvents, marker), frames };
}

function costOf(all: readonly TraceEvent[], marker: string): Omit<Gesture, 'frames'> {
  const marked = all.find(({ name, args }) => name === 'TimeStamp' && JSON.stringify(args).includes(marker));
  if (!marked) throw new Error('the page left no mark in the trace');
  const own = all.filter(({ pid, tid, ph, ts }) => pid === marked.pid && tid === marked.tid && (ph === 'X' || ph === 'I' || ph === 'i') && ts >= marked.ts).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = own.filter(({ name }) => name === 'RunTask');
  const steps = own.filter(({ name, args }) => name === 'EventDispatch' && MOVES.has(args?.data?.type ?? '')).map(({ ts }) => ts);
  const sums = steps.map(() => 0);
  const parts = { script: 0, style: 0, paint: 0 };
  let at = -1;
  for (const task of tasks) {
    // The task that holds a movement is the first of that step.
    while (at + 1 < steps.length && steps[at + 1]! < task.ts + task.dur!) at++;
    if (at >= 0) sums[at]! += cpu(task);
  }
  for (const part of ['script', 'style', 'paint'] as const) {
    let until = -1;
    for (const event of own) {
      if (!PARTS[part].has(event.name) || event.ts < until) continue;
      until = event.ts + (event.dur ?? 0);
      parts[part] += cpu(event);
    }
  }
  const count = Math.max(1, sums.length);
  return { thread: sums.map((sum) => sum / 1000), script: parts.script / 1000 / count, style: parts.style / 1000 / count, paint: parts.paint / 1000 / count, longTasks: tasks.filter(({ dur }) => dur! > LONG).length };
}

/** Processor time where Chromium knows it: a busy machine does not change it much. */
function cpu({ tdur, dur }: TraceEvent): number {
  return tdur ?? dur ?? 0;
}

export function told({ thread, script, style, paint, frames, longTasks }: Gesture): string {
  const figure = (value: number): string => value.toFixed(1);
  return `main thread p50 ${figure(quantile(thread, 0.5))} p95 ${figure(quantile(thread, 0.95))} ms a frame (mean: script ${figure(script)}, style and layout ${figure(style)}, paint ${figure(paint)}); picture to picture p50 ${figure(quantile(frames, 0.5))} p95 ${figure(quantile(frames, 0.95))} ms; long tasks ${longTasks}`;
}
