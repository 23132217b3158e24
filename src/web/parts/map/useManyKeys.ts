import { useEffect, useEffectEvent, type RefObject } from 'react';
import { isTyping, somethingOpen } from '../../keys.ts';
import { ARROWS, type Arrow, type CanvasHandle } from './canvas.tsx';

interface Many {
  readonly canvas: RefObject<CanvasHandle | null>;
  readonly chosen: ReadonlySet<number>;
  readonly all: readonly number[];
  readonly choose: (people: ReadonlySet<number>) => void;
  readonly remove: (people: readonly number[]) => void;
}

/** Whose keys these are not: a slider, a switch and an open menu keep their own. */
const theirs = (target: EventTarget | null): boolean => (target instanceof Element && target.closest('input, [role="menu"]') !== null) || document.querySelector('.ant-dropdown-open') !== null;

/**
 * Keys for several people: Ctrl+A chooses all, arrows move who is chosen (kept when the key is let go), Delete takes off the map (without a choice the card in
 * focus), x adds the card in focus, Escape clears.
 */
export function useManyKeys(active: boolean, { canvas, chosen, all, choose, remove }: Many): void {
  const down = useEffectEvent((event: KeyboardEvent) => {
    if (!active || event.defaultPrevented || event.altKey || isTyping(event.target) || somethingOpen()) return;
    const focused = Number((event.target as HTMLElement | null)?.dataset?.['person'] ?? 0);
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' && chosen.size > 0) return choose(new Set());
    if (theirs(event.target)) return;
    if (command && event.key.toLowerCase() === 'a') choose(new Set(all));
    else if (command) return;
    else if (event.key in ARROWS && chosen.size > 0) canvas.current?.nudge([...chosen], event.key as Arrow);
    else if (event.key === 'Delete' && (chosen.size > 0 || focused)) remove(chosen.size > 0 ? [...chosen] : [focused]);
    else if (event.key === 'x' && focused) {
      const next = new Set(chosen);
      if (!next.delete(focused)) next.add(focused);
      choose(next);
    } else return;
    event.preventDefault();
  });
  const up = useEffectEvent((event: KeyboardEvent) => { if (event.key in ARROWS && chosen.size > 0) canvas.current?.drop(); });
  useEffect(() => {
    const [pressed, released] = [(event: KeyboardEvent): void => down(event), (event: KeyboardEvent): void => up(event)];
    document.addEventListener('keydown', pressed);
    document.addEventListener('keyup', released);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('keyup', released);
    };
  }, []);
}
