import { addDays, type Day } from '../day.ts';
import type { NewFact } from '../select/fact.ts';
import type { EvidenceKind, Indicator, Mark, ScoreModel, Words } from '../select/model.ts';
import type { DemoCustomer } from './customers.ts';
import { between, normal, pick } from './random.ts';
import type { Random } from '../random.ts';

/** A colleague's mark and the facts it cites, some of which other marks of the customer cite too; without any it is an assumption. */
export interface DemoMark extends Omit<Mark, 'proofs'> {
  readonly customerKey: string;
  readonly facts: readonly NewFact[];
}

/** How colleagues come to know: mostly from people and papers, sometimes only a guess; and what they name as source. */
const KNOWN: readonly { readonly evidence: EvidenceKind; readonly type: NewFact['sourceType']; readonly source: Words }[] = [
  { evidence: 'observed', type: 'text', source: { en: 'Our visit to their plant', zh: '我方走访其工厂' } },
  { evidence: 'observed', type: 'text', source: { en: 'Our quality engineer, on site', zh: '我方质量工程师驻场' } },
  { evidence: 'document', type: 'text', source: { en: 'Their supplier handbook', zh: '其供应商手册' } },
  { evidence: 'document', type: 'text', source: { en: 'Yearly review, minutes', zh: '年度评审会议纪要' } },
  { evidence: 'document', type: 'text', source: { en: 'Framework contract, annex', zh: '框架合同附件' } },
  { evidence: 'person', type: 'person', source: { en: 'Their buyer', zh: '对方采购' } },
  { evidence: 'person', type: 'person', source: { en: 'Their project lead', zh: '对方项目负责人' } },
  { evidence: 'hearsay', type: 'person', source: { en: 'A supplier of theirs, at the trade fair', zh: '展会上其另一家供应商' } },
  { evidence: 'inferred', type: 'text', source: { en: 'From their order rhythm', zh: '由其下单节奏推断' } },
];

/** Marks of colleagues on about 60 % of the customers (all prospects among them), a few deductions and two red lines. */
export function demoMarks(random: Random, customers: readonly DemoCustomer[], model: ScoreModel, end: Day, language: 'en' | 'zh'): DemoMark[] {
  const indicators = model.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators.map((indicator) => ({ indicator, kind: lens.key === 'present' ? 'process' as const : 'strategy' as const }))));
  const marks: DemoMark[] = [];
  const add = (customer: DemoCustomer, indicator: string, value: Mark['value'], statement: string, kind: NewFact['kind'], note = '') => {
    const observedOn = addDays(end, -Math.floor(between(random, 3, 520)));
    const known = random() < 0.09 ? null : pick(random, KNOWN);
    const fact = known && { kind, statement, evidence: known.evidence, sourceType: known.type, source: known.source[language], url: null, importId: null, observedOn, expiresOn: null };
    marks.push({ customerKey: customer.key, indicator, value, note, observedOn, facts: fact ? [fact] : [] });
  };
  customers.forEach((customer, rank) => {
    const judged = customer.character === 'prospect' || random() < (rank < 30 ? 0.95 : 0.5);
    if (!judged) return;
    const care = rank < 30 ? 0.9 : 0.7;
    for (const { indicator, kind } of indicators) {
      const value = judge(random, indicator, customer.quality);
      if (value !== null && random() < care) add(customer, indicator.key, value, sentence(indicator, value, language), kind);
    }
  });
  for (const [i, customer] of customers.filter((c) => c.character === 'squeezer' || c.character === 'lost').entries()) {
    const deduction = model.deductions[i % Math.max(1, model.deductions.length)];
    if (deduction && i % 2 === 0) add(customer, deduction.key, true, deduction.name[language], 'other');
    const veto = model.vetoes[i % Math.max(1, model.vetoes.length)];
    if (veto && (i === 3 || i === 7)) add(customer, veto.key, true, veto.name[language], 'other', REASONS[language]);
  }
  return marks;
}

const REASONS = { en: 'Found in the yearly check of our customers; the director was told.', zh: '年度客户核查时发现，已报销售总监。' };

/** What was seen, in the words of the scale. */
function sentence(indicator: Indicator, value: number | string, language: 'en' | 'zh'): string {
  if (indicator.kind === 'assessed') return indicator.anchors[Number(value) - 1]![language];
  const option = indicator.kind === 'categorical' ? indicator.options.find((one) => one.key === value) : undefined;
  return language === 'zh' ? `${indicator.name.zh}：${option?.name.zh ?? value}` : `${indicator.name.en}: ${option?.name.en ?? value}`;
}

/** A mark near the customer's latent quality; null where the indicator computes itself. */
function judge(random: Random, indicator: Indicator, quality: number): number | string | null {
  const seen = Math.min(1, Math.max(0, quality + normal(random) * 0.16));
  if (indicator.kind === 'assessed') return 1 + Math.min(4, Math.floor(seen * 5));
  if (indicator.kind === 'computed') return null;
  const byPoints = indicator.options.toSorted((a, b) => a.points - b.points);
  return byPoints[Math.min(byPoints.length - 1, Math.floor(seen * byPoints.length))]!.key;
}
