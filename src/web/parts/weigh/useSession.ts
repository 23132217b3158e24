import { useCallback, useEffect, useState } from 'react';
import { nextNumber } from '../../undo.ts';
import { FRESH, readSession, type Session } from './session.ts';

const keyOf = (versionId: number, level: string): string => `vitalfew.weighing.${versionId}.${level}`;
/** Steps that can be taken back. */
const MOST = 100;

interface Kept { readonly place: string; readonly session: Session; /** What was there before each step, and the step's number in the order of everything that was done. */ readonly before: readonly { readonly session: Session; readonly number: number }[] }

/** What is entered on one level, kept in this browser, with the way back step by step. */
export function useSession(versionId: number, level: string): { session: Session; change: (next: (session: Session) => Session) => void; undo: (() => void) | null; /** Of the step that `undo` takes back; 0: none. */ number: number } {
  const place = keyOf(versionId, level);
  const [kept, keep] = useState<Kept>(() => ({ place, session: read(place), before: [] }));
  // Another level has its own: read in the same render, so that nothing of the one before is shown under its name.
  const now = kept.place === place ? kept : { place, session: read(place), before: [] };
  if (now !== kept) keep(now);
  // Looking at a level leaves nothing behind.
  useEffect(() => { if (now.before.length > 0) write(now.place, now.session); }, [now]);
  const change = useCallback((next: (session: Session) => Session): void => {
    const number = nextNumber();
    keep((one) => ({ ...one, session: next(one.session), before: [...one.before.slice(1 - MOST), { session: one.session, number }] }));
  }, []);
  const undo = useCallback((): void => keep((one) => (one.before.length === 0 ? one : { ...one, session: one.before.at(-1)!.session, before: one.before.slice(0, -1) })), []);
  return { session: now.session, change, undo: now.before.length > 0 ? undo : null, number: now.before.at(-1)?.number ?? 0 };
}

function read(key: string): Session {
  try {
    return readSession(localStorage.getItem(key));
  } catch {
    return FRESH;
  }
}

function write(key: string, session: Session): void {
  try {
    localStorage.setItem(key, JSON.stringify(session));
  } catch {
    // Storage is full or switched off: what was entered lasts until the page is left.
  }
}
