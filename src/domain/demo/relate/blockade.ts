import type { Level, WorkFunction } from '../../relate/coverage/scales.ts';
import type { LineKind, MapEvidence, MapField } from '../../relate/map/scales.ts';
import type { Words } from '../../select/model.ts';
import type { PersonKey } from '../story/people.ts';
import { words } from './told.ts';

/**
 * The blockade (破冰): a purchasing director keeps us from everybody who could judge our parts. A way through people leads to the head of
 * acoustics; he comes to our home city, sees the laboratory, and the map changes. All invented.
 */
export const BLOCKADE = {
  /** Place of the customer in the list: a prospect, maker of cockpits. */
  at: 171,
  project: words('Speakers for the new cockpit', '新座舱扬声器定点'),
  note: words('Fourteen speakers a car from the autumn after next. A rival has held the place for six years.', '后年秋季起每车14个扬声器；对手占了六年。'),
  people: {
    purchasing: { name: words('Liang Song', '梁嵩'), title: words('Purchasing director', '采购总监'), outside: false },
    head: { name: words('Fang Yi', '方屹'), title: words('Vice president, cockpit', '座舱事业部副总裁'), outside: false },
    acoustics: { name: words('Gu Wen', '顾闻'), title: words('Head of acoustics', '声学负责人'), outside: false },
    tester: { name: words('Xu Lan', '许岚'), title: words('Test engineer', '测试工程师'), outside: false },
    professor: { name: words('Shen Yanqiu', '沈砚秋'), title: words('Professor of acoustics', '声学教授'), outside: true },
  },
  university: words('University laboratory in our home city', '本地大学声学实验室'),
  unnamed: words('Quality director', '质量总监'),
  source: words('Trade fair, business cards', '展会名片'),
  ties: {
    student: words('Wrote his thesis in the professor’s laboratory', '在沈教授实验室做的毕业论文'),
    taught: words('Was her assistant for four years; they meet twice a year', '曾任其助教四年，每年见两次'),
  },
  holds: words('Writes to and calls them first', '由他先联系'),
  ask: {
    purpose: words('One afternoon in our laboratory, with the measurements of six months', '请他来我方实验室看半年的测量数据，一个下午就够'),
    forThem: words('Sees what keeps fourteen speakers in tune in a cold car', '看看冷车里14个扬声器怎样保持一致'),
    accepted: words('She gives a lecture here in three weeks; he comes to it.', '她三周后在本地讲课，他会来。'),
    introduced: words('Introduced after the lecture', '讲课后当面引荐'),
    met: words('Three hours in our laboratory, in our home city; nobody from purchasing with him', '在我们城市的实验室待了三个小时，采购没有人陪同'),
    thanked: words('Sent the professor the measurements she asked for', '把沈教授想要的测量数据送了过去'),
  },
} as const;
/** Where people of theirs stand, as somebody told it; of the others the title is read. */
export const STAND: Partial<Record<BlockadePerson, { readonly level: Level; readonly function: WorkFunction }>> = { head: { level: 'director', function: 'management' }, acoustics: { level: 'manager', function: 'engineering' } };

/** People of theirs who are on no map yet: whom one of us has met, or nobody. */
export const BESIDE: readonly { readonly name: Words; readonly title: Words; readonly stand?: { readonly level: Level; readonly function: WorkFunction }; readonly known?: { readonly by: PersonKey; readonly kind: 'met' | 'card'; readonly daysAgo: number; readonly evidence: Words } }[] = [
  { name: words('Luo Zheng', '罗征'), title: words('General manager', '总经理') },
  { name: words('Ma Lin', '马琳'), title: words('Quality manager', '质量部经理'), known: { by: 'zhao', kind: 'met', daysAgo: 60, evidence: words('Sat in twice when complaints were on the table', '谈投诉时两次在场') } },
  { name: words('Shi Yu', '石宇'), title: words('Supply chain manager', '供应链经理'), stand: { level: 'manager', function: 'supply_chain' }, known: { by: 'he', kind: 'met', daysAgo: 35, evidence: words('Weekly call on delivery dates', '每周对一次交期') } },
];
/** Where each of us stands. Our quality manager knows nobody there: that is the gap to see. */
export const OUR_PLACES: Readonly<Record<PersonKey, { readonly title: Words; readonly level: Level; readonly function: WorkFunction }>> = {
  lin: { title: words('Sales director', '销售总监'), level: 'director', function: 'sales' }, zhao: { title: words('Account manager', '客户经理'), level: 'lead', function: 'sales' }, su: { title: words('Account manager', '客户经理'), level: 'lead', function: 'sales' },
  chen: { title: words('Head of acoustics', '声学负责人'), level: 'manager', function: 'engineering' }, he: { title: words('Delivery manager', '交付经理'), level: 'manager', function: 'supply_chain' }, qian: { title: words('Quality manager', '质量部经理'), level: 'manager', function: 'quality' },
};
export type BlockadePerson = keyof typeof BLOCKADE.people;

