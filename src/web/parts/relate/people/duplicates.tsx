import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answerOf } from '../../../answers.ts';
import { call, type Answer } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { sayDone } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { forgetPeople } from './forgetPeople.ts';
import { PersonName } from './personName.tsx';
import type { PersonRow } from './types.ts';

type Pair = Answer<'GET /api/accounts/{id}/people/duplicates'>['pairs'][number];

/** Entries that may be one person, pair by pair: what merging would do is seen before, and undone after. */
export function Duplicates({ pairs, more, beyond, close }: { pairs: readonly Pair[]; /** Pairs that are not in the list yet. */ more: number; /** People who were not compared. */ beyond: number; close: () => void }) {
  const { people: t } = useAllText();
  const format = useFormat();
  const [error, setError] = useState<unknown>(null);
  const merge = async (keep: PersonRow, other: PersonRow): Promise<void> => {
    setError(null);
    try {
      const { event } = await call('POST /api/people/{id}/merge', { params: { id: keep.id }, body: { other: other.id } });
      sayDone(t.merged({ name: keep.name }), event);
      await forgetPeople();
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <SideDrawer title={t.duplicatesTitle} open close={close} width={560}>
      {pairs.length === 0 ? <p className="vf-quiet">{t.duplicatesNone}</p> : null}
      {more > 0 ? <p className="vf-small vf-quiet">{t.pairsShown({ shown: format.number(pairs.length), all: format.number(pairs.length + more) })}</p> : null}
      {beyond > 0 ? <p className="vf-small vf-quiet">{t.notCompared(beyond)}</p> : null}
      <ul className="vf-people-pairs">
        {pairs.map((pair) => (
          <li key={`${pair.a.id} ${pair.b.id}`} className="vf-stack">
            <p className="vf-small vf-quiet">{pair.why === 'contact' ? t.sameContact : t.sameName}</p>
            <div className="vf-person-pair">{([[pair.a, pair.b], [pair.b, pair.a]] as const).map(([keep, other]) => <Side key={keep.id} keep={keep} other={other} merge={() => void merge(keep, other)} />)}</div>
          </li>
        ))}
      </ul>
      {error ? <ErrorNote error={error} /> : null}
    </SideDrawer>
  );
}

function Side({ keep, other, merge }: { keep: PersonRow; other: PersonRow; merge: () => void }) {
  const { people: t } = useAllText();
  const { data } = useQuery(answerOf('GET /api/people/{id}/merge', { params: { id: keep.id }, query: { other: other.id } }));
  return (
    <div>
      <p><PersonName person={keep} /></p>
      <p className="vf-small vf-quiet">{keep.title}</p>
      <p className="vf-small vf-faint">{!data ? ' ' : data.refused ? t.mergeRefused[data.refused] : t.mergePlan({ moved: data.moved.items + data.moved.ties, dropped: data.dropped.items + data.dropped.ties })}</p>
      <Button size="small" disabled={!data || data.refused !== null} onClick={merge}>{t.mergeInto({ name: keep.name })}</Button>
    </div>
  );
}
