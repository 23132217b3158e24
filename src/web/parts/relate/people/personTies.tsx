import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answerOf } from '../../../answers.ts';
import type { Answer } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { useMe } from '../../../me.ts';
import { useChanging } from '../../changing.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { evidenceClass } from '../../evidenceMark.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { figureOf } from '../ways/figure.ts';
import { hopState, mainLine } from '../ways/hopState.ts';
import { TieLines } from '../ways/tieLines.tsx';
import '../ways/ways.css';
import { forgetPeople } from './forgetPeople.ts';
import { Since } from './spoke.tsx';
import type { PersonRow } from './types.ts';

type Tie = Answer<'GET /api/people/{id}/ties'>['rows'][number];

const FIRST = 6;

/** Us first, for we can be asked; then what was told; what is merely inferred fills up a list. Among equals the strongest, as the server has them. */
const ordered = (ties: readonly Tie[]): Tie[] => ties.toSorted((a, b) => rank(a) - rank(b));
const rank = (tie: Tie): number => (tie.person.userId !== null ? 0 : tie.lines.some((line) => line.how !== 'inferred') ? 1 : 2);

/** Who knows a person (谁认识他): each tie with what it rests on, the strongest first; its owner says more of it here. */
export function PersonTies({ person, open, tell }: { person: PersonRow; open: ((person: number) => void) | undefined; tell: () => void }) {
  const { contacts: t } = useAllText();
  const { data, error, refetch } = useQuery(answerOf('GET /api/people/{id}/ties', { params: { id: person.id } }));
  const [shown, setShown] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  return (
    <section aria-label={t.whoKnows}>
      <h3>{t.whoKnows}</h3>
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : !data ? <RowsSkeleton rows={2} /> : (
        <>
          {data.rows.length === 0 ? <p className="vf-small vf-quiet">{t.whoKnowsNone} {t.whoKnowsExample}</p> : (
            <ul className="vf-person-ties">
              {ordered(data.rows).slice(0, all ? undefined : FIRST).map((tie) => <PersonTie key={tie.person.id} tie={tie} shown={shown === tie.person.id} toggle={() => setShown(shown === tie.person.id ? null : tie.person.id)} open={open} />)}
            </ul>
          )}
          {!all && data.rows.length > FIRST ? <p><button type="button" className="vf-link vf-small" onClick={() => setAll(true)}>{t.whoKnowsAll(data.rows.length)}</button></p> : null}
          {data.more > 0 ? <p className="vf-small vf-faint">{t.whoKnowsMore(data.more)}</p> : null}
          {data.cut ? <p className="vf-small vf-faint">{t.whoKnowsCut}</p> : null}
          {data.can.tell ? <Button size="small" onClick={tell}>{t.tellTie}</Button> : null}
        </>
      )}
    </section>
  );
}

function PersonTie({ tie, shown, toggle, open }: { tie: Tie; shown: boolean; toggle: () => void; open: ((person: number) => void) | undefined }) {
  const { contacts: t, ways } = useAllText();
  const format = useFormat();
  const me = useMe();
  const { error, act } = useChanging(forgetPeople);
  const line = mainLine(tie);
  const { person } = tie;
  const where = [person.title, person.account?.name || person.organisation].filter(Boolean).join(' · ');
  return (
    <li>
      <button type="button" className={`vf-person-tie ${evidenceClass(hopState(tie))}`} aria-expanded={shown} onClick={toggle}>
        <span className="vf-person-tie-who"><strong>{person.name}</strong>{person.userId === me.id ? <span className="vf-small vf-quiet">{t.me}</span> : null}{where ? <span className="vf-small vf-quiet">{where}</span> : null}</span>
        <span className="vf-small vf-quiet">{ways.kinds[line.kind]} · {ways.how[line.how]} · <Since since={line.since} span={line.span} /></span>
        <span className="vf-num vf-person-tie-value">{tie.strength === null ? ways.unknownStrength : figureOf(format, tie.strength)}</span>
      </button>
      {shown ? (
        <div className="vf-stack vf-person-tie-open">
          <TieLines tie={tie} done={(work, text) => void act(work, text)} />
          {open && person.userId === null ? <div><Button size="small" onClick={() => open(person.id)}>{person.name}</Button></div> : null}
          {error ? <ErrorNote error={error} /> : null}
        </div>
      ) : null}
    </li>
  );
}
