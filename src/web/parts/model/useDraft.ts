import { useCallback, useEffect, useState } from 'react';
import type { ScoreModel } from '#domain/select/model.ts';

const keyOf = (versionId: number): string => `vitalfew.model-draft.${versionId}`;

/** A draft made from one published version, kept in this browser until it is published or discarded. */
export function useDraft(versionId: number, published: ScoreModel | undefined): { draft: ScoreModel | null; edit: (change: (model: ScoreModel) => ScoreModel) => void; discard: () => void } {
  const [draft, setDraft] = useState<ScoreModel | null>(null);
  useEffect(() => {
    setDraft(read(versionId));
  }, [versionId]);
  const edit = useCallback((change: (model: ScoreModel) => ScoreModel): void => {
    if (!published) return;
    setDraft((before) => {
      const after = change(before ?? published);
      try {
        localStorage.setItem(keyOf(versionId), JSON.stringify(after));
      } catch {
        // Storage is full or switched off: the draft lasts until the page is left.
      }
      return after;
    });
  }, [versionId, published]);
  const discard = useCallback((): void => {
    setDraft(null);
    try {
      localStorage.removeItem(keyOf(versionId));
    } catch {
      // Nothing was kept.
    }
  }, [versionId]);
  return { draft, edit, discard };
}

function read(versionId: number): ScoreModel | null {
  try {
    const kept = localStorage.getItem(keyOf(versionId));
    return kept ? (JSON.parse(kept) as ScoreModel) : null;
  } catch {
    return null;
  }
}
