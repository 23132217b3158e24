import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../answers.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { figureOf } from './figure.ts';

/** Whom to be introduced to next: they carry a decision and nobody of us has met them. `none` stands where there is nobody. */
export function WorthReaching({ choose, none }: { choose: (person: number) => void; none: ReactNode }) {
  const { ways: t } = useAllText();
  const format = useFormat();
  const { data } = useQuery(answerOf('GET /api/introductions/worth', { query: {} }));
  if (!data) return null;
  if (data.rows.length === 0) return none;
  return (
    <section aria-label={t.worthTitle}>
      <h2>{t.worthTitle}</h2>
      <p className="vf-small vf-quiet">{t.worthLead}</p>
      <ul className="vf-worth">
        {data.rows.map(({ person, project, weight, decides, way }) => (
          <li key={person.id}>
            <button type="button" className="vf-card vf-worth-row" onClick={() => choose(person.id)}>
              <span className="vf-worth-who"><strong>{person.name}</strong> <span className="vf-small vf-quiet">{person.title}</span><span className="vf-small vf-quiet vf-worth-line">{person.account?.name || person.organisation}</span></span>
              <span className="vf-small vf-quiet vf-worth-why">{project.name}<span className="vf-num vf-worth-line">{decides ? `${t.worthDecides} · ` : ''}{t.worthPart({ share: format.percent(weight, 0) })}</span></span>
              <span className="vf-small vf-worth-way">{way === null ? <span className="vf-faint">{t.worthNoWay}</span> : <>{way.people.map((one) => one.name.replaceAll(' ', '\u00a0')).join(' → ')} <strong className="vf-num">{figureOf(format, way.product)}</strong></>}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
