import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';

export type PanelRow = Answer<'GET /api/panels'>['rows'][number];
export type PanelView = Answer<'GET /api/panels/{id}'>;

const SIGNS = { submitted: '✓', declined: '–', invited: '○' } as const;

/** Who assesses, and whether their marks are in: a sign and a word, never a mark. */
export function AssessorStrip({ panel }: { panel: Pick<PanelRow, 'assessors' | 'dueOn'> }) {
  const { panel: t } = useText();
  const format = useFormat();
  return (
    <ul className="vf-assessors">
      {panel.assessors.map(({ person, state, at }) => {
        // Who was awaited when the entry was closed never said no.
        const word = state === 'declined' && at !== null && at.slice(0, 10) > panel.dueOn ? t.noMarksByDue : t.assessorStates[state];
        return (
          <li key={person.id} className={`vf-assessor vf-assessor-${state}`} title={at ? `${word}, ${format.time(at)}` : word}>
            <span aria-hidden>{SIGNS[state]}</span> {person.name}<span className="vf-hidden">: {word}</span>
          </li>
        );
      })}
    </ul>
  );
}
