import type { Lens } from '../model.ts';
import { assessed, computed, words } from './build.ts';

/** Look at the past (看过去): has the customer money and does it earn money (15 of 40), and what is our trade with it worth (25 of 40). */
export const PAST: Lens = {
  key: 'past', name: words(['Past', '看过去']), weight: 40,
  factors: [
    {
      key: 'ownResults', name: words(["Customer's own results", '客户自身经营']), weight: 37.5, side: 'own',
      indicators: [
        assessed('funding', ['Funding', '资金实力'], 30, [
          ['Wages or suppliers were paid late in the last year, or accounts were frozen', '近一年拖欠过工资或货款，或账户被冻结'],
          ['Lives from order to order; asks for longer terms before every larger purchase', '靠订单周转，每次大额采购前都要求延长账期'],
          ['Pays from running business; larger investments wait for a bank or an investor', '日常付款正常，较大投资要等银行或股东的钱'],
          ['Cash covers a year of plans; bank lines are open and largely unused', '自有资金可支撑一年计划，银行授信大部分未动用'],
          ['Cash far above its debts; pays large purchases without financing', '现金远高于负债，大额采购无需融资即可付款'],
        ]),
        assessed('profitability', ['Profitability', '盈利能力'], 30, [
          ['Losses in each of the last three years', '最近三年连年亏损'],
          ['Losses in one of the last three years, or profit from subsidies only', '三年中有一年亏损，或利润主要来自补贴'],
          ['Small profit each year, below most firms of its trade', '年年微利，低于同行多数企业'],
          ['Profit at the level of the better half of its trade, for three years', '连续三年利润处于同行中上水平'],
          ['Among the most profitable of its trade, through a downturn as well', '利润率居同行前列，行业低谷时也如此'],
        ]),
        assessed('willingnessToSpend', ['Willingness to spend', '投入意愿'], 25, [
          ['Buys the lowest price only; has stopped projects over a few per cent', '只买最低价，曾因几个百分点叫停项目'],
          ['Has a budget but cuts it in most quarters', '有预算，但多数季度会被削减'],
          ['Spends the planned budget; more needs a long argument', '按预算执行，追加投入要反复论证'],
          ['Pays more for a shown gain in quality, time or cost of use', '看到质量、交期或使用成本的收益，愿意多付钱'],
          ['Puts money in ahead of need: pilots, joint development, second sources', '提前投入：试点、联合开发、第二供应来源'],
        ]),
        assessed('operatingRisk', ['Operating risk (5 = safe)', '经营风险（5 为安全）'], 15, [
          ['Insolvency, an investigation or a recall that threatens the firm is known', '已知存在破产、被调查或危及企业的召回'],
          ['One buyer or one product carries it, and that one is shrinking', '依赖单一买家或单一产品，且正在萎缩'],
          ['Lawsuits or changes at the top, without visible harm so far', '有诉讼或高层变动，暂未见实际影响'],
          ['Several lines of business; nothing unusual in registers and news for two years', '多条业务线，近两年工商与新闻无异常'],
          ['Spread over markets, insured, audited without remarks for years', '市场分散、投保充分、多年审计无保留意见'],
        ]),
      ],
    },
    {
      key: 'trade', name: words(['Our trade with it', '与我方的交易']), weight: 62.5, side: 'trade',
      indicators: [
        // Shares of our whole revenue: 0.02 % earns nothing, 5 % everything, so that the scale fits a company of any size and currency.
        computed('revenue', ['Revenue, 12 months', '近12个月销售额'], 22, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' }),
        computed('revenueTrend', ['Revenue trend', '销售额趋势'], 12, { type: 'linear', floor: -0.4, target: 0.4 }),
        computed('grossMargin', ['Gross margin', '毛利率'], 10, { type: 'linear', floor: 0, target: 0.4 }),
        computed('contribution', ['Profit after cost-to-serve', '扣除服务成本后的利润'], 18, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' }),
        computed('contributionMargin', ['Contribution margin', '贡献利润率'], 8, { type: 'linear', floor: 0, target: 0.3 }),
        computed('recency', ['Days since last sale', '距上次成交天数'], 8, { type: 'linear', floor: 365, target: 14 }),
        computed('frequency', ['Invoices, 12 months', '近12个月开票次数'], 6, { type: 'log', floor: 1, target: 52 }),
        computed('volatility', ['Volatility of monthly revenue', '月销售额波动'], 5, { type: 'linear', floor: 2, target: 0.3 }),
        computed('overdueShare', ['Overdue share', '逾期占比'], 6, { type: 'linear', floor: 0.5, target: 0 }),
        computed('returnShare', ['Return share', '退货占比'], 5, { type: 'linear', floor: 0.2, target: 0 }),
      ],
    },
  ],
};
