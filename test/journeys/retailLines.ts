import { between, mulberry32, pick, wholeBetween } from '#domain/demo/random.ts';
import { addDays } from '#domain/day.ts';

const PRODUCTS = [['23109', 'PACK OF SIX LED TEA LIGHTS', 2.89], ['22297', 'HEART IVORY TRELLIS SMALL', 1.25], ['22927', 'GREEN GIANT GARDEN THERMOMETER', 5.95], ['85123A', 'WHITE HANGING HEART, T-LIGHT HOLDER', 2.55], ['22423', 'REGENCY CAKESTAND 3 TIER', 12.75]] as const;

/** A customer whose country is a formula: exports must not let it run. */
export const FORMULA = { customer: '12363', country: '=HYPERLINK(0)' };

export interface RetailFile {
  readonly csv: string;
  readonly customers: number;
  /** Lines without a customer. */
  readonly nameless: number;
  /** Lines of cancelled invoices (C…) that name a customer. */
  readonly cancelled: number;
  readonly topCustomer: string;
}

/**
 * A file with the layout and the dirt of the Online Retail data: header names, ids like `15513.0`, times in the date column,
 * cancelled invoices `C…` with negative quantities, lines without a customer, postage and manual codes, quoted commas;
 * and one customer whose country a spreadsheet would run as a formula.
 */
export function retailFile(lines = 2_000): RetailFile {
  const random = mulberry32(7);
  const rows = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'];
  const seen = new Set<string>();
  let nameless = 0;
  let cancelled = 0;
  for (let i = 0, invoice = 540_000; i < lines; i++) {
    if (i === 0 || random() < 0.12) invoice++;
    const place = (invoice - 540_000) / (lines * 0.12);
    const customer = String(12_346 + Math.floor(random() ** 2.2 * 80) * 17);
    const back = random() < 0.02;
    const without = random() < 0.08;
    const [code, description, price] = random() < 0.02 ? pick(random, [['POST', 'POSTAGE', 18], ['M', 'Manual', 4.5]] as const) : pick(random, PRODUCTS);
    const quantity = (customer === '12346' ? 4 : 1) * wholeBetween(random, 1, 24) * (back ? -1 : 1);
    const day = `${addDays('2011-01-04', Math.min(340, Math.floor(place * 340)))} ${String(wholeBetween(random, 8, 18)).padStart(2, '0')}:${String(Math.floor(between(random, 0, 60))).padStart(2, '0')}:00`;
    if (without) nameless++;
    else {
      seen.add(customer);
      if (back) cancelled++;
    }
    rows.push([back ? `C${invoice}` : invoice, code, description.includes(',') ? `"${description}"` : description, quantity, day, price, without ? '' : `${customer}.0`, customer === FORMULA.customer ? FORMULA.country : 'United Kingdom'].join(','));
  }
  return { csv: `${rows.join('\n')}\n`, customers: seen.size, nameless, cancelled, topCustomer: '12346' };
}
