import { Link } from '@tanstack/react-router';
import { daysBetween } from '#domain/day.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { indicatorsOf } from '#domain/select/weights.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { Change } from '../portfolio/rankCells.tsx';

type Detail = Answer<'GET /api/accounts/{id}'>;

/** The customer's numbers with unit, period and trend; each opens its formula. */
export function Figures({ detail, reporting, onExplain, model }: { detail: Detail; reporting: string; onExplain: (indicator: string) => void; model: ScoreModel | undefined }) {
  const { account: t } = useText();
  const format = useFormat();
  const { account, explanation } = detail;
  const computed = model ? indicatorsOf(model).map((placed) => placed.indicator).filter((one) => one.kind === 'computed') : [];
  const byMeasure = (measure: string): string | null => computed.find((one) => one.measure === measure)?.key ?? null;
  // The measure compares equal spans of complete months and never months before the data begin.
  const trend = explanation.indicators.find((one) => one.key === byMeasure('revenueTrend'))?.raw;
  const day = format.day(explanation.asOf);
  const traded = account.invoices > 0 || account.revenue !== 0;
  const how = (name: string, measure: string): React.ReactNode => {
    const key = byMeasure(measure);
    return key ? <button type="button" className="vf-how-button vf-noprint" aria-label={t.howComputedOf({ name })} title={t.howComputed} onClick={() => onExplain(key)}>ƒ</button> : null;
  };
  return (
    <section aria-label={t.figures}>
      <dl className="vf-figures">
        <div>
          <dt>{t.revenue}{how(t.revenue, 'revenue')}</dt>
          <dd><Amount minor={account.revenue} currency={account.currency} /> {typeof trend === 'number' ? <Change share={trend} /> : null}</dd>
          <dd className="vf-small vf-faint">{traded ? t.year({ day }) : t.noTrade}</dd>
        </div>
        <div>
          <dt>{t.margin}{how(t.margin, 'grossMargin')}</dt>
          <dd>{account.margin === null ? <span className="vf-faint">–</span> : <Amount minor={account.margin} currency={account.currency} />}</dd>
          <dd className="vf-small vf-faint">{account.margin === null ? t.noCost : account.revenue > 0 ? t.share({ share: format.percent(account.margin / account.revenue) }) : t.year({ day })}</dd>
        </div>
        <div>
          <dt>{t.contribution}{how(t.contribution, 'contribution')}</dt>
          <dd>{account.margin === null ? <span className="vf-faint">≤ </span> : null}<Amount minor={account.contribution} currency={account.currency} /></dd>
          <dd className="vf-small vf-faint">{account.revenue > 0 ? t.share({ share: format.percent(account.contribution / account.revenue) }) : t.year({ day })}</dd>
        </div>
        <div>
          <dt>{t.invoices}{how(t.invoices, 'frequency')}</dt>
          <dd className="vf-num">{format.number(account.invoices)}</dd>
          <dd className="vf-small vf-faint">{t.year({ day })}</dd>
        </div>
        <div>
          <dt>{t.lastDay}{how(t.lastDay, 'recency')}</dt>
          <dd>{format.day(account.lastDay)}</dd>
          <dd className="vf-small vf-faint">{account.lastDay ? t.daysAgo({ n: Math.max(0, daysBetween(account.lastDay, explanation.asOf)) }) : ''}</dd>
        </div>
        <div>
          <dt>{t.firstDay}</dt>
          <dd>{format.day(account.firstDay)}</dd>
          <dd className="vf-small vf-faint">{account.firstDay ? format.days(Math.max(0, daysBetween(account.firstDay, explanation.asOf))) : ''}</dd>
        </div>
      </dl>
      {detail.uncounted.length > 0 ? <p className="vf-note">{t.uncounted({ currencies: detail.uncounted.join(', '), reporting })} <Link to="/settings">{t.enterRates}</Link></p> : null}
    </section>
  );
}
