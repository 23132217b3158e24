import { assessed, computed, words } from '../general/build.ts';
import { asInGeneral } from '../general/reuse.ts';
import type { Lens } from '../model.ts';

/** Look at the past (看过去) in solar and new energy: does it live through a fall of prices, and does it pay. */
export const PAST: Lens = {
  key: 'past', name: words(['Past', '看过去']), weight: 45,
  factors: [
    {
      key: 'ownResults', name: words(["Customer's own results", '客户自身经营']), weight: 45, side: 'own',
      indicators: [
        asInGeneral('funding', 25),
        assessed('debt', ['Debt and refinancing', '负债与再融资'], 30, [
          ['Missed a bond or bank payment in the last year, or assets were frozen', '近一年债券或贷款违约，或资产被冻结'],
          ['Debt above 80 % of assets, carried from one short loan to the next', '资产负债率超过 80%，靠短贷滚动'],
          ['Debt about 70 %; the banks renew', '资产负债率约 70%，银行仍在续贷'],
          ['Debt below 60 %; plants are financed over their own life', '资产负债率低于 60%，电站贷款与运营期匹配'],
          ['Debt below 50 %, or a parent of investment grade stands in for it', '资产负债率低于 50%，或有投资级母公司担保'],
        ]),
        assessed('cycleProfit', ['Profit through the price cycle', '穿越价格周期的盈利'], 30, [
          ['Sells below its cash cost today; lines stand still', '现价低于现金成本，产线停开'],
          ['Earns only in years of rising prices', '只在涨价年份赚钱'],
          ['Breaks even at today\'s prices', '按当前价格盈亏平衡'],
          ['Earned money last year although prices fell', '去年价格下跌，仍有盈利'],
          ['Earned money through two falls of price; its cost is in the lowest third', '两轮降价都盈利，成本处于行业最低三分之一'],
        ]),
        asInGeneral('operatingRisk', 15),
      ],
    },
    {
      key: 'trade', name: words(['Our trade with it', '与我方的交易']), weight: 55, side: 'trade',
      indicators: [
        computed('revenue', ['Revenue, 12 months', '近12个月销售额'], 20, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' }),
        // Projects come in lumps: half more or less than last year says little.
        computed('revenueTrend', ['Revenue trend', '销售额趋势'], 8, { type: 'linear', floor: -0.7, target: 0.7 }),
        // Margins of the trade are thin: a quarter is excellent.
        computed('grossMargin', ['Gross margin', '毛利率'], 12, { type: 'linear', floor: 0, target: 0.25 }),
        computed('contribution', ['Profit after cost-to-serve', '扣除服务成本后的利润'], 20, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' }),
        computed('contributionMargin', ['Contribution margin', '贡献利润率'], 8, { type: 'linear', floor: 0, target: 0.2 }),
        computed('recency', ['Days since last sale', '距上次成交天数'], 6, { type: 'linear', floor: 540, target: 30 }),
        computed('frequency', ['Invoices, 12 months', '近12个月开票次数'], 2, { type: 'log', floor: 1, target: 24 }),
        computed('volatility', ['Volatility of monthly revenue', '月销售额波动'], 2, { type: 'linear', floor: 3, target: 0.5 }),
        // What is not paid when due is where money is lost here.
        computed('overdueShare', ['Overdue share', '逾期占比'], 16, { type: 'linear', floor: 0.6, target: 0 }),
        computed('returnShare', ['Return share', '退货占比'], 6, { type: 'linear', floor: 0.15, target: 0 }),
      ],
    },
  ],
};
