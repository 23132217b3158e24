import type { AccountClass } from '#domain/select/model.ts';

export interface BubblePoint {
  readonly id: number;
  readonly name: string;
  /** 0–100; null: no trade to judge by, or nobody has assessed the future. */
  readonly valueToday: number | null;
  readonly potential: number | null;
  /** Minor units. */
  readonly revenue: number;
  readonly class: AccountClass | null;
  readonly confidence: number;
}

export interface PlacedBubble {
  readonly point: BubblePoint;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface MatrixFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Width of the gutters left (no value today) and below (no potential). */
  readonly gutter: number;
}

export const matrixX = (frame: MatrixFrame, value: number): number => frame.left + (value / 100) * (frame.right - frame.left);
export const matrixY = (frame: MatrixFrame, potential: number): number => frame.bottom - (potential / 100) * (frame.bottom - frame.top);

/**
 * Where each customer stands: area in proportion to revenue, at most 26 px of radius. What is unknown is not zero:
 * customers without a value or a potential stand in the gutters, spread by a fixed pattern of their id.
 */
export function placeBubbles(points: readonly BubblePoint[], frame: MatrixFrame): PlacedBubble[] {
  const largest = Math.max(1, ...points.map((point) => point.revenue));
  // Hundreds in a gutter are a crowd, not a picture: small, so that their density can be read.
  const unplaced = points.reduce((count, point) => count + (point.valueToday === null || point.potential === null ? 1 : 0), 0);
  const most = unplaced > 60 ? 3 : 8;
  return points.map((point) => {
    const spread = ((point.id * 37) % 97) / 96 - 0.5;
    return {
      point,
      x: point.valueToday === null ? frame.left - frame.gutter * (0.5 + spread * 0.7) : matrixX(frame, point.valueToday),
      y: point.potential === null ? frame.bottom + frame.gutter * (0.5 + spread * 0.7) : matrixY(frame, point.potential),
      r: Math.min(3.5 + 22.5 * Math.sqrt(Math.max(0, point.revenue) / largest), point.valueToday === null || point.potential === null ? most : Infinity),
    };
  });
}

/** The bubble under the pointer: the smallest that contains it, else the nearest centre within 14 px. */
export function bubbleAt(placed: readonly PlacedBubble[], x: number, y: number): PlacedBubble | null {
  let inside: PlacedBubble | null = null;
  let near: PlacedBubble | null = null;
  let nearest = 14;
  for (const bubble of placed) {
    const distance = Math.hypot(bubble.x - x, bubble.y - y);
    if (distance <= bubble.r && (!inside || bubble.r < inside.r)) inside = bubble;
    if (distance < nearest) {
      nearest = distance;
      near = bubble;
    }
  }
  return inside ?? near;
}

/** Names for the largest customers, each only where it covers no other name and stays in the picture (`charWidth` px a letter, wide letters double). */
export function placeNames(placed: readonly PlacedBubble[], frame: MatrixFrame, most: number, charWidth = 6.4): { id: number; name: string; x: number; y: number }[] {
  const taken: { x: number; y: number; w: number }[] = [];
  const names: { id: number; name: string; x: number; y: number }[] = [];
  for (const bubble of placed.toSorted((a, b) => b.r - a.r)) {
    if (names.length >= most) break;
    if (bubble.point.valueToday === null || bubble.point.potential === null) continue;
    const name = shorten(bubble.point.name);
    const w = [...name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? charWidth * 1.9 : charWidth), 0);
    const x = bubble.x + bubble.r + 4;
    const y = bubble.y + 4;
    if (x + w > frame.right || y < frame.top + 10) continue;
    if (taken.some((other) => Math.abs(other.y - y) < 13 && x < other.x + other.w && other.x < x + w)) continue;
    taken.push({ x, y, w });
    names.push({ id: bubble.point.id, name, x, y });
  }
  return names;
}

const shorten = (name: string): string => {
  const letters = [...name];
  return letters.length <= 22 ? name : `${letters.slice(0, 21).join('').trimEnd()}…`;
};
