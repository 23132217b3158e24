import type { Lens } from '../model.ts';
import { assessed, words } from './build.ts';

/** Look at the future (看未来): where the customer will stand in two or three years, and whether we fit together on the way. */
export const FUTURE: Lens = {
  key: 'future', name: words(['Future', '看未来']), weight: 35,
  factors: [
    {
      key: 'market', name: words(['Position in its market', '市场地位']), weight: 30, side: 'other',
      indicators: [
        assessed('marketShare', ['Market share', '市场份额'], 55, [
          ['Unknown in its market; no ranking names it', '市场上默默无闻，任何排名都不见'],
          ['A small follower in one region', '某一区域的小型跟随者'],
          ['Known in its niche; around tenth place', '在细分领域有名，约第十名'],
          ['Among the first five of its segment', '所在细分市场前五'],
          ['First or second, and setting prices or standards', '第一或第二，能影响价格或标准'],
        ]),
        assessed('brand', ['Brand', '品牌影响力'], 45, [
          ['Its name would harm us as a reference', '拿它做案例反而有损形象'],
          ['Its name means nothing to our other customers', '我们的其他客户没听说过它'],
          ['Known in its trade; a usable reference', '业内知名，可作案例'],
          ['Others in the trade ask us about the work for it', '同行会主动问起我们与它的合作'],
          ['Being its supplier opens doors elsewhere', '成为它的供应商，就敲开了别家的门'],
        ]),
      ],
    },
    {
      key: 'growth', name: words(['Growth, 2–3 years', '未来2–3年增长']), weight: 30, side: 'other',
      indicators: [
        assessed('growthOutlook', ['Growth of its business', '业务增长前景'], 55, [
          ['Its main products are being replaced; plants are closing', '主力产品正被替代，工厂在关停'],
          ['Shrinks more slowly than its market', '在萎缩，但慢于行业'],
          ['Grows with its market, a few per cent a year', '随行业增长，每年几个百分点'],
          ['Grows twice as fast as its market; orders on hand for a year', '增速为行业两倍，在手订单够一年'],
          ['New plants or products under way that should double it in three years', '新厂或新品在建，三年有望翻番'],
        ]),
        assessed('demandForUs', ['Demand for what we make', '对我方品类的需求'], 45, [
          ['Is designing our kind of product out', '正在设计中去掉我们这类产品'],
          ['Buys our kind rarely; no plan known', '很少采购我们这类产品，未见计划'],
          ['Steady need, second or third supplier wanted', '需求稳定，想要第二、第三家供应商'],
          ['A named project will need us within a year', '一年内有明确项目需要我们'],
          ['Several projects of the next years rest on what we make', '未来几年多个项目都依赖我们的产品'],
        ]),
      ],
    },
    {
      key: 'ownership', name: words(['Ownership', '企业性质']), weight: 10, side: 'other',
      indicators: [{
        kind: 'categorical', key: 'ownershipKind', name: words(['Kind of owner', '所有制类型']), weight: 100, missing: 'exclude',
        options: [
          { key: 'multinational', name: words(['Multinational, or listed abroad', '跨国公司或境外上市']), points: 90 },
          { key: 'listed', name: words(['Listed at home', '境内上市公司']), points: 85 },
          { key: 'state', name: words(['State-owned, central or provincial', '央企或省属国企']), points: 80 },
          { key: 'privateLarge', name: words(['Private, large, audited', '大型民营（经审计）']), points: 70 },
          { key: 'localState', name: words(['State-owned, city or county', '市县属国企']), points: 60 },
          { key: 'privateSmall', name: words(['Private, small or family-run', '中小民营或家族企业']), points: 45 },
          { key: 'opaque', name: words(['Owners not visible', '股东不透明']), points: 10 },
        ],
      }],
    },
    {
      key: 'fit', name: words(['Fit with us', '与我方的契合']), weight: 30, side: 'other',
      indicators: [
        assessed('strategicFit', ['Strategic fit', '战略契合'], 60, [
          ['Goes where we do not want to go, or builds what we sell', '方向与我们相反，或自己做我们卖的东西'],
          ['Needs only what we plan to give up', '只需要我们打算放弃的产品'],
          ['Needs what we make today; no common plan', '需要我们现有产品，没有共同规划'],
          ['Its plans for two years need what we are developing', '其两年规划需要我们在研的产品'],
          ['Its strategy names our field and we are asked to help shape it', '战略中点名我们的领域，并请我们参与规划'],
        ]),
        assessed('culturalFit', ['Cultural fit', '文化契合'], 40, [
          ['Expects favours or silence that our rules forbid', '期望我方规矩所禁止的好处或沉默'],
          ['Shouts, hides problems, blames', '训斥、隐瞒问题、推卸责任'],
          ['Different in pace and manners, but workable', '节奏和风格不同，但能合作'],
          ['Speaks openly, keeps its word, admits mistakes', '开诚布公，说到做到，敢于认错'],
          ['People of both firms seek each other out and learn from each other', '双方人员乐于往来，互相学习'],
        ]),
      ],
    },
  ],
};
