import type { StrategyKind } from '../../insight/strategy/strategyItem.ts';
import type { Horizon } from '../../insight/horizon.ts';
import type { Words } from '../../select/model.ts';
import type { PersonKey } from '../story/people.ts';
import type { HEARING_AIDS } from './hearingAids.ts';
import type { Reading } from './reading.ts';
import type { TABLET_MAKER } from './tabletMaker.ts';

type KeysOf<R> = R extends Reading<infer Key> ? Key : never;

/** A unit of the demo's organisations: its place in the list from 1, the place of the unit above, and what else is known. */
export interface DemoUnit { readonly parent: number | null; readonly name: Words; readonly function?: Words; readonly head?: Words; readonly people?: number }
export interface DemoOrganisation<Fact extends string> { readonly daysAgo: number; readonly source: Words; readonly units: readonly DemoUnit[]; readonly facts: readonly Fact[] }
/** What the demo's people have understood of a customer's strategy; earlier statements first. `inDays`: from the last day of trade. */
export interface DemoStrategy<Fact extends string> {
  readonly by: PersonKey;
  readonly business: readonly { readonly daysAgo: number; readonly sells: Words; readonly business: Words; readonly soNeeds: Words; readonly facts: readonly Fact[] }[];
  /** `amount` in major units of CNY. */
  readonly items: readonly { readonly kind: StrategyKind; readonly text: Words; readonly horizon: Horizon | null; readonly fromInDays?: number; readonly toInDays?: number; readonly amount?: number; readonly facts: readonly Fact[] }[];
  readonly organisations: readonly DemoOrganisation<Fact>[];
}

export const TABLET_STRATEGY: DemoStrategy<KeysOf<typeof TABLET_MAKER>> = {
  by: 'zhao',
  business: [
    { daysAgo: 190, sells: { en: 'Tablets and laptops', zh: '平板和笔记本' }, business: { en: 'Cheap devices for everybody', zh: '面向大众的低价设备' }, soNeeds: { en: 'The lowest price', zh: '最低的价格' }, facts: [] },
    { daysAgo: 20, sells: { en: 'Tablets and laptops', zh: '平板和笔记本' }, business: { en: 'Lessons that run without a technician in the room, heard in the last row', zh: '没有技术员也能上完、最后一排也听得清的课' }, soNeeds: { en: 'Sound that does not fail in the field, and a partner who is on site within a day', zh: '售后不出故障的声音，以及一天之内到场的伙伴' }, facts: ['lessons', 'education'] },
  ],
  items: [
    { kind: 'goal', text: { en: 'Halve returns in the field; every fifth is a sound fault', zh: '售后退机率减半，五分之一是声音故障' }, horizon: 'mid', toInDays: 525, facts: ['returns'] },
    { kind: 'goal', text: { en: 'Every second device with far-field voice', zh: '半数设备具备远场语音' }, horizon: 'long', toInDays: 1200, facts: ['voice'] },
    { kind: 'investment', text: { en: 'New plant in Weihai, 140 million of it for automatic assembly', zh: '威海新工厂，其中 1.4 亿元用于自动化装配' }, horizon: 'mid', fromInDays: -205, toInDays: 400, amount: 320_000_000, facts: ['weihai', 'glue'] },
    { kind: 'investment', text: { en: 'A four-microphone array of its own for far-field voice', zh: '自有远场语音四麦阵列' }, horizon: null, facts: ['array'] },
    { kind: 'goal', text: { en: 'Win back school tenders that went to tablets below CNY 900', zh: '夺回被 900 元以下平板抢走的学校招标' }, horizon: 'short', toInDays: 300, facts: [] },
    { kind: 'scope', text: { en: 'Education first; models for public tenders in energy class B or better', zh: '教育优先；公共采购机型能效 B 级以上' }, horizon: null, facts: ['education', 'label'] },
    { kind: 'scope', text: { en: 'No phones any more', zh: '不再做手机' }, horizon: null, facts: [] },
  ],
  organisations: [
    {
      daysAgo: 330, source: { en: 'Supplier handbook, edition 6', zh: '供应商手册 第6版' }, facts: [],
      units: [
        { parent: null, name: { en: 'Management', zh: '经营管理委员会' }, head: { en: 'Chief executive', zh: '总裁' }, people: 5200 },
        { parent: 1, name: { en: 'Finance', zh: '财务中心' }, head: { en: 'Chief financial officer', zh: '财务总监' }, people: 130 },
        { parent: 2, name: { en: 'Purchasing', zh: '采购部' }, function: { en: 'Decides the share of each supplier', zh: '决定供应商份额' }, head: { en: 'Head of purchasing', zh: '采购总监' }, people: 46 },
        { parent: 1, name: { en: 'Operations', zh: '运营中心' }, head: { en: 'Chief operating officer', zh: '首席运营官' }, people: 3900 },
        { parent: 4, name: { en: 'Production engineering', zh: '生产工程部' }, people: 210 },
        { parent: 4, name: { en: 'Quality', zh: '质量部' }, function: { en: 'Approves new parts', zh: '批准新器件' }, head: { en: 'Head of quality', zh: '质量总监' }, people: 160 },
        { parent: 1, name: { en: 'Development', zh: '研发中心' }, function: { en: 'Proposes new parts', zh: '提名新器件' }, head: { en: 'Head of development', zh: '研发总监' }, people: 640 },
        { parent: 7, name: { en: 'Acoustics', zh: '声学组' }, people: 24 },
      ],
    },
    {
      daysAgo: 190, source: { en: 'Annual report, organisation', zh: '年度报告·组织' }, facts: ['purchasing', 'quality'],
      units: [
        { parent: null, name: { en: 'Management', zh: '经营管理委员会' }, head: { en: 'Chief executive', zh: '总裁' }, people: 5600 },
        { parent: 1, name: { en: 'Finance', zh: '财务中心' }, head: { en: 'Chief financial officer', zh: '财务总监' }, people: 130 },
        { parent: 1, name: { en: 'Operations', zh: '运营中心' }, head: { en: 'Chief operating officer', zh: '首席运营官' }, people: 4100 },
        { parent: 3, name: { en: 'Purchasing', zh: '采购部' }, function: { en: 'Decides the share of each supplier', zh: '决定供应商份额' }, head: { en: 'Head of purchasing', zh: '采购总监' }, people: 52 },
        { parent: 3, name: { en: 'Production engineering', zh: '生产工程部' }, people: 260 },
        { parent: 3, name: { en: 'Weihai plant', zh: '威海工厂' }, head: { en: 'Plant manager', zh: '厂长' }, people: 300 },
        { parent: 1, name: { en: 'Quality', zh: '质量部' }, function: { en: 'Approves new parts', zh: '批准新器件' }, head: { en: 'Board member for quality', zh: '质量事业部总经理' }, people: 175 },
        { parent: 1, name: { en: 'Development', zh: '研发中心' }, function: { en: 'Proposes new parts', zh: '提名新器件' }, head: { en: 'Head of development', zh: '研发总监' }, people: 680 },
        { parent: 8, name: { en: 'Acoustics and voice', zh: '声学与语音组' }, people: 38 },
      ],
    },
  ],
};

