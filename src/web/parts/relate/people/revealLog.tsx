import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../answers.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';

/** Who has opened a guarded item of a person, when and why. */
export function RevealLog({ id }: { id: number }) {
  const { people: t } = useAllText();
  const format = useFormat();
  const { data } = useQuery(answerOf('GET /api/people/{id}/reveals', { params: { id } }));
  if (!data) return null;
  return (
    <section aria-label={t.log}>
      <h3>{t.log}</h3>
      {data.rows.length === 0 ? <p className="vf-small vf-quiet">{t.logNone}</p> : (
        <ul className="vf-person-log vf-small">
          {data.rows.map((row) => <li key={`${row.itemId} ${row.at}`}><span>{t.logLine({ who: row.by.name, kind: t.items[row.kind], reason: row.reason })}</span><span className="vf-num vf-faint">{format.time(row.at)}</span></li>)}
        </ul>
      )}
      {data.more ? <p className="vf-small vf-faint">{t.logMore(data.rows.length)}</p> : null}
    </section>
  );
}
