import { useFormat, useAllText } from '../../text/locale.ts';

/** The weights found, each with a tick at what it is now; faint where nothing has been found yet. */
export function WeightBars({ items, found }: { items: readonly { readonly key: string; readonly text: string; readonly weight: number }[]; found: ReadonlyMap<string, number> | null }) {
  const { weigh: t } = useAllText();
  const format = useFormat();
  const most = Math.max(1, ...items.map((item) => Math.max(item.weight, found?.get(item.key) ?? 0)));
  const text = (value: number): string => format.number(value, Number.isInteger(value) ? 0 : 1);
  return (
    <ul className="vf-weight-bars">
      {items.map((item) => {
        const value = found?.get(item.key);
        return (
          <li key={item.key}>
            <span className="vf-clip" title={item.text}>{item.text}</span>
            <span className={value === undefined ? 'vf-num vf-faint' : 'vf-num'}>{value === undefined ? t.noValue : `${format.number(value, 1)}%`}</span>
            <span className="vf-weight-track" role="img" aria-label={t.weightOf({ name: item.text, weight: value === undefined ? t.noValue : text(value), now: text(item.weight) })}>
              {value === undefined ? null : <i className="vf-weight-bar" style={{ width: `${(value / most) * 100}%` }} />}
              <i className="vf-weight-now" style={{ left: `${(item.weight / most) * 100}%` }} title={t.now({ weight: text(item.weight) })} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
