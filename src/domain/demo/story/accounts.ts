import type { FactKind } from '../../factKinds.ts';
import type { EvidenceKind, Mark, Words } from '../../select/model.ts';
import type { SourceType } from '../../select/fact.ts';
import type { PersonKey } from './people.ts';

export interface StoryFact {
  readonly kind: FactKind;
  readonly evidence: EvidenceKind;
  readonly type: SourceType;
  readonly source: Words;
  readonly statement: Words;
  /** Days before the last day of the demo's trade. */
  readonly daysAgo: number;
}
/** A judgement; `facts` are places in the account's list of facts. */
export interface StoryMark {
  readonly indicator: string;
  readonly value: Mark['value'];
  readonly facts: readonly number[];
  readonly note?: Words;
}
/** A customer of the demo whose story is told: who works on it, what is known, how it is judged. */
export interface StoryAccount {
  /** Place in the list of demo customers, by size; from 168 on they are prospects. */
  readonly at: number;
  readonly owner: PersonKey | null;
  readonly solution?: PersonKey;
  readonly delivery?: PersonKey;
  readonly facts: readonly StoryFact[];
  readonly marks: readonly StoryMark[];
}

type Known = readonly [kind: FactKind, evidence: EvidenceKind, type: SourceType];
const fact = ([kind, evidence, type]: Known, daysAgo: number, [en, zh]: readonly [string, string], [sourceEn, sourceZh]: readonly [string, string]): StoryFact =>
  ({ kind, evidence, type, daysAgo, statement: { en, zh }, source: { en: sourceEn, zh: sourceZh } });
const mark = (indicator: string, value: Mark['value'], ...facts: number[]): StoryMark => ({ indicator, value, facts });

const VISIT = ['Our visit to their plant', '我方走访其工厂'] as const;
const REPORT = ['Annual report, letter to shareholders', '年度报告，致股东信'] as const;
const HANDBOOK = ['Their supplier handbook', '其供应商手册'] as const;
const BUYER = ['Their purchasing manager', '对方采购经理'] as const;
const TECH = ['Their head of development', '对方研发负责人'] as const;

