import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../../keys.ts';

/** Ctrl+Z, ⌘Z takes the last step back, where no toast has taken it and nobody is typing. */
export function useUndoKey(undo: (() => void) | null): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !undo || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target)) return;
    event.preventDefault();
    undo();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
