import type { Kysely, Transaction } from 'kysely';
import { byName } from '#domain/byName.ts';
import type { MapHistory } from '#domain/relate/map/mapOn.ts';
import type { Observed } from '#domain/relate/map/newestMarks.ts';
import type { MapEvidence } from '#domain/relate/map/scales.ts';
import { inChunks } from '../inChunks.ts';
import { notesOf } from '../insight/notes.ts';
import type { Schema } from '../schema.ts';
import type { MapMemberTable, MapPlaceTable, PowerMapTable, ProjectTable } from '../mapTables.ts';
import type { PersonTable } from './relateTables.ts';

/** Projects of an account that hold, the newest first, with the map of each where it has one. */
export async function projectsOf(db: Kysely<Schema>, accountId: number): Promise<{ project: ProjectTable; map: PowerMapTable | null }[]> {
  const [projects, maps] = await Promise.all([notesOf(db, 'project', accountId), notesOf(db, 'power_map', accountId)]);
  const byProject = new Map(maps.map((map) => [map.project_id, map]));
  return projects.toReversed().map((project) => ({ project, map: byProject.get(project.id) ?? null }));
}

/** The map of a project that holds; of two the first. */
export async function mapOfProject(db: Kysely<Schema>, projectId: number): Promise<PowerMapTable | null> {
  return (await db.selectFrom('power_map').selectAll().where('project_id', '=', projectId).where('withdrawn_at', 'is', null).orderBy('id').executeTakeFirst()) ?? null;
}

export type MapFacts = MapHistory & {
  /** Who told each mark and line, by the row's id. */
  readonly by: { readonly marks: ReadonlyMap<number, string | null>; readonly lines: ReadonlyMap<number, string | null> };
};

/** All that was ever told of some maps of one account and not withdrawn, by map. */
export async function histories(db: Kysely<Schema>, accountId: number, mapIds: readonly number[]): Promise<Map<number, MapFacts>> {
  const found = new Map(mapIds.map((id) => [id, { members: [], marks: [], lines: [], by: { marks: new Map(), lines: new Map() } } as { members: MapHistory['members'][number][]; marks: MapHistory['marks'][number][]; lines: MapHistory['lines'][number][]; by: { marks: Map<number, string | null>; lines: Map<number, string | null> } }]));
  for (const some of inChunks(mapIds)) {
    const [members, marks, lines] = await Promise.all([
      db.selectFrom('map_member').selectAll().where('account_id', '=', accountId).where('map_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute(),
      db.selectFrom('map_mark').selectAll().where('account_id', '=', accountId).where('map_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute(),
      db.selectFrom('map_line').selectAll().where('account_id', '=', accountId).where('map_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute(),
    ]);
    for (const row of members) found.get(row.map_id)!.members.push({ person: row.person_id, joinedOn: row.joined_on, leftOn: row.left_on });
    for (const row of marks) {
      const map = found.get(row.map_id)!;
      map.marks.push({ id: row.id, person: row.person_id, field: row.field, value: row.value, evidence: row.evidence as MapEvidence, observedOn: row.observed_on, note: row.note });
      map.by.marks.set(row.id, row.recorded_by);
    }
    for (const row of lines) {
      const map = found.get(row.map_id)!;
      map.lines.push({ id: row.id, from: row.from_id, to: row.to_id, kind: row.kind, weight: Number(row.weight), sign: Number(row.sign) as 1 | -1, evidence: row.evidence as MapEvidence, observedOn: row.observed_on, endedOn: row.ended_on, note: row.note });
      map.by.lines.set(row.id, row.recorded_by);
    }
  }
  return found;
}

/** What was told of some people on a map and not withdrawn, and by whom; without words. */
export async function marksOf(db: Kysely<Schema>, mapId: number, people: readonly number[]): Promise<(Observed & { readonly by: string | null })[]> {
  const found: (Observed & { by: string | null })[] = [];
  for (const some of inChunks([...new Set(people)])) {
    const rows = await db.selectFrom('map_mark').select(['id', 'person_id', 'field', 'observed_on', 'recorded_by']).where('map_id', '=', mapId).where('person_id', 'in', some).where('withdrawn_at', 'is', null).execute();
    for (const row of rows) found.push({ id: row.id, person: row.person_id, field: row.field, observedOn: row.observed_on, by: row.recorded_by });
  }
  return found;
}

/** Where people were put by hand. */
export async function placesOf(db: Kysely<Schema>, mapId: number): Promise<MapPlaceTable[]> {
  return await db.selectFrom('map_place').selectAll().where('map_id', '=', mapId).where('withdrawn_at', 'is', null).orderBy('id').execute();
}

/** Who is on the map and has not left. */
export async function membersOf(db: Kysely<Schema>, mapId: number): Promise<MapMemberTable[]> {
  return await db.selectFrom('map_member').selectAll().where('map_id', '=', mapId).where('withdrawn_at', 'is', null).where('left_on', 'is', null).orderBy('id').execute();
}

/** People of a map as it may show them, by id: kept, shared, and of this account or of none of ours. Rows of others are not given. */
export async function mapPeople(db: Kysely<Schema>, accountId: number, ids: readonly number[]): Promise<PersonTable[]> {
  const found: PersonTable[] = [];
  for (const some of inChunks([...new Set(ids)])) found.push(...await eligible(db, accountId).where('id', 'in', some).execute());
  return found.toSorted((a, b) => a.id - b.id);
}

/** People who could be put on a map of the account: its own by name, of more than `limit` those who were entered first. */
export async function peopleOfAccount(db: Kysely<Schema>, accountId: number, limit: number): Promise<PersonTable[]> {
  return (await eligible(db, accountId).where('account_id', '=', accountId).orderBy('id').limit(limit).execute()).sort((a, b) => byName(a.name, b.name) || a.id - b.id);
}

const eligible = (db: Kysely<Schema> | Transaction<Schema>, accountId: number) => db.selectFrom('person').selectAll()
  .where('withdrawn_at', 'is', null).where('erased_at', 'is', null).where('merged_into', 'is', null).where('private_to', 'is', null).where('kind', '<>', 'colleague')
  .where((where) => where.or([where('account_id', '=', accountId), where('account_id', 'is', null)]));
