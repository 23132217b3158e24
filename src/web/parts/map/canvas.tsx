import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { Place } from '#domain/relate/map/layout.ts';
import { CARD } from '#domain/relate/map/layout.ts';
import { useAllText } from '../../text/locale.ts';
import { Card } from './card.tsx';
import { liftLines, Lines, type Lifted } from './lines.tsx';
import { neighbour, type Scene } from './scene.ts';
import { useCamera } from './useCamera.ts';

export interface CanvasHandle { readonly zoom: (factor: number) => void; readonly fit: () => void; readonly focus: (person: number) => void }
interface Props {
  readonly scene: Scene;
  readonly selected: number | null;
  readonly editable: boolean;
  readonly labelOf: (person: number) => string;
  readonly open: (person: number) => void;
  readonly moved: (person: number, place: Place) => void;
  readonly connect: (from: number, to: number) => void;
  /** A digit was pressed on a card: 1 champion … 5 opposed, 0 unknown. */
  readonly stance: (person: number, digit: number) => void;
  readonly ref?: Ref<CanvasHandle>;
}
type Grip = { kind: 'pan' } | { kind: 'card' | 'line'; person: number; start: Place; went: boolean };
/** Less than that is a click with a trembling hand. */
const STILL = 4;
const STEP = 20;

