import { positionKpiFaults, type NewPositionKpi } from '#domain/insight/kpi/position.ts';
import { readLibrary } from '#storage/insight/kpiRows.ts';
import { noteFor, writeNotes, type NoteDone } from '../writeNotes.ts';
import type { Context } from '../../act.ts';
import { refuse, titleOf } from './positions.ts';

/** A KPI with the facts it rests on, and topics that go with it. */
export interface GivenKpi extends NewPositionKpi { readonly facts: readonly number[]; readonly topics: readonly string[] }

/** Says what a position is measured by (解读 KPI), each with what it needs because of it, and topics that follow: one act, one event. */
export async function addPositionKpis(context: Context, positionId: number, kpis: readonly GivenKpi[]): Promise<NoteDone> {
  const { account_id: accountId } = await noteFor(context, 'key_position', positionId);
  return await writeNotes(context, { accountId, noun: 'position_kpi', act: 'added', title: titleOf(kpis.map((one) => one.text)) }, async (pen) => {
    await pen.mine('key_position', positionId);
    const known = await knownKeys(context, kpis);
    refuse(kpis.flatMap((kpi, n) => positionKpiFaults(kpi, known, `kpis.${n}`)));
    const ids = await pen.add('position_kpi', kpis.map((kpi) => ({ position_id: positionId, ...rowOf(kpi) })), kpis.map((kpi) => kpi.facts));
    await pen.add('talk_topic', kpis.flatMap((kpi, n) => kpi.topics.map((text) => ({ position_id: positionId, position_kpi_id: ids[n]!, opportunity_id: null, text }))));
    return ids;
  });
}

/** Changes a KPI of a position, or the facts it rests on. */
export async function editPositionKpi(context: Context, id: number, { facts, ...change }: { readonly [Name in keyof NewPositionKpi]?: NewPositionKpi[Name] | undefined } & { readonly facts?: readonly number[] | undefined }): Promise<{ event: number }> {
  const { account_id: accountId, text } = await noteFor(context, 'position_kpi', id);
  return await writeNotes(context, { accountId, noun: 'position_kpi', act: 'changed', title: change.text ?? text }, async (pen) => {
    const row = await pen.mine('position_kpi', id);
    const after: NewPositionKpi = { kpi: row.kpi, text: row.text, target: row.target, importance: row.importance, need: row.so_needs, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
    refuse(positionKpiFaults(after, await knownKeys(context, [after], row.kpi), ''));
    await pen.change('position_kpi', id, rowOf(after), facts);
    return [id];
  });
}

/** Keys of the library, where any are named; the one a row already has stays good after the library has changed. */
async function knownKeys(context: Context, kpis: readonly { readonly kpi: string | null }[], had: string | null = null): Promise<ReadonlySet<string>> {
  if (kpis.every((kpi) => kpi.kpi === null || kpi.kpi === had)) return new Set(had === null ? [] : [had]);
  return new Set([...(await readLibrary(context.store.read)).map((entry) => entry.key), ...(had === null ? [] : [had])]);
}

const rowOf = ({ kpi, text, target, importance, need }: NewPositionKpi) => ({ kpi, text: text.trim(), target: target.trim(), importance, so_needs: need.trim() });
