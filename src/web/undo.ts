import { useSyncExternalStore } from 'react';
import { forgetAll } from './answers.ts';
import { call, ProblemError } from './call.ts';
import { History, NeverDone, type Act, type Turn, type Way } from './history.ts';

/**
 * What the toast shows: words; what was done; what was taken back or done again (`turn`), or why not (`error`).
 * `step`: the way back of a page that keeps its own steps.
 */
export interface Offer { readonly id: number; readonly text: string; readonly act?: Act; readonly turn?: Turn; readonly errors?: readonly { readonly act: Act; readonly turn: Turn; readonly error: unknown }[]; readonly step?: () => void }

/** Refusals that are none of the change: it may be taken back in a while. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'busy', 'too_many_requests', 'sign_in_required']);
/** Long enough to read and reach. What was done can be taken back with Ctrl+Z long after. */
const SHOWN_MS = 8000;

let current: Offer | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;
/** Refusals of turns that were asked for together: the last thing said says them too. */
let refused: NonNullable<Offer['errors']> = [];
let owner: string | null = null;
const listeners = new Set<() => void>();
/** What the toast is drawn from: what it says, whether there is more to turn, and what is being turned. */
interface Shown { readonly offer: Offer | null; readonly canUndo: boolean; readonly canRedo: boolean; readonly running: Act | null }
let shown: Shown = { offer: null, canUndo: false, canRedo: false, running: null };
const tell = (): void => {
  shown = { offer: current, canUndo: acts.canUndo, canRedo: acts.canRedo, running: acts.running };
  listeners.forEach((listener) => listener());
};

const acts = new History({
  async turned(act, turn, more) {
    // One asking anew is enough for all that were turned together.
    if (!more) await forgetAll();
    show({ text: act.text, act, turn, errors: refused });
  },
  refused(act, turn, error) {
    refused = [...refused, { act, turn, error }];
    show({ text: act.text, act, errors: refused });
    void forgetAll();
  },
  changed() {
    if (acts.running === null) refused = [];
    tell();
  },
  passing: (error) => error instanceof ProblemError && PASSING.has(error.problem.code),
});

function show(offer: Omit<Offer, 'id'>): void {
  current = { id: (count += 1), ...offer };
  clearTimeout(timer);
  timer = setTimeout(dismiss, SHOWN_MS);
  tell();
}

/** Says something: what was copied, why something was refused. */
export const say = (text: string): void => show({ text });

/** Says what was done in a page that takes its own steps back; the toast has a button for this one. */
export const sayStep = (text: string, step: () => void): void => show({ text, step: () => { step(); show({ text, turn: 'undo' }); } });

/** Says what was done, with the way to take it back. */
export function sayAct(text: string, way: Way, flipped = false): () => void {
  const act: Act = { text, flipped, place: { path: location.pathname + location.search, title: document.title.replace(/ · [^·]*$/, '') } };
  const forget = acts.push(act, way);
  show(flipped ? { text, act, turn: 'redo' } : { text, act });
  return () => {
    forget();
    if (current?.act === act) dismiss();
  };
}

/**
 * Says what was done and keeps how to take it back by its event (of an act with several: their events in order):
 * `sayDone(t.renamed(name), answer.event)`. What is shown before the server has answered gives the promise of its event, so that Ctrl+Z at
 * once takes back this change and not the one before; if that fails, or nothing changed (event 0), nothing is kept. Everything on screen is asked again after it was taken back.
 */
export function sayDone(text: string, event: number | readonly number[] | Promise<number>): void {
  const events = Promise.resolve(event).then((made) => [made].flat().filter((id) => id > 0).toReversed());
  const forget = sayAct(text, async () => {
    const ids = await events.catch(() => []);
    if (ids.length === 0) throw new NeverDone();
    return await turnEvents(ids);
  });
  void events.then((ids) => { if (ids.length === 0) forget(); }, forget);
}

/** Takes a change back from a list of changes, says so, and keeps how to do it again. */
export async function takeBack(text: string, event: number): Promise<void> {
  const { redo } = await call('POST /api/events/{id}/undo', { params: { id: event } });
  if (redo.length > 0) sayAct(text, () => turnEvents(redo), true);
  else show({ text, turn: 'undo' });
  await forgetAll();
}

/** Takes events back, in this order; gives the way to do them again. */
export async function turnEvents(ids: readonly number[]): Promise<Way | null> {
  const back: number[] = [];
  for (const id of ids) back.unshift(...(await call('POST /api/events/{id}/undo', { params: { id } })).redo);
  return back.length === 0 ? null : () => turnEvents(back);
}

/** Takes back the newest act that holds, or does again the one taken back last. False: there is none. */
export const turn = (way: Turn): boolean => acts.turn(way);
/** Whether an act is being turned. */
export const isTurning = (): boolean => acts.running !== null;
/** Numbers acts and the steps of pages in one order. */
export const nextNumber = (): number => acts.number();
export const newestAct = (): number => acts.newest;

/** Whose acts these are: those of somebody else, or of another workspace, are not to be taken back. */
export function actsOf(person: string): void {
  if (owner !== null && owner !== person) forgetActs();
  owner = person;
}
export function forgetActs(): void {
  acts.clear();
  if (current?.act) dismiss();
}

export function dismiss(): void {
  current = null;
  tell();
}

export const useToast = (): Shown => useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => shown);
