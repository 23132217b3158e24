import { Button, InputNumber } from 'antd';
import { useAllText } from '../../text/locale.ts';
import type { SwingEnds } from './swingEnds.ts';

interface PointItem { readonly key: string; readonly text: string; readonly ends: SwingEnds }

/** A number an item, with a slider: points of any size, or the worth of lifting it from its worst to its best. */
export function PointsPanel({ method, items, given, set, fromCurrent }: {
  method: 'direct' | 'swing'; items: readonly PointItem[]; given: Readonly<Record<string, number>>; set: (points: Readonly<Record<string, number>>) => void; fromCurrent: () => void;
}) {
  const { weigh: t } = useAllText();
  const isSwing = method === 'swing';
  const label = (item: PointItem): string => (isSwing ? t.swingOf({ name: item.text }) : t.pointsOf({ name: item.text }));
  return (
    <section className="vf-points" aria-label={t.methods[method]}>
      <ul>
        {items.map((item) => {
          const value = given[item.key];
          const put = (next: number | null): void => {
            const { [item.key]: _old, ...others } = given;
            set(next === null ? others : { ...given, [item.key]: Math.max(0, isSwing ? Math.min(100, next) : next) });
          };
          return (
            <li key={item.key}>
              <div className="vf-points-name">
                <strong>{item.text}</strong>
                {isSwing ? <Ends ends={item.ends} /> : null}
              </div>
              {isSwing ? <Button size="small" type={value === 100 ? 'primary' : 'default'} aria-pressed={value === 100} aria-label={t.makeFirst({ name: item.text })} onClick={() => put(100)}>{t.first}</Button> : null}
              <input type="range" min={0} max={100} step={isSwing ? 5 : 1} value={Math.min(100, value ?? 0)} aria-label={label(item)} className={value === undefined ? 'vf-points-unset' : undefined} onChange={(event) => put(Number(event.target.value))} />
              <InputNumber size="small" controls={false} min={0} max={isSwing ? 100 : 1e6} aria-label={label(item)} placeholder={t.noValue} value={value ?? null} onChange={(next) => put(next)} />
            </li>
          );
        })}
      </ul>
      <div className="vf-row">
        {isSwing ? null : <Button size="small" onClick={fromCurrent}>{t.fromCurrent}</Button>}
        <Button size="small" type="text" disabled={Object.keys(given).length === 0} onClick={() => set({})}>{t.startAgain}</Button>
      </div>
    </section>
  );
}

function Ends({ ends }: { ends: SwingEnds }) {
  const { weigh: t } = useAllText();
  if ('parts' in ends) return <span className="vf-small vf-faint">{t.madeOf({ parts: ends.parts.join(' · ') })}</span>;
  return <span className="vf-small vf-faint"><span className="vf-hidden">{t.worstToBest}: </span>{t.fromTo(ends)}</span>;
}
