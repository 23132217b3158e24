import type { PositionFunction, PositionLevel } from '../../insight/kpi/kpi.ts';
import type { Words } from '../../select/model.ts';

/** A KPI of a position in the demo: by its key in the library; words that are missing are the library's. */
export interface DemoKpi<Key extends string> {
  readonly kpi: string;
  readonly target: Words;
  readonly importance: number;
  readonly need?: Words;
  readonly facts: readonly Key[];
  readonly topics: readonly Words[];
}
export interface DemoPosition<Key extends string> {
  readonly title: Words;
  readonly function: PositionFunction;
  readonly level: PositionLevel;
  readonly holder?: Words;
  readonly note: Words;
  readonly kpis: readonly DemoKpi<Key>[];
  /** Purpose of a talk for which a brief is made. */
  readonly brief?: Words;
}
const NOTHING: Words = { en: '', zh: '' };

/** Key positions of the maker of tablets: who is measured by returns, who by cost, who by a line that stops. */
export const TABLET_POSITIONS: readonly DemoPosition<'returns' | 'grading' | 'quality' | 'committee' | 'price' | 'cap' | 'second' | 'purchasing' | 'carbon' | 'glue' | 'weihai' | 'voice' | 'array' | 'education' | 'label'>[] = [
  {
    title: { en: 'Director of the quality division', zh: '质量事业部总监' }, function: 'quality', level: 'executive', holder: { en: 'Fang Qing', zh: '方晴' }, note: { en: 'A seat on the board since January.', zh: '1 月起进入管理委员会。' },
    kpis: [
      { kpi: 'field-failure', target: { en: 'half in two years', zh: '两年减半' }, importance: 5, need: { en: 'Sound faults out of the field returns: proof of lifetime under classroom load, not under ours.', zh: '把声音故障从退机里清掉：要按教室工况做的寿命证明，不是按我们的。' }, facts: ['returns'], topics: [{ en: 'Their classroom load on our test bench: a plan for six weeks', zh: '把教室工况搬到我们台架上：六周验证计划' }, { en: 'The three sound faults that come back most, and what we would test first', zh: '退回最多的三种声音故障，我们会先查什么' }] },
      { kpi: 'supplier-audits', target: { en: 'all grade A or B', zh: '全部 A、B 级' }, importance: 4, facts: ['grading'], topics: [{ en: 'Quality counts 40 of 100 in their grading: our record of eight half-years', zh: '评级里质量占 40 分：我们连续八个半年的记录' }] },
      { kpi: 'complaints', target: NOTHING, importance: 3, facts: [], topics: [] },
    ],
    brief: { en: 'Agree on a six-week test of our modules under classroom load', zh: '谈定六周教室工况验证计划' },
  },
  {
    title: { en: 'Head of purchasing, acoustics', zh: '声学采购部长' }, function: 'purchasing', level: 'head', note: { en: 'Reports to the chief operating officer since January.', zh: '1 月起向首席运营官汇报。' },
    kpis: [
      { kpi: 'cost-reduction', target: { en: '5 % a year, as we hear', zh: '据说每年 5%' }, importance: 5, need: { en: 'A cost path for school tablets that meets rivals below CNY 900 without a drop in returns.', zh: '教育平板的降本路线，顶得住对手 900 元以下的报价，退机又不反弹。' }, facts: ['price'], topics: [{ en: 'Where the cost of a speaker module sits, and three changes that take it out', zh: '一个扬声器模组的成本花在哪，有哪三处能省' }] },
      { kpi: 'supply-risk', target: { en: 'two sources per part', zh: '每种器件两家' }, importance: 4, facts: ['cap', 'second'], topics: [{ en: 'Our share under the cap of 75 %: which parts, in which plant', zh: '75% 上限之内怎么分：哪些器件、哪个工厂' }] },
      { kpi: 'esg-suppliers', target: NOTHING, importance: 2, facts: ['carbon'], topics: [{ en: 'Carbon of one part, ready to be copied into their file', zh: '单件碳足迹数据，拿去就能用' }] },
    ],
  },
  {
    title: { en: 'Project manager of the Weihai plant', zh: '威海新工厂项目经理' }, function: 'operations', level: 'manager', note: NOTHING,
    kpis: [
      { kpi: 'new-line-start', target: { en: 'end of next year', zh: '明年年底' }, importance: 5, facts: ['weihai'], topics: [{ en: 'A team of ours at the start-up: four weeks, what it does each day', zh: '投产期派驻小组：四周里每天做什么' }] },
      { kpi: 'line-stops', target: NOTHING, importance: 4, need: { en: 'Modules that snap in: the glue station stops four times a shift.', zh: '卡扣式模组：点胶工位每班要停四次。' }, facts: ['glue'], topics: [{ en: 'Snap-in modules for the new line, before its layout is frozen', zh: '新产线定布局之前，先定卡扣式模组' }] },
    ],
  },
];

/** Key positions of the maker of hearing aids. */
export const HEARING_POSITIONS: readonly DemoPosition<'tender' | 'selfTest' | 'drift' | 'spares' | 'million' | 'clean' | 'partner' | 'manager' | 'regulatory' | 'pairs' | 'aging' | 'danish' | 'medical'>[] = [
  {
    title: { en: 'General manager', zh: '总经理' }, function: 'management', level: 'executive', note: { en: 'Leads development himself.', zh: '亲自抓研发。' },
    kpis: [
      { kpi: 'strategic-projects', target: { en: 'a million screenings by 2028', zh: '2028 年筛查 100 万人次' }, importance: 5, need: { en: 'One acoustics partner for three years whose engineers sit with his.', zh: '三年只用一家声学伙伴，双方工程师坐在一起。' }, facts: ['million', 'partner'], topics: [{ en: 'Our aging curves over twelve months, before anything else', zh: '先看我们十二个月的老化曲线' }, { en: 'Engineers under one roof: who, from when, who owns what', zh: '工程师同一屋檐下：谁去、何时去、成果归谁' }] },
      { kpi: 'revenue-growth', target: NOTHING, importance: 4, facts: ['tender'], topics: [] },
    ],
    brief: { en: 'Be admitted to the last three in the choice of one acoustics partner', zh: '进入唯一声学伙伴的最后三家' },
  },
  {
    title: { en: 'Regulatory affairs and quality', zh: '法规事务与质量负责人' }, function: 'quality', level: 'head', note: NOTHING,
    kpis: [
      { kpi: 'field-failure', target: { en: 'drift below 3 dB in a year', zh: '一年漂移 3 分贝以内' }, importance: 5, facts: ['drift', 'aging'], topics: [{ en: 'Drift of our receivers over a year: each curve, not the mean', zh: '受话器一年漂移：看每一条曲线，不看平均值' }] },
      { kpi: 'audit-result', target: NOTHING, importance: 4, facts: ['medical', 'regulatory'], topics: [{ en: 'Our medical quality system and the file for a change of parts', zh: '我们的医疗质量体系，以及器件变更的资料包' }] },
    ],
  },
];
