import { useState } from 'react';
import { monthOf } from '#domain/day.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { TradeChart } from '../chart/tradeChart.tsx';
import { Segments } from '../segments.tsx';
import { fillMonths } from './fillMonths.ts';

type Trade = Answer<'GET /api/accounts/{id}'>['trade'];
/** The score looks at the last twelve months; the two years before show where they come from. */
const SHOWN = 36;
const COUNTED = 12;

/** Trade by month and what serving the customer costs, one currency at a time. */
export function TradeSection({ trade, asOf }: { trade: Trade; asOf: string }) {
  const { account: t, portfolio: p } = useText();
  const format = useFormat();
  const [chosen, choose] = useState(0);
  const one = trade[chosen] ?? trade[0];
  if (!one) return null;
  const months = fillMonths(one.months, monthOf(asOf), SHOWN, (month) => ({ month, revenue: 0, credits: 0, cost: null, lines: 0, invoices: 0 })).map((month) => ({ month: month.month, revenue: month.revenue, credits: month.credits, margin: month.cost === null ? null : month.revenue - month.cost }));
  const served = one.costToServe.reduce((sum, part) => sum + part.cost, 0);
  const share = (minor: number): string => (one.revenue > 0 ? format.percent(minor / one.revenue) : '');
  return (
    <>
      <section className="vf-section">
        <div className="vf-spread">
          <h2>{t.trade}</h2>
          {trade.length > 1 ? <Segments label={p.currency} value={one.currency} options={trade.map((each) => ({ value: each.currency, text: each.currency }))} choose={(currency) => choose(trade.findIndex((each) => each.currency === currency))} /> : <span className="vf-small vf-faint">{one.currency}</span>}
        </div>
        <TradeChart
          months={months} counted={COUNTED} height={196} amountText={(minor) => format.money(minor, one.currency)} monthText={(month) => format.month(month)}
          label={t.tradeLabel({ currency: one.currency, from: format.month(months[0]?.month ?? '2000-01'), to: format.month(months.at(-1)?.month ?? '2000-01') })}
          describe={(month) => [
            t.tradeRevenue({ amount: format.moneyExact(month.revenue, one.currency) }),
            ...(month.margin === null ? [] : [t.tradeMargin({ amount: format.moneyExact(month.margin, one.currency) })]),
            ...(month.credits < 0 ? [t.tradeCredits({ amount: format.moneyExact(month.credits, one.currency) })] : []),
          ]}
        />
        <p className="vf-legend vf-small vf-quiet" aria-hidden>
          <span className="vf-key-bar">{t.legendRevenue}</span><span className="vf-key-before">{t.legendBefore}</span>
          {months.some((month) => month.margin !== null) ? <span className="vf-key-line">{t.legendMargin}</span> : null}
          {months.some((month) => month.credits < 0) ? <span className="vf-key-credit">{t.legendCredits}</span> : null}
        </p>
      </section>
      <section className="vf-section">
        <h2>{t.costToServe}</h2>
        <div className="vf-scroll-x" role="region" aria-label={t.costToServe} tabIndex={0}>
          <table className="vf-table vf-num vf-serve">
            <thead><tr><th>{t.driver}</th><th className="vf-right">{t.quantity}</th><th className="vf-right">{t.rate}</th><th className="vf-right">{t.amount}</th><th className="vf-right" /></tr></thead>
            <tbody>
              <tr><td>{t.revenue}</td><td /><td /><td className="vf-right">{format.moneyExact(one.revenue, one.currency)}</td><td className="vf-right vf-faint" /></tr>
              <tr><td>{t.marginLine}{one.margin === null ? <span className="vf-small vf-faint"> · {t.noCost}</span> : null}</td><td /><td /><td className="vf-right">{format.moneyExact(one.margin, one.currency)}</td><td className="vf-right vf-faint">{one.margin === null ? '' : share(one.margin)}</td></tr>
              {one.costToServe.map((part) => (
                <tr key={part.driver}>
                  <td>{t.drivers[part.driver]}</td>
                  <td className="vf-right">{part.driver === 'overdue' ? t.quantityOverdue({ amount: format.money(part.quantity, one.currency) }) : format.number(part.quantity)}</td>
                  <td className="vf-right">{part.driver === 'overdue' ? t.ratePerYear({ share: format.percent(part.rate * 365) }) : format.moneyExact(part.rate, one.currency)}</td>
                  <td className="vf-right">{part.cost === 0 ? format.moneyExact(0, one.currency) : format.moneyExact(-part.cost, one.currency)}</td>
                  <td className="vf-right vf-faint">{part.cost === 0 ? '' : share(-part.cost).replace('-', '−')}</td>
                </tr>
              ))}
              <tr className="vf-sum"><td>{t.contributionLine}</td><td /><td /><td className={`vf-right${one.contribution < 0 ? ' vf-negative' : ''}`}>{format.moneyExact(one.contribution, one.currency)}</td><td className="vf-right vf-faint">{share(one.contribution).replace('-', '−')}</td></tr>
            </tbody>
          </table>
        </div>
        <p className="vf-small vf-faint">{t.ratesLink}{served > 0 && one.revenue > 0 ? ` · ${t.servedShare({ share: format.percent(served / one.revenue) })}` : ''}</p>
      </section>
    </>
  );
}
