import { normaliseName } from '#domain/select/name.ts';
import type { Fault, ImportReport, Trap } from '#domain/select/importPlan.ts';
import type { Store } from '#storage/connect.ts';
import { syncEachCommit } from '#storage/dialect.ts';
import { accountsNamed, stagedNames } from '#storage/select/importAccounts.ts';
import { changeImport, importState, newestEvent, stageFaults, stageTouched } from '#storage/select/imports.ts';
import { insertMonths, stageMonths } from '#storage/select/tradeMonths.ts';
import { purge } from './purge.ts';
import { CustomerStager, readCustomers } from './customers.ts';
import type { Reading } from './lineSet.ts';
import { readLines, type Progress, type ReadSummary, type ReadTask } from './readLines.ts';
import { readLinesInThread } from './readThread.ts';
import { LineStager } from './stageLines.ts';
import { Stopped, type Stage } from './stage.ts';

export interface CheckTask extends ReadTask { readonly importId: number; readonly size: number }
export interface CheckProgress { readonly stage: 'reading' | 'checking'; readonly rows: number; readonly bytes: number }

/** Faults kept with their row; those beyond are counted only. */
const FAULTS_KEPT = 100_000;
/** From here on (bytes) a second thread reads while this one stores. */
const WORTH_A_THREAD = 4_000_000;
const ACCOUNTS_AT_ONCE = 500;
const GROUPS = 200;
const BEAT_MS = 5000;
const ROWS_AT_ONCE = 5000;

/**
 * The dry run: reads the whole file, keeps what is new or changed under the import's number, prepares the sums its customers
 * will have, and says what would happen. Short transactions all along; nothing is visible to anybody. Ends with the import
 * `checked` and its report stored. Throws Refusal('file_refused'), or Stopped when the import was cancelled meanwhile.
 */
export async function dryRun(store: Store, task: CheckTask, say: (progress: CheckProgress) => void): Promise<ImportReport> {
  const started = performance.now();
  const { importId, plan } = task;
  let beat = started;
  const stage: Stage = {
    store, importId,
    write: (work) => store.transaction(async (tx) => {
      if (await importState(tx, importId) !== 'reading') throw new Stopped();
      if (performance.now() - beat > BEAT_MS) {
        await changeImport(tx, importId, ['reading'], { beatAt: new Date().toISOString() });
        beat = performance.now();
      }
      return await work(tx);
    }),
  };
  const reliedOn = await newestEvent(store.read);
  const progress: Progress = (rows, bytes) => say({ stage: 'reading', rows, bytes });
  const read = plan.kind === 'lines' ? await checkLines(stage, task, progress) : await checkCustomers(stage, task, progress);
  say({ stage: 'checking', rows: read.rows, bytes: task.size });
  if (read.stager) await prepareMonths(stage, read.stager);
  const traps = await withKnownNames(store, importId, read.traps);
  const { stager: _, ...counts } = read;
  const report: ImportReport = { ...counts, traps, seconds: Math.round(performance.now() - started) / 1000 };
  // Rows kept so far may have gone with the power: nobody was told. This commit takes them to the disk with it.
  await syncEachCommit(store.write, true);
  await stage.write((tx) => changeImport(tx, importId, ['reading'], { state: 'checked', report, reliedOn, error: null }));
  return report;
}

type Checked = Omit<ImportReport, 'seconds'> & { readonly stager?: LineStager };

async function checkLines(stage: Stage, task: CheckTask, progress: Progress): Promise<Checked> {
  const stager = new LineStager(stage);
  const faults = new FaultStager(stage);
  const readings = task.size > WORTH_A_THREAD ? readLinesInThread(task, progress) : readLines(task, progress);
  const summary = await drain<Reading, ReadSummary>(stage, readings, async (reading) => {
    await stager.meet(reading.customers);
    await stager.add(reading.lines);
    await faults.add(reading.faults);
  });
  const { above, ...known } = summary;
  if (above.length > 0 && task.plan.leaveOut.includes('total_row')) {
    // Totals above their lines show only at the end, when they have been kept as lines: read again without them.
    await purge(stage.store, stage.importId);
    return await checkLines(stage, { ...task, above: above.map((total) => total.row) }, progress);
  }
  return { ...known, ...stager.counts, accountsChanged: 0, stager };
}