interface Seen { readonly who: BlockadePerson; readonly field: MapField; readonly value: string; readonly evidence: MapEvidence; readonly daysAgo: number; readonly note: Words }
const seen = (daysAgo: number, who: BlockadePerson, field: MapField, value: string, evidence: MapEvidence, note: Words): Seen => ({ daysAgo, who, field, value, evidence, note });

/** What was seen of people, by the day on which it was noted. */
export const SEEN: readonly Seen[] = [
  seen(130, 'purchasing', 'role', 'buyer,gatekeeper', 'observed', words('Every meeting goes through him', '所有会面都要经过他')),
  seen(130, 'purchasing', 'authority', '4', 'document', words('Organisation chart of the handbook', '供应商手册的组织图')),
  seen(130, 'purchasing', 'stance', 'opposed', 'observed', words('Cancelled three meetings with development in a row', '连续三次取消我们与研发的会面')),
  seen(130, 'purchasing', 'closeness', 'several', 'observed', words('Four visits, always in his office', '拜访四次，都在他办公室')),
  seen(130, 'head', 'role', 'decider', 'document', words('Signs sourcing decisions above five million', '500万以上定点由他签字')),
  seen(130, 'head', 'authority', '5', 'document', words('Organisation chart of the handbook', '供应商手册的组织图')),
  seen(130, 'acoustics', 'role', 'evaluator', 'person', words('Said by the test engineer', '测试工程师所说')),
  seen(130, 'acoustics', 'authority', '3', 'document', words('Organisation chart of the handbook', '供应商手册的组织图')),
  seen(128, 'tester', 'role', 'user', 'observed', words('Runs the test bench', '负责测试台')),
  seen(128, 'tester', 'stance', 'supporter', 'observed', words('Asked for our samples at the trade fair', '展会上主动要样品')),
  seen(128, 'tester', 'closeness', 'brief', 'observed', words('Met at the trade fair', '展会上见过')),
  seen(52, 'acoustics', 'stance', 'supporter', 'observed', words('Wants our parts in the next round of samples, and wrote it to his test bench', '要求下一轮送样加入我方器件，并写给了测试台')),
  seen(52, 'acoustics', 'influence', 'inner', 'observed', words('His bench decides who is invited at all', '谁能参加，先看他的测试台')),
  seen(52, 'acoustics', 'closeness', 'several', 'observed', words('Lecture, dinner, three hours in the laboratory', '听课、晚餐、实验室三小时')),
  seen(50, 'professor', 'role', 'influencer,coach', 'observed', words('Told us whom to ask and what not to say', '告诉我们该问谁、别说什么')),
  seen(50, 'professor', 'closeness', 'depth', 'observed', words('Chen Bo worked in her laboratory for two years', '陈博在她实验室待过两年')),
  seen(50, 'professor', 'stance', 'champion', 'observed', words('Spoke for us before we came', '我们还没到，她先替我们说了话')),
  seen(40, 'purchasing', 'stance', 'opposed', 'observed', words('Asks why samples are tested that he has not ordered', '质问为什么测了他没下单的样品')),
  seen(30, 'head', 'stance', 'neutral', 'person', words('Told by the head of acoustics: he waits for the bench', '声学负责人转述：他在等测试台的结果')),
  seen(30, 'head', 'influence', 'inner', 'person', words('Told by the head of acoustics', '声学负责人转述')),
];

interface Drawn { readonly from: BlockadePerson; readonly to: BlockadePerson; readonly kind: LineKind; readonly weight: 1 | 2 | 3; readonly daysAgo: number; readonly note: Words }
/** Who has influence on whom, and who is at odds. */
export const DRAWN: readonly Drawn[] = [
  { from: 'professor', to: 'acoustics', kind: 'influence', weight: 3, daysAgo: 52, note: words('He asks her before each new material', '每换一种材料都先问她') },
  { from: 'acoustics', to: 'head', kind: 'influence', weight: 3, daysAgo: 50, note: words('The vice president reads his report first', '副总裁先看他的报告') },
  { from: 'purchasing', to: 'head', kind: 'influence', weight: 1, daysAgo: 50, note: words('On price only', '只谈价格') },
  { from: 'tester', to: 'acoustics', kind: 'influence', weight: 2, daysAgo: 50, note: words('Her curves are his report', '她的曲线就是他的报告') },
  { from: 'purchasing', to: 'acoustics', kind: 'conflict', weight: 2, daysAgo: 40, note: words('Quarrel about samples without an order', '为没下单的样品争执') },
];
