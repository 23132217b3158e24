import type { Block } from '../../blocks.ts';
import type { EvidenceKind, Words } from '../../select/model.ts';
import type { PersonKey } from '../story/people.ts';
import type { HEARING_AIDS } from './hearingAids.ts';
import type { Reading } from './reading.ts';
import type { TABLET_MAKER } from './tabletMaker.ts';

type KeyOf<R> = R extends Reading<infer Key> ? Key : never;
/** A place on the full view: block and point. */
type Place = readonly [Block, string];

/** A fact that no source says: heard, seen, concluded. */
export interface HeardFact { readonly at: Place; readonly statement: Words; readonly evidence: EvidenceKind; readonly source: Words; readonly daysAgo: number }
export interface SheetQuestion {
  readonly at: Place;
  readonly text: Words;
  readonly owner: PersonKey | null;
  /** Days before the last day of trade (negative: after it). */
  readonly askedAgo: number;
  readonly dueAgo: number | null;
  readonly answer?: { readonly text: Words; readonly ago: number; readonly fact?: Omit<HeardFact, 'at' | 'statement'> };
}
/** What the full view of a demo customer holds beyond the facts that were read in its sources. */
export interface Sheet<Key extends string> {
  readonly by: PersonKey;
  readonly places: Readonly<Record<Key, Place>>;
  readonly heard: readonly HeardFact[];
  readonly questions: readonly SheetQuestion[];
  readonly judgements: Readonly<Partial<Record<Block, Words>>>;
}

const development = { en: 'Head of audio development', zh: '声学研发负责人' };
const controller = { en: 'Finance controller, plant visit', zh: '财务经理，工厂走访时' };
const visit = { en: 'Plant visit, our notes', zh: '工厂走访，我方记录' };

