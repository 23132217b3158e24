import { memo, type RefObject } from 'react';
import type { Place } from '#domain/relate/map/layout.ts';
import { LINE_WIDTH } from './drawing.ts';
import { lineBetween, pathOf, type LineView, type Scene } from './scene.ts';

/** All lines in one drawing below the cards; `rubber` is the one being drawn. */
export const Lines = memo(function Lines({ scene, rubber }: { scene: Scene; rubber: RefObject<SVGLineElement | null> }) {
  const places = new Map(scene.cards.map(({ person, place }) => [person, place]));
  return (
    <svg className="vf-map-lines" aria-hidden>
      <defs><marker id="vf-map-to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" /></marker></defs>
      {scene.lines.map((line) => <Line key={line.id} line={line} from={places.get(line.from)!} to={places.get(line.to)!} />)}
      <line ref={rubber} className="vf-map-rubber" style={{ display: 'none' }} />
    </svg>
  );
});

const Line = memo(function Line({ line, from, to }: { line: LineView; from: Place; to: Place }) {
  const ends = lineBetween(from, to, line.bow);
  const sign = line.kind === 'conflict' ? '×' : line.sign < 0 ? '−' : null;
  return (
    <g data-line={line.id} data-kind={line.kind} data-state={line.state}>
      <path className="vf-map-line" d={pathOf(ends)} strokeWidth={LINE_WIDTH[line.weight]} markerEnd={line.kind === 'conflict' ? undefined : 'url(#vf-map-to)'} />
      {sign ? <text x={ends.mx} y={ends.my + 5}>{sign}</text> : null}
    </g>
  );
});

/** Lines that were lifted from the drawing: they follow the cards that move, and the other hundreds need not be painted again. */
export interface Lifted { readonly move: (placeOf: (person: number) => Place) => void; readonly drop: () => void }

/** Lifts the lines of cards into a drawing of their own while they are dragged. React's own stay where they are, unseen. */
export function liftLines(layer: HTMLElement, { lines }: Scene, people: readonly number[]): Lifted {
  const moving = new Set(people);
  const above = layer.querySelector('.vf-map-lines')!.cloneNode(false) as SVGSVGElement;
  above.classList.add('vf-map-lifted');
  const held = lines.flatMap((line) => {
    const own = moving.has(line.from) || moving.has(line.to) ? layer.querySelector<SVGGElement>(`[data-line="${line.id}"]`) : null;
    if (!own) return [];
    const copy = own.cloneNode(true) as SVGGElement;
    above.append(copy);
    own.style.visibility = 'hidden';
    return [{ line, own, copy }];
  });
  layer.querySelector('.vf-map-lines')!.after(above);
  return {
    move: (placeOf) => {
      for (const { line, copy } of held) {
        // Straight while it is dragged: what stands in the way is looked at when the card is dropped.
        const ends = lineBetween(placeOf(line.from), placeOf(line.to));
        copy.firstElementChild!.setAttribute('d', pathOf(ends));
        const sign = copy.querySelector('text');
        sign?.setAttribute('x', String(ends.mx));
        sign?.setAttribute('y', String(ends.my + 5));
      }
    },
    drop: () => {
      for (const { own } of held) own.style.visibility = '';
      above.remove();
    },
  };
}
