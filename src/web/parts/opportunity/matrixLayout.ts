import { VALUE_FLOOR, VALUE_TOP, valueScale } from '#domain/insight/priority.ts';
import type { OpportunityView } from './opportunityDraft.ts';

export interface Frame { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly gutter: number }
export interface Bubble { readonly one: OpportunityView; readonly x: number; readonly y: number; readonly r: number }

/** Radius in pixels: 8 where nothing stands behind it, 16 for a fact beyond doubt. */
const radius = (evidence: number): number => 8 + 8 * evidence;

/** x of a value in minor units of the reporting currency, on the scale of the priority; what is not known stands in the gutter on the left. */
export const xOf = (value: number | null, frame: Frame): number => (value === null ? frame.left - frame.gutter / 2 : frame.left + 12 + valueScale(value) * (frame.right - frame.left - 28));

/** The middle of a fit's band, 4 on top; what is not known stands in the gutter below. */
export function yOf(fit: number | null, frame: Frame): number {
  const band = (frame.bottom - frame.top) / 5;
  return fit === null ? frame.bottom + frame.gutter / 2 : frame.bottom - (fit + 0.5) * band;
}

/** Bubbles of one band that would lie on each other are moved apart, up and down in turn, and to the right where the band is full. */
export function placeBubbles(rows: readonly OpportunityView[], frame: Frame): Bubble[] {
  const placed: Bubble[] = [];
  const reach = (frame.bottom - frame.top) / 10;
  for (const one of rows) {
    const r = radius(one.priority.evidence);
    const [x, y] = [xOf(one.priority.value, frame), yOf(one.priority.fit, frame)];
    const room = Math.max(0, Math.min(reach, one.priority.fit === null ? frame.gutter / 2 : reach) - r);
    let best = { one, x, y, r };
    search: for (let across = 0; across < 8; across += 1) {
      for (let step = 0; step < 5; step += 1) {
        const away = step === 0 ? 0 : (step % 2 === 1 ? -1 : 1) * Math.ceil(step / 2) * (room / 2);
        const next = { one, x: x + (across === 0 ? 0 : (across % 2 === 1 ? 1 : -1) * Math.ceil(across / 2) * r * 1.2), y: y + away, r };
        if (placed.every((other) => Math.hypot(other.x - next.x, other.y - next.y) > (other.r + r) * 0.92)) {
          best = next;
          break search;
        }
      }
    }
    placed.push(best);
  }
  return placed;
}

/** Powers of ten between the ends of the value scale. */
export const valueTicks = (): number[] => {
  const ticks: number[] = [];
  for (let value = VALUE_FLOOR; value <= VALUE_TOP; value *= 10) ticks.push(value);
  return ticks;
};

/** Width of a text in pixels, about. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 6.4), 0);

/** Names longer than this many pixels are cut. */
const WIDEST = 200;
function cut(text: string): string {
  let kept = text;
  while (widthOf(kept) > WIDEST) kept = kept.slice(0, -1);
  return kept === text ? text : `${kept.trimEnd()}…`;
}

/** Names beside bubbles, right or else left of them, where they meet neither a bubble nor another name; the others are read in the list. */
export function placeWords(bubbles: readonly Bubble[], frame: Frame): { readonly id: number; readonly x: number; readonly y: number; readonly text: string; readonly anchor: 'start' | 'end' }[] {
  const taken = bubbles.map(({ x, y, r }) => ({ from: x - r, to: x + r, top: y - r, bottom: y + r }));
  return bubbles.flatMap(({ one, x, y, r }) => {
    const text = cut(one.title);
    const width = widthOf(text);
    for (const [anchor, from] of [['start', x + r + 5], ['end', x - r - 5 - width]] as const) {
      const box = { from, to: from + width, top: y - 7, bottom: y + 7 };
      if (box.from < frame.left || box.to > frame.right || taken.some((other) => other.from < box.to && other.to > box.from && other.top < box.bottom && other.bottom > box.top)) continue;
      taken.push(box);
      return [{ id: one.id, x: anchor === 'start' ? from : from + width, y: y + 4, text, anchor }];
    }
    return [];
  });
}
