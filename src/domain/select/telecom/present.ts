import { assessed, words } from '../general/build.ts';
import { asInGeneral } from '../general/reuse.ts';
import type { Lens } from '../model.ts';

/** Look at the present (看现在) in telecom electronics: how one gets into a design, on the list and through the tender, and what happens then. */
export const PRESENT: Lens = {
  key: 'present', name: words(['Present', '看现在']), weight: 30,
  factors: [
    {
      key: 'designIn', name: words(['Design-in and admission', '设计导入与准入']), weight: 35, side: 'other',
      indicators: [
        assessed('designInAccess', ['How early we are asked', '导入时机'], 40, [
          ['We hear of a new product when the request for a price arrives', '收到询价单，才知道它有新产品'],
          ['We are asked after the schematic is frozen, as the second source', '原理图冻结后才找我们，只能做二供'],
          ['Purchasing gives us the specification while the design is open', '设计未冻结时，采购会把规格书给我们'],
          ['Its engineers bring requirements before the first board and test our samples', '首板之前研发就来提需求，并测试我们的样品'],
          ['Our part is named in its reference design or platform plan', '我们的器件写进了它的参考设计或平台规划'],
        ]),
        assessed('vendorList', ['List of approved suppliers', '合格供应商名录'], 35, [
          ['There is no list; any buyer can bring in or drop a source', '没有名录，采购员个人就能增减供应商'],
          ['There is a list, but nobody can say how one gets on it', '有名录，怎么进去没人说得清'],
          ['The steps are written: audit, samples, small lot; each takes longer than written', '步骤成文：审核、送样、小批量，但每一步都超期'],
          ['Steps and times are kept; a failed test comes with its data', '步骤和时限都能兑现，测试不过会给出数据'],
          ['Two approved sources a part, shares set each quarter by a score we can see', '每料两家合格源，按季度评分定份额，评分对我方公开'],
        ]),
        assessed('changeControl', ['Changes of design', '设计变更管理'], 25, [
          ['A message changes the drawing; the material we hold is our loss', '发条消息就改图，呆料算我们的'],
          ['Tells us of a change after the order has been placed', '下单之后才告诉我们有变更'],
          ['Written notices, a few days ahead', '有书面变更通知，只提前几天'],
          ['Notices a month ahead; pays for the material already bought', '提前一个月通知，已备的料由它承担'],
          ['We sit in its change meetings; last quantities are agreed in writing', '变更评审请我们参加，最后一批数量书面约定'],
        ]),
      ],
    },
    {
      key: 'supplyRhythm', name: words(['Forecast, tender, settlement', '预测、招标与对账']), weight: 30, side: 'other',
      indicators: [
        assessed('forecastAccuracy', ['Accuracy of its forecast', '预测准确度'], 45, [
          ['No forecast; orders arrive inside our lead time', '没有预测，订单交期比我们的生产周期还短'],
          ['Off by more than half in most months', '多数月份偏差超过一半'],
          ['Thirteen rolling weeks, off by about a third', '13 周滚动预测，偏差约三分之一'],
          ['Six rolling months, off by less than a fifth; who pays for leftover stock is in writing', '六个月滚动预测，偏差两成以内，呆滞责任书面约定'],
          ['Build plan and stock are shared by system; what was forecast is taken or paid for', '系统共享排产和库存，预测的量要么提走，要么买单'],
        ]),
        assessed('tendering', ['Tenders', '招标方式'], 30, [
          ['Price auctions by screen every quarter; the winner takes all', '每季度网上竞价，只看价格，赢家通吃'],
          ['A yearly e-tender; technology is scored for form, price decides', '年度电子招标，技术分走形式，价格定胜负'],
          ['E-tender with the shares of price and technology made known beforehand', '电子招标，价格分与技术分的比例事先公布'],
          ['Frame contract over a year or more; the awarded volumes are called off', '框架协议一年以上，中标份额按约执行'],
          ['Several years on open cost sheets with agreed steps of price', '多年协议，成本拆解透明，降价节奏事先商定'],
        ]),
        assessed('settlement', ['Receipt and settlement', '收货与对账'], 25, [
          ['Receipt is held back without a reason; every statement is disputed', '无故拖着不入库，每次对账都扯皮'],
          ['Settling a month takes more than two months', '一个月的货，对账要两个多月'],
          ['Monthly statement, small differences, settled within the month', '按月对账，偶有小差异，当月能了结'],
          ['Receipts and statements by system within days', '入库和对账都走系统，几天内完成'],
          ['Our parts go to the line without inspection; invoices follow by themselves', '我们的料免检上线，开票自动完成'],
        ]),
      ],
    },
    {
      key: 'quality', name: words(['Quality work', '质量协同']), weight: 20, side: 'other',
      indicators: [
        asInGeneral('qualityPractice', 50),
        assessed('failureAnalysis', ['Analysis of failures', '失效分析'], 50, [
          ['Every failure is laid at our door; no part comes back', '出了问题一律算我们的，从不退样'],
          ['Parts come back after months, without a word on how they were used', '几个月后才退样，不说明使用条件'],
          ['Failed parts come back with date, lot and place', '退回失效件，并附日期、批次和位置'],
          ['Gives test data and lets our engineers onto its line', '提供测试数据，允许我们工程师上产线看'],
          ['Causes are found together and go into the design rules of both', '联合找出根因，双方都写进设计规范'],
        ]),
      ],
    },
    {
      key: 'partnership', name: words(['Behaviour as a partner', '合作态度']), weight: 15, side: 'other',
      indicators: [asInGeneral('realisticDemands', 50), asInGeneral('peopleCooperation', 50)],
    },
  ],
};
