import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { Place } from '#domain/relate/map/layout.ts';
import { CARD } from '#domain/relate/map/layout.ts';
import { useAllText } from '../../text/locale.ts';
import { Card } from './card.tsx';
import { liftLines, Lines, type Lifted } from './lines.tsx';
import { extentOf, neighbour, type Scene } from './scene.ts';
import { useCamera } from './useCamera.ts';
import { useMarquee } from './useMarquee.ts';

export interface CanvasHandle {
  readonly zoom: (factor: number) => void; readonly fit: () => void; readonly focus: (person: number) => void;
  /** Moves cards by keys, seen at once; `drop` keeps it. */
  readonly nudge: (people: readonly number[], key: Arrow) => void; readonly drop: () => void;
}
interface Props {
  readonly scene: Scene;
  readonly selected: number | null;
  readonly editable: boolean;
  readonly labelOf: (person: number) => string;
  readonly open: (person: number) => void;
  readonly moved: (places: ReadonlyMap<number, Place>) => void;
  /** Who is chosen, to be changed together. */
  readonly chosen: ReadonlySet<number>;
  readonly choose: (people: ReadonlySet<number>) => void;
  /** Dragging chooses, without Shift: for touch, and for who does not know the key. */
  readonly choosing: boolean;
  readonly connect: (from: number, to: number) => void;
  /** A digit was pressed on a card: 1 champion … 5 opposed, 0 unknown. */
  readonly stance: (person: number, digit: number) => void;
  readonly ref?: Ref<CanvasHandle>;
}
type Grip = { kind: 'pan' | 'card' | 'line' | 'choose'; person: number; /** Who moves with the card. */ people: readonly number[]; start: Place; went: boolean; /** Shift or Ctrl: adds to who is chosen. */ adds: boolean };
/** Less than that is a click with a trembling hand. */
const STILL = 4;
const STEP = 20;
export const ARROWS = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] } as const;
export type Arrow = keyof typeof ARROWS;

