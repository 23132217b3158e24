import { useEffect, useRef, type RefObject } from 'react';
import type { boundsOf } from './scene.ts';
import type { Place } from '#domain/relate/map/layout.ts';

/** Height of the row of tools at the lower edge, in pixels. */
const TOOLS = 40;

/** Where the canvas looks: shift in pixels, and scale. */
interface View { x: number; y: number; scale: number }
const [SMALLEST, LARGEST] = [0.1, 2.5];
/**
 * Without movement for so many milliseconds and pictures it is drawn sharp. Time alone would not do: where a picture takes longer than that, each
 * movement would be followed by a sharp drawing, which takes longer still (a second a picture while zooming, without a graphics processor).
 */
const REST = { ms: 250, pictures: 12 } as const;
/** Smaller than that, 12 points of type cannot be read: cards show who and for or against, larger (map.css). With 150 people it also halves the work of a frame. */
const FAR = 0.5;

export interface Camera {
  /** The frame that is looked through, and the layer that moves behind it. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly view: RefObject<View>;
  readonly pan: (dx: number, dy: number) => void;
  /** Around a point of the frame. */
  readonly zoom: (factor: number, at?: { x: number; y: number }) => void;
  readonly fit: (bounds: ReturnType<typeof boundsOf>) => void;
  /** Brings a card into the frame if it is not there. */
  readonly show: (place: Place) => void;
}

/**
 * Panning and zooming move one layer by its transform, without React: 150 cards and 600 lines stay as they are and the browser only
 * composes. While it moves the layer is a texture of its own; at rest it is drawn sharp again.
 */
export function useCamera(): Camera {
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const view = useRef<View>({ x: 0, y: 0, scale: 1 });
  const rest = useRef(0);
  useEffect(() => () => cancelAnimationFrame(rest.current), []);
  const apply = (): void => {
    const element = layer.current;
    if (!element) return;
    element.style.willChange = 'transform';
    element.style.transform = `translate(${view.current.x}px, ${view.current.y}px) scale(${view.current.scale})`;
    let [since, pictures] = [0, 0];
    const wait = (now: number): void => {
      since ||= now;
      if (++pictures >= REST.pictures && now - since >= REST.ms) settle();
      else rest.current = requestAnimationFrame(wait);
    };
    cancelAnimationFrame(rest.current);
    rest.current = requestAnimationFrame(wait);
  };
  /** Drawn anew, with as much on the cards as can be read; never while it moves. */
  const settle = (): void => {
    if (!layer.current) return;
    layer.current.style.willChange = 'auto';
    layer.current.toggleAttribute('data-far', view.current.scale < FAR);
  };
  const sizeOf = (): { width: number; height: number } => ({ width: frame.current?.clientWidth ?? 800, height: frame.current?.clientHeight ?? 500 });
  return {
    frame, layer, view,
    pan: (dx, dy) => {
      view.current.x += dx;
      view.current.y += dy;
      apply();
    },
    zoom: (factor, at) => {
      const { width, height } = sizeOf();
      const point = at ?? { x: width / 2, y: height / 2 };
      const scale = Math.min(LARGEST, Math.max(SMALLEST, view.current.scale * factor));
      const change = scale / view.current.scale;
      view.current = { x: point.x - (point.x - view.current.x) * change, y: point.y - (point.y - view.current.y) * change, scale };
      apply();
    },
    fit: (bounds) => {
      const { width, height: all } = sizeOf();
      // The tools lie over the lower edge: no card fits in under them.
      const height = all - TOOLS;
      const scale = Math.min(1, Math.max(SMALLEST, Math.min((width - 64) / bounds.width, (height - 64) / bounds.height)));
      view.current = { x: (width - bounds.width * scale) / 2 - bounds.x * scale, y: Math.max(32, (height - bounds.height * scale) / 2) - bounds.y * scale, scale };
      apply();
      settle();
    },
    show: (place) => {
      const { width, height } = sizeOf();
      const { x, y, scale } = view.current;
      const [left, top] = [place.x * scale + x, place.y * scale + y];
      const [dx, dy] = [left < 16 ? 16 - left : Math.min(0, width - 16 - (left + 184 * scale)), top < 16 ? 16 - top : Math.min(0, height - 16 - (top + 76 * scale))];
      if (dx === 0 && dy === 0) return;
      view.current.x += dx;
      view.current.y += dy;
      apply();
    },
  };
}
