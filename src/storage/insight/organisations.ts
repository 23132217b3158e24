import type { Kysely, Transaction } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { OrgUnit } from '#domain/insight/organisation/unit.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';

export interface OrgVersion {
  readonly id: number;
  readonly asOf: Day;
  readonly source: string;
  readonly note: string;
  readonly units: number;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

/** Versions of an account's organisation that hold, the latest day first; of one day the one that was brought last. */
export async function organisationsOf(db: Kysely<Schema>, accountId: number): Promise<OrgVersion[]> {
  const rows = await db.selectFrom('org_version as v').leftJoin('auth_user as u', 'u.id', 'v.recorded_by').select(['v.id', 'v.as_of', 'v.source', 'v.note', 'v.units', 'v.recorded_by', 'v.recorded_at', 'u.name'])
    .where('v.account_id', '=', accountId).where('v.withdrawn_at', 'is', null).orderBy('v.as_of', 'desc').orderBy('v.id', 'desc').limit(500).execute();
  return rows.map((row) => ({ id: row.id, asOf: row.as_of, source: row.source, note: row.note, units: Number(row.units), by: row.recorded_by === null ? null : { id: row.recorded_by, name: row.name ?? '' }, at: row.recorded_at }));
}

export async function insertUnits(tx: Transaction<Schema>, versionId: number, units: readonly OrgUnit[]): Promise<void> {
  await insertMany(tx, 'org_unit', units.map((unit) => ({ version_id: versionId, unit: unit.unit, parent: unit.parent, name: unit.name, function: unit.function, head: unit.head, people: unit.people })));
}

/** Units of a version in the order of its table. */
export async function unitsOf(db: Kysely<Schema>, versionId: number): Promise<OrgUnit[]> {
  const rows = await db.selectFrom('org_unit').select(['unit', 'parent', 'name', 'function', 'head', 'people']).where('version_id', '=', versionId).orderBy('unit').execute();
  return rows.map((row) => ({ ...row }));
}
