import { addDays, addMonths, daysBetween, monthOf, type Day, type Month } from '../day.ts';
import type { InvoiceLine } from '../select/trade.ts';
import type { DemoCustomer } from './customers.ts';
import { DEMO_PRODUCTS, type DemoProduct } from './products.ts';
import { between, normal, pick, poisson } from './random.ts';
import type { Random } from '../random.ts';
import { isWorkingDay, season } from './season.ts';
import { DEMO_SETTINGS } from './settings.ts';

/** CNY for one USD in the demo's price lists. */
const CNY_PER_USD = DEMO_SETTINGS.rates.USD;
export const DEMO_MONTHS = 36;

/**
 * Invoice lines of one customer over the 36 months that end with `end`; invoice numbers are taken from `next`.
 * Money in minor units of the customer's currency; credit notes negative with negative cost.
 */
export function demoTrade(random: Random, customer: DemoCustomer, end: Day, next: () => string): InvoiceLine[] {
  if (customer.character === 'prospect') return [];
  const assortment = DEMO_PRODUCTS.filter((product) => customer.trade.buys.some((prefix) => product.code.startsWith(prefix)));
  const life = lifeOf(random, customer);
  const lines: InvoiceLine[] = [];
  for (let i = 0; i < DEMO_MONTHS; i++) {
    const month = addMonths(monthOf(end), i - DEMO_MONTHS + 1);
    const level = life(i) * season(month);
    if (level <= 0) continue;
    const days = workingDays(month, end, customer.abroad);
    const orders = poisson(random, customer.ordersPerMonth * level * (days.length / 21));
    const target = (customer.yearly / 12) * level * (days.length / 21) * Math.exp(normal(random) * 0.18);
    for (let n = 0; n < orders; n++) {
      lines.push(...order(random, customer, assortment, pick(random, days), end, target / orders, next));
    }
  }
  return lines;
}

/** Size of the customer month by month against its ordinary one. */
function lifeOf(random: Random, customer: DemoCustomer): (month: number) => number {
  const turn = Math.floor(between(random, 8, 26));
  const slope = between(random, 0.35, 0.75);
  switch (customer.character) {
    case 'grower': return (month) => 0.45 + slope * 2 * (month / DEMO_MONTHS);
    case 'decliner': return (month) => Math.max(0.15, 1.45 - slope * 2 * (month / DEMO_MONTHS));
    case 'newcomer': return (month) => (month < turn ? 0 : Math.min(1.3, 0.35 + (month - turn) * 0.08));
    case 'lost': return (month) => (month > turn ? 0 : 1.2 - month * 0.015);
    default: return (month) => 0.94 + 0.12 * (month / DEMO_MONTHS);
  }
}

function workingDays(month: Month, end: Day, abroad: boolean): Day[] {
  const days: Day[] = [];
  for (let day = `${month}-01`; monthOf(day) === month && day <= end; day = addDays(day, 1)) if (isWorkingDay(day, abroad)) days.push(day);
  return days;
}

function order(random: Random, customer: DemoCustomer, assortment: readonly DemoProduct[], day: Day, end: Day, value: number, next: () => string): InvoiceLine[] {
  const count = 1 + poisson(random, Math.max(0, customer.linesPerOrder - 1));
  const invoiceNo = next();
  const dueDay = addDays(day, customer.termDays);
  const lines: InvoiceLine[] = [];
  for (let n = 1; n <= count; n++) {
    const product = pick(random, assortment);
    const price = product.price * customer.priceLevel * between(random, 0.97, 1.03);
    const pieces = Math.max(1, Math.round((value / count) * between(random, 0.6, 1.4) / price / product.box)) * product.box;
    // Very small customers may open a box: a tenth of one is the least that is sold.
    const quantity = (value / count) < (price * product.box) / 2 ? Math.max(1, Math.round(product.box / 10)) : pieces;
    lines.push(line(random, customer, product, { invoiceNo, lineNo: String(n), day, quantity, price, dueDay, end }));
  }
  return [...lines, ...returned(random, customer, lines, end, next)];
}

interface Position { readonly invoiceNo: string; readonly lineNo: string; readonly day: Day; readonly quantity: number; readonly price: number; readonly dueDay: Day; readonly end: Day }

function line(random: Random, customer: DemoCustomer, product: DemoProduct, at: Position): InvoiceLine {
  const rate = customer.currency === 'USD' ? CNY_PER_USD : 1;
  const cost = product.price * product.costShare * between(random, 0.97, 1.04);
  const paidDay = addDays(at.dueDay, Math.round(customer.lateDays + normal(random) * 5));
  return {
    row: 0, customerKey: customer.key, customerName: customer.name, country: customer.country, invoiceNo: at.invoiceNo, day: at.day, currency: customer.currency,
    amount: Math.round((at.price * at.quantity * 100) / rate), cost: customer.costKnown ? Math.round((cost * at.quantity * 100) / rate) : null,
    quantity: at.quantity, product: product.code, lineNo: at.lineNo, kind: 'sale', dueDay: at.dueDay,
    paidDay: paidDay > at.end || daysBetween(at.day, paidDay) < 0 ? null : paidDay,
  };
}

/** Credit notes some weeks after the invoice: goods sent back, wholly or in part. */
function returned(random: Random, customer: DemoCustomer, lines: readonly InvoiceLine[], end: Day, next: () => string): InvoiceLine[] {
  return lines.flatMap((sold) => {
    const day = addDays(sold.day, Math.round(between(random, 6, 50)));
    if (random() >= customer.returnRate || day > end) return [];
    const share = random() < 0.4 ? 1 : between(random, 0.1, 0.6);
    const quantity = -Math.max(1, Math.round(sold.quantity! * share));
    const part = quantity / sold.quantity!;
    return [{
      ...sold, invoiceNo: `R${next()}`, lineNo: '1', day, quantity, amount: Math.round(sold.amount * part), cost: sold.cost === null ? null : Math.round(sold.cost * part),
      kind: 'credit' as const, dueDay: null, paidDay: null,
    }];
  });
}
