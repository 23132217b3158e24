import type { ImportReport } from '#domain/select/importPlan.ts';
import type { AccountTable } from '#storage/schema.ts';
import type { Context } from '../../act.ts';
import { dryRun, type CheckTask } from './dryRun.ts';
import { takeIn, type TakenIn } from './takeIn.ts';
import { takeOut } from './takeOut.ts';

/** Heavy work on an import, as it is given to a thread. */
export type Task =
  | { readonly what: 'check'; readonly check: CheckTask }
  | { readonly what: 'commit'; readonly importId: number; readonly origin: AccountTable['origin'] }
  | { readonly what: 'undo'; readonly importId: number };
export type AnswerOf<T extends Task> = T extends { what: 'check' } ? ImportReport : T extends { what: 'commit' } ? TakenIn : number;
export interface TaskProgress { readonly stage: 'reading' | 'checking' | 'committing' | 'undoing'; readonly rows: number; readonly bytes: number }

/** Does the work, here. */
export async function perform(context: Context, task: Task, say: (progress: TaskProgress) => void): Promise<AnswerOf<Task>> {
  switch (task.what) {
    case 'check': return await dryRun(context.store, task.check, say);
    case 'commit': return await takeIn(context, task.importId, task.origin);
    case 'undo': return await takeOut(context, task.importId);
  }
}
