import type { Lens } from '../model.ts';
import { assessed, words } from './build.ts';

/** Look at the present (看现在): how the customer runs its business, its suppliers and its quality, and how it behaves as a partner. */
export const PRESENT: Lens = {
  key: 'present', name: words(['Present', '看现在']), weight: 25,
  factors: [
    {
      key: 'process', name: words(['Business processes', '业务流程']), weight: 25, side: 'other',
      indicators: [
        assessed('processClarity', ['Clear processes', '流程清晰度'], 60, [
          ['Nobody can say who approves an order; it changes from case to case', '没人说得清订单由谁批准，每次都不一样'],
          ['Steps exist on paper, but calls to the boss decide', '纸面上有流程，实际靠找老板拍板'],
          ['Ordering and paying follow written steps; projects do not', '下单、付款按书面流程走，项目类事务则不然'],
          ['From requirement to payment each step has an owner we know', '从需求到付款，每一步都有我们认识的负责人'],
          ['Steps run in a system we can see into; times are kept and measured', '流程在系统中运行且对我方可见，时限有考核并兑现'],
        ]),
        assessed('planning', ['Reliable planning', '计划可靠性'], 40, [
          ['Orders and cancels by phone; no forecast', '电话下单、电话取消，没有预测'],
          ['Gives a forecast that misses by more than half', '有预测，偏差超过一半'],
          ['Quarterly forecast, off by about a third', '按季度给预测，偏差约三分之一'],
          ['Monthly rolling forecast, off by less than a fifth', '按月滚动预测，偏差小于两成'],
          ['Shares production plan and stock; takes what it forecast', '共享生产计划和库存，预测的量会买走'],
        ]),
      ],
    },
    {
      key: 'supplierManagement', name: words(['Supplier management', '供应商管理']), weight: 30, side: 'other',
      indicators: [
        assessed('supplierSelection', ['How it selects suppliers', '供应商选择'], 35, [
          ['By acquaintance; the reason for an award is never given', '凭关系选择，从不说明中选理由'],
          ['Three quotations, lowest price takes all', '三家比价，最低价通吃'],
          ['Written criteria, weights unknown to bidders', '有书面评价标准，权重不对投标方公开'],
          ['Criteria and weights are told beforehand; result explained on request', '事先公布标准和权重，可应询解释结果'],
          ['Total cost over the life of the part counts; every loser learns why', '按全生命周期成本评价，落选方都能得知原因'],
        ]),
        assessed('supplierCertification', ['How it certifies suppliers', '供应商认证'], 35, [
          ['No admission rules; anyone can be let in or thrown out any day', '没有准入规则，随时可进可出'],
          ['A questionnaire that nobody checks', '只填一张没人核对的调查表'],
          ['An audit at entry, by a list we can obtain', '准入时审核一次，清单可以拿到'],
          ['Entry audit and yearly review, with findings and deadlines in writing', '准入审核加年度复评，问题与期限书面明确'],
          ['Graded supplier list; a good grade visibly brings more orders', '供应商分级管理，等级好确实得到更多订单'],
        ]),
        assessed('supplierTreatment', ['Cooperation with suppliers', '对供应商的态度'], 30, [
          ['Threatens with rivals and charges back without proof', '拿竞争对手施压，无凭据扣款'],
          ['Squeezes prices every year, offers nothing for it', '年年压价，不给任何回报'],
          ['Correct but distant; talks with suppliers only about price and date', '规矩但疏远，只谈价格和交期'],
          ['Invites suppliers early into new products', '新产品早期就邀请供应商参与'],
          ['Has shared savings and grown with its suppliers over years', '与供应商共享降本收益，多年共同成长'],
        ]),
      ],
    },
    {
      key: 'qualitySystem', name: words(['Quality system', '质量体系']), weight: 20, side: 'other',
      indicators: [
        assessed('qualityPractice', ['Quality work', '质量管理水平'], 60, [
          ['Inspects at the end, if at all; no records', '只在最后检验甚至不检，没有记录'],
          ['Has a certificate on the wall; the shop floor does otherwise', '有证书，现场另一套'],
          ['Records exist; the same defects return', '有记录，但同样的缺陷反复出现'],
          ['Causes are found and removed within weeks, together with us', '数周内与我方一起找到并消除原因'],
          ['Prevents: data from the line are shared and lead to changes before defects', '重在预防：共享产线数据，缺陷发生前就改进'],
        ]),
        assessed('specifications', ['Clear specifications', '规格与标准明确'], 40, [
          ['"As last time": no drawing, no limits', '“照上次做”，没有图纸和公差'],
          ['Drawings without tolerances or test method', '有图纸，没有公差或检验方法'],
          ['Complete for running parts, open for new ones', '量产件齐全，新件常有空缺'],
          ['Complete and under change control; questions are answered in days', '齐全且受控变更，问题几天内有答复'],
          ['Agreed with us beforehand, with the same gauges on both sides', '事先与我方共同确认，双方量具一致'],
        ]),
      ],
    },
    {
      key: 'partnership', name: words(['Behaviour as a partner', '合作态度']), weight: 25, side: 'other',
      indicators: [
        assessed('realisticDemands', ['Realistic requirements', '要求合理性'], 35, [
          ['Demands what nobody in the market can deliver, and claims damages', '要求市场上无人能做到，还要索赔'],
          ['Dates and prices are dictated and moved again after the order', '单方定交期价格，下单后又改'],
          ['Hard, but can be talked about before the order', '要求高，但下单前可以商量'],
          ['Requirements come with their reason and are feasible', '要求说明理由，做得到'],
          ['Weighs demands with us: what a day or a tolerance costs', '与我方一起权衡：一天、一道公差值多少钱'],
        ]),
        assessed('fairAcceptance', ['Fair acceptance', '验收公平'], 35, [
          ['Acceptance is used to delay payment', '借验收拖延付款'],
          ['Rules change at the gate; protests do not help', '验收时改规则，申诉无用'],
          ['By agreed criteria, often late', '按约定标准验收，常常拖后'],
          ['By agreed criteria and on time; disputes are settled with data', '按约定标准按时验收，争议用数据解决'],
          ['Accepts on our own test data; disputes are rare', '认可我方检测数据，几乎没有争议'],
        ]),
        assessed('peopleCooperation', ['People cooperate', '人员配合'], 30, [
          ['Calls and mails stay unanswered; meetings are cancelled on the day', '电话邮件不回，会议当天取消'],
          ['Answers come only through one person and after reminders', '只有一个人对接，催了才回'],
          ['Working level answers within days', '工作层几天内回复'],
          ['Several functions work with us and prepare meetings', '多个部门与我方配合，会前有准备'],
          ['Calls us first when something goes wrong, on either side', '任何一方出问题，首先打电话给我们'],
        ]),
      ],
    },
  ],
};
