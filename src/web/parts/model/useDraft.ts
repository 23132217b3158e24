import { useCallback, useSyncExternalStore } from 'react';
import type { ScoreModel } from '#domain/select/model.ts';
import { keepDraft, onDrafts, readDraft, type DraftSource } from './draftStore.ts';

export interface DraftEditing {
  readonly draft: ScoreModel | null;
  /** What is said when it is published. */
  readonly note: string;
  readonly edit: (change: (model: ScoreModel) => ScoreModel) => void;
  readonly setNote: (note: string) => void;
  readonly discard: () => void;
}

/** A draft made from a published version, a template or a file, kept in this browser until it is published or discarded. */
export function useDraft(source: DraftSource, base: ScoreModel | undefined): DraftEditing {
  const kept = useSyncExternalStore(onDrafts, () => readDraft(source));
  const edit = useCallback((change: (model: ScoreModel) => ScoreModel): void => {
    if (!base) return;
    const before = readDraft(source);
    keepDraft(source, { model: change(before?.model ?? base), note: before?.note ?? '' });
  }, [source, base]);
  const setNote = useCallback((note: string): void => {
    const before = readDraft(source);
    if (before || base) keepDraft(source, { model: before?.model ?? base!, note });
  }, [source, base]);
  const discard = useCallback((): void => keepDraft(source, null), [source]);
  return { draft: kept?.model ?? null, note: kept?.note ?? '', edit, setNote, discard };
}