/** The largest customer: known well enough for a first visit to the board. */
export const TABLET_SHEET: Sheet<KeyOf<typeof TABLET_MAKER>> = {
  by: 'zhao',
  places: {
    education: ['environment', 'customers'], price: ['environment', 'rivals'], label: ['environment', 'regulation'], array: ['environment', 'technology'], returns: ['strategy', 'goals'], voice: ['strategy', 'priorities'],
    lessons: ['businessDesign', 'offer'], glue: ['businessDesign', 'operations'], weihai: ['investment', 'plans'], grading: ['supply', 'criteria'], cap: ['supply', 'suppliers'], second: ['supply', 'suppliers'],
    committee: ['supply', 'process'], carbon: ['supply', 'admission'], purchasing: ['organisation', 'changes'], quality: ['organisation', 'structure'],
  },
  heard: [
    { at: ['environment', 'marketGrowth'], statement: { en: 'School tablets in its provinces grow by 11 % a year', zh: '所在省份教育平板每年增长11%' }, evidence: 'document', source: { en: 'Trade association, half-year report', zh: '行业协会半年报告' }, daysAgo: 60 },
    { at: ['strategy', 'horizon'], statement: { en: 'A third of tablet production is in Weihai by the end of next year', zh: '明年底三分之一平板产能在威海' }, evidence: 'person', source: controller, daysAgo: 24 },
    { at: ['strategy', 'initiatives'], statement: { en: 'The programme “Quiet classroom” runs since March under the head of audio development', zh: '“安静课堂”项目3月启动，由声学研发负责人牵头' }, evidence: 'person', source: development, daysAgo: 24 },
    { at: ['businessDesign', 'profitModel'], statement: { en: 'Services for schools bring 14 % of sales and 38 % of profit', zh: '学校服务占收入14%、利润38%' }, evidence: 'document', source: { en: 'Annual report, note on segments', zh: '年报分部附注' }, daysAgo: 205 },
    { at: ['businessDesign', 'valueChain'], statement: { en: 'Assembles itself; buys displays, batteries and all acoustics', zh: '整机自己组装；显示屏、电池和全部声学器件外购' }, evidence: 'observed', source: visit, daysAgo: 24 },
    { at: ['investment', 'budget'], statement: { en: 'The board has released CNY 210 of the 320 million', zh: '董事会已放行3.2亿元中的2.1亿元' }, evidence: 'person', source: controller, daysAgo: 24 },
    { at: ['investment', 'timing'], statement: { en: 'The lines for automatic assembly are ordered in February', zh: '自动化装配线2月下单' }, evidence: 'person', source: controller, daysAgo: 24 },
    { at: ['investment', 'demand'], statement: { en: 'Automatic assembly will need snap-in speaker modules from August', zh: '自动化装配8月起要用卡扣式扬声器模组' }, evidence: 'inferred', source: { en: 'From the glue station and the plan of the lines', zh: '由点胶工位与产线计划推断' }, daysAgo: 20 },
    { at: ['positions', 'who'], statement: { en: 'Heads of audio development and quality and the purchasing director decide on acoustics', zh: '声学研发、质量负责人与采购总监共同决定声学器件' }, evidence: 'person', source: development, daysAgo: 24 },
    { at: ['positions', 'kpis'], statement: { en: 'The head of quality is measured by field returns: 25 % fewer this year', zh: '质量负责人今年考核退机率下降25%' }, evidence: 'person', source: development, daysAgo: 24 },
    { at: ['positions', 'pressures'], statement: { en: 'Purchasing must show savings of 4 % by December', zh: '采购12月前须降本4%' }, evidence: 'hearsay', source: { en: 'A carrier’s sales manager', zh: '某物流商销售经理' }, daysAgo: 35 },
    { at: ['positions', 'review'], statement: { en: 'Purchasing was measured by delivery reliability alone', zh: '采购曾只考核准时交付' }, evidence: 'person', source: { en: 'Former buyer', zh: '前采购员' }, daysAgo: 690 },
    { at: ['supply', 'discontent'], statement: { en: 'The Dongguan maker was late three times in September', zh: '东莞厂9月三次晚交' }, evidence: 'observed', source: visit, daysAgo: 24 },
    { at: ['organisation', 'units'], statement: { en: 'Tablets in Qingdao and from next year in Weihai, laptops in Hefei', zh: '平板在青岛，明年起加威海；笔记本在合肥' }, evidence: 'person', source: controller, daysAgo: 24 },
    { at: ['winElements', 'trigger'], statement: { en: 'The module is chosen before the lines are ordered in February', zh: '2月产线下单前要定下模组' }, evidence: 'person', source: development, daysAgo: 24 },
    { at: ['winElements', 'rivals'], statement: { en: 'The Dongguan maker offers 6 % below us', zh: '东莞厂报价低我们6%' }, evidence: 'hearsay', source: { en: 'A carrier’s sales manager', zh: '某物流商销售经理' }, daysAgo: 35 },
  ],
  questions: [
    { at: ['winElements', 'decisionChain'], text: { en: 'Who speaks last in the parts committee, and who there is for us?', zh: '器件委员会谁最后拍板，谁支持我们？' }, owner: 'zhao', askedAgo: 40, dueAgo: 5 },
    { at: ['supply', 'spend'], text: { en: 'How much do they buy a year in speakers, receivers and microphones?', zh: '扬声器、受话器、麦克风他们一年各买多少？' }, owner: 'zhao', askedAgo: 22, dueAgo: -50 },
    { at: ['investment', 'funding'], text: { en: 'Is the rest of the money for Weihai released before February?', zh: '威海剩余资金2月前能否放行？' }, owner: 'lin', askedAgo: 20, dueAgo: -60 },
    { at: ['strategy', 'obstacles'], text: { en: 'What could delay Weihai?', zh: '什么会拖慢威海？' }, owner: 'lin', askedAgo: 20, dueAgo: null },
    { at: ['positions', 'needs'], text: { en: 'What does the head of quality want from us for 25 % fewer returns?', zh: '质量负责人要把退机降25%，需要我们做什么？' }, owner: 'zhao', askedAgo: 18, dueAgo: -45 },
    { at: ['environment', 'regulation'], text: { en: 'Does the energy label count the amplifier of the speaker too?', zh: '能效标识是否把功放也算进去？' }, owner: null, askedAgo: 15, dueAgo: null },
    { at: ['businessDesign', 'edge'], text: { en: 'What can they do in class that their rivals cannot?', zh: '课堂场景里他们会做而对手做不到的是什么？' }, owner: 'zhao', askedAgo: 15, dueAgo: -55 },
    { at: ['organisation', 'decisions'], text: { en: 'Up to which amount does purchasing decide alone?', zh: '多大金额采购可以自己定？' }, owner: 'zhao', askedAgo: 40, dueAgo: 20, answer: { text: { en: 'Above CNY 5 million a year the committee decides; below it purchasing alone.', zh: '每年500万元以上由器件委员会定，以下采购自己定。' }, ago: 24 } },
    { at: ['winElements', 'value'], text: { en: 'How did our module do in their drop test?', zh: '我们的模组在他们的跌落试验里表现如何？' }, owner: 'zhao', askedAgo: 30, dueAgo: 10, answer: { text: { en: 'Our snap-in module passed the drop test without glue', zh: '我方卡扣式模组免胶通过跌落试验' }, ago: 12, fact: { evidence: 'observed', source: { en: 'Test in their laboratory', zh: '客户实验室试验' }, daysAgo: 12 } } },
  ],
  judgements: {
    environment: { en: 'Price wars hit schools, not sound: who helps with class B and noise stays in the tender.', zh: '价格战打的是学校标，不是声音；能帮他过B级能效和降噪的，标里就有位置。' },
    strategy: { en: 'Fewer returns and far-field voice are the same wish: clean sound from us.', zh: '退机减半和远场语音其实是一件事：要我们把声音做干净。' },
    businessDesign: { en: 'They sell lessons, not tablets. Every stopped lesson costs them more than a speaker.', zh: '他们卖的是课，不是平板；断一堂课比一只扬声器贵得多。' },
    investment: { en: 'Whoever has the snap-in module by February is in Weihai for years.', zh: '2月前拿得出卡扣式模组的，往后几年都在威海。' },
    supply: { en: 'Our share stays below 75 %; growth comes from modules, not from more of the same.', zh: '份额到不了75%以上；增长要靠模组，不是多卖同样的料。' },
    winElements: { en: 'Ahead in technology, unknown in the committee: go there first.', zh: '技术占先，委员会没人熟：先补这一课。' },
  },
};

