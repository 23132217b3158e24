import { useSyncExternalStore } from 'react';

export type Mode = 'light' | 'dark';
/** What was chosen: a mode, or to follow the system. */
export type ModeChoice = Mode | 'system';

const KEY = 'vitalfew.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let choice: ModeChoice = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : document.documentElement.dataset['theme'] === 'light' ? 'light' : 'system';
system.addEventListener('change', () => listeners.forEach((listener) => listener()));

/** Paper is light; what the interface kit has coloured for a dark screen is coloured anew. */
let printing = false;
const print = (on: boolean): void => {
  printing = on;
  listeners.forEach((listener) => listener());
};
addEventListener('beforeprint', () => print(true));
addEventListener('afterprint', () => print(false));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const modeNow = (): Mode => (printing ? 'light' : choice === 'system' ? (system.matches ? 'dark' : 'light') : choice);

/** The mode on screen, live. */
export const useMode = (): Mode => useSyncExternalStore(subscribe, modeNow);
/** The choice, live. */
export const useModeChoice = (): ModeChoice => useSyncExternalStore(subscribe, () => choice);

/** Chooses a mode for this browser (`system`: none of its own). */
export function chooseMode(next: ModeChoice): void {
  choice = next;
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  try {
    if (next === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Storage is switched off: the choice lasts until the page is left.
  }
  listeners.forEach((listener) => listener());
}
