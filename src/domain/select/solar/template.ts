import { words } from '../general/build.ts';
import { deductionAsInGeneral, RED_LINES } from '../general/reuse.ts';
import type { ScoreModel } from '../model.ts';
import { FUTURE } from './future.ts';
import { PAST } from './past.ts';
import { PRESENT } from './present.ts';

/**
 * Solar and new energy (光伏新能源): parts, equipment and solutions for makers of modules, inverters and storage, for builders and
 * owners of plants. The house's own weights and sentences, to be copied and adapted. Prices fall fast and promises are many: solid
 * finances weigh most, three quarters of loss are enough to ask whether to leave, and what is only assumed earns at most 60.
 */
export const SOLAR_TEMPLATE: ScoreModel = {
  key: 'solar',
  name: words(['Solar and new energy', '光伏新能源']),
  lenses: [PAST, PRESENT, FUTURE],
  deductions: [
    deductionAsInGeneral('unfairCompetition'), deductionAsInGeneral('leaksQuotations'), deductionAsInGeneral('brokenPromises'),
    { key: 'reopensAward', name: words(['Forced an awarded price down when the market fell', '市场跌价后逼降已中标价格']), points: 8 },
    { key: 'unprovenClaims', name: words(['Kept money back on claims it could not prove', '以拿不出依据的索赔扣款']), points: 8 },
  ],
  vetoes: [...RED_LINES, { key: 'untraceable', name: words(['Cannot trace its material where the law asks for it', '法律要求溯源而无法说明材料来源']) }],
  grades: { S: 85, A: 70, B: 55, C: 40 },
  classes: {
    strategic: { potential: 70, value: 50, grade: 'S' },
    key: { value: 60 },
    growth: { potential: 60, valueBelow: 50 },
    exit: { lossQuarters: 3, potentialBelow: 50 },
  },
  assumptionCap: 60,
};
