import { useCallback, useMemo, useState } from 'react';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Answer } from '../../call.ts';
import type { FactView } from '../facts/factChip.tsx';
import { itemsOf, type Item, type ItemState, type MarkValue, type MarkView } from './items.ts';
import { useMarking, type Entry } from './useMarking.ts';

type Detail = Answer<'GET /api/accounts/{id}'>;

export interface Assessing {
  readonly items: readonly Item[];
  valueOf(key: string): MarkValue;
  stateOf(key: string): ItemState;
  markOf(key: string): MarkView | undefined;
  /** Facts that its mark cites. */
  factsOf(key: string): readonly FactView[];
}

/** The judgements on a customer as they stand, by key. `sent` is laid over what the server has said: shown before it has answered. */
export function useStanding(detail: Detail, model: ScoreModel, sent: ReadonlyMap<string, Entry> = NOTHING): Assessing {
  const items = useMemo(() => itemsOf(model), [model]);
  return useMemo(() => {
    const marks = new Map(detail.marks.map((mark) => [mark.indicator, mark]));
    const facts = new Map(detail.facts.map((fact) => [fact.id, fact]));
    const valueOf = (key: string): MarkValue => (sent.has(key) ? sent.get(key)!.value : (marks.get(key)?.value ?? null));
    return {
      items, valueOf, markOf: (key) => marks.get(key),
      factsOf: (key) => (marks.get(key)?.factIds ?? []).flatMap((id) => facts.get(id) ?? []),
      stateOf: (key) => {
        const value = valueOf(key);
        if (value === null || value === false) return 'missing';
        const mark = marks.get(key);
        // Until the server has weighed it, a new mark is drawn by what it is known to cite.
        return mark ? mark.state : (sent.get(key)?.factIds?.length ?? 0) > 0 || sent.get(key)?.fact ? 'proven' : 'assumed';
      },
    };
  }, [items, detail.marks, detail.facts, sent]);
}
const NOTHING: ReadonlyMap<string, Entry> = new Map();

/** The same with the way to change them, and facts chosen for judgements that have no value yet. */
export function useAssessing(detail: Detail, model: ScoreModel) {
  const { sent, keep } = useMarking(detail.account.id);
  const standing = useStanding(detail, model, sent);
  const [waiting, setWaiting] = useState<ReadonlyMap<string, readonly FactView[]>>(new Map());
  const awaitFact = useCallback((key: string, fact: FactView, on: boolean) => {
    setWaiting((all) => new Map(all).set(key, [...(all.get(key) ?? []).filter((one) => one.id !== fact.id), ...(on ? [fact] : [])]));
  }, []);
  const judge = (key: string, entry: Entry, done: string): Promise<boolean> => {
    const chosen = waiting.get(key) ?? [];
    const cites = entry.value !== null && entry.factIds === undefined && chosen.length > 0 ? { factIds: chosen.map((fact) => fact.id) } : {};
    if (chosen.length > 0) setWaiting((all) => new Map([...all].filter(([other]) => other !== key)));
    return keep(key, { ...entry, ...cites }, done);
  };
  return { ...standing, judge, waitingFor: (key: string): readonly FactView[] => waiting.get(key) ?? [], awaitFact };
}
