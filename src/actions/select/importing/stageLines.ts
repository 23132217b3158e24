import { normaliseName } from '#domain/select/name.ts';
import { dayNumber } from '#domain/day.ts';
import { pairHash, textHash } from '#domain/select/lineHash.ts';
import { MonthSums } from '#domain/select/monthSums.ts';
import type { LineKind } from '#domain/select/trade.ts';
import type { ImportMonthTable } from '#storage/select/importTables.ts';
import { accountsByKey, renameStaged, stageAccounts } from '#storage/select/importAccounts.ts';
import { takeIds } from '#storage/ids.ts';
import { knownLines, lineIds, LINES_PER_IMPORT, stageLines, stageSuperseded, type KnownLine, type StagedLine } from '#storage/select/invoiceLines.ts';
import { Refusal } from '#domain/refusal.ts';
import { SET_LINES, type FileCustomer, type LineSet } from './lineSet.ts';
import type { Stage } from './stage.ts';

/** Lines of one transaction: about a tenth of a second on SQLite, so that others who write hardly wait. */
const LINES_AT_ONCE = 10_000;
const ACCOUNTS_AT_ONCE = 500;

/** Compares lines with what is known and keeps those that are new or changed under the import's number. */
export class LineStager {
  readonly counts = { created: 0, changed: 0, unchanged: 0, accountsCreated: 0, accountsKnown: 0 };
  readonly sums = new MonthSums();
  private readonly stage: Stage;
  /** By the number of the customer in the file: its account, whether this import creates it, whether any line of it is kept. */
  private accounts = new Float64Array(1024);
  private created = new Uint8Array(1024);
  private touched = new Uint8Array(1024);
  private used = 0;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** Accounts whose trade changes, ascending: those that were known, or those this import creates. */
  touchedAccounts(which: 'known' | 'created'): number[] {
    const ids: number[] = [];
    for (let number = 0; number < this.touched.length; number++) {
      if (this.touched[number] && (this.created[number] === 1) === (which === 'created')) ids.push(this.accounts[number]!);
    }
    return ids.sort((a, b) => a - b);
  }

  /** Monthly sums of the customers this import creates, unless `sums` is full. */
  *createdMonths(): Generator<ImportMonthTable> {
    for (const month of this.sums.months()) {
      const { customer, costedRevenue, creditNotes, dueAmount, lateAmount, lateAmountDays, firstDay, lastDay, lastSaleDay, ...same } = month;
      yield {
        import_id: this.stage.importId, account_id: this.accounts[customer]!, ...same, costed_revenue: costedRevenue, credit_notes: creditNotes, due_amount: dueAmount,
        late_amount: lateAmount, late_amount_days: lateAmountDays, first_day: firstDay, last_day: lastDay, last_sale_day: lastSaleDay,
      };
    }
  }

  /** Finds the accounts of customers that come up for the first time, and keeps those apart that have none yet. */
  async meet(customers: readonly FileCustomer[]): Promise<void> {
    const { store, importId } = this.stage;
    for (let start = 0; start < customers.length; start += ACCOUNTS_AT_ONCE) {
      const some = customers.slice(start, start + ACCOUNTS_AT_ONCE);
      const found = new Map((await accountsByKey(store.read, some.map((customer) => customer.keyNorm))).map((account) => [account.key_norm, account.id]));
      const named = some.filter((customer) => this.accounts[customer.number]);
      const missing = some.filter((customer) => !this.accounts[customer.number] && !found.has(customer.keyNorm));
      this.counts.accountsCreated += missing.length;
      for (const { number, keyNorm } of some) {
        const id = found.get(keyNorm);
        if (id === undefined || this.accounts[number]) continue;
        this.place(number, id, false);
        this.counts.accountsKnown++;
      }
      if (missing.length + named.length === 0) continue;
      await this.stage.write(async (tx) => {
        const first = await takeIds(tx, 'account', missing.length);
        missing.forEach((customer, n) => this.place(customer.number, first + n, true));
        await stageAccounts(tx, missing.map(({ key, keyNorm, name, country }, n) => ({
          import_id: importId, account_id: first + n, change: 'create', key, key_norm: keyNorm, name, name_norm: normaliseName(name), country, industry: null, before: null,
        })));
        for (const { number, name, country } of named) {
          if (this.created[number]) await renameStaged(tx, importId, this.accounts[number]!, { name, name_norm: normaliseName(name), country });
        }
      });
    }
  }

  private place(number: number, account: number, created: boolean): void {
    while (number >= this.accounts.length) {
      const grow = <T extends Float64Array | Uint8Array>(from: T, to: T): T => (to.set(from), to);
      this.accounts = grow(this.accounts, new Float64Array(this.accounts.length * 2));
      this.created = grow(this.created, new Uint8Array(this.created.length * 2));
      this.touched = grow(this.touched, new Uint8Array(this.touched.length * 2));
    }
    this.accounts[number] = account;
    this.created[number] = created ? 1 : 0;
  }

