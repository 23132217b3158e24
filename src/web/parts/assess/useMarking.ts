import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { NewFact } from '#domain/select/fact.ts';
import { answerOf, forget } from '../../answers.ts';
import { call, type Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { sayDone } from '../../undo.ts';
import { sayWhyNot } from '../changing.ts';
import type { MarkValue } from './items.ts';

type Detail = Answer<'GET /api/accounts/{id}'>;
/** A mark to keep; facts are those of the mark before unless named. */
export interface Entry { readonly value: MarkValue; readonly note?: string; readonly factIds?: readonly number[]; readonly fact?: NewFact }

const SHOW_RANKS = ['GET /api/accounts/{id}', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}/facts', 'GET /api/accounts', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet'] as const;

/**
 * Keeps marks as fast as somebody can press keys: shown at once, sent one after the other, each with the mark it was made upon, so that
 * a colleague's mark of the same minute is never overwritten unseen. `keep` tells whether it was taken.
 */
export function useMarking(accountId: number): { sent: ReadonlyMap<string, Entry>; keep: (key: string, entry: Entry, done: string) => Promise<boolean> } {
  const { errors } = useText();
  const format = useFormat();
  const client = useQueryClient();
  const { queryKey } = answerOf('GET /api/accounts/{id}', { params: { id: accountId } });
  const [sent, setSent] = useState<ReadonlyMap<string, Entry>>(new Map());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const send = async (key: string, { value, note, factIds, fact }: Entry): Promise<number> => {
    const before = client.getQueryData<Detail>(queryKey)?.marks.find((mark) => mark.indicator === key);
    const { event, ...now } = await call('POST /api/accounts/{id}/marks', {
      params: { id: accountId },
      body: { marks: [{ indicator: key, value, note: note ?? before?.note ?? '', observedOn: localDay(), expects: before?.id ?? null, ...(factIds ? { factIds: [...factIds] } : {}), ...(fact ? { fact } : {}) }] },
    });
    // A list that is on its way was asked before this mark.
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (old: Detail | undefined) => (old ? { ...old, ...now } : old));
    return event;
  };
  const keep = async (key: string, entry: Entry, done: string): Promise<boolean> => {
    setSent((all) => new Map(all).set(key, entry));
    const sending = queue.current.then(() => send(key, entry));
    queue.current = sending.catch(() => {});
    sayDone(done, sending);
    try {
      await sending;
      return true;
    } catch (error) {
      sayWhyNot(error, { errors }, format);
      return false;
    } finally {
      setSent((all) => {
        if (all.get(key) !== entry) return all;
        const rest = new Map(all);
        rest.delete(key);
        return rest;
      });
      void forget(...SHOW_RANKS);
    }
  };
  return { sent, keep };
}
