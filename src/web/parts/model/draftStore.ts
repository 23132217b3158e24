import type { ScoreModel } from '#domain/select/model.ts';

/** A draft made from one published version, and what may be said when it is published. */
export interface Draft { readonly model: ScoreModel; readonly note: string }

const keyOf = (versionId: number): string => `vitalfew.model-draft.${versionId}`;
const noteKeyOf = (versionId: number): string => `vitalfew.model-draft-note.${versionId}`;
/** What this page has read or written; also all there is where storage is full or switched off. */
const known = new Map<number, Draft | null>();
const listeners = new Set<() => void>();

/** The draft kept in this browser; null when there is none. The same object until it changes. */
export function readDraft(versionId: number): Draft | null {
  if (!known.has(versionId)) known.set(versionId, fromStorage(versionId));
  return known.get(versionId)!;
}

/** Keeps a draft, or (null) forgets it; whoever shows it is told. */
export function keepDraft(versionId: number, draft: Draft | null): void {
  known.set(versionId, draft);
  try {
    if (draft === null) {
      localStorage.removeItem(keyOf(versionId));
      localStorage.removeItem(noteKeyOf(versionId));
    } else {
      localStorage.setItem(keyOf(versionId), JSON.stringify(draft.model));
      localStorage.setItem(noteKeyOf(versionId), draft.note);
    }
  } catch {
    // Storage is full or switched off: the draft lasts until the page is left.
  }
  listeners.forEach((listener) => listener());
}

export function onDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function fromStorage(versionId: number): Draft | null {
  try {
    const kept = localStorage.getItem(keyOf(versionId));
    return kept ? { model: JSON.parse(kept) as ScoreModel, note: localStorage.getItem(noteKeyOf(versionId)) ?? '' } : null;
  } catch {
    return null;
  }
}
