import { item, NOTHING, outsider, person, words, type ToldLine, type ToldMap, type ToldMark } from './told.ts';
import type { MapEvidence, MapField } from '../../relate/map/scales.ts';
import type { PersonKey } from '../story/people.ts';
import type { Words } from '../../select/model.ts';

const CARD = words('Business card, visit to the Weihai site', '威海走访时交换的名片');
const REPORT = words('Annual report, organisation', '年度报告·组织');
const SAID = words('Told us himself over lunch', '午餐时本人所说');
const WESTRIDGE = words('Westridge University', '西岭大学');
const YUNQI = words('Yunqi Communication', '云栖通信');

/** Place of the maker of tablets in the list of customers. */
export const TABLET_AT = 0;

/** People of the maker of tablets: some of them decide about one project and merely use another. */
export const TABLET_PEOPLE = {
  coo: person(words('He Xiao', '贺骁'), words('Chief operating officer', '首席运营官'), [item('interest', SAID, words('Runs half marathons', '跑半程马拉松')), item('group', SAID, NOTHING, words('Harbour Runners', '滨海长跑会'), '2021')]),
  quality: person(words('Fang Qing', '方晴'), words('Director of the quality division', '质量事业部总监'), [item('career', REPORT, words('Quality engineer for car audio', '车载音响质量工程师'), words('Linhai Car Audio', '临海车载音响'), '2009', '2016')]),
  weihai: person(words('Shen Yifan', '沈亦帆'), words('Project manager, Weihai plant', '威海工厂项目经理'), [item('home_town', SAID, words('Qinzhou', '沁州')), item('interest', SAID, words('Sea fishing', '海钓')), item('family', SAID, words('A child begins school this autumn; he is at home on Fridays', '孩子今年秋天上小学，周五都回家'))]),
  development: person(words('Luo Wei', '罗维'), words('Head of development', '研发总监'), [item('career', REPORT, words('Radio development', '射频开发'), YUNQI, '2010', '2016'), item('education', REPORT, words('Electronics', '电子工程'), words('Northlake Institute of Technology', '北湖工学院'), '2003', '2010')]),
  acoustics: person(words('Ding Yihe', '丁一禾'), words('Acoustics engineer', '声学工程师'), [item('education', CARD, words('Acoustics', '声学'), WESTRIDGE, '2009', '2013')]),
  line: person(words('Yuan Lei', '袁磊'), words('Head of production engineering', '生产工程部部长'), [item('phone', CARD, words('+86 631 5550 1188', '+86 631 5550 1188'))]),
  supply: person(words('Ke Ming', '柯明'), words('Supply chain manager, acoustics', '声学供应链经理')),
  office: person(words('Miao Qing', '苗青'), words('Head of the executive office', '总裁办主任')),
  designer: outsider(words('Feng Jibai', '冯既白'), words('Plant designer', '工厂设计师'), words('Haiyu Design Institute', '海屿设计院'), [item('group', SAID, NOTHING, words('Harbour Runners', '滨海长跑会'), '2019')]),
} as const;
export type TabletPerson = keyof typeof TABLET_PEOPLE;

type Mark = ToldMark<TabletPerson>;
type Line = ToldLine<TabletPerson>;
const mark = (daysAgo: number, who: TabletPerson, field: MapField, value: string, evidence: MapEvidence, note: Words): Mark => ({ daysAgo, who, field, value, evidence, note });
const held = (daysAgo: number, who: TabletPerson, by: PersonKey): Mark => mark(daysAgo, who, 'held_by', by, 'observed', words('Writes and calls first', '由他先联系'));
const line = (daysAgo: number, from: TabletPerson, to: TabletPerson, weight: 1 | 2 | 3, note: Words, more: Partial<Line> = {}): Line => ({ daysAgo, from, to, weight, kind: 'influence', evidence: 'observed', note, ...more });
const ORGANISATION = words('Annual report, organisation', '年度报告·组织');
const COMMITTEE = words('Supplier handbook: quality approves, purchasing decides the share', '供应商手册：质量批准、采购定份额');

