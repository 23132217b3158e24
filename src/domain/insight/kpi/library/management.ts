import type { Kpi } from '../kpi.ts';

/** What top management is measured by. */
export const management: readonly Omit<Kpi, 'function'>[] = [
  {
    key: 'revenue-growth', name: { en: 'Revenue growth', zh: '营业收入增长率' }, unit: { en: '% a year', zh: '%/年' }, direction: 'up', words: ['revenue', 'growth', 'sales target', '收入', '营收', '增长', '销售额'],
    measure: { en: 'Revenue ÷ revenue the year before − 1', zh: '本年收入 ÷ 上年收入 − 1' },
    needs: { en: 'Partners who grow with them: capacity ahead of demand, and ideas for the next market.', zh: '跟得上增长的伙伴：产能走在需求前面，还能带来新市场的思路。' },
    topics: [{ en: 'Their goal for three years, and which part of it needs suppliers to move first', zh: '三年目标里，哪一块要供应商先动起来' }, { en: 'What we see at their end customers', zh: '我们在终端客户那里看到的变化' }],
  },
  {
    key: 'profit', name: { en: 'Operating profit', zh: '经营利润' }, unit: { en: '% of revenue', zh: '% 收入' }, direction: 'up', words: ['operating profit', 'ebit', 'profit', 'earnings', '利润', '盈利', '净利'],
    measure: { en: 'Operating profit ÷ revenue', zh: '经营利润 ÷ 收入' },
    needs: { en: 'A proposal in figures of their profit, not of our product.', zh: '用他们的利润账讲方案，而不是讲我们的产品。' },
    topics: [{ en: 'One page: what our cooperation changes in their profit', zh: '一页纸：合作给他们的利润表带来什么变化' }],
  },
  {
    key: 'market-share', name: { en: 'Market share', zh: '市场占有率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['market share', 'competitor', 'rival', 'leader', '市场份额', '占有率', '竞争', '龙头'],
    measure: { en: 'Own sales ÷ sales of the market', zh: '本公司销量 ÷ 市场总销量' },
    needs: { en: 'Something their rivals do not get: an exclusive time, a faster version.', zh: '对手拿不到的东西：独家期，或更快的一版。' },
    topics: [{ en: 'Half a year ahead of the market: what each side puts in', zh: '领先市场半年：双方各投入什么' }],
  },
  {
    key: 'strategic-projects', name: { en: 'Strategic projects on track', zh: '战略项目达成率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['strateg', 'transformation', 'five-year', 'initiative', '战略', '转型', '规划', '重点项目'],
    measure: { en: 'Strategic projects on time and budget ÷ strategic projects', zh: '按期按预算推进的战略项目 ÷ 战略项目总数' },
    needs: { en: 'A counterpart of the same rank who decides when something is stuck.', zh: '对等级别的对口人，卡住的时候能当场拍板。' },
    topics: [{ en: 'A meeting of both managements twice a year, with three points each', zh: '每年两次高层会，双方各三件事' }],
  },
  {
    key: 'new-markets', name: { en: 'Revenue from new markets', zh: '新市场收入占比' }, unit: { en: '% of revenue', zh: '% 收入' }, direction: 'up', words: ['overseas', 'new market', 'export', 'international', '出海', '海外', '新市场', '国际化'],
    measure: { en: 'Revenue from regions and industries entered within three years ÷ revenue', zh: '近三年新进入区域和行业的收入 ÷ 总收入' },
    needs: { en: 'Suppliers who are approved and present where they are going.', zh: '他们去哪里，供应商在哪里就有资质、有人。' },
    topics: [{ en: 'What we learned when we went there', zh: '我们去那个市场踩过的坑' }],
  },
  {
    key: 'capacity-investment', name: { en: 'Investment projects on schedule', zh: '投资项目按期率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['invest', 'capex', 'new plant', 'expansion', '投资', '新建', '扩建', '扩产', '产业园'],
    measure: { en: 'Investment projects on time and within budget ÷ projects', zh: '按期且不超预算的投资项目 ÷ 项目总数' },
    needs: { en: 'Suppliers who plan their own capacity by that project, and commit to it in writing.', zh: '供应商按这个项目排产能，并且白纸黑字承诺。' },
    topics: [{ en: 'Their new plant and ours: the two time lines side by side', zh: '他们的新厂和我们的产能，两条时间线并排看' }],
  },
  {
    key: 'customer-satisfaction', name: { en: 'Satisfaction of their customers', zh: '客户满意度' }, unit: { en: 'points', zh: '分' }, direction: 'up', words: ['satisfaction', 'nps', 'brand', 'reputation', '满意度', '口碑', '品牌'],
    measure: { en: 'Customer survey, or recommenders − detractors', zh: '客户调查得分，或推荐者 − 贬损者' },
    needs: { en: 'Parts their customers notice for good, and none they notice for bad.', zh: '让他们的客户叫好的部件，绝不出让人投诉的部件。' },
    topics: [{ en: 'What their customers say about the function our part carries', zh: '终端用户怎么评价我们这个件承担的功能' }],
  },
  {
    key: 'resilience', name: { en: 'Resilience of supply', zh: '供应链韧性' }, unit: { en: 'weeks covered', zh: '周' }, direction: 'up', words: ['resilien', 'supply chain', 'geopolit', 'tariff', '供应链', '韧性', '自主可控', '关税'],
    measure: { en: 'Weeks production runs if the main source of a critical part fails', zh: '关键件主货源中断时可维持生产的周数' },
    needs: { en: 'Two plants, two routes, and a plan that has been practised.', zh: '两个工厂、两条通道、一份演练过的预案。' },
    topics: [{ en: 'Our plan for the loss of a plant, as practised last year', zh: '我们去年演练过的断产预案' }],
  },
  {
    key: 'esg', name: { en: 'Sustainability targets', zh: 'ESG 目标达成' }, unit: { en: '% of targets', zh: '% 目标' }, direction: 'up', words: ['esg', 'carbon', 'net zero', 'sustainab', '碳中和', '碳达峰', '双碳', '绿色', '可持续'],
    measure: { en: 'Targets of the year reached ÷ targets', zh: '当年达成的目标数 ÷ 目标数' },
    needs: { en: 'Carbon per part that is measured and falls, in the form their report asks for.', zh: '单件碳足迹有实测、逐年降，格式按他们的报告来。' },
    topics: [{ en: 'Carbon of our part, three steps down', zh: '我们这个件的碳足迹，三步怎么降' }],
  },
  {
    key: 'people', name: { en: 'Productivity per head', zh: '人均效能' }, unit: { en: 'thousand a head', zh: '千元/人' }, direction: 'up', words: ['productivity', 'per head', 'headcount', 'talent', '人均', '人效', '编制', '人才'],
    measure: { en: 'Revenue ÷ average headcount', zh: '收入 ÷ 平均人数' },
    needs: { en: 'Work that suppliers do for them, so that their people do what only they can.', zh: '供应商多干一步，让自己人去做只有自己能做的事。' },
    topics: [{ en: 'Which work of their engineers we could take over this year', zh: '今年能替他们工程师分担哪些活' }],
  },
];
