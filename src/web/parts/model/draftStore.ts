import type { ScoreModel } from '#domain/select/model.ts';

/** What a draft was begun from: the id of a published version, `template-…`, `copy-…`, or `file`. */
export type DraftSource = number | string;
/** A draft, and what may be said when it is published. */
export interface Draft { readonly model: ScoreModel; readonly note: string }

const keyOf = (source: DraftSource): string => `vitalfew.model-draft.${source}`;
const noteKeyOf = (source: DraftSource): string => `vitalfew.model-draft-note.${source}`;
/** What this page has read or written; also all there is where storage is full or switched off. */
const known = new Map<DraftSource, Draft | null>();
const listeners = new Set<() => void>();

/** The draft kept in this browser; null when there is none. The same object until it changes. */
export function readDraft(source: DraftSource): Draft | null {
  if (!known.has(source)) known.set(source, fromStorage(source));
  return known.get(source)!;
}

/** Keeps a draft, or (null) forgets it; whoever shows it is told. */
export function keepDraft(source: DraftSource, draft: Draft | null): void {
  known.set(source, draft);
  try {
    if (draft === null) {
      localStorage.removeItem(keyOf(source));
      localStorage.removeItem(noteKeyOf(source));
    } else {
      localStorage.setItem(keyOf(source), JSON.stringify(draft.model));
      localStorage.setItem(noteKeyOf(source), draft.note);
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

function fromStorage(source: DraftSource): Draft | null {
  try {
    const kept = localStorage.getItem(keyOf(source));
    return kept ? { model: JSON.parse(kept) as ScoreModel, note: localStorage.getItem(noteKeyOf(source)) ?? '' } : null;
  } catch {
    return null;
  }
}