/** The canvas: drag to pan, wheel to move, Ctrl + wheel or two fingers to zoom, drag cards (all that are chosen go along), drag from a card's handle to another to draw a line, drag with Shift to choose. */
export function Canvas({ scene, selected, editable, labelOf, open, moved, chosen, choose, choosing, connect, stance, ref }: Props) {
  const { powerMap: t } = useAllText();
  const camera = useCamera();
  const { frame, layer } = camera;
  const rubber = useRef<SVGLineElement>(null);
  const grip = useRef<Grip | null>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const [reachable, setReachable] = useState<number | null>(null);
  const placeOf = (person: number): Place => scene.cards.find((card) => card.person === person)!.place;
  const elementOf = (person: number): HTMLElement | null => layer.current?.querySelector<HTMLElement>(`[data-person="${person}"]`) ?? null;
  const fit = (): void => camera.fit(extentOf(scene));
  const marquee = useMarquee(camera);
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
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    const kind = !editable || pointers.current.size > 1 ? 'pan' : person ? (target.closest('[data-handle]') ? 'line' : 'card') : adds || choosing ? 'choose' : 'pan';
    marquee.hide();
    grip.current = { kind, person, people: chosen.has(person) ? [...chosen] : [person], start: { x: event.clientX, y: event.clientY }, went: false, adds };
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
    } else if (held.kind === 'pan') {
      held.went ||= Math.hypot(here.x - held.start.x, here.y - held.start.y) >= STILL;
      camera.pan(here.x - before.x, here.y - before.y);
    } else {
      if (!held.went && Math.hypot(here.x - held.start.x, here.y - held.start.y) < STILL) return;
      if (!held.went) frame.current!.setPointerCapture(event.pointerId);
      held.went = true;
      if (held.kind === 'card') shift(held.people, by(held, here));
      else if (held.kind === 'choose') marquee.stretch(held.start, here);
      else stretch(held.person, here);
    }
    pointers.current.set(event.pointerId, here);
  };
  const release = (event: React.PointerEvent): void => {
    const held = grip.current;
    pointers.current.delete(event.pointerId);
    if (pointers.current.size > 0) return;
    grip.current = null;
    if (!held) return;
    const here = { x: event.clientX, y: event.clientY };
    const toggled = new Set(chosen);
    if (held.person && !toggled.delete(held.person)) toggled.add(held.person);
    if (held.kind === 'choose') {
      const found = held.went ? marquee.within(scene.cards, held.start, here) : [];
      marquee.hide();
      choose(new Set([...(held.adds ? chosen : []), ...found]));
    } else if (held.kind === 'line') {
      rubber.current!.style.display = 'none';
      const under = document.elementsFromPoint(here.x, here.y).map((element) => Number(element.closest<HTMLElement>('[data-person]')?.dataset['person'] ?? 0)).find((person) => person !== 0);
      if (held.went && under && under !== held.person) connect(held.person, under);
    } else if (!held.went && held.person) {
      if (held.kind === 'card' && (held.adds || choosing)) choose(toggled);
      else open(held.person);
    } else if (held.kind === 'card') settle(held.people, by(held, here));
  };
  const by = (held: { start: Place }, here: Place): Place => ({ x: (here.x - held.start.x) / camera.view.current.scale, y: (here.y - held.start.y) / camera.view.current.scale });
  const lifted = useRef<(Lifted & { people: readonly number[] }) | null>(null);
  /** Moves cards and their lines by hand, without React. */
  const shift = (people: readonly number[], { x, y }: Place): void => {
    if (lifted.current?.people !== people) {
      put();
      lifted.current = { people, ...liftLines(layer.current!, scene, people) };
      for (const person of people) elementOf(person)!.style.willChange = 'transform';
    }
    const places = new Map(scene.cards.map(({ person, place }) => [person, place]));
    for (const person of people) {
      const place = places.get(person)!;
      places.set(person, { x: place.x + x, y: place.y + y });
      elementOf(person)!.style.transform = `translate(${place.x + x}px, ${place.y + y}px)`;
    }
    lifted.current.move((person) => places.get(person)!);
  };
  /** Puts what was lifted back into the drawing. */
  const put = (): void => {
    if (!lifted.current) return;
    lifted.current.drop();
    for (const person of lifted.current.people) {
      const card = elementOf(person);
      if (card) card.style.willChange = '';
    }
    lifted.current = null;
  };
  /** Where they were moved to is kept. */
  const settle = (people: readonly number[], { x, y }: Place): void => {
    put();
    moved(new Map(people.map((person) => [person, placeOf(person)] as const).map(([person, place]) => [person, { x: Math.round(place.x + x), y: Math.round(place.y + y) }])));
  };
  const stretch = (person: number, here: Place): void => {
    const box = frame.current!.getBoundingClientRect();
    const { x, y, scale } = camera.view.current;
    const from = placeOf(person);
    const line = rubber.current!;
    line.style.display = '';
    for (const [name, value] of Object.entries({ x1: from.x + CARD.width / 2, y1: from.y + CARD.height, x2: (here.x - box.left - x) / scale, y2: (here.y - box.top - y) / scale })) line.setAttribute(name, String(value));
  };

  /** How far the arrow keys have moved cards; kept once they are let go. */
  const nudged = useRef<{ people: readonly number[]; by: Place } | null>(null);
  const nudge = (people: readonly number[], key: Arrow): void => {
    const before = nudged.current ?? { people, by: { x: 0, y: 0 } };
    nudged.current = { people: before.people, by: { x: before.by.x + ARROWS[key][0], y: before.by.y + ARROWS[key][1] } };
    shift(nudged.current.people, nudged.current.by);
  };
  const drop = (): void => {
    const held = nudged.current;
    nudged.current = null;
    if (held) settle(held.people, held.by);
  };
  useImperativeHandle(ref, () => ({ zoom: (factor) => camera.zoom(factor), fit, focus: (person) => { camera.show(placeOf(person)); elementOf(person)?.focus({ preventScroll: true }); }, nudge, drop }));
  const keyDown = (event: React.KeyboardEvent): void => {
    const person = Number((event.target as HTMLElement).dataset['person'] ?? 0);
    if (!person || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) {
      const key = event.key as Arrow;
      // Several that are chosen are moved by the page's keys, wherever the focus is.
      if (chosen.size > 0) return;
      event.preventDefault();
      if (event.shiftKey && editable) return nudge([person], key);
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
  const keyUp = (event: React.KeyboardEvent): void => { if (event.key === 'Shift' && chosen.size === 0) drop(); };

  const stop = scene.cards.some(({ person }) => person === reachable) ? reachable : selected ?? scene.cards[0]?.person ?? null;
  return (
    <div ref={frame} className="vf-map-frame" data-choosing={choosing || undefined} role="group" aria-label={t.canvasLabel} onPointerDown={press} onPointerMove={drag} onPointerUp={release} onPointerCancel={release} onKeyDown={keyDown} onKeyUp={keyUp}
      onFocus={(event) => { const person = Number((event.target as HTMLElement).dataset['person'] ?? 0); if (person) { setReachable(person); if ((event.target as HTMLElement).matches(':focus-visible')) camera.show(placeOf(person)); } }}>
      <div ref={layer} className="vf-map-layer">
        <Lines scene={scene} rubber={rubber} />
        {scene.cards.map((card) => <Card key={card.person} card={card} label={labelOf(card.person)} selected={card.person === selected} chosen={chosen.has(card.person)} reachable={card.person === stop} editable={editable} />)}
      </div>
      <div ref={marquee.box} className="vf-map-marquee" hidden />
    </div>
  );
}