async function checkCustomers(stage: Stage, task: CheckTask, progress: Progress): Promise<Checked> {
  const stager = new CustomerStager(stage);
  const faults = new FaultStager(stage);
  const summary = await drain(stage, readCustomers(task, progress), async (reading) => {
    await stager.add(reading.customers);
    await faults.add(reading.faults);
  });
  return { ...summary, ...stager.counts, totals: [], firstDay: null, lastDay: null };
}

/** Takes everything a generator yields and gives what it returns; ends it when the work throws, or the import was stopped. */
async function drain<T, R>(stage: Stage, readings: AsyncGenerator<T, R>, work: (reading: T) => Promise<void>): Promise<R> {
  try {
    for (;;) {
      const { value, done } = await readings.next();
      if (done) return value;
      if (await importState(stage.store.read, stage.importId) !== 'reading') throw new Stopped();
      await work(value);
    }
  } finally {
    await readings.return(undefined as never).catch(() => {});
  }
}

/** The sums the touched customers will have: of the known ones summed up by the store, of the new ones while their lines passed. */
async function prepareMonths(stage: Stage, stager: LineStager): Promise<void> {
  const touch = async (ids: readonly number[]) => {
    for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
      const some = ids.slice(start, start + ROWS_AT_ONCE);
      await stage.write((tx) => stageTouched(tx, stage.importId, some));
    }
  };
  await touch(stager.touchedAccounts('known'));
  if (stager.sums.full) await touch(stager.touchedAccounts('created'));
  for (let after: number | null = 0; after !== null;) {
    after = await stage.write((tx) => stageMonths(tx, stage.importId, 'committed', after!, ACCOUNTS_AT_ONCE));
  }
  if (stager.sums.full) return;
  await touch(stager.touchedAccounts('created'));
  for (const rows of inSets(stager.createdMonths(), ROWS_AT_ONCE)) await stage.write((tx) => insertMonths(tx, rows));
}

function* inSets<T>(values: Iterable<T>, size: number): Generator<T[]> {
  let set: T[] = [];
  for (const value of values) {
    if (set.push(value) < size) continue;
    yield set;
    set = [];
  }
  if (set.length > 0) yield set;
}

/** Adds to the suspected duplicates of the file those newcomers whose name an account has already under another code. */
async function withKnownNames(store: Store, importId: number, traps: readonly Trap[]): Promise<Trap[]> {
  const groups = new Map((traps.find((trap) => trap.code === 'suspected_duplicates')?.groups ?? []).map((group) => [normaliseName(group[0]!.name), group]));
  let added = 0;
  for await (const names of stagedNames(store.read, importId)) {
    const known = await accountsNamed(store.read, names.map((row) => row.name_norm));
    for (const { key, name, name_norm } of known) {
      const newcomers = names.filter((row) => row.name_norm === name_norm);
      const group = groups.get(name_norm) ?? newcomers.map((row) => ({ key: row.key, name: row.name, lines: 0 }));
      if (!groups.has(name_norm)) added++;
      if (!group.some((member) => member.key === key)) groups.set(name_norm, [...group, { key, name, lines: 0 }]);
    }
  }
  if (groups.size === 0) return [...traps];
  const others = traps.filter((trap) => trap.code !== 'suspected_duplicates');
  const count = (traps.find((trap) => trap.code === 'suspected_duplicates')?.count ?? 0) + added;
  return [...others, { code: 'suspected_duplicates', count, amount: null, currency: null, leftOut: false, rows: [], groups: [...groups.values()].slice(0, GROUPS) }];
}

/** Keeps faults, numbered from 1, up to the limit. */
class FaultStager {
  private readonly stage: Stage;
  private kept = 0;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  async add(faults: readonly Fault[]): Promise<void> {
    const some = faults.slice(0, FAULTS_KEPT - this.kept);
    if (some.length === 0) return;
    const seq = this.kept + 1;
    this.kept += some.length;
    await this.stage.write((tx) => stageFaults(tx, this.stage.importId, seq, some));
  }
}
