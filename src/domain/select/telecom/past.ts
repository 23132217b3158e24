import { assessed, computed, words } from '../general/build.ts';
import { asInGeneral } from '../general/reuse.ts';
import type { Lens } from '../model.ts';

/** Look at the past (看过去) in telecom electronics: can it pay for its next platform, and what is our trade with it worth. */
export const PAST: Lens = {
  key: 'past', name: words(['Past', '看过去']), weight: 35,
  factors: [
    {
      key: 'ownResults', name: words(["Customer's own results", '客户自身经营']), weight: 35, side: 'own',
      indicators: [
        asInGeneral('funding', 25),
        asInGeneral('profitability', 25),
        assessed('rdInvestment', ['Spending on R&D', '研发投入'], 30, [
          ['Buys finished designs; has no engineers of its own', '直接买成品方案，没有自己的研发人员'],
          ['A small team adapts reference designs of chip makers', '小团队照着芯片原厂的参考设计做改款'],
          ['Spends about 5 % of sales; draws its own boards on bought platforms', '研发约占销售额 5%，板卡自研，平台外购'],
          ['Spends about 10 % of sales; owns its main platform and test labs', '研发约占销售额 10%，主平台自研，有自己的实验室'],
          ['Spends 15 % or more, through a downturn as well; sits in the standards bodies', '研发占 15% 以上，行业低谷也不减，参与标准制定'],
        ]),
        assessed('buyerSpread', ['Spread of its own buyers', '下游客户分散度'], 20, [
          ['One carrier or brand takes over 70 % of its output and is cutting back', '七成以上出货给单一运营商或品牌，且对方正在削减'],
          ['One buyer takes more than half, on a contract renewed each year', '过半出货给一家，合同一年一签'],
          ['Three to five buyers, all in one country', '三到五家买家，都在同一国家'],
          ['Buyers in several regions, none above 30 %', '多个区域都有买家，单家不超过三成'],
          ['Carriers, enterprises and industrial users on several continents; has survived the loss of a large one', '运营商、企业网、行业用户遍布各大洲，曾失去一家大客户仍能站稳'],
        ]),
      ],
    },
    {
      key: 'trade', name: words(['Our trade with it', '与我方的交易']), weight: 65, side: 'trade',
      indicators: [
        computed('revenue', ['Revenue, 12 months', '近12个月销售额'], 22, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' }),
        // A platform that ramps up doubles within a year, one that is phased out halves: the scale is wider than in general trade.
        computed('revenueTrend', ['Revenue trend', '销售额趋势'], 12, { type: 'linear', floor: -0.5, target: 0.5 }),
        computed('grossMargin', ['Gross margin', '毛利率'], 12, { type: 'linear', floor: 0.05, target: 0.35 }),
        computed('contribution', ['Profit after cost-to-serve', '扣除服务成本后的利润'], 18, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' }),
        computed('contributionMargin', ['Contribution margin', '贡献利润率'], 6, { type: 'linear', floor: 0, target: 0.25 }),
        computed('recency', ['Days since last sale', '距上次成交天数'], 5, { type: 'linear', floor: 270, target: 14 }),
        computed('frequency', ['Invoices, 12 months', '近12个月开票次数'], 5, { type: 'log', floor: 1, target: 52 }),
        // Serial parts are called off weekly: what swings is a forecast that was not kept.
        computed('volatility', ['Volatility of monthly revenue', '月销售额波动'], 10, { type: 'linear', floor: 1.5, target: 0.25 }),
        computed('overdueShare', ['Overdue share', '逾期占比'], 5, { type: 'linear', floor: 0.5, target: 0 }),
        // Returns of serial parts are counted per million; one in ten is a disaster.
        computed('returnShare', ['Return share', '退货占比'], 5, { type: 'linear', floor: 0.1, target: 0 }),
      ],
    },
  ],
};
