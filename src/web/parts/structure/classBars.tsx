import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { ClassMark } from '../portfolio/classMark.tsx';

type Row = Answer<'GET /api/portfolio/structure'>['classes'][number];

/** Target against actual, class by class: an outline for the target, filled for the customers there are, dark for those that were chosen. */
export function ClassBars({ rows }: { rows: readonly Row[] }) {
  const { structure: t, common } = useText();
  const format = useFormat();
  // Maintained customers are many: only the classes with a target set the scale, what is longer runs to the end and fades.
  const most = Math.max(1, ...rows.flatMap((row) => (row.target === null ? [] : [row.target, row.actual]))) * 1.08;
  const part = (n: number): string => `${Math.min(100, (n / most) * 100)}%`;
  const verdict = (row: Row): string => {
    const n = Math.abs(row.difference ?? 0);
    return row.verdict === 'over' ? t.verdicts.over({ n }) : row.verdict === 'under' ? t.verdicts.under({ n }) : row.verdict === 'fits' ? t.verdicts.fits : '';
  };
  return (
    <table className="vf-table vf-class-bars">
      <thead><tr><th>{t.class}</th><th className="vf-bars-head" aria-hidden /><th className="vf-right">{t.actual}</th><th className="vf-right">{t.chosen}</th><th className="vf-right">{t.target}</th><th /></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.class}>
            <td><ClassMark kind={row.class} word={common.classes[row.class]} /></td>
            <td className="vf-bars-cell">
              <div className="vf-bars" role="img" aria-label={t.barLabel({ class: common.classes[row.class], actual: row.actual, chosen: row.chosen, target: row.target === null ? t.noTarget : format.number(row.target) })}>
                <i className={`vf-bar-actual${row.actual > most ? ' vf-bar-beyond' : ''}`} style={{ width: part(row.actual) }} />
                <i className="vf-bar-chosen" style={{ width: part(row.chosen) }} />
                {row.target === null ? null : <i className="vf-bar-target" style={{ width: part(row.target) }} />}
              </div>
            </td>
            <td className="vf-right vf-num">{format.number(row.actual)}</td>
            <td className="vf-right vf-num">{row.chosen > 0 ? format.number(row.chosen) : <span className="vf-faint">–</span>}</td>
            <td className="vf-right vf-num">{row.target === null ? <span className="vf-faint">{t.noTarget}</span> : format.number(row.target)}</td>
            <td className={`vf-verdict vf-verdict-${row.verdict}`}><span aria-hidden>{row.verdict === 'over' ? '▲ ' : row.verdict === 'under' ? '▼ ' : row.verdict === 'fits' ? '✓ ' : ''}</span>{verdict(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
