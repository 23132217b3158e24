import type { Kpi } from '../kpi.ts';

/** What buyers are measured by. */
export const purchasing: readonly Omit<Kpi, 'function'>[] = [
  {
    key: 'cost-reduction', name: { en: 'Purchase cost reduction', zh: '采购降本率' }, unit: { en: '% a year', zh: '%/年' }, direction: 'up', words: ['cost reduction', 'cost down', 'savings', 'cut costs', '降本', '成本下降', '降低采购成本'],
    measure: { en: '(Price last year − price now) × quantity ÷ spend last year', zh: '（去年单价 − 今年单价）× 采购量 ÷ 去年采购额' },
    needs: { en: 'Savings that stand up in the books: a lower cost of the whole part, not a discount that comes back as freight or scrap.', zh: '账上认得的降本：整件成本真降，而不是单价让一点、运费和报废又涨回来。' },
    topics: [{ en: 'Where the cost of this part really sits, and three changes of design or packing that take it out', zh: '这个件的成本到底花在哪，设计和包装上有哪三处能省' }, { en: 'A cost path over two years instead of a yearly quarrel about per cent', zh: '两年降本路线图，不再每年为几个点拉锯' }],
  },
  {
    key: 'on-time-supply', name: { en: 'Supplier on-time delivery', zh: '供应商准时交付率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['on time', 'on-time', 'delivery', 'late deliveries', '准时', '交付', '交期'],
    measure: { en: 'Order lines received on the agreed day ÷ order lines due', zh: '按约定日到货的订单行 ÷ 应到货订单行' },
    needs: { en: 'Dates that hold, and a warning days before one does not, with a way out.', zh: '说到做到的交期；万一有变，提前几天打招呼，并带着备选办法。' },
    topics: [{ en: 'Our delivery record line by line, and what we did after each miss', zh: '我们逐单的交付记录，每次没做到之后改了什么' }],
  },
  {
    key: 'supply-risk', name: { en: 'Single-source parts', zh: '独家供应物料占比' }, unit: { en: '% of spend', zh: '% 采购额' }, direction: 'down', words: ['single source', 'sole source', 'second source', 'supply risk', '独家', '二供', '备份供应商', '供应风险', '断供'],
    measure: { en: 'Spend on parts with one approved supplier ÷ all spend', zh: '只有一家合格供应商的物料采购额 ÷ 总采购额' },
    needs: { en: 'A second source that is approved before it is needed, without much work for their engineers.', zh: '出事之前就能认证好的第二货源，而且不给自己工程师添太多活。' },
    topics: [{ en: 'How we became second source elsewhere in ten weeks, and who did what', zh: '我们在别家十周做成二供的过程，各方分别做了什么' }, { en: 'Which of their parts would stop a line if one factory burned down', zh: '哪些物料一家工厂出事就停线' }],
  },
  {
    key: 'payment-terms', name: { en: 'Average payment terms', zh: '平均付款账期' }, unit: { en: 'days', zh: '天' }, direction: 'up', words: ['payment terms', 'payable', 'days payable', '账期', '应付', '付款周期'],
    measure: { en: 'Σ (terms × spend) ÷ spend', zh: '各供应商账期按采购额加权平均' },
    needs: { en: 'Longer terms without paying for them in the price, or a reason to keep them short that finance accepts.', zh: '账期拉长但单价不跟着涨；要么给财务一个能接受短账期的理由。' },
    topics: [{ en: 'What a day of terms is worth to both sides, worked out together', zh: '一天账期对双方各值多少钱，当面算一遍' }], levels: ['executive', 'head'],
  },
  {
    key: 'supplier-count', name: { en: 'Number of active suppliers', zh: '在册供应商数量' }, unit: { en: 'suppliers', zh: '家' }, direction: 'down', words: ['consolidat', 'supplier base', 'fewer suppliers', '供应商整合', '精简供应商', '集中采购'],
    measure: { en: 'Suppliers with an order in the last 12 months', zh: '近 12 个月有订单的供应商家数' },
    needs: { en: 'Fewer suppliers that each cover more, and one person to call.', zh: '少而强的供应商，一家多供几个品类，出了事找一个人就行。' },
    topics: [{ en: 'Which neighbouring parts we can take over, and with what proof', zh: '相邻品类里我们能接下哪些，凭什么接' }], levels: ['executive', 'head'],
  },
  {
    key: 'quote-cycle', name: { en: 'Sourcing cycle time', zh: '寻源定点周期' }, unit: { en: 'days', zh: '天' }, direction: 'down', words: ['sourcing', 'rfq', 'quotation', 'tender', '询价', '报价', '定点', '招标'],
    measure: { en: 'Days from request to nomination, median', zh: '从发出询价到定点的天数，取中位数' },
    needs: { en: 'Complete quotations within days, with the cost broken down so that no second round is needed.', zh: '几天内给完整报价，成本拆得清楚，省掉第二轮来回。' },
    topics: [{ en: 'A standing cost table that quotes a variant within one day', zh: '约定一张成本模型表，变型件一天出价' }],
  },
  {
    key: 'contract-share', name: { en: 'Spend under contract', zh: '框架协议覆盖率' }, unit: { en: '% of spend', zh: '% 采购额' }, direction: 'up', words: ['framework', 'contract', 'long-term agreement', '框架协议', '长协', '年度协议'],
    measure: { en: 'Spend under a framework agreement ÷ all spend', zh: '框架协议下的采购额 ÷ 总采购额' },
    needs: { en: 'A partner who signs quantity bands and price rules that survive a change of raw material prices.', zh: '愿意签量价框架的伙伴，原材料涨跌也有规则可依。' },
    topics: [{ en: 'A price formula tied to a public index, so that nobody has to reopen the contract', zh: '价格挂钩公开指数，行情变了也不必重谈合同' }],
  },
  {
    key: 'inventory-supplied', name: { en: 'Purchased stock on hand', zh: '采购库存天数' }, unit: { en: 'days', zh: '天' }, direction: 'down', words: ['inventory', 'stock', 'consignment', 'vmi', '库存', '寄售', '呆滞'],
    measure: { en: 'Purchased stock ÷ daily use', zh: '外购物料库存 ÷ 日均耗用' },
    needs: { en: 'Small lots at short notice, or stock that stays the supplier’s until it is used.', zh: '小批多次、随叫随到，或者用到才算账的寄售库存。' },
    topics: [{ en: 'Consignment stock: who carries what, and what happens to leftovers', zh: '寄售库存怎么做：谁担库存、呆滞怎么算' }],
  },
  {
    key: 'local-share', name: { en: 'Share of local sourcing', zh: '本地化采购率' }, unit: { en: '% of spend', zh: '% 采购额' }, direction: 'up', words: ['local', 'localis', 'localiz', '本地化', '国产化', '就近'],
    measure: { en: 'Spend with suppliers in the region of the plant ÷ all spend', zh: '工厂所在区域供应商采购额 ÷ 总采购额' },
    needs: { en: 'The same part from nearby, approved by the same standard, with engineers who can be there the same day.', zh: '同一标准认证的就近货源，工程师当天能到现场。' },
    topics: [{ en: 'A plant or warehouse near theirs: from which volume it pays', zh: '在他们厂边设厂或设仓：做到多大量划算' }],
  },
  {
    key: 'esg-suppliers', name: { en: 'Suppliers assessed for sustainability', zh: '供应商 ESG 审核覆盖率' }, unit: { en: '% of spend', zh: '% 采购额' }, direction: 'up', words: ['esg', 'sustainab', 'carbon', 'code of conduct', '可持续', '碳', '社会责任', '双碳'],
    measure: { en: 'Spend with suppliers assessed and passed ÷ all spend', zh: '已通过 ESG 审核的供应商采购额 ÷ 总采购额' },
    needs: { en: 'Papers that pass an audit the first time: working hours, energy, carbon per part.', zh: '一次过审的资料：工时、能耗、单件碳足迹。' },
    topics: [{ en: 'Our audit file and the carbon of one part, ready to be copied into theirs', zh: '我们的审核档案和单件碳数据，拿去就能用' }], levels: ['executive', 'head'],
  },
];
