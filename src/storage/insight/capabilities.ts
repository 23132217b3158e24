import type { Kysely } from 'kysely';
import type { Aspect } from '#domain/insight/aspects.ts';
import { capabilityKey, type Capability } from '#domain/insight/capability.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import type { CapabilityTable, ProofTable } from './noteTables.ts';

/** More capabilities than a company keeps apart by hand. */
export const CATALOGUE_LIMIT = 2000;

export interface CapabilityFilter {
  /** Part of the name, the description, or the title of a proof. */
  readonly q?: string | undefined;
  readonly aspect?: string | undefined;
  readonly withdrawn?: boolean;
}

/** Our capabilities with their proofs that hold, in the order in which they were entered. */
export async function listCapabilities(db: Kysely<Schema>, filter: CapabilityFilter = {}): Promise<Capability[]> {
  let query = db.selectFrom('capability').selectAll().where('withdrawn_at', filter.withdrawn ? 'is not' : 'is', null).orderBy('id').limit(CATALOGUE_LIMIT);
  if (filter.aspect !== undefined) query = query.where('aspect', '=', filter.aspect);
  const all = await withProofs(db, await query.execute());
  const part = filter.q?.trim().toLowerCase() ?? '';
  return part === '' ? all : all.filter((one) => [one.name, one.text, ...one.proofs.map((proof) => proof.title)].some((text) => text.toLowerCase().includes(part)));
}

/** Capabilities that hold, by id. */
export async function capabilitiesById(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, Capability>> {
  const rows: CapabilityTable[] = [];
  for (const some of inChunks([...new Set(ids)])) rows.push(...await db.selectFrom('capability').selectAll().where('id', 'in', some).where('withdrawn_at', 'is', null).execute());
  return new Map((await withProofs(db, rows)).map((one) => [one.id, one]));
}

/** Names that stand in the catalogue, as keys, but for one capability. */
export async function capabilityKeys(db: Kysely<Schema>, except?: number): Promise<Set<string>> {
  const rows = await db.selectFrom('capability').select(['id', 'name']).where('withdrawn_at', 'is', null).execute();
  return new Set(rows.filter((row) => row.id !== except).map((row) => capabilityKey(row.name)));
}

/** How many needs of the accounts in the viewer's reach each capability is matched with. */
export async function matchCounts(db: Kysely<Schema>, viewer: Viewer): Promise<Map<number, number>> {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return new Map();
  let query = db.selectFrom('capability_match as m').innerJoin('need as n', 'n.id', 'm.need_id').where('m.withdrawn_at', 'is', null).where('n.withdrawn_at', 'is', null)
    .select((eb) => ['m.capability_id', eb.fn.countAll<number>().as('count')]).groupBy('m.capability_id');
  if (viewer.scope === 'team') query = query.where('n.account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId!));
  return new Map((await query.execute()).map((row) => [row.capability_id, Number(row.count)]));
}

async function withProofs(db: Kysely<Schema>, rows: readonly CapabilityTable[]): Promise<Capability[]> {
  const proofs = new Map<number, ProofTable[]>();
  for (const some of inChunks(rows.map((row) => row.id))) {
    for (const proof of await db.selectFrom('proof').selectAll().where('capability_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute()) proofs.set(proof.capability_id, [...(proofs.get(proof.capability_id) ?? []), proof]);
  }
  return rows.map((row) => ({
    id: row.id, aspect: row.aspect as Aspect, name: row.name, text: row.text, state: row.state,
    proofs: (proofs.get(row.id) ?? []).map((proof) => ({ id: proof.id, kind: proof.kind, title: proof.title, url: proof.url, expiresOn: proof.expires_on })),
  }));
}
