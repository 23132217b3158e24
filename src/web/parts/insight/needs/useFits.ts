import { useState } from 'react';
import { needFit } from '#domain/insight/needs.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { say, sayDone } from '../../../undo.ts';
import { shortened } from '../../audit/sentence.ts';
import { problemIn, wordProblem } from '../../errorNote.tsx';
import { forgetOpportunities } from '../../opportunity/forgetOpportunities.ts';
import type { NeedsAnswer, NeedView, SetFit } from './needView.ts';

/** The needs with fits as they were just set, before the server has answered; their order stays until it has. */
export function useFits(data: NeedsAnswer | undefined): { needs: readonly NeedView[]; setFit: SetFit } {
  const { match: t, errors } = useAllText();
  const format = useFormat();
  const [given, setGiven] = useState<ReadonlyMap<string, number | null>>(new Map());
  const setFit: SetFit = (need, capabilityId, fit, note) => {
    const key = `${need.id} ${capabilityId}`;
    setGiven((before) => new Map(before).set(key, fit));
    const answer = call('PUT /api/needs/{id}/matches', { params: { id: need.id }, body: { matches: [{ capabilityId, fit, ...(note === undefined ? {} : { note }) }] } });
    sayDone(fit === null ? t.fitCleared({ need: shortened(need.text) }) : t.fitSet({ need: shortened(need.text), fit: String(fit) }), answer.then(({ event }) => event));
    void answer.catch((error: unknown) => say(wordProblem(problemIn(error), errors, format))).then(() => forgetOpportunities())
      // Somebody who types fast has set it anew meanwhile.
      .then(() => setGiven((before) => (before.get(key) === fit ? new Map([...before].filter(([other]) => other !== key)) : before)));
  };
  if (!data || given.size === 0) return { needs: data?.needs ?? [], setFit };
  const capabilities = new Map(data.capabilities.map((one) => [one.id, one]));
  return {
    setFit,
    needs: data.needs.map((need) => {
      const own = [...given].flatMap(([key, fit]) => (key.startsWith(`${need.id} `) ? [{ capabilityId: Number(key.split(' ')[1]), fit }] : []));
      if (own.length === 0) return need;
      const matches = [
        ...need.matches.flatMap((match) => {
          const now = own.find((one) => one.capabilityId === match.capabilityId);
          return now === undefined ? [match] : now.fit === null ? [] : [{ ...match, fit: now.fit }];
        }),
        ...own.flatMap(({ capabilityId, fit }) => (fit === null || need.matches.some((match) => match.capabilityId === capabilityId) ? [] : [{ id: 0, capabilityId, fit, note: '' }])),
      ];
      return { ...need, matches, fit: needFit(matches, capabilities, localDay()) };
    }),
  };
}
