import type { Store } from '#storage/connect.ts';
import type { Context } from '../../act.ts';
import type { LiveProgress } from '../../live.ts';

/** Work on an import that is under way in this process. */
export interface Job {
  readonly what: 'check' | 'commit' | 'undo';
  progress: LiveProgress | null;
  /** Ends with the work, however it ends. */
  ended: Promise<void>;
}

const jobs = new WeakMap<Store, Map<number, Job>>();

/** The work on one import that is under way; undefined when there is none. */
export function jobOf(store: Store, importId: number): Job | undefined {
  return jobs.get(store)?.get(importId);
}

/** State of an import as it is shown: the store knows only what is done, this process what it is doing. */
export function shownState<S extends string>(stored: S, job: Job | undefined): S | 'committing' | 'undoing' {
  if (job?.what === 'commit' && stored === 'checked') return 'committing';
  if (job?.what === 'undo' && stored === 'committed') return 'undoing';
  return stored;
}

/** Notes that work has begun and forgets it when it ends, telling open screens each time. The import must have no other work. */
export function track<T>(context: Context, importId: number, what: Job['what'], work: (job: Job) => Promise<T>): { job: Job; result: Promise<T> } {
  const running = jobs.get(context.store) ?? new Map<number, Job>();
  jobs.set(context.store, running);
  const job: Job = { what, progress: null, ended: Promise.resolve() };
  running.set(importId, job);
  const result = work(job).finally(() => running.delete(importId));
  job.ended = result.then(() => {}, () => {});
  return { job, result };
}

/** Waits until nothing is under way on this store. */
export async function importsEnded(store: Store): Promise<void> {
  while (jobs.get(store)?.size) await Promise.all([...jobs.get(store)!.values()].map((job) => job.ended));
}

const PUBLISH_EVERY_MS = 100;

/** Turns rows and bytes into what screens show, at most ten times a second. */
export function meter(context: Context, importId: number, job: Job, size: number): (at: { stage: LiveProgress['stage']; rows: number; bytes: number }) => void {
  const started = performance.now();
  let last = 0;
  let stage: LiveProgress['stage'] | null = null;
  return (at) => {
    const now = performance.now();
    if (at.stage === stage && now - last < PUBLISH_EVERY_MS) return;
    last = now;
    stage = at.stage;
    const seconds = Math.max(0.001, (now - started) / 1000);
    const share = size === 0 ? 0 : Math.min(1, at.bytes / size);
    job.progress = {
      stage: at.stage, done: at.rows, total: share === 0 ? null : Math.max(at.rows, Math.round(at.rows / share)),
      rowsPerSecond: Math.round(at.rows / seconds), secondsLeft: at.stage !== 'reading' || share < 0.02 ? null : Math.round((seconds / share) * (1 - share) * 10) / 10,
    };
    context.live.publish({ type: 'import', id: importId, state: { check: 'reading', commit: 'committing', undo: 'undoing' }[job.what], progress: job.progress });
  };
}

/** Tells open screens that an import stands elsewhere now; they ask for it. */
export function tell(context: Context, importId: number, state: string): void {
  context.live.publish({ type: 'import', id: importId, state, progress: null });
}