/** Snap-in modules for the new plant: operations decides, quality approves. */
export const WEIHAI_MAP: ToldMap<TabletPerson> = {
  project: words('Snap-in speakers for the Weihai plant', '威海新工厂卡扣式扬声器'), note: words('Three lines, 1.2 million modules a year; the layout is frozen in spring.', '三条线，每年 120 万只模组，明年春天定布局。'), daysAgo: 150, by: 'zhao',
  people: ['coo', 'quality', 'weihai', 'development', 'acoustics', 'line', 'supply', 'office', 'designer'], places: [{ who: 'line', x: -424, y: 280 }], unnamed: [words('Chief financial officer', '财务总监'), words('Head of purchasing, acoustics', '声学采购部长')],
  marks: [
    mark(148, 'coo', 'authority', '5', 'document', ORGANISATION), mark(148, 'quality', 'authority', '4', 'document', ORGANISATION), mark(148, 'development', 'authority', '4', 'document', ORGANISATION), mark(148, 'line', 'authority', '3', 'document', ORGANISATION),
    mark(148, 'weihai', 'authority', '3', 'document', ORGANISATION), mark(148, 'office', 'authority', '3', 'document', ORGANISATION), mark(148, 'supply', 'authority', '2', 'inferred', words('Signs orders below two million', '200 万以下订单由他签')), mark(148, 'acoustics', 'authority', '2', 'observed', words('Met at the test bench', '测试台旁见过')),
    mark(148, 'coo', 'role', 'decider', 'document', words('Investment of the plant is his', '新工厂投资由他负责')), mark(148, 'quality', 'role', 'approver', 'document', COMMITTEE), mark(148, 'weihai', 'role', 'evaluator', 'observed', words('Chooses the stations of each line', '每条线的工位由他选')),
    mark(148, 'development', 'role', 'evaluator', 'document', words('Supplier handbook: development proposes', '供应商手册：研发提名')), mark(148, 'line', 'role', 'user', 'observed', words('His shifts stop when glue runs', '点胶一停，他的班组就停')), mark(148, 'acoustics', 'role', 'user,influencer', 'observed', words('Measures every sample', '每件样品都由她测')),
    mark(148, 'supply', 'role', 'buyer', 'observed', words('Sends the requests for quotation', '询价单由他发')), mark(148, 'office', 'role', 'gatekeeper', 'hearsay', words('Keeps the calendar, says the reception', '前台说日程由她管')), mark(60, 'designer', 'role', 'influencer', 'observed', words('Draws the layout of the lines', '产线布局由他画')),
    mark(300, 'supply', 'stance', 'opposed', 'observed', words('Praised the maker from Dongguan in front of us', '当着我们的面夸东莞那家')), mark(120, 'weihai', 'stance', 'neutral', 'observed', words('Listened, asked nothing', '听了，没问')),
    mark(24, 'weihai', 'stance', 'champion', 'observed', words('Told his shift leaders to leave room for snap-in modules', '已让班组长给卡扣式模组留位置')), mark(24, 'weihai', 'influence', 'inner', 'observed', words('The chief operating officer calls him every Monday', '首席运营官每周一给他打电话')),
    mark(24, 'line', 'stance', 'supporter', 'observed', words('Counted his stops with us: four a shift', '和我们一起数停线：每班四次')), mark(40, 'quality', 'stance', 'supporter', 'person', words('“Bring me the six weeks of classroom load”', '“把六周教室工况的数据拿来”')),
    mark(40, 'quality', 'influence', 'inner', 'document', words('A seat on the board since January', '1 月起进入管理委员会')), mark(35, 'acoustics', 'stance', 'supporter', 'observed', words('Asked for twenty more samples', '主动多要 20 件样品')), mark(35, 'development', 'stance', 'doubtful', 'person', words('Fears a second tool', '担心要开第二套模具')),
    mark(45, 'designer', 'stance', 'supporter', 'observed', words('Drew our station into his sketch', '把我们的工位画进了草图')), mark(60, 'coo', 'stance', 'neutral', 'hearsay', words('Waits for the numbers of the line, says Shen Yifan', '沈亦帆说：他在等产线数据')), mark(60, 'coo', 'influence', 'inner', 'document', ORGANISATION),
    mark(24, 'weihai', 'closeness', 'depth', 'observed', words('Two nights on his line with his people', '和他的人在线上守了两个夜班')), mark(24, 'line', 'closeness', 'several', 'observed', words('Four shifts together', '一起待过四个班')), mark(40, 'quality', 'closeness', 'several', 'observed', words('Three visits', '拜访三次')),
    mark(35, 'acoustics', 'closeness', 'several', 'observed', words('Weekly call on samples', '每周一次样品电话')), mark(35, 'development', 'closeness', 'brief', 'observed', words('Ten minutes after a talk', '讲座后聊了十分钟')), mark(300, 'supply', 'closeness', 'brief', 'observed', words('Contract talk', '合同谈判')), mark(45, 'designer', 'closeness', 'several', 'observed', words('Runs with Lin Yue', '和林越一起跑步')),
    held(24, 'weihai', 'chen'), held(24, 'line', 'he'), held(40, 'quality', 'zhao'), held(35, 'acoustics', 'chen'), held(35, 'development', 'zhao'), held(45, 'designer', 'lin'),
  ],
  lines: [
    line(24, 'weihai', 'coo', 3, words('Every Monday, by phone', '每周一电话')), line(40, 'quality', 'coo', 2, words('Board', '管理委员会')), line(35, 'development', 'coo', 1, words('Quarterly', '每季度一次')), line(35, 'acoustics', 'development', 2, words('Her curves go into his proposal', '她的曲线进他的提名报告')),
    line(24, 'line', 'weihai', 2, words('Stops of his shifts', '班组停线数据')), line(45, 'designer', 'weihai', 3, words('Nothing is placed without his drawing', '没有他的图，什么都不落位')), line(45, 'acoustics', 'quality', 1, words('Asked when returns are discussed', '讨论退机时会问她')),
    line(60, 'office', 'coo', 1, words('His calendar', '日程'), { evidence: 'hearsay' }), line(40, 'quality', 'supply', 2, words('Wants him to drop the cheapest source', '要他放弃最便宜的那家'), { kind: 'conflict' }),
  ],
};

/** The same people, another decision: far-field voice belongs to development, and operations is not asked. */
export const VOICE_MAP: Omit<ToldMap<TabletPerson>, 'people' | 'unnamed'> = {
  project: words('Four-microphone array for far-field voice', '远场语音四麦阵列'), note: words('Development wants an array of its own; the noise of the fan is not solved.', '研发想自有阵列，风扇噪声还没解决。'), daysAgo: 30, by: 'zhao',
  marks: [
    mark(22, 'development', 'role', 'decider', 'person', words('“This one I decide”', '“这个我说了算”')), mark(22, 'development', 'stance', 'doubtful', 'person', words('Wants it from a chip maker', '想用芯片厂的')), mark(22, 'acoustics', 'role', 'evaluator', 'observed', words('Runs the test of the array', '阵列测试由她做')),
    mark(22, 'acoustics', 'stance', 'champion', 'observed', words('Shows our noise curve in her own slides', '在自己的汇报里放了我们的噪声曲线')), mark(22, 'quality', 'role', 'user', 'inferred', words('Only looks at returns', '只看退机')),
  ],
  lines: [line(22, 'acoustics', 'development', 3, words('He has nobody else for acoustics', '声学上他没有别人可问'))],
};
