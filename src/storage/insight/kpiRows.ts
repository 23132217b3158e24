import type { Kysely } from 'kysely';
import type { Direction, KpiEntry, PositionFunction } from '#domain/insight/kpi/kpi.ts';
import { KPI_LIBRARY } from '#domain/insight/kpi/library.ts';
import { mergeLibrary, type KpiRow } from '#domain/insight/kpi/mergeLibrary.ts';
import type { KpiTable } from './noteTables.ts';
import type { Schema } from '../schema.ts';

/** The KPI library as the company has it; of its own rows the newest 2,000 count. */
export async function readLibrary(db: Kysely<Schema>): Promise<KpiEntry[]> {
  const rows = await db.selectFrom('kpi').selectAll().where('withdrawn_at', 'is', null).orderBy('id', 'desc').limit(2000).execute();
  return mergeLibrary(KPI_LIBRARY, rows.map(kpiOf));
}

function kpiOf(row: KpiTable): KpiRow {
  const zh = row.topics_zh.split('\n');
  return {
    id: row.id, key: row.key, function: row.function as PositionFunction, name: { en: row.name_en, zh: row.name_zh }, measure: { en: row.measure_en, zh: row.measure_zh }, unit: { en: row.unit_en, zh: row.unit_zh },
    direction: row.direction as Direction, needs: { en: row.needs_en, zh: row.needs_zh }, topics: row.topics_en === '' ? [] : row.topics_en.split('\n').map((en, n) => ({ en, zh: zh[n] ?? en })), hidden: row.hidden === 1,
  };
}
