import { contact, item, NOTHING, words, type ToldPerson, type ToldRequest, type ToldTie } from './told.ts';
import type { HearingPerson } from './hearingPeople.ts';
import type { TabletPerson } from './tabletPeople.ts';
import type { PersonKey } from '../story/people.ts';

const YUNQI = words('Yunqi Communication', '云栖通信');
const WESTRIDGE = words('Westridge University', '西岭大学');
const MBA = words('Evening class of the business school', '商学院在职班');
const KNOWN = words('Known for years', '相识多年');

/** Whom our people know outside of customers: classmates, a class of the business school, colleagues of before, consultants. */
export const CIRCLE = {
  jiang: contact(words('Jiang Yan', '江砚'), words('Founder', '创始人'), words('Jiang Antenna Studio', '江砚天线工作室'), [item('career', KNOWN, words('Radio development', '射频开发'), YUNQI, '2012', '2017')]),
  bailu: contact(words('Bai Lu', '白露'), words('Purchasing consultant', '采购顾问'), words('Songhe Consulting', '松禾咨询'), [item('group', KNOWN, NOTHING, MBA, '2018', '2020')]),
  cen: contact(words('Cen Shu', '岑舒'), words('Head of a test laboratory', '检测中心主任'), words('Eastern Test Centre', '东方检测中心'), [item('education', KNOWN, words('Acoustics', '声学'), WESTRIDGE, '2008', '2012')]),
  tao: contact(words('Tao Ran', '陶然'), words('Editor', '编辑'), words('Sound and Device Monthly', '《声学与器件》月刊')),
  ruan: contact(words('Ruan Qi', '阮琦'), words('Partner', '合伙人'), words('Lakeside Law', '湖畔律师事务所'), [item('group', KNOWN, NOTHING, MBA, '2018', '2020')]),
  ge: contact(words('Ge Changqing', '葛长庆'), words('Retired head of purchasing', '退休采购总监'), NOTHING, [item('career', KNOWN, words('Purchasing', '采购'), words('Linhai Car Audio', '临海车载音响'), '2001', '2019')]),
  pu: contact(words('Pu Ning', '浦宁'), words('Investor', '投资人'), words('Seventh Field Capital', '七野资本')),
  yan: contact(words('Yan Xi', '严夕'), words('Chief of the trade association', '协会秘书长'), words('Association of Audio Makers', '音频制造协会')),
} as const satisfies Record<string, ToldPerson>;
export type CirclePerson = keyof typeof CIRCLE;
/** Everybody a tie or a request may name. */
export type Networked = CirclePerson | TabletPerson | HearingPerson;

/** Who brought whom. */
export const BROUGHT: Readonly<Record<CirclePerson, PersonKey>> = { jiang: 'su', bailu: 'su', cen: 'chen', tao: 'qian', ruan: 'lin', ge: 'qian', pu: 'lin', yan: 'zhao' };

