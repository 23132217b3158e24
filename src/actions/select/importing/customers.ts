import type { Fault, ImportReport, Trap } from '#domain/select/importPlan.ts';
import { normaliseKey, normaliseName } from '#domain/select/name.ts';
import { customerReader, type CustomerRow } from '#domain/select/readCustomer.ts';
import { TrapCollector } from '#domain/select/traps.ts';
import type { ImportAccountTable } from '#storage/select/importTables.ts';
import { takeIds } from '#storage/ids.ts';
import { accountsByKey, stageAccounts, type AccountFacts } from '#storage/select/importAccounts.ts';
import { RowTally } from './rowTally.ts';
import { tableOf, type Progress, type ReadTask } from './readLines.ts';
import type { Stage } from './stage.ts';

const AT_ONCE = 500;

/** What a file of customers brings: rows in sets, and at the end what the whole was like. */
export async function* readCustomers(task: ReadTask, progress: Progress): AsyncGenerator<{ customers: CustomerRow[]; faults: Fault[] }, { rows: number; leftOut: Record<string, number>; faults: number; traps: Trap[] }> {
  const table = await tableOf(task);
  const read = customerReader(task.plan, task.headers);
  const traps = new TrapCollector();
  const seen = new Set<string>();
  const tally = new RowTally();
  for await (const batch of table.rows()) {
    const customers: CustomerRow[] = [];
    const faults: Fault[] = [];
    for (const { row, cells } of batch) {
      if (row <= task.plan.headerRow + 1) continue;
      const customer = tally.take(read(row, cells), row, faults, traps)?.customer;
      if (!customer) continue;
      const norm = normaliseKey(customer.key);
      if (seen.has(norm)) traps.add('repeated_line', row, customer.key, false);
      else traps.customer(customer.key, customer.name ?? customer.key);
      seen.add(norm);
      customers.push(customer);
    }
    for (let start = 0; start < customers.length || start === 0; start += AT_ONCE) {
      yield { customers: customers.slice(start, start + AT_ONCE), faults: start === 0 ? faults : [] };
    }
    progress(tally.rows, table.bytesRead());
  }
  return { rows: tally.rows, leftOut: tally.leftOut, faults: tally.faulty, traps: traps.result([]) };
}

/** Compares customers with those that are known and keeps apart what is new or different. The first row of a customer counts. */
export class CustomerStager {
  readonly counts: Pick<ImportReport, 'created' | 'changed' | 'unchanged' | 'accountsCreated' | 'accountsChanged' | 'accountsKnown'> = { created: 0, changed: 0, unchanged: 0, accountsCreated: 0, accountsChanged: 0, accountsKnown: 0 };
  private readonly stage: Stage;
  private readonly seen = new Set<string>();

  constructor(stage: Stage) {
    this.stage = stage;
  }

  async add(customers: readonly CustomerRow[]): Promise<void> {
    const { store, importId } = this.stage;
    const fresh = customers.map((customer) => ({ ...customer, norm: normaliseKey(customer.key) })).filter(({ norm }) => !this.seen.has(norm) && this.seen.add(norm));
    this.counts.unchanged += customers.length - fresh.length;
    const known = new Map((await accountsByKey(store.read, fresh.map(({ norm }) => norm))).map((account) => [account.key_norm, account]));
    const updates: ImportAccountTable[] = [];
    for (const customer of fresh) {
      const account = known.get(customer.norm);
      if (account === undefined) continue;
      const row = changeOf(importId, account, customer);
      if (row) updates.push(row);
    }
    const missing = fresh.filter(({ norm }) => !known.has(norm));
    this.counts.created += missing.length;
    this.counts.accountsCreated += missing.length;
    this.counts.changed += updates.length;
    this.counts.accountsChanged += updates.length;
    this.counts.accountsKnown += known.size;
    this.counts.unchanged += known.size - updates.length;
    if (missing.length + updates.length === 0) return;
    await this.stage.write(async (tx) => {
      const first = await takeIds(tx, 'account', missing.length);
      const creations = missing.map(({ key, norm, name, country, industry }, n): ImportAccountTable => ({
        import_id: importId, account_id: first + n, change: 'create', key, key_norm: norm, name: name ?? key, name_norm: normaliseName(name ?? key), country, industry, before: null,
      }));
      await stageAccounts(tx, [...creations, ...updates]);
    });
  }
}

/** What the file says otherwise than we know; null when nothing. What it does not say stays. */
function changeOf(importId: number, account: AccountFacts, customer: CustomerRow): ImportAccountTable | null {
  const name = customer.name ?? account.name;
  const country = customer.country ?? account.country;
  const industry = customer.industry ?? account.industry;
  if (name === account.name && country === account.country && industry === account.industry) return null;
  const before = { name: account.name, name_norm: account.name_norm, country: account.country, industry: account.industry };
  return {
    import_id: importId, account_id: account.id, change: 'update', key: account.key, key_norm: account.key_norm, name, name_norm: normaliseName(name), country, industry,
    before: JSON.stringify(before),
  };
}
