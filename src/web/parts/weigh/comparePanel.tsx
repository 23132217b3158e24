import { useState } from 'react';
import { Button } from 'antd';
import { useFormat, useAllText } from '../../text/locale.ts';
import { judgementText } from './judgement.ts';
import { ScaleChoice } from './scaleChoice.tsx';
import { pairKey, pairsInOrder, type Pair, type Session } from './session.ts';

/** One comparison at a time, as a question. */
export function ComparePanel({ items, session, at, goTo, setPair, worst }: {
  items: readonly { readonly key: string; readonly text: string; readonly hint: string }[]; session: Session; at: number; goTo: (at: number) => void; setPair: (key: string, value: number | null) => void;
  /** The pair that disturbs most, to be ringed. */
  worst: Pair | null;
}) {
  const { weigh: t } = useAllText();
  const format = useFormat();
  // Only who answers by keyboard is followed by the focus; a page that opens leaves it where it is.
  const [follow, setFollow] = useState(false);
  const keys = items.map((item) => item.key);
  const pairs = pairsInOrder(items.length);
  const pair = pairs[at] ?? pairs[0]!;
  const key = pairKey(keys, pair);
  const value = session.pairs[key];
  const isWorst = worst?.i === pair.i && worst.j === pair.j;
  const [left, right] = [items[pair.i]!, items[pair.j]!];
  const move = (by: number, focus: boolean): void => {
    setFollow(focus);
    goTo(Math.min(pairs.length - 1, Math.max(0, at + by)));
  };
  return (
    <section className={isWorst ? 'vf-compare vf-compare-worst' : 'vf-compare'} aria-label={t.methods.ahp}>
      <header className="vf-spread">
        <p className="vf-small vf-quiet vf-num">{t.progress({ at: format.number(at + 1), all: format.number(pairs.length) })}{isWorst ? <span className="vf-tag vf-tag-doubt">{t.disturbing}</span> : null}</p>
        <PairDots pairs={pairs} keys={keys} session={session} at={at} worst={worst} />
      </header>
      <h2>{t.question}</h2>
      <div className="vf-compare-sides">
        <p className="vf-compare-left"><strong>{left.text}</strong><span className="vf-small vf-faint">{left.hint}</span></p>
        <p className="vf-compare-right"><strong>{right.text}</strong><span className="vf-small vf-faint">{right.hint}</span></p>
      </div>
      <ScaleChoice left={left.text} right={right.text} value={value} focused={follow} choose={(next) => setPair(key, next)} next={() => move(1, true)} />
      <p className="vf-compare-ends vf-small vf-faint" aria-hidden><span>← {t.ends.more}</span><span>{t.ends.equal}</span><span>{t.ends.more} →</span></p>
      <p className="vf-compare-said" aria-live="polite">{value === undefined ? <span className="vf-faint">{t.notYet}</span> : judgementText(value, left.text, right.text, t, format)}</p>
      {pairs.every((one) => pairKey(keys, one) in session.pairs) ? <p className="vf-small vf-quiet">{t.noneNeeded}</p> : null}
      <div className="vf-row vf-wrap vf-compare-moves">
        <Button disabled={at === 0} onClick={() => move(-1, false)}>{t.previous}</Button>
        <Button type="primary" ghost disabled={at === pairs.length - 1} onClick={() => move(1, false)}>{t.next}</Button>
        <Button type="text" disabled={value === undefined} onClick={() => setPair(key, null)}>{t.leaveOut}</Button>
        <span className="vf-small vf-faint vf-compare-keys">{t.keysHint}</span>
      </div>
    </section>
  );
}

/** How far one is: a mark a pair, filled where it was compared. */
function PairDots({ pairs, keys, session, at, worst }: { pairs: readonly Pair[]; keys: readonly string[]; session: Session; at: number; worst: Pair | null }) {
  const { weigh: t } = useAllText();
  const done = pairs.filter((pair) => pairKey(keys, pair) in session.pairs).length;
  return (
    <div className="vf-dots" role="img" aria-label={t.answered({ n: done, all: pairs.length })}>
      {pairs.map((pair, n) => <i key={n} className={`${pairKey(keys, pair) in session.pairs ? 'vf-dot-done' : ''}${n === at ? ' vf-dot-here' : ''}${worst?.i === pair.i && worst.j === pair.j ? ' vf-dot-worst' : ''}`} />)}
    </div>
  );
}
