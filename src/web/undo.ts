import { useSyncExternalStore } from 'react';
import { forgetAll } from './answers.ts';
import { call } from './call.ts';

/** Does a change or its opposite. An undo may give the way to do it again. */
type Way = () => Promise<unknown>;
/** What the toast shows: a sentence, and how to take it back; or, of what was just taken back, how to do it again. */
export interface Offer { readonly id: number; readonly text: string; readonly undo: Way | null; readonly redo: Way | null }

let current: Offer | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

/** Long enough to read and reach; Ctrl+Z works as long as the toast is there. */
const SHOWN_MS = 8000;

/** Says what was done. With `undo` the toast has a button and Ctrl+Z takes it back; with `redo`, Ctrl+Shift+Z or Ctrl+Y does it again. */
export function say(text: string, undo: Way | null = null, redo: Way | null = null): void {
  current = { id: (count += 1), text, undo, redo };
  clearTimeout(timer);
  timer = setTimeout(dismiss, SHOWN_MS);
  tell();
}

/**
 * Says what was done and offers to undo it by its event: `sayDone(t.renamed(name), answer.event)`. What is shown before the server has
 * answered gives the promise of its event, so that Ctrl+Z at once takes back this change and not the one before. Everything kept is
 * asked again after the undo. With `redone`, what is said then, it can be done again after: the undo is taken back.
 */
export function sayDone(text: string, event: number | Promise<number>, redone?: string): void {
  const takeBack = async (id: number): Promise<number> => {
    const back = await call('POST /api/events/{id}/undo', { params: { id } });
    await forgetAll();
    return back.event;
  };
  say(text, async () => {
    const back = await takeBack(await event);
    return redone === undefined ? null : async () => sayDone(redone, await takeBack(back), redone);
  });
}

export function dismiss(): void {
  current = null;
  tell();
}

export const useOffer = (): Offer | null => useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => current);
