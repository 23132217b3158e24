import type { LeaveOut, Trap, TrapCode } from './importPlan.ts';
import { normaliseName } from './name.ts';

/** A row that sums others up: "Grand Total", 合计, 小计, Total for May … as the whole text or its beginning. */
export function isTotalText(text: string): boolean {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/[:：.\s]+$/, '');
  return /^(?:(?:grand|sub|report|overall|running|net|gross)[\s-]*)?(?:totals?|sum)(?:\s+(?:for|of|amount|net|gross)\b.*)?$/.test(plain) || /^(?:总计|合计|小计|总合计|累计|本页合计|本年累计|本月合计|總計|合計|小計|累計)(?:金额|金額)?$/.test(plain.replace(/\s/g, ''));
}

const NON_PRODUCT = new Set(['POST', 'POSTAGE', 'DOT', 'D', 'M', 'S', 'B', 'C2', 'CRUK', 'PADS', 'BANK CHARGES', 'AMAZONFEE', 'ADJUST', 'ADJUST2', 'MANUAL', 'DISCOUNT', 'SAMPLES', 'CARRIAGE', 'FREIGHT', 'SHIPPING', 'HANDLING', 'ROUNDING', 'BAD DEBT', 'GIFT']);

/** Product codes that are no products: postage, bank charges, manual adjustments, 运费 … */
export function isNonProduct(product: string): boolean {
  const plain = product.normalize('NFKC').trim().toUpperCase();
  return NON_PRODUCT.has(plain) || /^(?:TEST\d*|GIFT_\d.*)$/.test(plain) || /^(?:运费|運費|邮费|郵費|快递费|快遞費|手续费|手續費|折扣|调整|調整|服务费|服務費|样品费|包装费|四舍五入|尾差)/.test(plain);
}

export type StatusMeaning = 'counts' | 'not_won' | 'cancelled' | 'credit' | 'unknown';
const STATUSES: readonly (readonly [StatusMeaning, RegExp])[] = [
  ['cancelled', /^(?:cancell?ed|void(?:ed)?|reversed|deleted|rejected|storno|作废|作廢|已作废|已取消|取消|已冲销|冲销|红冲作废|已删除|关闭)$/],
  ['credit', /^(?:credit(?:ed| note| memo)?|refund(?:ed)?|return(?:ed)?|红字|紅字|红冲|退货|退貨|已退款)$/],
  ['counts', /^(?:(?:closed[\s-]*)?won|paid|posted|invoiced|billed|sent|issued|open|overdue|partially paid|completed?|closed|shipped|delivered|approved|booked|active|赢单|贏單|已赢单|成交|已成交|已审核|已審核|审核|已开票|已開票|已过账|已记账|正常|有效|已完成|完成|已付款|已收款|未付款|部分付款|已出库|蓝字)$/],
  ['not_won', /^(?:(?:closed[\s-]*)?lost|prospecting|engaging|qualif(?:ied|ication|ying)|proposal.*|negotiati.*|draft|pending|quot(?:e|ed|ation)|planned|forecast|lead|new|in progress|输单|輸單|丢单|已丢单|草稿|未审核|未審核|待审核|跟进中|洽谈中|报价|商机|审批中|进行中|未成交)$/],
];

/** What a status or stage says about whether a row is trade. Unknown words count, and are shown. */
export function statusMeaning(status: string): StatusMeaning {
  const plain = status.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return 'counts';
  return STATUSES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'unknown';
}

const EXAMPLES = 20;
const GROUPS = 200;

interface Tally { count: number; amounts: Map<string, number>; leftOut: boolean; rows: { row: number; text: string }[] }

/** Collects what a person should see before committing, in constant memory apart from the customers themselves. */
export class TrapCollector {
  private readonly tallies = new Map<TrapCode, Tally>();
  private readonly customers = new Map<string, { name: string; lines: number }>();

  /** One row of a trap; `amount` in minor units where known. */
  add(code: TrapCode, row: number, text: string, leftOut: boolean, amount: number | null = null, currency: string | null = null): void {
    const tally = this.tallies.get(code) ?? { count: 0, amounts: new Map<string, number>(), leftOut, rows: [] };
    this.tallies.set(code, tally);
    tally.count++;
    if (amount !== null && currency !== null) tally.amounts.set(currency, (tally.amounts.get(currency) ?? 0) + amount);
    if (tally.rows.length < EXAMPLES) tally.rows.push({ row, text: text.slice(0, 200) });
  }

  /** One line of a customer, for suspected duplicates. */
  customer(key: string, name: string, lines = 1): void {
    const known = this.customers.get(key);
    if (known) known.lines += lines;
    else this.customers.set(key, { name, lines });
  }

  /** Customers whose names differ only in what names differ by: two or more keys of one normalised name. */
  duplicates(): { key: string; name: string; lines: number }[][] {
    const byName = new Map<string, { key: string; name: string; lines: number }[]>();
    for (const [key, { name, lines }] of this.customers) {
      const norm = normaliseName(name);
      if (norm === '') continue;
      const group = byName.get(norm);
      if (group) group.push({ key, name, lines });
      else byName.set(norm, [{ key, name, lines }]);
    }
    return [...byName.values()].filter((group) => group.length > 1).sort((a, b) => b.reduce((n, c) => n + c.lines, 0) - a.reduce((n, c) => n + c.lines, 0));
  }

  /** All traps found, those that move most money first. */
  result(totals: readonly { currency: string; lines: number }[]): Trap[] {
    const traps: Trap[] = [...this.tallies].map(([code, tally]) => {
      const [only] = tally.amounts.size === 1 ? [...tally.amounts] : [];
      return { code, count: tally.count, amount: only?.[1] ?? null, currency: only?.[0] ?? null, leftOut: tally.leftOut, rows: tally.rows };
    });
    const groups = this.duplicates();
    if (groups.length > 0) traps.push({ code: 'suspected_duplicates', count: groups.length, amount: null, currency: null, leftOut: false, rows: [], groups: groups.slice(0, GROUPS) });
    if (totals.length > 1) traps.push({ code: 'several_currencies', count: totals.length, amount: null, currency: null, leftOut: false, rows: totals.map(({ currency, lines }) => ({ row: 0, text: `${currency} ${lines}` })) });
    return traps.sort((a, b) => Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0) || b.count - a.count);
  }
}

/** Whether rows of a trap can be left out by the plan. */
export function canLeaveOut(code: TrapCode): code is LeaveOut {
  return code === 'total_row' || code === 'no_customer' || code === 'non_product' || code === 'cancelled' || code === 'not_won';
}
