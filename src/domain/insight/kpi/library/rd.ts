import type { Kpi } from '../kpi.ts';

/** What developers are measured by. */
export const rd: readonly Omit<Kpi, 'function'>[] = [
  {
    key: 'time-to-market', name: { en: 'Time to market', zh: '新品上市周期' }, unit: { en: 'weeks', zh: '周' }, direction: 'down', words: ['time to market', 'launch', 'new product', 'development cycle', '上市', '新品', '研发周期', '开发周期'],
    measure: { en: 'Weeks from project start to first sale, median', zh: '从立项到首次销售的周数，取中位数' },
    needs: { en: 'Samples in days and an engineer who answers the same day, so that waiting for parts is never the longest line of the plan.', zh: '样品按天交、工程师当天回话，别让等料成为项目计划里最长的那条线。' },
    topics: [{ en: 'Where their last project lost weeks, and which of them were waiting for suppliers', zh: '上一个项目在哪几周耽误了，其中多少是等供应商' }, { en: 'Sample shop: three days from drawing to part', zh: '样品车间：图纸到样件三天' }],
  },
  {
    key: 'milestones', name: { en: 'Projects on schedule', zh: '项目里程碑按期率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['milestone', 'schedule', 'project delay', '里程碑', '项目进度', '延期'],
    measure: { en: 'Milestones reached by their date ÷ milestones due', zh: '按期达成的里程碑 ÷ 应达成里程碑' },
    needs: { en: 'A supplier whose part of the plan is visible week by week, with risks named before they are late.', zh: '供应商那一段进度每周看得见，风险在延误之前就说出来。' },
    topics: [{ en: 'One shared plan with our steps in it, and who speaks up when', zh: '一张共用的计划表：我们的节点放进去，出问题谁先开口' }],
  },
  {
    key: 'new-product-share', name: { en: 'Revenue from new products', zh: '新产品销售占比' }, unit: { en: '% of revenue', zh: '% 收入' }, direction: 'up', words: ['new products', 'innovation', 'new business', '新产品', '新业务', '创新'],
    measure: { en: 'Revenue of products younger than three years ÷ revenue', zh: '上市三年内产品收入 ÷ 总收入' },
    needs: { en: 'Ideas and parts that competitors do not have yet, shown early and kept quiet.', zh: '对手还没有的点子和部件，先给他们看，并且守得住口。' },
    topics: [{ en: 'Our roadmap for three years, and which step would be theirs first', zh: '我们三年的技术路线，哪一步可以让他们先用' }], levels: ['executive', 'head'],
  },
  {
    key: 'bom-cost', name: { en: 'Target cost of the bill of materials', zh: '物料目标成本达成率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['bom', 'target cost', 'design to cost', '目标成本', '物料成本', 'bom成本'],
    measure: { en: 'Projects at or under their target cost ÷ projects', zh: '达到目标成本的项目数 ÷ 项目数' },
    needs: { en: 'Cost advice while the drawing can still change, not after the tooling is cut.', zh: '图纸还能改的时候给成本建议，别等模具开完才说。' },
    topics: [{ en: 'A drawing review of two hours: what each tolerance costs', zh: '两小时图纸评审：每个公差值多少钱' }],
  },
  {
    key: 'first-sample-pass', name: { en: 'Samples approved at first try', zh: '样品一次通过率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['sample', 'prototype', 'first article', '样品', '送样', '打样', '首件'],
    measure: { en: 'Samples approved in the first round ÷ samples', zh: '首轮即通过的样品数 ÷ 样品总数' },
    needs: { en: 'Samples measured by their own method before they are sent, with the report in the box.', zh: '送样前按他们的方法先测一遍，报告跟样品一起到。' },
    topics: [{ en: 'Their test method against ours: one comparison on the same five pieces', zh: '同样五件，他们的测法和我们的测法对一次标' }],
  },
  {
    key: 'design-changes', name: { en: 'Engineering changes after release', zh: '发布后设计变更数' }, unit: { en: 'per project', zh: '次/项目' }, direction: 'down', words: ['engineering change', 'design change', 'ecn', '设计变更', '工程变更', '改版'],
    measure: { en: 'Change orders after release ÷ projects', zh: '发布后的变更单数 ÷ 项目数' },
    needs: { en: 'Somebody who says before release what cannot be made in series.', zh: '发布之前就有人告诉他们哪里量产做不了。' },
    topics: [{ en: 'Lessons of our last ten start-ups of series: what was changed late and why', zh: '我们最近十个量产项目的教训：后期都改了什么、为什么' }],
  },
  {
    key: 'performance-lead', name: { en: 'Key performance against the best rival', zh: '关键性能对标领先度' }, unit: { en: '% against best', zh: '% 对标' }, direction: 'up', words: ['performance', 'benchmark', 'specification', 'sound quality', '性能', '对标', '指标', '音质', '规格'],
    measure: { en: 'Own value ÷ value of the best product on the market, by key characteristic', zh: '本品关键参数 ÷ 市场最优产品参数' },
    needs: { en: 'Measured data beyond the data sheet, and the people who know what limits the part.', zh: '数据手册以外的实测数据，以及懂部件极限在哪的人。' },
    topics: [{ en: 'What limits this characteristic today, and which two ways lead past it', zh: '这项指标现在卡在哪，有哪两条路可走' }],
  },
  {
    key: 'platform-reuse', name: { en: 'Reuse of platforms and parts', zh: '平台化与通用件比例' }, unit: { en: '% of parts', zh: '% 零件' }, direction: 'up', words: ['platform', 'reuse', 'modular', 'standard part', '平台化', '通用件', '模块化', '标准件'],
    measure: { en: 'Parts used in two or more products ÷ parts', zh: '两款以上产品共用的零件数 ÷ 零件总数' },
    needs: { en: 'Families of parts that fit several of their products and stay available for years.', zh: '一个系列配多款产品，并且多年不停产。' },
    topics: [{ en: 'One family of parts for their next three products', zh: '用一个系列覆盖他们接下来三款产品' }],
  },
  {
    key: 'patents', name: { en: 'Patents granted', zh: '专利授权数' }, unit: { en: 'a year', zh: '件/年' }, direction: 'up', words: ['patent', 'intellectual property', '专利', '知识产权'],
    measure: { en: 'Patents granted in the year', zh: '当年授权专利件数' },
    needs: { en: 'Joint development with clear rules about who owns what.', zh: '联合开发，成果归谁事先说清。' },
    topics: [{ en: 'A joint development agreement on one page', zh: '一页纸的联合开发约定' }], levels: ['executive', 'head'],
  },
  {
    key: 'rd-budget', name: { en: 'R&D budget kept', zh: '研发预算执行率' }, unit: { en: '% of budget', zh: '% 预算' }, direction: 'hold', words: ['r&d budget', 'r&d spend', 'development budget', '研发预算', '研发投入', '研发费用'],
    measure: { en: 'R&D cost ÷ budget, by project', zh: '研发实际支出 ÷ 预算，按项目' },
    needs: { en: 'Tooling and samples at a price known beforehand, and test capacity they need not buy.', zh: '模具和样品费事先说定，测试能力不用自己买。' },
    topics: [{ en: 'Our test laboratory as an extension of theirs', zh: '把我们的实验室当作他们的延伸' }], levels: ['executive', 'head'],
  },
];
