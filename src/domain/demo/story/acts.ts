import type { Words } from '../../select/model.ts';
import type { PersonKey } from './people.ts';

/** What the demo company's people did, by the place of the customer in the list; days count back from the last day of its trade. */
export interface StoryChoice { readonly at: number; readonly daysAgo: number; readonly for: Words; readonly against: Words; readonly people: readonly PersonKey[]; readonly alternatives: readonly number[] }
export interface StoryReview { readonly at: number; readonly daysAgo: number; readonly outcome: 'keep' | 'watch' | 'drop'; readonly note: Words }

const words = (en: string, zh: string): Words => ({ en, zh });

/** Thirteen months ago: three were chosen; one of them should not have been. */
export const CHOSEN_LONG_AGO: readonly StoryChoice[] = [
  {
    at: 0, daysAgo: 400, people: ['lin', 'zhao'], alternatives: [6, 7],
    for: words('Our largest customer, and its plan and stock lie open to us. Who sees twelve weeks ahead need not be cheap.', '我方最大客户，计划与库存对我方开放。看得到十二周，就不必靠低价。'),
    against: words('A second source is being looked for.', '对方正在找第二供应商。'),
  },
  {
    at: 2, daysAgo: 400, people: ['lin', 'su'], alternatives: [4, 1],
    for: words('Names our field in its plan and closes audit findings together with us.', '规划里点名我们的方向，审核问题与我方一起关闭。'),
    against: words('Smaller than two that we leave out.', '规模小于未入选的两家。'),
  },
  {
    at: 3, daysAgo: 400, people: ['lin'], alternatives: [5, 8],
    for: words('Third by revenue, and growing.', '销售额第三，且在增长。'),
    against: words('Nobody has looked at what it costs to serve.', '还没有人算过服务它要花多少钱。'),
  },
];

/** Five months ago the third of them was dropped, with its figures on the table. */
export const DROPPED: StoryReview = {
  at: 3, daysAgo: 150, outcome: 'drop',
  note: words('It takes more than it brings: returns that met the specification, payment after half a year, five per cent less every quarter. We serve it by the order desk from now on.', '付出多于所得：合格品被退货，半年才付款，每季度再压五个点。今后由订单部服务。'),
};

/** A month ago the largest was reviewed and kept. */
export const KEPT: StoryReview = {
  at: 0, daysAgo: 30, outcome: 'keep',
  note: words('Volume held although a second source came in. Next: be in the design of the new plant.', '虽引入第二供应商，份额仍保住。下一步：进入新工厂的设计。'),
};

/** This week, after a panel: the small one that promises most. */
export const CHOSEN_NOW: StoryChoice = {
  at: 34, daysAgo: 0, people: ['lin', 'su', 'chen'], alternatives: [29, 76, 171],
  for: words('Small today, but 240 hospitals from next year, and one acoustics partner for three years. We have the certificate they ask for.', '今天体量小，但明年起有240家医院，三年只选一家声学伙伴；它要的认证我们有。'),
  against: words('Ties up our only medical engineer. Chen Bo holds its culture for less settled than the panel does.', '会占用我方唯一的医疗工程师；陈博认为其文化契合度没有评审组说的那么高。'),
};

/** Marks of the panel on that customer, in the order of its assessors. */
export const PANEL = {
  at: 34, assessors: ['su', 'chen', 'he'] as readonly PersonKey[],
  question: words('Do we choose it as a key account before it is large?', '趁它还没做大，要不要选为大客户？'),
  marks: {
    demandForUs: [5, 5, 4], strategicFit: [5, 4, 5], growthOutlook: [5, 5, 5], peopleCooperation: [5, 3, 5], culturalFit: [4, 2, 4],
  } as Readonly<Record<string, readonly number[]>>,
  reasons: { peopleCooperation: [words('', ''), words('Their purchasing is new and still asks for everything twice.', '对方采购团队是新人，什么都要问两遍。'), words('', '')], culturalFit: [words('', ''), words('Two of their managers hid a delay from us until the day it was due.', '两位经理把延期瞒到了交付当天。'), words('', '')] } as Readonly<Record<string, readonly Words[]>>,
  agreed: { demandForUs: 5, strategicFit: 5, growthOutlook: 5, peopleCooperation: 5, culturalFit: 4 } as Readonly<Record<string, number>>,
  dissent: { person: 'chen' as PersonKey, indicator: 'culturalFit', reason: words('One hidden delay is one too many before we tie our engineer to them.', '在把工程师押上去之前，隐瞒一次延期就已经太多了。') },
};

/** A panel that still waits for two of its three assessors. */
export const OPEN_PANEL = {
  at: 29, assessors: ['su', 'chen', 'he'] as readonly PersonKey[], submitted: 'su' as PersonKey,
  question: words('Is the second line real, and do we want to grow with it?', '第二条产线是真的吗？我们要不要跟着做大？'),
  marks: { growthOutlook: 5, demandForUs: 4, strategicFit: 4, planning: 4 } as Readonly<Record<string, number>>,
};

/** How the director weighed the three lenses: the future a little more than the past, both clearly more than the present. */
export const WEIGHED = {
  person: 'lin' as PersonKey,
  pairs: [{ left: 'future', right: 'past', value: 2 }, { left: 'past', right: 'present', value: 2 }, { left: 'future', right: 'present', value: 3 }],
  note: words('Agreed in the strategy meeting: who grows with us counts more than who bought from us.', '战略会上定的：和我们一起成长的，比过去买得多的更重要。'),
};
