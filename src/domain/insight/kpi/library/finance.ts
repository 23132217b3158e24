import type { Kpi } from '../kpi.ts';

/** What finance people are measured by. */
export const finance: readonly Omit<Kpi, 'function'>[] = [
  {
    key: 'cash-flow', name: { en: 'Operating cash flow', zh: '经营性现金流' }, unit: { en: 'million', zh: '百万元' }, direction: 'up', words: ['cash flow', 'cash', 'liquidity', '现金流', '资金'],
    measure: { en: 'Cash received − cash paid in operations', zh: '经营活动现金流入 − 流出' },
    needs: { en: 'Payment that follows their own receipts, without surprises at the end of the quarter.', zh: '付款节奏跟得上自己的回款，季末没有意外。' },
    topics: [{ en: 'Payment steps tied to their project’s receipts', zh: '付款节点跟着他们项目的回款走' }],
  },
  {
    key: 'ccc', name: { en: 'Cash conversion cycle', zh: '现金转换周期' }, unit: { en: 'days', zh: '天' }, direction: 'down', words: ['cash conversion', 'working capital', 'receivable', '现金转换', '营运资金', '应收'],
    measure: { en: 'Days of stock + days receivable − days payable', zh: '存货天数 + 应收天数 − 应付天数' },
    needs: { en: 'Less stock for the same service: consignment, shorter lead times.', zh: '同样保供、更少库存：寄售、短交期。' },
    topics: [{ en: 'What one day less of stock frees, and how we take part in it', zh: '少一天库存能放出多少现金，我们能出什么力' }],
  },
  {
    key: 'gross-margin', name: { en: 'Gross margin', zh: '毛利率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['gross margin', 'margin', 'profitability', '毛利', '利润率'],
    measure: { en: '(Revenue − cost of sales) ÷ revenue', zh: '（收入 − 销售成本）÷ 收入' },
    needs: { en: 'A cost they can plan for a year, and value their customers pay for.', zh: '一年内算得准的成本，以及能让他们客户愿意付钱的价值。' },
    topics: [{ en: 'Total cost against price: one product of theirs worked through', zh: '总成本而不是单价：拿他们一款产品算一遍' }],
  },
  {
    key: 'cost-ratio', name: { en: 'Operating cost ratio', zh: '费用率' }, unit: { en: '% of revenue', zh: '% 收入' }, direction: 'down', words: ['operating cost', 'expense', 'sg&a', 'efficiency', '费用率', '管理费用', '销售费用', '降本增效'],
    measure: { en: '(Selling + administration) ÷ revenue', zh: '（销售 + 管理费用）÷ 收入' },
    needs: { en: 'Fewer invoices, fewer corrections, one account to reconcile.', zh: '发票少、差错少、对账一次清。' },
    topics: [{ en: 'One monthly invoice and reconciliation by file', zh: '每月一张发票，文件自动对账' }],
  },
  {
    key: 'roic', name: { en: 'Return on capital', zh: '投资回报率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['roic', 'return on', 'investment return', 'payback', '投资回报', '回报率', '回收期'],
    measure: { en: 'Operating profit after tax ÷ capital employed', zh: '税后经营利润 ÷ 投入资本' },
    needs: { en: 'Investments with a payback they can check, or capacity they rent rather than buy.', zh: '投资回收期经得起核算，或者能力用租的、不用买。' },
    topics: [{ en: 'Payback of our proposal with their own figures, pessimistic case first', zh: '用他们自己的数算回收期，先算最坏的情况' }], levels: ['executive', 'head'],
  },
  {
    key: 'budget', name: { en: 'Budget kept', zh: '预算偏差率' }, unit: { en: '%', zh: '%' }, direction: 'hold', words: ['budget', '预算'],
    measure: { en: '|Actual − budget| ÷ budget', zh: '|实际 − 预算| ÷ 预算' },
    needs: { en: 'Prices that hold for the budget year, and no extras afterwards.', zh: '预算年度内价格不变，事后没有加价项。' },
    topics: [{ en: 'Price validity that follows their budget calendar', zh: '价格有效期跟他们的预算日历对齐' }],
  },
  {
    key: 'bad-debt', name: { en: 'Supplier and credit risk', zh: '供应商财务风险' }, unit: { en: '% of spend', zh: '% 采购额' }, direction: 'down', words: ['credit', 'rating', 'insolven', 'prepayment', '信用', '评级', '预付'],
    measure: { en: 'Spend with suppliers of weak rating ÷ spend', zh: '财务评级偏弱供应商的采购额 ÷ 总采购额' },
    needs: { en: 'A supplier whose books may be looked into, and no prepayments.', zh: '敢把报表拿出来看的供应商，且不要预付款。' },
    topics: [{ en: 'Our statements and our bank, open for questions', zh: '我们的报表和银行资信，随时可问' }],
  },
  {
    key: 'tax-compliance', name: { en: 'Tax and invoice compliance', zh: '税务与发票合规' }, unit: { en: 'findings', zh: '项' }, direction: 'down', words: ['tax', 'invoice', 'customs', '税务', '发票', '关务'],
    measure: { en: 'Findings of tax and customs audits', zh: '税务、海关检查发现项' },
    needs: { en: 'Papers that are right the first time: invoice, origin, customs code.', zh: '票据一次开对：发票、原产地、税号。' },
    topics: [{ en: 'The papers of one shipment, checked together once', zh: '拿一票货的全套单据一起核一遍' }],
  },
  {
    key: 'close-days', name: { en: 'Days to close the books', zh: '月结天数' }, unit: { en: 'days', zh: '天' }, direction: 'down', words: ['closing', 'month-end', 'reconcil', '月结', '结账', '对账'],
    measure: { en: 'Working days from month end to closed books', zh: '月末到关账的工作日数' },
    needs: { en: 'Statements of account by the second day, without open questions.', zh: '次月第二天就能对清账，没有悬案。' },
    topics: [{ en: 'Who sends which statement on which day', zh: '对账单谁、哪天、发给谁' }], levels: ['manager', 'specialist'],
  },
  {
    key: 'fx', name: { en: 'Currency and raw material exposure', zh: '汇率与原材料敞口' }, unit: { en: '% of cost', zh: '% 成本' }, direction: 'down', words: ['currency', 'exchange rate', 'raw material', 'commodity', '汇率', '原材料', '大宗'],
    measure: { en: 'Cost not hedged nor tied to an index ÷ cost', zh: '未对冲、未挂钩指数的成本 ÷ 总成本' },
    needs: { en: 'A rule for price changes that treats rise and fall alike.', zh: '调价有规则，涨跌一个算法。' },
    topics: [{ en: 'Index clause: base, band, interval, both directions', zh: '指数条款：基准、区间、周期、双向' }],
  },
];
