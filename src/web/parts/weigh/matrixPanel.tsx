import type { WorstComparison } from '#domain/select/weigh/ahp.ts';
import { SCALE } from '#domain/select/weigh/comparisons.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { fractionText } from './judgement.ts';
import { pairKey, type Session } from './session.ts';

/** All comparisons at once: the upper half to edit, the lower half their reciprocals; the one that disturbs most is ringed. */
export function MatrixPanel({ items, session, worst, setPair }: {
  items: readonly { readonly key: string; readonly text: string }[]; session: Session; worst: WorstComparison | null; setPair: (key: string, value: number | null) => void;
}) {
  const { weigh: t } = useAllText();
  const format = useFormat();
  const keys = items.map((item) => item.key);
  const largestFirst = SCALE.toReversed();
  return (
    <section aria-label={t.matrix}>
      <p className="vf-small vf-quiet">{t.matrixHint}</p>
      <div className="vf-scroll-x vf-matrix-place" role="region" aria-label={t.matrixLabel} tabIndex={0}>
        <table className={items.length > 5 ? 'vf-table vf-pair-matrix vf-pair-many' : 'vf-table vf-pair-matrix'}>
          <thead><tr><th scope="col"><span className="vf-hidden">{t.item}</span></th>{items.map((item, j) => <th key={item.key} scope="col" title={item.text}><span className="vf-num">{j + 1}</span> <span className="vf-pair-name">{item.text}</span></th>)}</tr></thead>
          <tbody>
            {items.map((row, i) => (
              <tr key={row.key}>
                <th scope="row"><span className="vf-num vf-faint">{i + 1}</span> {row.text}</th>
                {items.map((column, j) => {
                  if (i === j) return <td key={column.key} className="vf-faint vf-num">1</td>;
                  const key = pairKey(keys, i < j ? { i, j } : { i: j, j: i });
                  const value = session.pairs[key];
                  if (i > j) return <td key={column.key} className="vf-faint vf-num">{value === undefined ? t.noValue : fractionText(1 / value, format)}</td>;
                  const isWorst = worst !== null && [worst.left, worst.right].includes(row.key) && [worst.left, worst.right].includes(column.key);
                  const between = value !== undefined && !SCALE.some((one) => Math.abs(one - value) < 1e-6);
                  return (
                    <td key={column.key} className={isWorst ? 'vf-pair-worst' : value === undefined ? 'vf-pair-missing' : undefined} title={isWorst ? t.disturbing : undefined}>
                      <select
                        aria-label={t.cell({ row: row.text, column: column.text }) + (isWorst ? `, ${t.disturbing}` : '')} value={value === undefined ? '' : String(between ? value : SCALE.findIndex((one) => Math.abs(one - value) < 1e-6))}
                        onChange={(event) => setPair(key, event.target.value === '' ? null : SCALE[Number(event.target.value)]!)}
                      >
                        <option value="">{t.noValue}</option>
                        {between ? <option value={String(value)}>{fractionText(value, format)}</option> : null}
                        {largestFirst.map((one, n) => <option key={one} value={SCALE.length - 1 - n}>{fractionText(one, format)}</option>)}
                      </select>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
