import { useEffect, useEffectEvent } from 'react';

/** Inputs that take no letters: shortcuts go on working while one of them has the focus. */
const WITHOUT_LETTERS = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']);

/** Whether keys belong to what is typed: no shortcut may steal them. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && WITHOUT_LETTERS.has(target.type)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="combobox"],[role="textbox"]') !== null;
}

/** Whether the focus is in a field of text with nothing in it: a form that was just sent. What was typed before is done, so Ctrl+Z means that. */
export const isEmptyField = (target: EventTarget | null): boolean => (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ['text', 'search', 'email', 'tel', 'url'].includes(target.type))) && target.value === '';

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
