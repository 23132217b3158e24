import { useSyncExternalStore } from 'react';

export type Mode = 'light' | 'dark';
/** What was chosen: a mode, or to follow the system. */
export type ModeChoice = Mode | 'system';

const KEY = 'vitalfew.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let choice: ModeChoice = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : document.documentElement.dataset['theme'] === 'light' ? 'light' : 'system';
system.addEventListener('change', () => listeners.forEach((listener) => listener()));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const modeNow = (): Mode => (choice === 'system' ? (system.matches ? 'dark' : 'light') : choice);

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
