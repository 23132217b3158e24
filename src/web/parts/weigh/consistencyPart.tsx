import { Button } from 'antd';
import type { Ahp } from '#domain/select/weigh/ahp.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { fractionText, judgementText } from './judgement.ts';
import { lookAgain } from './lookAgain.ts';

/** The gauge ends here; a larger ratio stands at its end. */
const END = 0.3;

/** How far the comparisons agree: the ratio on a gauge, the verdict in words, and where they do not the comparison to look at again. */
export function ConsistencyPart({ ahp, nameOf, show, adopt }: { ahp: Ahp; nameOf: (key: string) => string; show: () => void; adopt: () => void }) {
  const { weigh: t } = useAllText();
  const format = useFormat();
  const { cr, crIncomplete, limit, consistent, triad, missing, items } = ahp;
  const worst = lookAgain(ahp);
  const two = (value: number): string => format.number(value, 2);
  const all = (items.length * (items.length - 1)) / 2;
  const limitText = two(limit);
  const strictest = cr === null ? null : Math.max(cr, crIncomplete ?? 0);
  const tree = missing.length > 0 && crIncomplete === null;
  const few = crIncomplete !== null;
  const figures = { cr: two(strictest ?? 0), limit: limitText };
  const verdict = items.length <= 2 ? t.verdicts.two : cr === null ? t.verdicts.noTable({ n: items.length }) : tree ? t.verdicts.tooFew : ahp.ci === 0 ? t.verdicts.flawless
    : consistent ? (few ? t.verdicts.consistentFew : t.verdicts.consistent)(figures) : (few ? t.verdicts.contradictoryFew : t.verdicts.contradictory)(figures);
  const tone = consistent === false ? 'vf-verdict-bad' : cr === null || tree ? 'vf-verdict-quiet' : 'vf-verdict-good';
  return (
    <section className="vf-consistency" aria-label={t.consistency}>
      <div className="vf-spread"><h3>{t.consistency}</h3>{cr === null ? null : <strong className="vf-num">{t.ratio({ cr: two(cr) })}</strong>}</div>
      {cr === null || tree ? null : (
        <div className="vf-gauge" role="img" aria-label={t.gauge(figures)}>
          <i className="vf-gauge-good" style={{ width: `${(limit / END) * 100}%` }} />
          <i className={`vf-gauge-at ${tone}`} style={{ left: `${Math.min(1, strictest! / END) * 100}%` }} />
          <span className="vf-small vf-faint" style={{ left: `${(limit / END) * 100}%` }}>{t.limit({ limit: limitText })}</span>
        </div>
      )}
      <p className={`vf-verdict ${tone}`} aria-live="polite"><span aria-hidden>{tone === 'vf-verdict-bad' ? '!' : tone === 'vf-verdict-good' ? '✓' : '·'}</span> {verdict}</p>
      {missing.length > 0 ? <p className="vf-small vf-quiet">{t.missing({ n: missing.length, all: format.number(all) })}</p> : null}
      {worst ? (
        <div className={consistent === false ? 'vf-worst' : 'vf-worst vf-worst-mild'}>
          <h4>{t.worst}</h4>
          <p>{t.worstSaid({ said: judgementText(worst.given, nameOf(worst.left), nameOf(worst.right), t, format) })}</p>
          <p>{t.worstFits({ fits: judgementText(worst.fits, nameOf(worst.left), nameOf(worst.right), t, format) })}</p>
          {triad && [worst.left, worst.right].every((item) => triad.items.includes(item)) ? <p className="vf-small vf-quiet">{t.triad({ a: nameOf(triad.items[0]), b: nameOf(triad.items[1]), c: nameOf(triad.items[2]), first: fractionText(triad.first, format), second: fractionText(triad.second, format), implied: fractionText(triad.implied, format), direct: fractionText(triad.direct, format) })}</p> : null}
          <p className="vf-num"><strong>{t.worstThen({ cr: two(cr ?? 0), then: worst.crThen === null ? t.noValue : two(worst.crThen) })}</strong></p>
          <div className="vf-row"><Button size="small" type="primary" ghost onClick={adopt}>{t.adopt({ value: fractionText(worst.fits, format) })}</Button><Button size="small" type="text" onClick={show}>{t.show}</Button></div>
        </div>
      ) : null}
    </section>
  );
}