/** The dozen customers whose stories the demo tells: all invented. */
export const STORY: readonly StoryAccount[] = [
  {
    at: 0, owner: 'zhao', solution: 'chen', delivery: 'he',
    facts: [
      fact(['strategy', 'document', 'text'], 210, ['Moves a third of its tablet production to its new plant by the end of next year', '明年年底前，三分之一的平板产能迁往新工厂'], REPORT),
      fact(['process', 'observed', 'text'], 95, ['Each order runs through one system; we see stock and plan for twelve weeks', '订单全在一个系统里走，十二周的库存和计划我方都看得到'], VISIT),
      fact(['process', 'document', 'text'], 330, ['Suppliers are graded every half-year; grade A gets the first inquiry', '供应商每半年评级，A级优先询价'], HANDBOOK),
      fact(['market', 'person', 'person'], 60, ['Wants a second source for speakers; we hold about 70 % of the volume', '想为扬声器引入第二供应商；目前我方约占七成'], BUYER),
    ],
    marks: [mark('growthOutlook', 4, 0), mark('processClarity', 5, 1), mark('planning', 5, 1), mark('supplierCertification', 5, 2), mark('demandForUs', 3, 3), mark('strategicFit', 3, 0, 3), mark('ownershipKind', 'listed', 0)],
  },
  {
    at: 1, owner: 'zhao', solution: 'chen', delivery: 'he',
    facts: [
      fact(['strategy', 'document', 'text'], 120, ['Voice control becomes standard in all gateways from the next series on', '下一代起，全系网关标配语音控制'], ['Investor day, slides 14–16', '投资者日材料，第14–16页']),
      fact(['process', 'observed', 'text'], 40, ['Their engineers sat with ours for two days to move the test limits', '对方工程师与我方一起两天，重新定了测试限值'], VISIT),
      fact(['market', 'document', 'text'], 150, ['Second in its segment at home, by units', '国内所在细分市场销量第二'], ['Market survey of the trade association', '行业协会市场调查']),
    ],
    marks: [mark('demandForUs', 5, 0), mark('strategicFit', 4, 0), mark('peopleCooperation', 5, 1), mark('specifications', 4, 1), mark('marketShare', 5, 2), mark('brand', 4, 2)],
  },
  {
    at: 2, owner: 'su', solution: 'chen', delivery: 'he',
    facts: [
      fact(['strategy', 'document', 'text'], 70, ['Names acoustics as one of three fields of its five-year plan', '五年规划把声学列为三大方向之一'], REPORT),
      fact(['strategy', 'person', 'person'], 35, ['Asks us to help write the specification of the next door station', '请我方参与下一代门口机规格的制定'], TECH),
      fact(['process', 'observed', 'text'], 80, ['Findings of the yearly audit were closed together within three weeks', '年度审核的问题三周内双方共同关闭'], ['Audit, closing meeting', '审核末次会议']),
      fact(['statement', 'document', 'text'], 300, ['Cash covers more than a year of its plans; bank lines are hardly used', '自有资金覆盖一年以上规划，授信基本未动用'], ['Annual report, notes 5 and 21', '年度报告附注五、二十一']),
    ],
    marks: [mark('strategicFit', 5, 0, 1), mark('demandForUs', 5, 1), mark('qualityPractice', 5, 2), mark('supplierTreatment', 4, 2), mark('funding', 4, 3), mark('culturalFit', 5, 2), mark('ownershipKind', 'listed', 3)],
  },
  {
    at: 3, owner: 'su',
    facts: [
      fact(['process', 'observed', 'text'], 50, ['Sent back eleven deliveries in a year; nine of them met the specification', '一年退货十一批，其中九批符合规格'], ['Our returns, checked by quality', '我方质量部核对的退货记录']),
      fact(['process', 'person', 'person'], 65, ['Was told to ask for five per cent every quarter, whatever the market does', '被要求每季度压价五个点，不管行情如何'], BUYER),
      fact(['statement', 'document', 'text'], 190, ['Pays its suppliers after 174 days on average, a year ago it was 121', '平均174天才付供应商货款，去年为121天'], ['Half-year report', '半年度报告']),
      fact(['relationship', 'hearsay', 'person'], 30, ['Showed our quotation to a rival', '把我方报价给了竞争对手看'], ['A supplier of theirs', '其另一家供应商']),
    ],
    marks: [mark('fairAcceptance', 1, 0), mark('realisticDemands', 2, 0, 1), mark('supplierTreatment', 1, 1), mark('funding', 2, 2), mark('willingnessToSpend', 1, 1), mark('leaksQuotations', true, 3), mark('culturalFit', 2, 1)],
  },
  {
    at: 8, owner: 'su',
    facts: [
      fact(['process', 'observed', 'text'], 160, ['Orders by phone and cancels by phone; no forecast in three years', '电话下单、电话取消，三年没有预测'], ['Our order desk', '我方订单部']),
      fact(['organisation', 'inferred', 'text'], 240, ['Lives from the spread: every larger order waits for a buyer on their side', '靠差价生存，大单都等下家'], ['From their order rhythm', '由其下单节奏推断']),
    ],
    marks: [mark('planning', 1, 0), mark('processClarity', 2, 0), mark('operatingRisk', 2, 1), mark('supplierSelection', 2, 0)],
  },
  {
    at: 22, owner: null,
    facts: [
      fact(['market', 'person', 'person'], 640, ['Moved its headsets to a maker next door that delivers twice a week', '耳机已转给隔壁工厂，每周送货两次'], BUYER),
      fact(['strategy', 'document', 'text'], 700, ['Plans its own speaker line', '计划自建扬声器产线'], ['Local news on plant openings', '地方新闻：工厂开工']),
    ],
    marks: [mark('demandForUs', 1, 0, 1), mark('strategicFit', 1, 1)],
  },
  {
    at: 25, owner: 'zhao',
    facts: [
      fact(['relationship', 'observed', 'text'], 45, ['A buyer asked our salesman for a private payment before the award', '定标前，采购人员向我方销售索要私人好处'], ['Report to our compliance office', '我方合规部收到的报告']),
    ],
    marks: [{ indicator: 'bribery', value: true, facts: [0], note: { en: 'Reported the same day; no offer was made. Business is on hold until their management has answered.', zh: '当天上报，我方未作任何承诺；在对方管理层答复前暂停业务。' } }, mark('culturalFit', 1, 0)],
  },
  {
    at: 29, owner: 'su', solution: 'chen', delivery: 'he',
    facts: [
      fact(['strategy', 'document', 'text'], 55, ['Opens a second line for smart glasses next spring', '明年春天新开第二条智能眼镜产线'], ['Environmental notice of the district', '区级环评公示']),
      fact(['strategy', 'person', 'person'], 25, ['Open-ear audio is the part they cannot make themselves', '开放式音频是他们自己做不了的部分'], TECH),
      fact(['process', 'observed', 'text'], 75, ['Monthly rolling forecast, off by a seventh so far', '按月滚动预测，目前偏差约一成半'], ['Our order desk', '我方订单部']),
    ],
    marks: [mark('growthOutlook', 5, 0), mark('demandForUs', 4, 1), mark('planning', 4, 2)],
  },
  {
    at: 34, owner: 'su', solution: 'chen', delivery: 'he',
    facts: [
      fact(['market', 'document', 'text'], 110, ['Won the tender for hearing screens in 240 county hospitals', '中标240家县级医院的听力筛查项目'], ['Public tender result', '公开中标公告']),
      fact(['certification', 'document', 'text'], 140, ['Holds the medical quality certificate for its whole range', '全系列通过医疗器械质量体系认证'], ['Certificate register', '认证登记系统']),
      fact(['process', 'observed', 'text'], 30, ['Puts our people into its project team from the first day', '从第一天起就把我方人员编入项目组'], ['Kick-off meeting', '项目启动会']),
      fact(['strategy', 'person', 'person'], 28, ['Looks for one acoustics partner for the next three years', '未来三年只找一家声学伙伴'], ['Their general manager', '对方总经理']),
    ],
    marks: [mark('growthOutlook', 5, 0), mark('demandForUs', 5, 0, 3), mark('qualityPractice', 5, 1), mark('peopleCooperation', 5, 2), mark('strategicFit', 5, 3), mark('culturalFit', 4, 2)],
  },
  {
    at: 76, owner: 'zhao', solution: 'chen',
    facts: [
      fact(['market', 'document', 'text'], 85, ['Sales doubled in each of the last two years', '连续两年销售额翻番'], ['Prospectus, draft', '招股说明书（申报稿）']),
      fact(['strategy', 'document', 'text'], 85, ['Will list next year and spend half of the proceeds on a plant', '明年上市，募资一半用于建厂'], ['Prospectus, draft', '招股说明书（申报稿）']),
    ],
    marks: [mark('growthOutlook', 5, 0, 1), mark('funding', 4, 1), mark('willingnessToSpend', 5, 1)],
  },
  {
    at: 171, owner: 'zhao', solution: 'chen', delivery: 'he',
    facts: [
      fact(['strategy', 'document', 'text'], 60, ['Its new cockpit carries 14 speakers where the old one had six', '新一代座舱配14个扬声器，上一代只有6个'], ['Trade press, car audio issue', '行业媒体，汽车音响专刊']),
      fact(['market', 'document', 'text'], 130, ['Supplies two of the five largest car makers at home', '为国内前五大车企中的两家供货'], REPORT),
      fact(['process', 'document', 'text'], 45, ['Admission takes nine to twelve months: audit, samples, small lot', '准入需九到十二个月：审核、送样、小批量'], HANDBOOK),
      fact(['statement', 'document', 'text'], 130, ['Profit in each of the last three years, research at 9 % of sales', '连续三年盈利，研发占营收9%'], ['Annual report, key figures', '年度报告，主要财务指标']),
    ],
    marks: [mark('demandForUs', 4, 0), mark('marketShare', 4, 1), mark('brand', 5, 1), mark('supplierCertification', 4, 2), mark('supplierSelection', 4, 2), mark('profitability', 4, 3), mark('willingnessToSpend', 4, 3), mark('growthOutlook', 4, 0, 1), mark('ownershipKind', 'listed', 1)],
  },
  {
    at: 174, owner: null,
    facts: [],
    marks: [mark('growthOutlook', 5), mark('demandForUs', 5), mark('strategicFit', 5), mark('brand', 5)],
  },
];
