import type { Kpi, KpiEntry, Two } from '#domain/insight/kpi/kpi.ts';
import { Refusal } from '#domain/refusal.ts';
import { readLibrary } from '#storage/insight/kpiRows.ts';
import type { Context } from '../../act.ts';
import { writeNotes, type NewNote, type NoteDone } from '../writeNotes.ts';

/** A KPI as a person writes it. */
export type WrittenKpi = Omit<Kpi, 'key' | 'levels' | 'words'>;

/** Adds a KPI of the company's own to the library. */
export async function addKpi(context: Context, kpi: WrittenKpi): Promise<NoteDone> {
  return await writeNotes(context, { accountId: null, noun: 'kpi', act: 'added', title: titleOf(kpi.name) }, (pen) => pen.add('kpi', [rowOf('', kpi, false)]));
}

/** Changes an entry: one of the library's gets a row of the company's, which stands in its place. */
export const changeKpi = (context: Context, key: string, kpi: WrittenKpi): Promise<{ event: number }> => keep(context, key, (entry) => ({ ...entry, ...kpi }));

/** Hides an entry: it is no longer proposed. Or shows it again. */
export const hideKpi = (context: Context, key: string, hidden: boolean): Promise<{ event: number }> => keep(context, key, (entry) => ({ ...entry, hidden }));

/** Gives an entry of the library its own words back. An entry of the company's own is withdrawn. Refuses (conflict: kpi_unchanged) what has no row. */
export async function resetKpi(context: Context, key: string): Promise<{ event: number }> {
  return await writeNotes(context, { accountId: null, noun: 'kpi', act: 'withdrawn', title: titleOf((await entryOf(context, key)).name) }, async (pen) => {
    const { rowId } = await entryOf(context, key);
    if (rowId === null) throw new Refusal('conflict', 'This KPI is as the library has it.', { reason: 'kpi_unchanged' });
    await pen.withdraw('kpi', rowId, true);
    return [rowId];
  });
}

async function keep(context: Context, key: string, change: (entry: KpiEntry) => KpiEntry): Promise<{ event: number }> {
  const { name } = await entryOf(context, key);
  return await writeNotes(context, { accountId: null, noun: 'kpi', act: 'changed', title: titleOf(name) }, async (pen) => {
    const entry = await entryOf(context, key);
    const after = change(entry);
    if (entry.rowId === null) return await pen.add('kpi', [rowOf(key, after, after.hidden)]);
    const { key: _, ...columns } = rowOf(key, after, after.hidden);
    await pen.change('kpi', entry.rowId, columns);
    return [entry.rowId];
  });
}

async function entryOf(context: Context, key: string): Promise<KpiEntry> {
  const entry = (await readLibrary(context.store.read)).find((one) => one.key === key);
  if (!entry) throw new Refusal('not_found', 'There is no such KPI in the library.', { reason: 'kpi' });
  return entry;
}

/** Its name in both languages: the audit is read in either. */
const titleOf = ({ en, zh }: Two): string => (en === zh ? en : `${zh} / ${en}`);

function rowOf(key: string, { function: of, name, measure, unit, direction, needs, topics }: WrittenKpi, hidden: boolean): NewNote<'kpi'> {
  const lines = (language: 'en' | 'zh') => topics.map((topic) => topic[language].replace(/\s+/g, ' ')).join('\n');
  return {
    key, function: of, name_en: name.en, name_zh: name.zh, measure_en: measure.en, measure_zh: measure.zh, unit_en: unit.en, unit_zh: unit.zh, direction, needs_en: needs.en, needs_zh: needs.zh,
    topics_en: lines('en'), topics_zh: lines('zh'), hidden: hidden ? 1 : 0,
  };
}

