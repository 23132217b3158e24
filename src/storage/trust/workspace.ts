import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Scope } from '#domain/trust/permissions.ts';
import type { Schema } from '../schema.ts';

/** What the first screen must know about the data before it shows anything. */
export interface WorkspaceFacts {
  /** Accounts that are not archived and the viewer may see. */
  readonly accounts: number;
  /** Whether the demo company is in. */
  readonly demo: boolean;
  /** As-of day of the scores on screen; null before the first scoring. */
  readonly asOf: Day | null;
}

/** Facts of the workspace for one viewer: three index look-ups and one count. */
export async function readWorkspaceFacts(db: Kysely<Schema>, viewer: { readonly userId: string | null; readonly scope: Scope }): Promise<WorkspaceFacts> {
  const counted = db.selectFrom('account as a').where('a.archived_at', 'is', null)
    .$if(viewer.scope === 'team', (query) => query.where('a.id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? '')));
  const [count, lastDemo, standing] = await Promise.all([
    viewer.scope === 'none' ? { n: 0 } : counted.select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    db.selectFrom('event').select('verb').where('subject_type', '=', 'workspace').where('subject_id', '=', '').where('verb', 'in', ['demoLoaded', 'demoRemoved'])
      .orderBy('id', 'desc').limit(1).executeTakeFirst(),
    db.selectFrom('standing').select('as_of').limit(1).executeTakeFirst(),
  ]);
  return { accounts: Number(count.n), demo: lastDemo?.verb === 'demoLoaded', asOf: standing?.as_of ?? null };
}
