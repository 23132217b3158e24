import { useAllText } from '../../../text/locale.ts';
import { cellsOf, type AnyMatrix, type ShownCell } from './shownCells.ts';
import { pairSays, type Names } from './words.ts';

/** Pairs that a cell shows by name; the rest is counted. */
const SHOWN = 4;

/** Ours in rows, theirs in columns. On a phone the cells that say something stand below each other, each with its place. */
export function MatrixTable({ title, matrix, labels, help, names, open }: { title: string; matrix: AnyMatrix; labels: Readonly<Record<string, string>>; help?: Readonly<Record<string, string>>; names: Names; open: (person: number) => void }) {
  const { coverage: t } = useAllText();
  const { rows, columns, empty, cell } = cellsOf(matrix);
  const count = (side: 'ours' | 'theirs', value: string): number => matrix[side].find((one) => one.value === value)?.people ?? 0;
  return (
    <section className="vf-cov-matrix" aria-label={title}>
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col" className="vf-cov-corner">{t.corner}</th>
            {columns.map((theirs) => <th key={theirs} scope="col" title={help?.[theirs]} className={count('theirs', theirs) === 0 ? 'vf-cov-none' : undefined}>{labels[theirs]}{'\u00a0'}<span className="vf-num vf-faint">{count('theirs', theirs) || ''}</span>{empty.has(theirs) ? <span className="vf-cov-word">{t.nobody}</span> : null}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((ours) => (
            <tr key={ours}>
              <th scope="row" title={help?.[ours]}>{labels[ours]}{'\u00a0'}<span className="vf-num vf-faint">{count('ours', ours) || ''}</span></th>
              {columns.map((theirs) => <Cell key={theirs} cell={cell(ours, theirs)} label={t.cell({ ours: labels[ours]!, theirs: labels[theirs]! })} names={names} open={open} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, label, names, open }: { cell: ShownCell | null; label: string; names: Names; open: (person: number) => void }) {
  const texts = useAllText();
  const { coverage: t } = texts;
  if (cell === null) return <td className="vf-cov-blank" />;
  const more = cell.pairs.length - SHOWN;
  return (
    <td className={cell.gap ? 'vf-cov-gap' : cell.expected ? 'vf-cov-expected' : undefined} data-label={label}>
      {cell.gap ? <span className="vf-cov-word">{t.gap}</span> : null}
      {cell.pairs.length > 0 ? (
        <ul>
          {cell.pairs.slice(0, SHOWN).map((pair) => (
            <li key={`${pair.us} ${pair.them}`}>
              <button type="button" className={`vf-cov-pair vf-${pair.state}`} title={pairSays(pair, texts)} onClick={() => open(pair.them)}>{t.pair({ us: names.us(pair.us), them: names.them(pair.them) })}<span className="vf-hidden"> ({pairSays(pair, texts)})</span></button>
            </li>
          ))}
          {more > 0 ? <li className="vf-small vf-faint" title={cell.pairs.slice(SHOWN).map((pair) => t.pair({ us: names.us(pair.us), them: names.them(pair.them) })).join('\n')}>{t.more(more)}</li> : null}
        </ul>
      ) : null}
    </td>
  );
}