/** The canvas: drag to pan, wheel to move, Ctrl + wheel or two fingers to zoom, drag cards, drag from a card's handle to another to draw a line. */
export function Canvas({ scene, selected, editable, labelOf, open, moved, connect, stance, ref }: Props) {
  const { powerMap: t } = useAllText();
  const camera = useCamera();
  const { frame, layer } = camera;
  const rubber = useRef<SVGLineElement>(null);
  const grip = useRef<Grip | null>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const [reachable, setReachable] = useState<number | null>(null);
  const placeOf = (person: number): Place => scene.cards.find((card) => card.person === person)!.place;
  const elementOf = (person: number): HTMLElement | null => layer.current?.querySelector<HTMLElement>(`[data-person="${person}"]`) ?? null;
  const fit = (): void => camera.fit(scene.cards.map(({ place }) => place));
  useImperativeHandle(ref, () => ({ zoom: (factor) => camera.zoom(factor), fit, focus: (person) => { camera.show(placeOf(person)); elementOf(person)?.focus({ preventScroll: true }); } }));
  useEffect(fit, [scene.cards.length === 0]);

  // React listens to the wheel passively; the page behind must not scroll.
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const box = frame.current!.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) camera.zoom(Math.exp(-event.deltaY * 0.01), { x: event.clientX - box.left, y: event.clientY - box.top });
    else camera.pan(-event.deltaX, -event.deltaY);
  });
  useEffect(() => {
    const element = frame.current!;
    const listener = (event: WheelEvent): void => onWheel(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, []);

  const press = (event: React.PointerEvent): void => {
    if (event.button !== 0) return;
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const target = event.target as HTMLElement;
    const person = Number(target.closest<HTMLElement>('[data-person]')?.dataset['person'] ?? 0);
    grip.current = person && editable && pointers.current.size === 1 ? { kind: target.closest('[data-handle]') ? 'line' : 'card', person, start: { x: event.clientX, y: event.clientY }, went: false } : { kind: 'pan' };
    if (!person) frame.current!.setPointerCapture(event.pointerId);
  };
  const drag = (event: React.PointerEvent): void => {
    const before = pointers.current.get(event.pointerId);
    const held = grip.current;
    if (!before || !held) return;
    const here = { x: event.clientX, y: event.clientY };
    if (pointers.current.size === 2) {
      const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      const box = frame.current!.getBoundingClientRect();
      camera.zoom(Math.hypot(here.x - other!.x, here.y - other!.y) / Math.max(1, Math.hypot(before.x - other!.x, before.y - other!.y)), { x: (here.x + other!.x) / 2 - box.left, y: (here.y + other!.y) / 2 - box.top });
    } else if (held.kind === 'pan') camera.pan(here.x - before.x, here.y - before.y);
    else {
      if (!held.went && Math.hypot(here.x - held.start.x, here.y - held.start.y) < STILL) return;
      if (!held.went) frame.current!.setPointerCapture(event.pointerId);
      held.went = true;
      if (held.kind === 'card') shift(held.person, shifted(held, here));
      else stretch(held.person, here);
    }
    pointers.current.set(event.pointerId, here);
  };
  const release = (event: React.PointerEvent): void => {
    const held = grip.current;
    pointers.current.delete(event.pointerId);
    if (pointers.current.size > 0) return;
    grip.current = null;
    if (!held || held.kind === 'pan') return;
    if (held.kind === 'line') {
      rubber.current!.style.display = 'none';
      const under = document.elementsFromPoint(event.clientX, event.clientY).map((element) => Number(element.closest<HTMLElement>('[data-person]')?.dataset['person'] ?? 0)).find((person) => person !== 0);
      if (held.went && under && under !== held.person) connect(held.person, under);
    } else if (!held.went) open(held.person);
    else {
      const { x, y } = shifted(held, { x: event.clientX, y: event.clientY });
      settle();
      moved(held.person, { x: Math.round(x), y: Math.round(y) });
    }
  };
  const shifted = (held: { person: number; start: Place }, here: Place): Place => {
    const { scale } = camera.view.current;
    const { x, y } = placeOf(held.person);
    return { x: x + (here.x - held.start.x) / scale, y: y + (here.y - held.start.y) / scale };
  };
  const lifted = useRef<(Lifted & { person: number }) | null>(null);
  /** Moves one card and its lines by hand, without React. */
  const shift = (person: number, place: Place): void => {
    const card = elementOf(person)!;
    if (lifted.current?.person !== person) {
      settle();
      lifted.current = { person, ...liftLines(layer.current!, scene, person) };
      card.style.willChange = 'transform';
    }
    card.style.transform = `translate(${place.x}px, ${place.y}px)`;
    lifted.current.move(place);
  };
  /** Puts what was lifted back into the drawing. */
  const settle = (): void => {
    if (!lifted.current) return;
    lifted.current.drop();
    const card = elementOf(lifted.current.person);
    if (card) card.style.willChange = '';
    lifted.current = null;
  };
  const stretch = (person: number, here: Place): void => {
    const box = frame.current!.getBoundingClientRect();
    const { x, y, scale } = camera.view.current;
    const from = placeOf(person);
    const line = rubber.current!;
    line.style.display = '';
    for (const [name, value] of Object.entries({ x1: from.x + CARD.width / 2, y1: from.y + CARD.height, x2: (here.x - box.left - x) / scale, y2: (here.y - box.top - y) / scale })) line.setAttribute(name, String(value));
  };

  /** Where the arrow keys have moved a card to; kept once Shift is let go. */
  const nudged = useRef<{ person: number; place: Place } | null>(null);
  const keyDown = (event: React.KeyboardEvent): void => {
    const person = Number((event.target as HTMLElement).dataset['person'] ?? 0);
    if (!person || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrows = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] } as const;
    if (event.key in arrows) {
      event.preventDefault();
      const key = event.key as keyof typeof arrows;
      if (event.shiftKey && editable) {
        const from = nudged.current?.person === person ? nudged.current.place : placeOf(person);
        nudged.current = { person, place: { x: from.x + arrows[key][0], y: from.y + arrows[key][1] } };
        shift(person, nudged.current.place);
        return;
      }
      const next = neighbour(scene.cards, person, key);
      if (next === null) return;
      setReachable(next);
      camera.show(placeOf(next));
      elementOf(next)?.focus({ preventScroll: true });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(person);
    } else if (/^[0-5]$/.test(event.key) && editable) {
      event.preventDefault();
      event.stopPropagation();
      stance(person, Number(event.key));
    }
  };
  const keyUp = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Shift' || !nudged.current) return;
    settle();
    moved(nudged.current.person, nudged.current.place);
    nudged.current = null;
  };

  const stop = scene.cards.some(({ person }) => person === reachable) ? reachable : selected ?? scene.cards[0]?.person ?? null;
  return (
    <div ref={frame} className="vf-map-frame" role="group" aria-label={t.canvasLabel} onPointerDown={press} onPointerMove={drag} onPointerUp={release} onPointerCancel={release} onKeyDown={keyDown} onKeyUp={keyUp}
      onFocus={(event) => { const person = Number((event.target as HTMLElement).dataset['person'] ?? 0); if (person) { setReachable(person); if ((event.target as HTMLElement).matches(':focus-visible')) camera.show(placeOf(person)); } }}>
      <div ref={layer} className="vf-map-layer">
        <Lines scene={scene} rubber={rubber} />
        {scene.cards.map((card) => <Card key={card.person} card={card} label={labelOf(card.person)} selected={card.person === selected} reachable={card.person === stop} editable={editable} />)}
      </div>
    </div>
  );
}
