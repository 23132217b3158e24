import type { Block } from '#domain/blocks.ts';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The block that an arrow leads to as the sheet is laid out now: the nearest in that direction, whatever the width; null at the edge. */
export function neighbour(sheet: HTMLElement | null, from: Block, arrow: Arrow): Block | null {
  const cards = [...(sheet?.querySelectorAll<HTMLElement>('[data-block]') ?? [])].map((card) => ({ key: card.dataset['block'] as Block, ...middle(card.getBoundingClientRect()) }));
  const here = cards.find((card) => card.key === from);
  if (!here) return null;
  const along = (card: typeof here): number => (arrow === 'ArrowLeft' ? here.x - card.x : arrow === 'ArrowRight' ? card.x - here.x : arrow === 'ArrowUp' ? here.y - card.y : card.y - here.y);
  const aside = (card: typeof here): number => Math.abs(arrow === 'ArrowLeft' || arrow === 'ArrowRight' ? card.y - here.y : card.x - here.x);
  // What lies straight ahead is nearer than what lies aslant.
  const ahead = cards.filter((card) => along(card) > 8).sort((a, b) => along(a) + 3 * aside(a) - along(b) - 3 * aside(b));
  return ahead[0]?.key ?? null;
}

const middle = (box: DOMRect): { x: number; y: number } => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
