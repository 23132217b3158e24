import { addDays, type Day } from '../day.ts';
import type { EvidenceKind, Indicator, Mark, ScoreModel } from '../select/model.ts';
import type { DemoCustomer } from './customers.ts';
import { between, normal, pick, type Random } from './random.ts';

export interface DemoMark extends Mark {
  readonly customerKey: string;
}

const NOTES: Record<'en' | 'zh', readonly string[]> = {
  en: ['From the annual review', 'Seen at the plant visit', 'Said by their buyer', 'From their supplier handbook', 'Talk at the trade fair', 'Our quality engineer was there'],
  zh: ['年度评审所见', '走访工厂时看到', '对方采购口述', '摘自其供应商手册', '展会上交流所得', '我方质量工程师在场'],
};
/** How colleagues come to know: mostly from people and papers, sometimes only a guess. */
const EVIDENCE: readonly EvidenceKind[] = ['observed', 'observed', 'document', 'document', 'document', 'person', 'person', 'person', 'hearsay', 'inferred', 'assumption'];

/** Marks of colleagues on about 60 % of the customers (all prospects among them), a few deductions and two red lines. */
export function demoMarks(random: Random, customers: readonly DemoCustomer[], model: ScoreModel, end: Day, language: 'en' | 'zh'): DemoMark[] {
  const indicators = model.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators));
  const marks: DemoMark[] = [];
  const add = (customer: DemoCustomer, indicator: string, value: Mark['value'], evidence: EvidenceKind) => marks.push({
    customerKey: customer.key, indicator, value, evidence, note: random() < 0.25 ? pick(random, NOTES[language]) : '', observedOn: addDays(end, -Math.floor(between(random, 3, 520))),
  });
  customers.forEach((customer, rank) => {
    const judged = customer.character === 'prospect' || random() < (rank < 30 ? 0.95 : 0.5);
    if (!judged) return;
    const care = rank < 30 ? 0.9 : 0.7;
    for (const indicator of indicators) {
      const value = judge(random, indicator, customer.quality);
      if (value !== null && random() < care) add(customer, indicator.key, value, pick(random, EVIDENCE));
    }
  });
  for (const [i, customer] of customers.filter((c) => c.character === 'squeezer' || c.character === 'lost').entries()) {
    const deduction = model.deductions[i % Math.max(1, model.deductions.length)];
    if (deduction && i % 2 === 0) add(customer, deduction.key, true, 'person');
    const veto = model.vetoes[i % Math.max(1, model.vetoes.length)];
    if (veto && (i === 3 || i === 7)) add(customer, veto.key, true, 'document');
  }
  return marks;
}

/** A mark near the customer's latent quality; null where the indicator computes itself. */
function judge(random: Random, indicator: Indicator, quality: number): number | string | null {
  const seen = Math.min(1, Math.max(0, quality + normal(random) * 0.16));
  if (indicator.kind === 'assessed') return 1 + Math.min(4, Math.floor(seen * 5));
  if (indicator.kind === 'computed') return null;
  const byPoints = indicator.options.toSorted((a, b) => a.points - b.points);
  return byPoints[Math.min(byPoints.length - 1, Math.floor(seen * byPoints.length))]!.key;
}