export const TIES: readonly ToldTie<Networked>[] = [
  { by: 'su', a: null, b: 'jiang', kind: 'team', evidence: words('Sold base stations together for three years', '一起卖过三年基站'), lastDaysAgo: 20 },
  { by: 'su', a: null, b: 'bailu', kind: 'met', evidence: words('Evening class, two terms', '在职班两个学期'), lastDaysAgo: 70 },
  { by: 'su', a: null, b: 'devices', kind: 'met', evidence: words('Visit with samples', '送样拜访'), lastDaysAgo: 40 },
  { by: 'chen', a: null, b: 'cen', kind: 'classmates', evidence: words('One class, one dormitory', '同班同寝室'), lastDaysAgo: 33 },
  { by: 'chen', a: null, b: 'weihai', kind: 'team', evidence: words('Two nights on his line', '一起守过两个夜班'), lastDaysAgo: 24 },
  { by: 'chen', a: null, b: 'acoustics', kind: 'met', evidence: words('Weekly call on samples', '每周样品电话'), lastDaysAgo: 12 },
  { by: 'chen', a: 'cen', b: 'acoustics', kind: 'met', evidence: words('Certifies her microphones', '给她的麦克风做认证'), lastDaysAgo: 60 },
  { by: 'zhao', a: null, b: 'quality', kind: 'met', evidence: words('Three visits', '拜访三次'), lastDaysAgo: 40 },
  { by: 'qian', a: null, b: 'ge', kind: 'deal', evidence: words('First order of our company, years ago', '我司第一张订单'), lastDaysAgo: 150 },
  { by: 'qian', a: null, b: 'tao', kind: 'card', evidence: words('Card, trade fair', '展会名片'), lastDaysAgo: 420 },
  { by: 'he', a: null, b: 'office', kind: 'knows', evidence: words('Greets her at the reception', '前台打过招呼'), lastDaysAgo: 90 },
  { by: 'lin', a: null, b: 'designer', kind: 'club', evidence: words('Runs on Sundays', '周日一起长跑'), lastDaysAgo: 9 },
  { by: 'lin', a: null, b: 'ruan', kind: 'classmates', evidence: words('Evening class', '商学院同班'), lastDaysAgo: 26 },
  { by: 'lin', a: null, b: 'pu', kind: 'met', evidence: words('Two dinners', '吃过两次饭'), lastDaysAgo: 200, private: true },
  { by: 'zhao', a: null, b: 'yan', kind: 'met', evidence: words('Committee for standards', '标准委员会'), lastDaysAgo: 48 },
  { by: 'zhao', a: null, b: 'development', kind: 'card', evidence: words('Card after a talk', '讲座后换了名片'), lastDaysAgo: 35 },
  { by: 'zhao', a: 'yan', b: 'coo', kind: 'met', evidence: words('Board of the association', '协会理事会'), lastDaysAgo: 75 },
  { by: 'he', a: null, b: 'clinic', kind: 'team', evidence: words('A visit every month', '每月拜访'), lastDaysAgo: 20 },
  { by: 'he', a: null, b: 'line', kind: 'team', evidence: words('Four shifts together', '一起待过四个班'), lastDaysAgo: 24 },
  { by: 'he', a: 'clinic', b: 'general', kind: 'team', evidence: words('Colleagues for nine years', '共事九年'), lastDaysAgo: 30 },
];

/** Requests in every state: asked, agreed, passed on, declined. The thanks are in the story of the blockade. */
export const REQUESTS: readonly ToldRequest<Networked>[] = [
  {
    by: 'zhao', connector: 'he', way: ['office'], daysAgo: 38, dueInDays: -20, purpose: words('Half an hour with the chief operating officer', '约首席运营官半小时'), forThem: words('A short paper on stops of the line, ready to pass on', '一页停线分析，可直接转交'),
    steps: [{ state: 'declined', daysAgo: 34, note: words('We only greet each other; she would not do it for me.', '只是点头之交，她不会为我开口。') }],
  },
  {
    by: 'you', connector: 'su', way: ['jiang', 'development'], daysAgo: 12, dueInDays: 9, purpose: words('Show him that one tool makes both modules', '让他看到一套模具能做两种模组'), forThem: words('Drawings of the tool, before his freeze', '冻结之前先看到模具图'),
    steps: [{ state: 'accepted', daysAgo: 9, note: words('They still play chess; I call him this week.', '他们还常下棋，我这周就给他打电话。') }],
  },
  {
    by: 'you', connector: 'he', way: ['clinic', 'general'], daysAgo: 16, dueInDays: 14, purpose: words('Twelve months of aging curves, before the last three are named', '公布最后三家之前，给他看十二个月老化曲线'), forThem: words('Curves of every single receiver, the bad ones too', '每一只受话器的曲线，坏的也在'),
    steps: [{ state: 'accepted', daysAgo: 14, note: NOTHING }, { state: 'introduced', daysAgo: 6, note: words('She wrote to both of us.', '她给我们俩发了邮件。') }],
  },
  { by: 'zhao', connector: 'lin', way: ['designer', 'weihai', 'coo'], daysAgo: 3, dueInDays: 11, purpose: words('Numbers of the trial line, on his own site', '在他自己的现场讲试验线数据'), forThem: words('What four stops a shift cost him', '每班停四次，一年要他多少钱'), steps: [] },
];
