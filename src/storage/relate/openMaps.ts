import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';

/** Power maps of projects that go on, of customers in the viewer's reach, the newest first. */
export async function openMaps(db: Kysely<Schema>, viewer: Viewer, limit: number): Promise<{ id: number; accountId: number; projectId: number; project: string }[]> {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return [];
  let query = db.selectFrom('power_map as m').innerJoin('project as p', 'p.id', 'm.project_id').innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.id', 'm.account_id as accountId', 'p.id as projectId', 'p.name as project'])
    .where('m.withdrawn_at', 'is', null).where('p.withdrawn_at', 'is', null).where('p.closed_on', 'is', null).where('a.archived_at', 'is', null).orderBy('m.id', 'desc').limit(limit);
  if (viewer.scope === 'team') query = query.where('m.account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId!));
  return await query.execute();
}
