import { useRef, type RefObject } from 'react';
import { CARD, type Place } from '#domain/relate/map/layout.ts';
import type { Camera } from './useCamera.ts';

export interface Marquee {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Draws the rectangle between two points of the window, without React. */
  readonly stretch: (from: Place, to: Place) => void;
  readonly hide: () => void;
  /** Whose card it touches. */
  readonly within: (cards: readonly { readonly person: number; readonly place: Place }[], from: Place, to: Place) => number[];
}

/** The rectangle (框选) that is drawn on the canvas to choose people. */
export function useMarquee({ frame, view }: Camera): Marquee {
  const box = useRef<HTMLDivElement>(null);
  const between = (from: Place, to: Place): { left: number; top: number; right: number; bottom: number } => {
    const { left, top } = frame.current!.getBoundingClientRect();
    return { left: Math.min(from.x, to.x) - left, top: Math.min(from.y, to.y) - top, right: Math.max(from.x, to.x) - left, bottom: Math.max(from.y, to.y) - top };
  };
  return {
    box,
    stretch: (from, to) => {
      const { left, top, right, bottom } = between(from, to);
      box.current!.hidden = false;
      Object.assign(box.current!.style, { transform: `translate(${left}px, ${top}px)`, width: `${right - left}px`, height: `${bottom - top}px` });
    },
    hide: () => { if (box.current) box.current.hidden = true; },
    within: (cards, from, to) => {
      const { left, top, right, bottom } = between(from, to);
      const { x, y, scale } = view.current;
      return cards.filter(({ place }) => place.x * scale + x < right && (place.x + CARD.width) * scale + x > left && place.y * scale + y < bottom && (place.y + CARD.height) * scale + y > top).map(({ person }) => person);
    },
  };
}
