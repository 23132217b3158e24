import type { SayableTie } from '#domain/relate/spoke.ts';
import type { TieTable } from '#storage/relate/relateTables.ts';

/** The part of a stored tie that an answer to "when did you last speak?" may change. */
export const sayableTie = (tie: Pick<TieTable, 'kind' | 'last_contact_on' | 'last_contact_span' | 'from_on' | 'to_on' | 'recorded_at'>): SayableTie => ({
  kind: tie.kind, lastContactOn: tie.last_contact_on, span: tie.last_contact_span, fromOn: tie.from_on, toOn: tie.to_on, toldOn: tie.recorded_at.slice(0, 10),
});

export const sayableColumns = ({ kind, lastContactOn, span, fromOn, toOn }: SayableTie): Pick<TieTable, 'kind' | 'last_contact_on' | 'last_contact_span' | 'from_on' | 'to_on'> => ({ kind, last_contact_on: lastContactOn, last_contact_span: span, from_on: fromOn, to_on: toOn });
