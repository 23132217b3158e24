import { useCallback, useSyncExternalStore } from 'react';
import type { ScoreModel } from '#domain/select/model.ts';
import { keepDraft, onDrafts, readDraft } from './draftStore.ts';

export interface DraftEditing {
  readonly draft: ScoreModel | null;
  /** What is said when it is published. */
  readonly note: string;
  readonly edit: (change: (model: ScoreModel) => ScoreModel) => void;
  readonly setNote: (note: string) => void;
  readonly discard: () => void;
}

/** A draft made from one published version, kept in this browser until it is published or discarded. */
export function useDraft(versionId: number, published: ScoreModel | undefined): DraftEditing {
  const kept = useSyncExternalStore(onDrafts, () => readDraft(versionId));
  const edit = useCallback((change: (model: ScoreModel) => ScoreModel): void => {
    if (!published) return;
    const before = readDraft(versionId);
    keepDraft(versionId, { model: change(before?.model ?? published), note: before?.note ?? '' });
  }, [versionId, published]);
  const setNote = useCallback((note: string): void => {
    const before = readDraft(versionId);
    if (before || published) keepDraft(versionId, { model: before?.model ?? published!, note });
  }, [versionId, published]);
  const discard = useCallback((): void => keepDraft(versionId, null), [versionId]);
  return { draft: kept?.model ?? null, note: kept?.note ?? '', edit, setNote, discard };
}
