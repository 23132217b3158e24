import { FUTURE } from './general/future.ts';
import { PAST } from './general/past.ts';
import { PRESENT } from './general/present.ts';
import { words } from './general/build.ts';
import type { ScoreModel } from './model.ts';

/**
 * The built-in general B2B template (通用 B2B 模板, S1): 31 indicators, ten of which fill themselves from invoice lines.
 * Weights, grades and classes are the house's defaults (method.md); a company copies and adapts them.
 */
export const GENERAL_TEMPLATE: ScoreModel = {
  key: 'general',
  name: words(['General B2B', '通用 B2B']),
  lenses: [PAST, PRESENT, FUTURE],
  deductions: [
    { key: 'unfairCompetition', name: words(['Fights rivals by unfair means', '以不正当手段打击对手']), points: 10 },
    { key: 'disparagement', name: words(['Runs down its suppliers or rivals in public', '公开贬低供应商或同行']), points: 5 },
    { key: 'leaksQuotations', name: words(['Shows our prices or drawings to rivals', '把我方报价或图纸给竞争对手看']), points: 8 },
    { key: 'brokenPromises', name: words(['Broke a written promise in the last year', '近一年违背过书面承诺']), points: 5 },
  ],
  vetoes: [
    { key: 'fraud', name: words(['Fraud or forged documents', '欺诈或伪造单据']) },
    { key: 'sanctioned', name: words(['On a sanctions or court default list', '列入制裁或失信名单']) },
    { key: 'bribery', name: words(['Demands bribes', '索贿']) },
  ],
  grades: { S: 85, A: 70, B: 55, C: 40 },
  classes: {
    strategic: { potential: 70, value: 50, grade: 'S' },
    key: { value: 60 },
    growth: { potential: 60, valueBelow: 50 },
    exit: { lossQuarters: 4, potentialBelow: 50 },
  },
  assumptionCap: 70,
};
