import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { ClassMark } from '../portfolio/classMark.tsx';
import type { Snapshot } from './frozen.ts';

/** The customer decided on beside those considered instead, as all of them stood then. */
export function AlternativesTable({ snapshot }: { snapshot: Snapshot }) {
  const { decisions: t, common } = useText();
  const format = useFormat();
  const { figures, account } = snapshot;
  if (snapshot.alternatives.length === 0) return <p className="vf-quiet">{t.noAlternativesThen}</p>;
  const rows = [{ ...figures, id: account.id, name: account.name }, ...snapshot.alternatives];
  return (
    <div className="vf-scroll-x" role="region" aria-label={t.alternativesThen} tabIndex={0}>
      <table className="vf-table vf-alternatives-table">
        <thead><tr><th aria-label={account.name} /><th className="vf-right">{t.rank}</th><th className="vf-right">{t.score}</th><th>{t.grade}</th><th>{t.class}</th><th className="vf-right">{t.revenue}</th><th className="vf-right">{t.contribution}</th></tr></thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.id} className={n === 0 ? 'vf-this-one' : undefined}>
              <td>{n === 0 ? <>{row.name} <span className="vf-tag">{t.thisOne}</span></> : <Link to="/accounts/$id" params={{ id: String(row.id) }}>{row.name}</Link>}</td>
              <td className="vf-right vf-num">{row.rank === null ? '–' : format.number(row.rank)}</td>
              <td className="vf-right vf-num">{format.points(row.total)}</td>
              <td>{row.grade ? <span className={`vf-grade vf-grade-${row.grade}`}>{row.grade}</span> : '–'}</td>
              <td>{row.class ? <ClassMark kind={row.class} word={common.classes[row.class]} /> : '–'}</td>
              <td className="vf-right">{row.currency ? <Amount minor={row.revenue} currency={row.currency} /> : '–'}</td>
              <td className="vf-right">{row.currency ? <Amount minor={row.contribution} currency={row.currency} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
