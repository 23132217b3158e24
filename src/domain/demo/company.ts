import { addDays, monthOf, type Day } from '../day.ts';
import type { ScoreModel } from '../select/model.ts';
import type { InvoiceLine } from '../select/trade.ts';
import { demoCustomers, type DemoCustomer } from './customers.ts';
import { demoMarks, type DemoMark } from './marks.ts';
import { mulberry32 } from './random.ts';
import type { Random } from '../random.ts';
import { demoTeams, type DemoTeam } from './story/teams.ts';
import { withStory } from './story/told.ts';
import { demoTrade } from './trade.ts';

export interface DemoCompany {
  readonly customers: readonly DemoCustomer[];
  /** In the order of the days. */
  readonly lines: readonly InvoiceLine[];
  readonly marks: readonly DemoMark[];
  readonly teams: readonly DemoTeam[];
  /** Last day of the data: the last day of the month before `today`. */
  readonly end: Day;
}

export const DEMO_SEED = 20;

/**
 * The demo: a fictional maker of acoustic parts, its 180 customers and three years of trade.
 * Same seed, month and language: same company. `model` says which indicators the marks are for.
 */
export function demoCompany(today: Day, model: ScoreModel, language: 'en' | 'zh' = 'en', random: Random = mulberry32(DEMO_SEED)): DemoCompany {
  const end = addDays(`${monthOf(today)}-01`, -1);
  const customers = demoCustomers(random, language);
  let number = 240_000;
  const lines = customers.flatMap((customer) => demoTrade(random, customer, end, () => String(++number)));
  lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return { customers, lines, marks: withStory(demoMarks(random, customers, model, end, language), customers, end, language), teams: demoTeams(customers), end };
}
