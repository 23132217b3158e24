import { isDay, type Day } from '../day.ts';
import type { InvalidField } from '../refusal.ts';
import { FACT_KINDS, HALF_LIVES, type HalfLives } from '../factKinds.ts';

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
}
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/**
 * What a fresh workspace starts with. Costs to serve are unknown until a person enters them; money that is owed late costs
 * 8 % a year (the house's assumption, shown where it counts).
 */
export const DEFAULT_SETTINGS: Settings = {
  workspaceName: '',
  reportingCurrency: 'CNY',
  rates: {},
  asOf: { mode: 'lastInvoice', day: null },
  costToServe: { perOrder: 0, perLine: 0, perReturn: 0, costOfCapital: 0.08, defaultMargin: null },
  halfLives: HALF_LIVES,
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
