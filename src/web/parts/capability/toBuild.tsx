import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf } from '../../answers.ts';
import { useAllText } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';

/** What our company should build (需建设), rolled up over customers, the most valuable first. */
export function ToBuild() {
  const { match: t } = useAllText();
  const { data, error, refetch } = useQuery(answerOf('GET /api/capabilities/to-build'));
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton />;
  if (data.lines.length === 0) return <Empty sentence={t.buildEmpty} example={t.buildEmptyExample} />;
  return (
    <>
      <p className="vf-quiet vf-measure">{t.buildLead}</p>
      <ol className="vf-build">
        {data.lines.map((line) => (
          <li key={line.capability?.id ?? line.aspect}>
            <div className="vf-spread vf-wrap">
              <h2>{line.capability?.name ?? t.unnamed({ aspect: t.aspects[line.aspect] })} {line.capability ? <span className={`vf-tag vf-state-${line.capability.state}`}>{t.capabilityStates[line.capability.state]}</span> : null}</h2>
              <p className="vf-num">{t.customers}: <strong>{line.accounts}</strong> · {t.needs(line.needs.length)} · {t.behind}: {line.value === null ? '?' : <strong>{line.unknown > 0 ? t.atLeast({ value: '' }) : ''}<Amount minor={line.value} currency={data.currency} /></strong>}{line.unknown > 0 ? <span className="vf-faint"> ({t.unknownValues(line.unknown)})</span> : null}</p>
            </div>
            <ul>
              {line.needs.map((need) => (
                <li key={need.id}>
                  <Link to="/accounts/$id" params={{ id: String(need.account.id) }} search={{ tab: 'insight', part: 'needs' } as never}>{need.account.name}</Link>
                  <span>{need.text}{need.note ? <span className="vf-small vf-faint"> · {need.note}</span> : null}</span>
                  <span className="vf-num vf-right" title={t.importanceOf({ n: String(need.importance) })}>{need.value === null ? <span className="vf-faint">?</span> : <Amount minor={need.value} currency={data.currency} />}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
