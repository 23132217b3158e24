import { memo } from 'react';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { Curve } from './curve.tsx';
import { abcStretch, type RankRange } from './curveScale.ts';
import { useCurveWords } from './curveWords.ts';

type Portfolio = Answer<'GET /api/portfolio'>;

/** The finding in one sentence, computed: who makes 80 %, and what the tail costs. */
export function useHeadline(portfolio: Portfolio | undefined, profit: Portfolio | undefined, measure: 'revenue' | 'contribution'): string {
  const { portfolio: t } = useText();
  const format = useFormat();
  if (!portfolio) return '';
  const { concentration: c } = portfolio;
  const few = c.customersFor80pct;
  const word = t.measureWord[measure];
  if (few === null || c.total <= 0) return t.headlineNone({ all: c.customers, measure: word });
  const head = few === 1 ? t.headlineOne({ all: format.number(c.customers), measure: word })
    : t.headline({ few: format.number(few), all: format.number(c.customers), share: format.percent(few / Math.max(1, c.customers)), measure: word });
  const p = profit?.concentration;
  const tail = p ? p.customers - p.whalePeakRank : 0;
  if (!p || p.whalePeakShare === null || tail <= 0 || p.whalePeakShare - 1 < 0.0005) return head + t.stop;
  return head + t.headlineTail({ count: tail, share: format.percent(p.whalePeakShare - 1) }) + t.stop;
}

/** The 80/20 strip: cumulative curve with its 80 % mark, beside it the figures of concentration. */
export const Overview = memo(function Overview({ portfolio, measure, range, onRange }: { portfolio: Portfolio; measure: 'revenue' | 'contribution'; range: RankRange | null; onRange: (range: RankRange | null) => void }) {
  const { portfolio: t } = useText();
  const format = useFormat();
  const words = useCurveWords(portfolio.currency);
  const { concentration: c, curve, abc } = portfolio;
  const few = c.customersFor80pct;
  const reach = few === null ? null : curve.find((point) => point.rank >= few);
  const abcRange = (letter: 'A' | 'B' | 'C'): RankRange => {
    const from = letter === 'A' ? 1 : letter === 'B' ? abc.A + 1 : abc.A + abc.B + 1;
    return { from, to: from + abc[letter] - 1 };
  };
  return (
    <section className="vf-overview" aria-label={t.measureWord[measure]}>
      <Curve
        points={curve} customers={c.customers} height={148} selected={range}
        mark={few === null || !reach || reach.share === null ? null : { rank: few, height: reach.share, label: t.markLabel({ n: few }) }}
        onDrag={onRange} onClick={(rank) => onRange(abcStretch(abc, c.customers, rank))}
        label={t.curveLabel({ measure: t.measureWord[measure], n: c.customers })} {...words}
      />
      <dl className="vf-facts">
        <div title={t.abcMeans}>
          <dt>{t.abc}{portfolio.withoutTrade > 0 ? <span> · {t.withoutTrade({ n: format.number(portfolio.withoutTrade) })}</span> : null}</dt>
          <dd className="vf-abc">
            {(['A', 'B', 'C'] as const).map((letter) => {
              const own = abcRange(letter);
              return (
                <button key={letter} type="button" aria-pressed={range?.from === own.from && range.to === own.to} disabled={abc[letter] === 0} onClick={() => onRange(range?.from === own.from && range.to === own.to ? null : own)}>
                  <i aria-hidden>{letter}</i><span aria-hidden className="vf-num">{format.number(abc[letter])}</span>
                  <span className="vf-hidden">{t.abcShow({ letter, count: abc[letter] })}</span>
                </button>
              );
            })}
          </dd>
        </div>
        <div title={t.top20Means}><dt>{t.top20}</dt><dd className="vf-num">{format.percent(c.top20pct)}</dd></div>
        <div title={t.giniMeans}><dt>{t.gini}</dt><dd className="vf-num">{c.gini === null ? '–' : format.number(c.gini, 2)}</dd></div>
        <div title={t.hhiMeans}><dt>{t.hhi}</dt><dd className="vf-num">{c.hhi === null ? '–' : format.number(c.hhi)}{c.hhi ? <small>{t.effective({ n: format.number(10_000 / c.hhi, 1) })}</small> : null}</dd></div>
      </dl>
    </section>
  );
});
