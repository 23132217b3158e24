import { useRef, useState } from 'react';
import { answerOf, answers } from '../../answers.ts';
import { call } from '../../call.ts';
import type { FactView } from '../facts/factChip.tsx';
import type { PanelView } from './assessorStrip.tsx';
import type { Value } from './choices.ts';

/** What an assessor has entered for one item; without a value it is left out, its words wait. */
export interface Draft { readonly value: Value | null; readonly reason: string; readonly facts: readonly FactView[] }
export const EMPTY: Draft = { value: null, reason: '', facts: [] };
export type Saving = 'none' | 'saving' | 'saved' | 'failed';

/**
 * The viewer's own marks of a panel, each kept on the server a moment after it changes, one request at a time so that a later word never
 * comes first. They are read once: what is typed here is newer than any answer.
 */
export function useDrafts(panel: PanelView, viewer: string): {
  readonly draftOf: (key: string) => Draft; readonly change: (key: string, patch: Partial<Draft>) => void;
  readonly saving: Saving; readonly error: unknown;
  /** Keeps what is not kept yet; false when that failed. */
  readonly flush: () => Promise<boolean>;
} {
  const drafts = useRef<Map<string, Draft>>(undefined);
  if (!drafts.current) {
    const facts = new Map(panel.facts.map((fact) => [fact.id, fact]));
    drafts.current = new Map(panel.marks.filter((mark) => mark.by === viewer).map((mark) => [mark.indicator, { value: mark.value, reason: mark.reason, facts: mark.factIds.flatMap((id) => facts.get(id) ?? []) }]));
  }
  const [, show] = useState(0);
  const [saving, setSaving] = useState<Saving>('none');
  const [error, setError] = useState<unknown>(null);
  const waiting = useRef(new Set<string>());
  const running = useRef<Promise<boolean> | null>(null);
  const draftOf = (key: string): Draft => drafts.current!.get(key) ?? EMPTY;

  /** Whoever leaves the page and comes back finds what was kept, not what was read at first. */
  const remember = (keys: readonly string[]): void => {
    answers.setQueryData(answerOf('GET /api/panels/{id}', { params: { id: panel.id } }).queryKey, (old: PanelView | undefined) => {
      if (!old) return old;
      const kept = keys.flatMap((key) => {
        const { value, reason, facts } = draftOf(key);
        return value === null ? [] : [{ by: viewer, indicator: key, value, reason, factIds: facts.map((fact) => fact.id), at: new Date().toISOString() }];
      });
      const facts = new Map([...old.facts, ...keys.flatMap((key) => draftOf(key).facts)].map((fact) => [fact.id, fact]));
      return { ...old, marks: [...old.marks.filter((mark) => mark.by !== viewer || !keys.includes(mark.indicator)), ...kept], facts: [...facts.values()] };
    });
  };
  const work = async (): Promise<boolean> => {
    setSaving('saving');
    while (waiting.current.size > 0) {
      const keys = [...waiting.current];
      waiting.current.clear();
      try {
        await call('PUT /api/panels/{id}/marks', { params: { id: panel.id }, body: { marks: keys.map((key) => {
          const draft = draftOf(key);
          // A fact withdrawn meanwhile proves nothing and would be refused.
          return { indicator: key, value: draft.value, reason: draft.reason, factIds: draft.facts.filter((fact) => fact.withdrawnAt === null).map((fact) => fact.id) };
        }) } });
        remember(keys);
      } catch (problem) {
        for (const key of keys) waiting.current.add(key);
        setError(problem);
        setSaving('failed');
        return false;
      }
    }
    setError(null);
    setSaving('saved');
    return true;
  };
  const flush = (): Promise<boolean> => {
    if (waiting.current.size === 0 && !running.current) return Promise.resolve(true);
    running.current ??= work().finally(() => { running.current = null; });
    return running.current;
  };
  const change = (key: string, patch: Partial<Draft>): void => {
    const before = draftOf(key);
    drafts.current!.set(key, { ...before, ...patch });
    show((n) => n + 1);
    // Words without a mark wait for it.
    if (before.value === null && (patch.value ?? null) === null) return;
    waiting.current.add(key);
    void flush();
  };
  return { draftOf, change, saving, error, flush };
}
