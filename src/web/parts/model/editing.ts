import { createContext, useContext } from 'react';
import type { InvalidField } from '#domain/refusal.ts';
import type { ScoreModel } from '#domain/select/model.ts';

/** The model on screen and how to change it; `edit` is null for a published version and for those who may only read. */
export interface Editing {
  /** The published version it is, or began from; null for a model that is not there yet. */
  readonly versionId: number | null;
  readonly model: ScoreModel;
  readonly faults: ReadonlyMap<string, InvalidField>;
  readonly edit: ((change: (model: ScoreModel) => ScoreModel) => void) | null;
  readonly currency: string;
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('a part of the model editor stands outside of it');
  return editing;
}
