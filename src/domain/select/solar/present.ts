import { assessed, words } from '../general/build.ts';
import { asInGeneral } from '../general/reuse.ts';
import type { Lens } from '../model.ts';

/** Look at the present (看现在) in solar and new energy: payment by milestones, work on the site, central tenders. */
export const PRESENT: Lens = {
  key: 'present', name: words(['Present', '看现在']), weight: 25,
  factors: [
    {
      key: 'payment', name: words(['Payment', '付款与结算']), weight: 40, side: 'other',
      indicators: [
        assessed('milestonePayment', ['Payment by milestones', '里程碑付款'], 60, [
          ['Pays when its own client has paid, whatever the contract says', '业主付它，它才付我们，合同形同虚设'],
          ['An advance is agreed and seldom paid; the retention must be chased', '约定预付却很少付，质保金要反复催讨'],
          ['Advance, delivery and grid-connection money come one to two months late', '预付、到货、并网款各晚一两个月'],
          ['Every milestone is paid within 30 days; the retention on its day', '各节点 30 天内付清，质保金到期即退'],
          ['A letter of credit or a bank guarantee stands behind each milestone', '各节点都有信用证或银行保函'],
        ]),
        assessed('settlementMeans', ['Means of payment', '支付方式'], 40, [
          ['Offers goods or set-off in the place of money', '用实物或抵账代替付款'],
          ['Its own commercial paper, due in more than six months', '付自家商票，期限六个月以上'],
          ['Bank acceptances of six months', '付六个月银行承兑汇票'],
          ['Transfer within 60 days', '60 天内电汇'],
          ['Transfer in advance or on delivery', '预付或到货即电汇'],
        ]),
      ],
    },
    {
      key: 'siteWork', name: words(['Work on projects', '项目执行']), weight: 35, side: 'other',
      indicators: [
        assessed('siteReadiness', ['Delivery to the site', '现场与收货'], 40, [
          ['Calls for delivery without road, permit or crew; storage is our bill', '路没修、批文没下、人没到就催发货，仓储费算我们的'],
          ['Moves the date in the week of shipment', '发货当周改期'],
          ['Moves dates by weeks, and says so beforehand', '交期会推几周，能提前告知'],
          ['Dates hold within a week; unloading is prepared', '交期误差一周以内，卸货有准备'],
          ['Shares its site plan and pays storage when it is late', '共享施工计划，自己延误由自己付仓储费'],
        ]),
        assessed('technicalAgreement', ['Technical agreement', '技术协议'], 30, [
          ['Adds requirements after the award, free of charge', '中标后不断加要求，一律不加钱'],
          ['Agreement after production has begun', '投产之后才签技术协议'],
          ['Agreement before production; gaps are settled by talk', '投产前签好，缺项靠协商'],
          ['Complete with drawings and tests; a change has its price', '图纸和试验齐全，变更有价'],
          ['One standard made with us and used from project to project', '与我方共同定标准，各项目沿用'],
        ]),
        assessed('plantAcceptance', ['Acceptance and warranty', '验收与质保'], 30, [
          ['No acceptance without a discount', '不降价就不验收'],
          ['Our part waits for the whole plant, a year or more', '我方设备要等整站投运才验收，拖一年以上'],
          ['Accepted with grid connection, some months late', '随并网验收，晚几个月'],
          ['Our part is accepted by itself on written criteria', '按书面标准对我方设备单独验收'],
          ['Warranty claims come with data and are closed within a month', '质保索赔附数据，一个月内了结'],
        ]),
      ],
    },
    {
      key: 'tenders', name: words(['Tenders and admission', '招采与准入']), weight: 25, side: 'other',
      indicators: [
        assessed('centralTender', ['Central tenders', '集中采购招标'], 60, [
          ['The winner is known before the tender', '没开标就知道谁中标'],
          ['The lowest price wins, even below anybody\'s cost', '低于成本的最低价也能中标'],
          ['Price makes 60 % or more of the score; the rules are kept', '价格分占六成以上，按规则执行'],
          ['Cost per kilowatt-hour and service count; scores are published', '看度电成本和服务，得分公示'],
          ['Frame awards for a year, of which 80 % and more is called off', '年度框采，兑现率八成以上'],
        ]),
        asInGeneral('supplierCertification', 40),
      ],
    },
  ],
};
