import { words } from '../general/build.ts';
import { deductionAsInGeneral, RED_LINES } from '../general/reuse.ts';
import type { ScoreModel } from '../model.ts';
import { FUTURE } from './future.ts';
import { PAST } from './past.ts';
import { PRESENT } from './present.ts';

/**
 * Telecom electronics (通信电子): parts, modules and solutions for makers of network equipment and terminals, and for carriers.
 * The house's own weights and sentences, to be copied and adapted. From design-in to volume takes one to two years: a customer may
 * lose us money for six quarters before it counts as one to leave, and the present weighs more than in general trade.
 */
export const TELECOM_TEMPLATE: ScoreModel = {
  key: 'telecom',
  name: words(['Telecom electronics', '通信电子']),
  lenses: [PAST, PRESENT, FUTURE],
  deductions: [
    deductionAsInGeneral('unfairCompetition'), deductionAsInGeneral('leaksQuotations'),
    { key: 'copiesDesign', name: words(['Had our design copied or rebuilt', '抄用或仿制我方设计']), points: 10 },
    { key: 'deniesForecast', name: words(['Denied stock it had forecast in writing, in the last year', '近一年对书面预测的备料不认账']), points: 6 },
  ],
  vetoes: [...RED_LINES, { key: 'diversion', name: words(['Passes our goods on to end users under export control', '把我方产品转给受出口管制的最终用户']) }],
  grades: { S: 85, A: 70, B: 55, C: 40 },
  classes: {
    strategic: { potential: 70, value: 50, grade: 'S' },
    key: { value: 60 },
    growth: { potential: 60, valueBelow: 50 },
    exit: { lossQuarters: 6, potentialBelow: 50 },
  },
  assumptionCap: 70,
};
