import { useAllText } from '../../text/locale.ts';

/** A cell of the table: from one grade or class to another; `none` for customers without one. */
export interface Cell { readonly from: string; readonly to: string }

/** How many go from which to which. A cell shows its customers; those on the diagonal stay where they are. */
export function TransitionTable({ title, names, wordOf, counts, chosen, choose }: {
  title: string; names: readonly string[]; wordOf: (name: string) => string; counts: readonly (readonly number[])[]; chosen: Cell | null; choose: (cell: Cell | null) => void;
}) {
  const { diff: t } = useAllText();
  const used = names.map((_, i) => counts[i]!.some((n) => n > 0) || counts.some((row) => row[i]! > 0) || i < names.length - 1);
  const shown = names.map((name, i) => ({ name, i })).filter(({ i }) => used[i]);
  const most = Math.max(1, ...shown.flatMap((from) => shown.filter((to) => to.i !== from.i).map((to) => counts[from.i]![to.i]!)));
  return (
    <div className="vf-transition">
      <h3>{title}</h3>
      <div className="vf-scroll-x" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead><tr><th scope="col" className="vf-small vf-faint">{t.from} ↓ · {t.to} →</th>{shown.map(({ name }) => <th key={name} scope="col">{wordOf(name)}</th>)}</tr></thead>
          <tbody>
            {shown.map((from) => (
              <tr key={from.name}>
                <th scope="row">{wordOf(from.name)}</th>
                {shown.map((to) => {
                  const n = counts[from.i]![to.i]!;
                  const same = from.i === to.i;
                  const on = chosen?.from === from.name && chosen.to === to.name;
                  const label = same ? t.stay({ n, at: wordOf(to.name) }) : t.cell({ n, from: wordOf(from.name), to: wordOf(to.name) });
                  return (
                    <td key={to.name} className={same ? 'vf-stays' : undefined} style={same || n === 0 ? undefined : { background: `color-mix(in srgb, var(--accent) ${Math.round(8 + 26 * (n / most))}%, transparent)` }}>
                      {n === 0 ? <span className="vf-faint" aria-hidden>·</span> : <button type="button" className="vf-num" aria-pressed={on} aria-label={label} title={label} onClick={() => choose(on ? null : { from: from.name, to: to.name })}>{n}</button>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