/** The small customer that promises most: understood before it is large, with what is still open asked. */
export const HEARING_SHEET: Sheet<KeyOf<typeof HEARING_AIDS>> = {
  by: 'su',
  places: {
    tender: ['environment', 'customers'], selfTest: ['businessDesign', 'edge'], drift: ['environment', 'regulation'], spares: ['environment', 'customers'], conversation: ['businessDesign', 'offer'], million: ['strategy', 'goals'],
    clean: ['investment', 'plans'], partner: ['strategy', 'priorities'], manager: ['organisation', 'decisions'], regulatory: ['supply', 'process'], pairs: ['supply', 'discontent'], aging: ['winElements', 'risks'], danish: ['winElements', 'rivals'],
    medical: ['supply', 'admission'],
  },
  heard: [
    { at: ['investment', 'timing'], statement: { en: 'The clean assembly starts in the autumn of next year', zh: '洁净装配明年秋季投产' }, evidence: 'document', source: { en: 'Company presentation for investors', zh: '投资者路演材料' }, daysAgo: 75 },
    { at: ['positions', 'who'], statement: { en: 'The general manager and regulatory affairs decide on a receiver', zh: '受话器由总经理与法规事务部定' }, evidence: 'observed', source: { en: 'Kick-off, our notes', zh: '启动会，我方记录' }, daysAgo: 28 },
    { at: ['environment', 'marketGrowth'], statement: { en: 'County hospitals are to screen every newborn from the year after next', zh: '后年起县级医院新生儿全员筛查' }, evidence: 'document', source: { en: 'Health commission, draft programme', zh: '卫健委项目征求意见稿' }, daysAgo: 90 },
    { at: ['environment', 'rivals'], statement: { en: 'Two makers from abroad hold the aids above CNY 10,000', zh: '两家国外品牌占据万元以上助听器' }, evidence: 'document', source: { en: 'Trade press, hearing issue', zh: '行业媒体听力专刊' }, daysAgo: 70 },
    { at: ['environment', 'technology'], statement: { en: 'Self-testing devices replace the sound booth', zh: '自检设备正在取代隔声室' }, evidence: 'document', source: { en: 'Trade press, hearing issue', zh: '行业媒体听力专刊' }, daysAgo: 70 },
    { at: ['strategy', 'horizon'], statement: { en: 'The plan runs to 2028', zh: '规划期到2028年' }, evidence: 'document', source: { en: 'Company presentation for investors', zh: '投资者路演材料' }, daysAgo: 75 },
    { at: ['strategy', 'initiatives'], statement: { en: 'Five suppliers of acoustics are reviewed until January; one stays', zh: '1月前评审五家声学供应商，只留一家' }, evidence: 'person', source: { en: 'Their head of operations', zh: '对方运营负责人' }, daysAgo: 28 },
    { at: ['businessDesign', 'profitModel'], statement: { en: 'Screening is sold at cost; the aid fitted afterwards earns the money', zh: '筛查按成本做，靠之后的验配赚钱' }, evidence: 'person', source: { en: 'Their general manager', zh: '对方总经理' }, daysAgo: 28 },
    { at: ['businessDesign', 'operations'], statement: { en: 'Assembles by hand in two shifts; every receiver is measured twice', zh: '两班手工装配，每只受话器测两遍' }, evidence: 'observed', source: { en: 'Kick-off, our notes', zh: '启动会，我方记录' }, daysAgo: 28 },
    { at: ['investment', 'demand'], statement: { en: 'About 300,000 receivers a year from the clean assembly', zh: '洁净装配每年约需30万只受话器' }, evidence: 'inferred', source: { en: 'From its area and the takt of the stations', zh: '由面积与工位节拍推断' }, daysAgo: 20 },
    { at: ['positions', 'pressures'], statement: { en: 'The head of operations loses a quarter of the receivers in sorting and is asked about it every week', zh: '运营负责人分选损失四分之一，每周被追问' }, evidence: 'person', source: { en: 'Their head of operations', zh: '对方运营负责人' }, daysAgo: 28 },
    { at: ['positions', 'needs'], statement: { en: 'Regulatory affairs wants one change file a year, not one a month', zh: '法规事务部希望变更一年一次，不要每月一次' }, evidence: 'person', source: { en: 'Their head of regulatory affairs', zh: '对方法规事务负责人' }, daysAgo: 28 },
    { at: ['supply', 'suppliers'], statement: { en: 'Five suppliers of acoustics, among them a Danish maker and us', zh: '声学供应商五家，含一家丹麦厂和我方' }, evidence: 'observed', source: { en: 'Kick-off, our notes', zh: '启动会，我方记录' }, daysAgo: 28 },
    { at: ['supply', 'criteria'], statement: { en: 'Certificate first, drift second, price third', zh: '先看认证，再看漂移，最后看价格' }, evidence: 'person', source: { en: 'Their head of operations', zh: '对方运营负责人' }, daysAgo: 28 },
    { at: ['organisation', 'structure'], statement: { en: 'Four people buy, under operations; regulatory affairs reports to the general manager', zh: '采购四人归运营，法规事务直接向总经理汇报' }, evidence: 'document', source: { en: 'Company presentation for investors', zh: '投资者路演材料' }, daysAgo: 75 },
    { at: ['winElements', 'value'], statement: { en: 'Pairs within 1 dB save them a quarter of all receivers', zh: '1分贝配对可为其省下四分之一受话器' }, evidence: 'inferred', source: { en: 'From the sorting they showed us', zh: '由其演示的分选推断' }, daysAgo: 20 },
    { at: ['winElements', 'trigger'], statement: { en: 'Deliveries to the hospitals begin in April', zh: '4月开始向医院交付' }, evidence: 'document', source: { en: 'Award of the hearing-screening programme', zh: '听力筛查项目中标公告' }, daysAgo: 110 },
  ],
  questions: [
    { at: ['winElements', 'decisionChain'], text: { en: 'Who besides the general manager must be convinced?', zh: '除了总经理，还要说服谁？' }, owner: 'su', askedAgo: 26, dueAgo: -48 },
    { at: ['supply', 'spend'], text: { en: 'How many receivers a year does the clean assembly need?', zh: '洁净装配一年要多少受话器？' }, owner: 'su', askedAgo: 26, dueAgo: -52 },
    { at: ['investment', 'funding'], text: { en: 'Is the CNY 45 million financed?', zh: '4500万元资金是否到位？' }, owner: 'lin', askedAgo: 25, dueAgo: 3 },
    { at: ['positions', 'kpis'], text: { en: 'What is the head of operations measured by?', zh: '运营负责人考核什么？' }, owner: null, askedAgo: 25, dueAgo: null },
  ],
  judgements: {
    strategy: { en: 'One partner for three years: whoever is in first stays in.', zh: '只要一家、一签三年：先进去的就留下。' },
    supply: { en: 'Pairing within 1 dB is what we can do and five others cannot.', zh: '1分贝配对，我们会做，那五家不会。' },
  },
};