  /** Keeps the new and changed lines of a set. */
  async add(set: LineSet): Promise<void> {
    const superseded: number[] = [];
    const known = await this.known(set);
    const order = new Float64Array(set.count);
    let kept = 0;
    for (let at = 0; at < set.count; at++) {
      const customer = set.customer[at]!;
      const account = this.accounts[customer]!;
      const before = known?.get(pairHash(account, set.identity[at]!));
      if (before !== undefined && before.account_id === account && before.line_hash === set.identity[at]) {
        if (before.content_hash === set.content[at]) {
          this.counts.unchanged++;
          continue;
        }
        superseded.push(before.id);
        this.counts.changed++;
      } else this.counts.created++;
      this.touched[customer] = 1;
      order[kept++] = account * SET_LINES + at;
    }
    this.sum(set, order.subarray(0, kept));
    // By customer: its lines then lie together, and the index by customer is written a page at a time, not a line at a time.
    const sorted = order.subarray(0, kept).sort();
    for (let start = 0; start < kept; start += LINES_AT_ONCE) {
      const some = sorted.subarray(start, start + LINES_AT_ONCE);
      const first = this.takeNumbers(some.length);
      await this.stage.write((tx) => stageLines(tx, this.rows(set, some, first)));
    }
    if (superseded.length > 0) await this.stage.write((tx) => stageSuperseded(tx, this.stage.importId, superseded));
  }

  /** Adds up the kept lines of customers that this import creates: all the lines these have. */
  private sum(set: LineSet, order: Float64Array): void {
    if (this.sums.full) return;
    const { texts } = set;
    const days = new Int32Array(texts.length);
    // Each day of the set is counted out once; 0 is none, so they are kept plus one.
    const dayOf = (place: number): number => (days[place] ||= dayNumber(texts[place]!) + 1) - 1;
    const hashes = new Float64Array(texts.length);
    const hashOf = (place: number): number => (hashes[place] ||= textHash(texts[place]!));
    for (let n = 0; n < order.length; n++) {
      const at = order[n]! % SET_LINES;
      const customer = set.customer[at]!;
      if (!this.created[customer]) continue;
      const day = texts[set.day[at]!]!;
      const invoice = set.invoiceNo[at]!;
      this.sums.add({
        customer, month: Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1, day: dayOf(set.day[at]!), currency: texts[set.currency[at]!]!, amount: set.amount[at]!,
        cost: Number.isNaN(set.cost[at]!) ? null : set.cost[at]!, credit: texts[set.kind[at]!] === 'credit', invoice: invoice === 0 ? dayOf(set.day[at]!) : hashOf(invoice),
        dueDay: set.dueDay[at] === 0 ? null : dayOf(set.dueDay[at]!), paidDay: set.paidDay[at] === 0 ? null : dayOf(set.paidDay[at]!),
      });
    }
  }

  /** Ids of the next lines; gives the first. */
  private takeNumbers(count: number): number {
    if (this.used + count >= LINES_PER_IMPORT) throw new Refusal('file_refused', 'The file has more lines than one import can take.', { reason: 'too_many_rows', params: { limit: LINES_PER_IMPORT - 1 } });
    const first = lineIds(this.stage.importId).from + this.used + 1;
    this.used += count;
    return first;
  }

  private *rows(set: LineSet, order: Float64Array, first: number): Generator<StagedLine> {
    const { texts } = set;
    const text = (place: number) => (place === 0 ? null : texts[place]!);
    const number = (value: number) => (Number.isNaN(value) ? null : value);
    const row: StagedLine = [0, this.stage.importId, 0, 0, 0, 0, null, '', '', 0, null, null, null, null, 'sale', null, null, null];
    for (let n = 0; n < order.length; n++) {
      const at = order[n]! % SET_LINES;
      row[0] = first + n;
      row[2] = this.accounts[set.customer[at]!]!;
      row[3] = set.identity[at]!;
      row[4] = set.content[at]!;
      row[5] = set.row[at]!;
      row[6] = text(set.invoiceNo[at]!);
      row[7] = texts[set.day[at]!]!;
      row[8] = texts[set.currency[at]!]!;
      row[9] = set.amount[at]!;
      row[10] = number(set.cost[at]!);
      row[11] = number(set.quantity[at]!);
      row[12] = text(set.product[at]!);
      row[13] = text(set.lineNo[at]!);
      row[14] = texts[set.kind[at]!] as LineKind;
      row[15] = text(set.dueDay[at]!);
      row[16] = text(set.paidDay[at]!);
      yield row;
    }
  }

  /** Live lines with the customer and identity of one in the set; null when all customers are new. */
  private async known(set: LineSet): Promise<Map<number, KnownLine> | null> {
    const pairs: number[] = [];
    for (let at = 0; at < set.count; at++) {
      const customer = set.customer[at]!;
      if (!this.created[customer]) pairs.push(this.accounts[customer]!, set.identity[at]!);
    }
    if (pairs.length === 0) return null;
    const lines = await knownLines(this.stage.store.read, pairs);
    return new Map(lines.map((line) => [pairHash(line.account_id, line.line_hash), line]));
  }
}