export const HEARING_STRATEGY: DemoStrategy<KeysOf<typeof HEARING_AIDS>> = {
  by: 'su',
  business: [{ daysAgo: 25, sells: { en: 'Hearing aids and screening devices', zh: '助听器和筛查设备' }, business: { en: 'Giving people back their part in the conversation, from the screening on', zh: '从筛查开始，让人重新加入谈话' }, soNeeds: { en: 'Receivers that keep their calibration for a year, in pairs, from one partner', zh: '一年不漂移、成对供货的受话器，由一家伙伴供齐' }, facts: ['conversation', 'partner', 'drift'] }],
  items: [
    { kind: 'goal', text: { en: 'One million screenings a year', zh: '每年筛查 100 万人次' }, horizon: 'mid', toInDays: 900, facts: ['million'] },
    { kind: 'goal', text: { en: 'Equip 240 county hospitals within three years', zh: '三年内装备 240 家县级医院' }, horizon: 'mid', fromInDays: 150, toInDays: 1090, amount: 86_000_000, facts: ['tender'] },
    { kind: 'investment', text: { en: 'Clean assembly for receivers in Shenzhen', zh: '深圳受话器洁净装配' }, horizon: 'short', toInDays: 330, amount: 45_000_000, facts: ['clean'] },
    { kind: 'scope', text: { en: 'From the screening to the device in the ear; spare parts for ten years', zh: '从筛查到耳中的设备；备件十年' }, horizon: null, facts: ['conversation', 'spares'] },
    { kind: 'scope', text: { en: 'No consumer earphones', zh: '不做消费类耳机' }, horizon: null, facts: [] },
  ],
  organisations: [{
    daysAgo: 75, source: { en: 'Company presentation for investors', zh: '投资者路演材料' }, facts: ['manager', 'regulatory'],
    units: [
      { parent: null, name: { en: 'General management', zh: '总经理室' }, head: { en: 'General manager', zh: '总经理' }, people: 140 },
      { parent: 1, name: { en: 'Development', zh: '研发部' }, head: { en: 'General manager', zh: '总经理' }, people: 35 },
      { parent: 1, name: { en: 'Operations', zh: '运营部' }, head: { en: 'Head of operations', zh: '运营负责人' }, people: 70 },
      { parent: 3, name: { en: 'Purchasing', zh: '采购组' }, people: 4 },
      { parent: 1, name: { en: 'Regulatory affairs', zh: '法规事务部' }, function: { en: 'Signs every change of a part', zh: '器件变更须其签字' }, head: { en: 'Head of regulatory affairs', zh: '法规事务负责人' }, people: 6 },
    ],
  }],
};
