import { isDay, type Day } from '../day.ts';
import type { InvalidField } from '../refusal.ts';
import { FACT_KINDS, HALF_LIVES, type HalfLives } from '../factKinds.ts';

/** How far the company has come (发展阶段): decides how many key accounts of which class suit it. */
export const STAGES = ['startup', 'growth', 'mature'] as const;
export type Stage = (typeof STAGES)[number];

/** What one account manager carries at most (客户经理承载量): strategic accounts, and key and growth accounts together. */
export interface Capacity { readonly strategic: number; readonly keyAndGrowth: number }
/** Parts (0–1) of the capacity a stage fills: `strategic` of the room for strategic accounts, `key` and `growth` of the room both share. */
export interface TargetShares { readonly strategic: number; readonly key: number; readonly growth: number }

/** Company settings (设置); what is not stored has its default. */
export interface Settings {
  readonly workspaceName: string;
  /** ISO 4217; scores and lists are in it. */
  readonly reportingCurrency: string;
  /** Reporting-currency units per unit of a foreign currency. Currencies without a rate do not count in scores. */
  readonly rates: Readonly<Record<string, number>>;
  readonly asOf: { readonly mode: 'lastInvoice' | 'today' | 'fixed'; readonly day: Day | null };
  /** Minor units of the reporting currency per driver unit; cost of capital per year (0.08 = 8 %); margin assumed where no cost is known. */
  readonly costToServe: {
    readonly perOrder: number;
    readonly perLine: number;
    readonly perReturn: number;
    readonly costOfCapital: number;
    readonly defaultMargin: number | null;
  };
  /** Days after which a fact of each kind is worth half (半衰期). */
  readonly halfLives: HalfLives;
  readonly stage: Stage;
  readonly capacity: Capacity;
  /** People who carry accounts; null: they are counted (open accesses with the role manager, and whoever owns an account). */
  readonly accountManagers: number | null;
  readonly targetShares: Readonly<Record<Stage, TargetShares>>;
}
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/**
 * What a fresh workspace starts with. Costs to serve are unknown until a person enters them; money that is owed late costs
 * 8 % a year (the house's assumption, shown where it counts). Capacity is the method's default (3 strategic, 8 key and growth
 * together); the shares of the stages are ours, no standard claims them: a start-up gives each manager one lighthouse and room to
 * grow, a mature company fills its strategic places and tends the key ones.
 */
export const DEFAULT_SETTINGS: Settings = {
  workspaceName: '',
  reportingCurrency: 'CNY',
  rates: {},
  asOf: { mode: 'lastInvoice', day: null },
  costToServe: { perOrder: 0, perLine: 0, perReturn: 0, costOfCapital: 0.08, defaultMargin: null },
  halfLives: HALF_LIVES,
  stage: 'growth',
  capacity: { strategic: 3, keyAndGrowth: 8 },
  accountManagers: null,
  targetShares: {
    startup: { strategic: 0.33, key: 0.25, growth: 0.5 },
    growth: { strategic: 0.67, key: 0.4, growth: 0.6 },
    mature: { strategic: 1, key: 0.75, growth: 0.25 },
  },
};

export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** Settings that a change of them makes every score wrong until it is computed again. */
const SCORED = ['reportingCurrency', 'rates', 'asOf', 'costToServe', 'halfLives'] as const satisfies readonly (keyof Settings)[];

/** What is not valid about settings as a whole (after a change has been laid over them). */
export function checkSettings(settings: Settings): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string) => faults.push({ path, reason, message });
  const currencies = new Set(Intl.supportedValuesOf('currency'));
  if (!currencies.has(settings.reportingCurrency)) fault('reportingCurrency', 'unknown_currency', `${settings.reportingCurrency} is no currency of ISO 4217.`);
  for (const [currency, rate] of Object.entries(settings.rates)) {
    const path = `rates.${currency}`;
    if (!currencies.has(currency)) fault(path, 'unknown_currency', `${currency} is no currency of ISO 4217.`);
    else if (currency === settings.reportingCurrency && rate !== 1) fault(path, 'own_currency', 'The reporting currency needs no rate.');
    else if (!(Number.isFinite(rate) && rate > 0)) fault(path, 'not_positive', 'A rate is a number above zero.');
  }
  if (settings.asOf.mode === 'fixed' && !(settings.asOf.day !== null && isDay(settings.asOf.day))) fault('asOf.day', 'no_such_day', 'A fixed day must be an existing day.');
  const { costToServe: cost } = settings;
  for (const name of ['perOrder', 'perLine', 'perReturn'] as const) {
    if (!(Number.isFinite(cost[name]) && cost[name] >= 0)) fault(`costToServe.${name}`, 'negative', 'A cost cannot be negative.');
  }
  if (!(cost.costOfCapital >= 0 && cost.costOfCapital <= 1)) fault('costToServe.costOfCapital', 'out_of_range', 'Cost of capital is 0 to 1 a year.');
  if (cost.defaultMargin !== null && !(cost.defaultMargin >= -1 && cost.defaultMargin <= 1)) fault('costToServe.defaultMargin', 'out_of_range', 'A margin is −1 to 1.');
  for (const kind of FACT_KINDS) {
    const days = settings.halfLives[kind];
    if (!(Number.isInteger(days) && days >= 1 && days <= 3650)) fault(`halfLives.${kind}`, 'out_of_range', 'A half-life is 1 to 3,650 days.');
  }
  return [...faults, ...structureFaults(settings)];
}

/** What is not valid about stage, capacity and targets. */
function structureFaults({ capacity, accountManagers, targetShares }: Settings): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string) => faults.push({ path, reason, message });
  for (const name of ['strategic', 'keyAndGrowth'] as const) {
    if (!(Number.isInteger(capacity[name]) && capacity[name] >= 0 && capacity[name] <= 1000)) fault(`capacity.${name}`, 'out_of_range', 'An account manager carries 0 to 1,000 accounts.');
  }
  if (accountManagers !== null && !(Number.isInteger(accountManagers) && accountManagers >= 1 && accountManagers <= 100_000)) fault('accountManagers', 'out_of_range', 'There are 1 to 100,000 account managers.');
  for (const stage of STAGES) {
    const shares = targetShares[stage];
    for (const name of ['strategic', 'key', 'growth'] as const) {
      if (!(shares[name] >= 0 && shares[name] <= 1)) fault(`targetShares.${stage}.${name}`, 'out_of_range', 'A share is 0 to 1.');
    }
    // Thousandths, so that 0.4 + 0.6 is not more than 1 by a bit.
    if (Math.round((shares.key + shares.growth) * 1000) > 1000) fault(`targetShares.${stage}.growth`, 'above_whole', 'Key and growth share one room: together at most 1.');
  }
  return faults;
}

/** The names whose value differs. */
export function changedSettings(before: Settings, after: Settings): (keyof Settings)[] {
  return SETTING_NAMES.filter((name) => canonical(before[name]) !== canonical(after[name]));
}

/** Whether scores must be computed again after these have changed. */
export function changesScores(names: readonly (keyof Settings)[]): boolean {
  return names.some((name) => (SCORED as readonly string[]).includes(name));
}

/** JSON with sorted keys: equal values read equal however they were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part));
}
