import { useEffect, useEffectEvent, useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { isTyping, somethingOpen } from '../../keys.ts';
import { useMe } from '../../me.ts';
import { pagesFor } from './rooms.ts';

/** `g` waits this long for the letter of a page. */
const CHORD_MS = 1200;

/** No `g` before this key. Not 0: the clock starts at 0 when the page is opened, and the first keys would count as a chord. */
const NEVER = -Infinity;

/** ⌘K / Ctrl+K, `/` find; `?` shortcuts; `g` then a letter goes to a page. */
export function useGlobalKeys(act: { find: () => void; help: () => void }): void {
  const navigate = useNavigate();
  const { can } = useMe();
  const goAt = useRef(NEVER);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      return act.find();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || somethingOpen()) return;
    const chord = performance.now() - goAt.current < CHORD_MS;
    goAt.current = NEVER;
    if (chord) {
      const page = pagesFor(can).find((candidate) => candidate.key === event.key);
      if (page) {
        event.preventDefault();
        // Pages listen for single letters too: the second letter of a chord is not theirs.
        event.stopImmediatePropagation();
        void navigate({ to: page.to });
      }
    } else if (event.key === 'g') goAt.current = performance.now();
    else if (event.key === '?') act.help();
    else if (event.key === '/') {
      event.preventDefault();
      act.find();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    // Capture: before the page's own keys.
    document.addEventListener('keydown', listener, true);
    return () => document.removeEventListener('keydown', listener, true);
  }, []);
}
