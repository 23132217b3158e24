import { useSyncExternalStore } from 'react';
import { answers } from './answers.ts';
import { call } from './call.ts';

/** What the toast shows: a sentence, and how to take it back. */
export interface Offer { readonly id: number; readonly text: string; readonly undo: (() => Promise<unknown>) | null }

let current: Offer | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

/** Long enough to read and reach; Ctrl+Z works as long as the toast is there. */
const SHOWN_MS = 8000;

/** Says what was done. With `undo` the toast has a button and Ctrl+Z takes it back. */
export function say(text: string, undo: (() => Promise<unknown>) | null = null): void {
  current = { id: (count += 1), text, undo };
  clearTimeout(timer);
  timer = setTimeout(dismiss, SHOWN_MS);
  tell();
}

/**
 * Says what was done and offers to undo it by its event: `sayDone(t.renamed(name), answer.event)`. What is shown before the server has
 * answered gives the promise of its event, so that Ctrl+Z at once takes back this change and not the one before. Everything kept is
 * asked again after the undo.
 */
export function sayDone(text: string, event: number | Promise<number>): void {
  say(text, async () => {
    await call('POST /api/events/{id}/undo', { params: { id: await event } });
    await answers.invalidateQueries();
  });
}

export function dismiss(): void {
  current = null;
  tell();
}

export const useOffer = (): Offer | null => useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => current);
