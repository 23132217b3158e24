import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../../keys.ts';
import { newestAct } from '../../undo.ts';

/** Ctrl+Z, ⌘Z takes the last step of a page back where it is newer than what was done last (`number`: its place in their order), and nobody is typing. */
export function useUndoKey(undo: (() => void) | null, number: number): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !undo || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target) || number < newestAct()) return;
    event.preventDefault();
    undo();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    // Capture: before the key takes back what was done last.
    document.addEventListener('keydown', listener, true);
    return () => document.removeEventListener('keydown', listener, true);
  }, []);
}
