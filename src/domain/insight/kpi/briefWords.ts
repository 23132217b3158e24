import type { EvidenceKind } from '../../select/model.ts';
import type { PositionFunction, PositionLevel, Two } from './kpi.ts';

/** Words of a brief, the same on the screen, on paper and in the Word file. */
export const BRIEF_WORDS = {
  title: { en: 'Conversation brief', zh: '拜访简报' },
  meeting: { en: 'Meeting', zh: '拜访日期' },
  purpose: { en: 'What we want from this talk', zh: '本次拜访目的' },
  kpis: { en: 'What they are measured by', zh: '对方的考核指标' },
  kpi: { en: 'KPI', zh: '指标' },
  need: { en: 'So they need', zh: '因此需要' },
  known: { en: 'Known by', zh: '依据' },
  topics: { en: 'Topics', zh: '交流话题' },
  opportunities: { en: 'Opportunity points', zh: '机会点' },
  proofs: { en: 'Our proof', zh: '我们的证明' },
  building: { en: 'being built', zh: '建设中' },
  questions: { en: 'Questions to ask', zh: '要问的问题' },
  leaveBehind: { en: 'Leave behind', zh: '留给对方的资料' },
  facts: { en: 'Facts', zh: '引用事实' },
  none: { en: 'nothing noted yet', zh: '尚无记录' },
  colon: { en: ': ', zh: '：' },
  comma: { en: ', ', zh: '、' },
} as const satisfies Record<string, Two>;

/** How a statement is known, in words: line styles alone do not survive a photocopier. */
export const STATE_WORDS: Readonly<Record<'proven' | 'assumed' | 'stale', Two>> = {
  proven: { en: 'proven', zh: '已证实' }, assumed: { en: 'assumed', zh: '假设' }, stale: { en: 'stale', zh: '已过期' },
};
export const EVIDENCE_WORDS: Readonly<Record<EvidenceKind, Two>> = {
  observed: { en: 'observed', zh: '亲眼所见' }, document: { en: 'document', zh: '文件记载' }, person: { en: 'told by the person', zh: '本人所说' },
  hearsay: { en: 'told by another', zh: '他人转述' }, inferred: { en: 'inferred', zh: '推断' }, assumption: { en: 'assumption', zh: '假设' },
};
export const FUNCTION_WORDS: Readonly<Record<PositionFunction, Two>> = {
  purchasing: { en: 'Purchasing', zh: '采购' }, rd: { en: 'R&D', zh: '研发' }, quality: { en: 'Quality', zh: '质量' }, operations: { en: 'Operations', zh: '运营' },
  finance: { en: 'Finance', zh: '财务' }, management: { en: 'Top management', zh: '高层管理' }, other: { en: 'Other', zh: '其他' },
};
export const LEVEL_WORDS: Readonly<Record<PositionLevel, Two>> = {
  executive: { en: 'Executive', zh: '高管' }, head: { en: 'Head of function', zh: '部门负责人' }, manager: { en: 'Manager', zh: '经理/主管' }, specialist: { en: 'Specialist', zh: '工程师/专员' },
};

/** Where a fact in a brief comes from: source, day, how it is known, what it weighs in per cent, and whether it is stale. */
export const factSource = (fact: { readonly source: string; readonly observedOn: string; readonly evidence: EvidenceKind; readonly confidence: number; readonly state: 'proven' | 'assumed' | 'stale' }, words: (two: Two) => string): string =>
  [fact.source, fact.observedOn, words(EVIDENCE_WORDS[fact.evidence]), `${Math.round(fact.confidence * 100)} %`, ...(fact.state === 'stale' ? [words(STATE_WORDS.stale)] : [])].filter((part) => part !== '').join(' · ');
