/*
 * Projects and power maps (权力地图, R3). They belong to relate but are written with the pen of notes (decision 027), which knows the tables
 * of all its nouns: hence in no room.
 */
import type { Day } from '#domain/day.ts';
import type { NotedOfAccount } from './insight/noteTables.ts';

/** A project of a customer (项目): deciders differ from one to the next. */
export interface ProjectTable extends NotedOfAccount { name: string; note: string; closed_on: Day | null }
/** A power map (权力地图) of a project. */
export interface PowerMapTable extends NotedOfAccount { project_id: number; name: string; note: string; started_from: 'empty' | 'org' | 'map'; started_map_id: number | null }
export interface MapMemberTable extends NotedOfAccount { map_id: number; person_id: number; joined_on: Day; left_on: Day | null }
/**
 * What somebody judged of a person on a map, on a day. Rows are only added or withdrawn: for each field the newest one observed up
 * to a day is what the map said on that day.
 */
export interface MapMarkTable extends NotedOfAccount {
  map_id: number;
  person_id: number;
  field: 'role' | 'authority' | 'influence' | 'stance' | 'closeness' | 'held_by';
  /** A word or number of the field; several roles with commas. */
  value: string;
  evidence: string;
  observed_on: Day;
  note: string;
}
/** Who influences whom, or who is at odds; weight 1–3, sign −1: against. From `observed_on` until before `ended_on`; of two between the same people the newer counts. */
export interface MapLineTable extends NotedOfAccount { map_id: number; from_id: number; to_id: number; kind: 'influence' | 'conflict'; weight: 1 | 2 | 3; sign: -1 | 1; evidence: string; observed_on: Day; ended_on: Day | null; note: string }
/** Where a person stands on the canvas. */
export interface MapPlaceTable extends NotedOfAccount { map_id: number; person_id: number; x: number; y: number }

/** The tables of this file by noun. */
export interface MapTables {
  project: ProjectTable;
  power_map: PowerMapTable;
  map_member: MapMemberTable;
  map_mark: MapMarkTable;
  map_line: MapLineTable;
  map_place: MapPlaceTable;
}
