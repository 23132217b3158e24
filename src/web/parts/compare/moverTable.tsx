import { Link } from '@tanstack/react-router';
import type { Answer } from '../../call.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { moveSentence, signed } from './moveSentence.ts';

type Mover = Answer<'GET /api/models/compare'>['movers'][number];

/** Who moves: place, score, grade and class before and after, and what makes the difference, the largest part first. */
export function MoverTable({ movers, name }: { movers: readonly Mover[]; name: (key: string) => string }) {
  const { diff: t, common } = useAllText();
  const format = useFormat();
  const pair = (from: React.ReactNode, to: React.ReactNode, same: boolean): React.ReactNode => (same ? to : <><span className="vf-faint">{from}</span> → {to}</>);
  return (
    <div className="vf-scroll-x" role="region" aria-label={t.who} tabIndex={0}>
      <table className="vf-table vf-movers">
        <thead><tr><th>{t.columns.customer}</th><th className="vf-right">{t.columns.place}</th><th className="vf-right">{t.columns.score}</th><th>{t.columns.grade}</th><th>{t.columns.class}</th><th>{t.columns.why}</th></tr></thead>
        <tbody>
          {movers.map((mover) => {
            const { before, after } = mover;
            const places = before.rank !== null && after.rank !== null ? before.rank - after.rank : 0;
            const place = (rank: number | null): string => (rank === null ? t.unranked : format.number(rank));
            const kind = (value: Mover['after']['class']): string => (value === null ? '–' : common.classes[value]);
            return (
              <tr key={mover.id}>
                <td><Link to="/accounts/$id" params={{ id: String(mover.id) }}>{mover.name}</Link></td>
                <td className="vf-right vf-num" title={before.rank !== null && after.rank !== null ? t.placeMeans({ from: before.rank, to: after.rank }) : undefined}>
                  {pair(place(before.rank), place(after.rank), before.rank === after.rank)}
                  {places !== 0 ? <span className={places > 0 ? 'vf-move vf-move-up' : 'vf-move vf-move-down'}> {places > 0 ? '▲' : '▼'}{format.short(Math.abs(places))}</span> : null}
                </td>
                <td className="vf-right vf-num">{pair(format.points(before.total), format.points(after.total), before.total === after.total)}</td>
                <td className="vf-num">{pair(before.grade ?? '–', after.grade ?? '–', before.grade === after.grade)}</td>
                <td>{pair(kind(before.class), kind(after.class), before.class === after.class)}</td>
                <td>
                  {mover.reasons.length === 0 ? <span className="vf-quiet">{mover.change === null ? t.unscored : t.why.others}</span> : (
                    <ul className="vf-why">
                      {mover.reasons.map((reason, i) => <li key={i}><span className={`vf-num ${reason.effect > 0 ? 'vf-move-up' : 'vf-move-down'}`}>{signed(reason.effect, format)}</span> {moveSentence(reason, name, t, format)}</li>)}
                      {Math.abs(mover.rest) >= 0.05 ? <li><span className={`vf-num ${mover.rest > 0 ? 'vf-move-up' : 'vf-move-down'}`}>{signed(mover.rest, format)}</span> <span className="vf-quiet">{t.why.rest}</span></li> : null}
                    </ul>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
