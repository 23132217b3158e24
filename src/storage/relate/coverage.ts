import type { Kysely } from 'kysely';
import { byName } from '#domain/byName.ts';
import type { Level, WorkFunction } from '#domain/relate/coverage/scales.ts';
import type { Schema } from '../schema.ts';

/** One of us with what is known of their place; `person` null: not in the network yet. */
export interface ColleagueRow {
  readonly user: string;
  readonly name: string;
  readonly person: number | null;
  readonly title: string;
  readonly level: Level | null;
  readonly function: WorkFunction | null;
  /** Whether they are in the customer's team. */
  readonly team: boolean;
}

/** Everybody whose access is open, by name: whom somebody who has left knew, nobody of us knows. `accountId` null: of no customer. */
export async function colleagues(db: Kysely<Schema>, accountId: number | null): Promise<ColleagueRow[]> {
  const rows = await db.selectFrom('auth_user as u')
    .leftJoin('person as p', (join) => join.onRef('p.user_id', '=', 'u.id').on('p.kind', '=', 'colleague').on('p.withdrawn_at', 'is', null).on('p.merged_into', 'is', null).on('p.erased_at', 'is', null))
    .select(['u.id as user', 'u.name', 'p.id as person', 'p.title', 'p.level', 'p.function']).where('u.disabledAt', 'is', null).orderBy('u.id').orderBy('p.id').execute();
  const team = new Set(accountId === null ? [] : (await db.selectFrom('account_team').select('user_id').where('account_id', '=', accountId).execute()).map((row) => row.user_id));
  const first = new Map(rows.toReversed().map((row) => [row.user, row]));
  return rows.filter((row) => first.get(row.user) === row).sort((a, b) => byName(a.name, b.name) || (a.user < b.user ? -1 : 1)).map(({ user, name, person, title, level, function: work }) => ({ user, name, person, title: title ?? '', level, function: work, team: team.has(user) }));
}
