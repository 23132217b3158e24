import { CHINESE_BRANDS, CHINESE_CITIES, COUNTRIES_ABROAD, DEMO_INDUSTRIES, ENGLISH_BRANDS, type DemoIndustry } from './names.ts';
import { between, pick, shuffled, wholeBetween } from './random.ts';
import type { Random } from '../random.ts';

/** How a customer trades; decides its size, rhythm, prices and manners. */
export type Character =
  | 'steady' | 'grower' | 'decliner' | 'newcomer' | 'lost'
  | 'squeezer' // large and loss-making: presses the price, pays late, sends goods back
  | 'crumbs' // very many very small orders
  | 'prospect'; // no trade yet

export interface DemoCustomer {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly industry: string;
  readonly trade: DemoIndustry;
  readonly abroad: boolean;
  readonly currency: 'CNY' | 'USD';
  readonly character: Character;
  /** Revenue of an ordinary year, CNY. */
  readonly yearly: number;
  readonly ordersPerMonth: number;
  readonly linesPerOrder: number;
  /** Factor on list prices. */
  readonly priceLevel: number;
  readonly returnRate: number;
  readonly termDays: number;
  /** Mean days paid after (or, negative, before) the due day. */
  readonly lateDays: number;
  readonly costKnown: boolean;
  /** Latent quality 0–1, which the marks of colleagues reflect. */
  readonly quality: number;
}

const TRADING = 168;
const PROSPECTS = 12;
const YEARLY_REVENUE = 46_000_000;
/** Zipf–Mandelbrot sizes: with these two numbers 20 % of the customers make about 80 % of the revenue. */
const SHIFT = 1.6;
const STEEPNESS = 1.24;

/** Which characters live where in the ranking by size; the rest is steady, growing or shrinking. */
const SQUEEZERS = new Set([4, 9, 17, 26]);
const CRUMBS_FROM = 70;
const CRUMBS = 34;

/** The customers of the demo, largest first, prospects last. `language` words countries and industries. */
export function demoCustomers(random: Random, language: 'en' | 'zh'): DemoCustomer[] {
  const chinese = shuffled(random, CHINESE_BRANDS);
  const english = shuffled(random, ENGLISH_BRANDS);
  const sizes = Array.from({ length: TRADING }, (_, i) => (i + 1 + SHIFT) ** -STEEPNESS);
  const sum = sizes.reduce((a, b) => a + b, 0);
  const crumbs = new Set(shuffled(random, Array.from({ length: TRADING - CRUMBS_FROM }, (_, i) => i + CRUMBS_FROM)).slice(0, CRUMBS));
  const numbers = shuffled(random, Array.from({ length: TRADING + PROSPECTS }, (_, i) => 1001 + i));

  return numbers.map((number, rank) => {
    const trade = pick(random, DEMO_INDUSTRIES);
    const abroad = rank % 7 === 5 && english.length > 0;
    const home = abroad ? pick(random, COUNTRIES_ABROAD) : { en: 'China', zh: '中国', ending: '' };
    const name = abroad
      ? `${english.pop()!} ${pick(random, trade.english)} ${home.ending}`
      : `${nextBrand(chinese, rank)}${pick(random, trade.words)}（${pick(random, CHINESE_CITIES)}）有限公司`;
    const character = rank >= TRADING ? 'prospect' : SQUEEZERS.has(rank + 1) ? 'squeezer' : crumbs.has(rank) ? 'crumbs' : ordinary(random, rank);
    const yearly = rank >= TRADING ? 0 : (YEARLY_REVENUE * sizes[rank]!) / sum;
    return {
      key: `C${number}`, name, country: home[language], industry: trade[language], trade, abroad,
      currency: abroad && rank % 14 === 5 ? 'USD' as const : 'CNY' as const, character, yearly,
      ...rhythm(random, character, rank), ...manners(random, character, rank),
      costKnown: rank % 29 !== 11, quality: quality(random, character, rank),
    };
  });
}

/** A brand per customer; after the list is used up, two brands joined. */
function nextBrand(brands: string[], rank: number): string {
  const brand = brands.pop();
  return brand ?? CHINESE_BRANDS[(rank * 7) % CHINESE_BRANDS.length]!.slice(0, 2) + CHINESE_BRANDS[(rank * 13 + 5) % CHINESE_BRANDS.length]!.slice(0, 2);
}

function ordinary(random: Random, rank: number): Character {
  const dice = random();
  if (rank < 3) return 'steady';
  if (dice < 0.2) return 'grower';
  if (dice < 0.36) return 'decliner';
  if (dice < 0.44) return 'newcomer';
  if (dice < 0.5 && rank > 12) return 'lost';
  return 'steady';
}

function rhythm(random: Random, character: Character, rank: number): Pick<DemoCustomer, 'ordersPerMonth' | 'linesPerOrder'> {
  if (character === 'prospect') return { ordersPerMonth: 0, linesPerOrder: 0 };
  if (character === 'crumbs') return { ordersPerMonth: between(random, 6, 12), linesPerOrder: between(random, 1, 1.5) };
  if (rank < 8) return { ordersPerMonth: between(random, 5, 8), linesPerOrder: between(random, 3.5, 5) };
  if (rank < 40) return { ordersPerMonth: between(random, 2, 4.5), linesPerOrder: between(random, 2, 3.6) };
  if (rank < 90) return { ordersPerMonth: between(random, 0.9, 2), linesPerOrder: between(random, 1.4, 2.4) };
  return { ordersPerMonth: between(random, 0.3, 0.9), linesPerOrder: between(random, 1, 1.8) };
}

type Manners = Pick<DemoCustomer, 'priceLevel' | 'returnRate' | 'termDays' | 'lateDays'>;

function manners(random: Random, character: Character, rank: number): Manners {
  const termDays = pick(random, rank < 20 ? [60, 90, 90, 120] : [30, 30, 60, 60, 90]);
  const late = random() < 0.18 ? between(random, 20, 65) : between(random, -14, -4);
  // List prices leave about a third; large customers get them lower.
  const usual = between(random, 0.92, 1.06) - (rank < 12 ? 0.07 : 0);
  switch (character) {
    case 'squeezer': return { priceLevel: between(random, 0.6, 0.66), returnRate: 0.07, termDays: 120, lateDays: between(random, 45, 90) };
    case 'crumbs': return { priceLevel: between(random, 0.66, 0.8), returnRate: 0.07, termDays, lateDays: late + wholeBetween(random, 0, 25) };
    case 'decliner': case 'lost': return { priceLevel: usual - 0.05, returnRate: 0.03, termDays, lateDays: late + 12 };
    default: return { priceLevel: usual, returnRate: between(random, 0.002, 0.02), termDays, lateDays: late };
  }
}

function quality(random: Random, character: Character, rank: number): number {
  const base = { steady: 0.58, grower: 0.68, newcomer: 0.6, prospect: 0.6, decliner: 0.42, lost: 0.3, squeezer: 0.3, crumbs: 0.35 }[character];
  return Math.min(1, Math.max(0, base + (rank < 20 ? 0.18 : 0) + between(random, -0.18, 0.18)));
}
