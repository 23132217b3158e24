import { useEffect, useEffectEvent } from 'react';

/** Whether keys belong to what is typed: no shortcut may steal them. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="combobox"],[role="slider"],[role="textbox"]') !== null);

/** Whether something modal lies above the page; page shortcuts rest meanwhile. */
export const somethingOpen = (): boolean => document.querySelector('dialog[open],[role="dialog"]:not([aria-hidden="true"])') !== null;

/** Single keys of a page: `useKeys({ j: next, k: previous, e: edit })`. They rest while somebody types or a dialog is open. */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || somethingOpen()) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
