import type { NotePen } from '../writeNotes.ts';
import { Refusal } from '#domain/refusal.ts';
import { citationsOf, notesById } from '#storage/insight/notes.ts';
import { noteFor, writeNotes, type NoteDone } from '../writeNotes.ts';
import type { Context } from '../../act.ts';
import { titleOf } from './positions.ts';

/** A topic for a talk (交流话题): of a KPI or of the position itself, and the opportunity point it became. */
export interface NewTopic { readonly text: string; readonly positionKpiId: number | null; readonly opportunityId: number | null; readonly facts: readonly number[] }

/** Adds topics for talks with a position. Refuses (invalid) a KPI of another position and an opportunity point of another account. */
export async function addTopics(context: Context, positionId: number, topics: readonly NewTopic[]): Promise<NoteDone> {
  const { account_id: accountId } = await noteFor(context, 'key_position', positionId);
  return await writeNotes(context, { accountId, noun: 'talk_topic', act: 'added', title: titleOf(topics.map((one) => one.text)) }, async (pen) => {
    await pen.mine('key_position', positionId);
    for (const [n, topic] of topics.entries()) await checkLinks(pen, positionId, topic, `topics.${n}.`);
    return await pen.add('talk_topic', topics.map((topic) => ({ position_id: positionId, position_kpi_id: topic.positionKpiId, opportunity_id: topic.opportunityId, text: topic.text })), topics.map((topic) => topic.facts));
  });
}

/** Changes a topic, what it belongs to, or the facts it rests on. */
export async function editTopic(context: Context, id: number, change: { readonly [Name in keyof NewTopic]?: NewTopic[Name] | undefined }): Promise<{ event: number }> {
  const topic = await noteFor(context, 'talk_topic', id);
  return await writeNotes(context, { accountId: topic.account_id, noun: 'talk_topic', act: 'changed', title: change.text ?? topic.text }, async (pen) => {
    const row = await pen.mine('talk_topic', id);
    await checkLinks(pen, row.position_id, { positionKpiId: change.positionKpiId ?? null, opportunityId: change.opportunityId ?? null }, '');
    const set = { text: change.text, position_kpi_id: change.positionKpiId, opportunity_id: change.opportunityId };
    await pen.change('talk_topic', id, Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)), change.facts);
    return [id];
  });
}

/**
 * Makes an opportunity point (机会点) of a topic, in one act: it rests on the topic's facts, else on those of its KPI, and the topic leads
 * to it. Refuses (conflict: topic_became) a topic whose point still holds.
 */
export async function proposeFromTopic(context: Context, id: number): Promise<NoteDone> {
  const { account_id: accountId, text } = await noteFor(context, 'talk_topic', id);
  return await writeNotes(context, { accountId, noun: 'opportunity', act: 'added', title: text }, async (pen) => {
    const topic = await pen.mine('talk_topic', id);
    const [became] = topic.opportunity_id === null ? [] : await notesById(pen.tx, 'opportunity', [topic.opportunity_id]);
    if (became?.withdrawn_at === null) throw new Refusal('conflict', 'This topic has become an opportunity point already.', { reason: 'topic_became' });
    const own = (await citationsOf(pen.tx, 'talk_topic', [id])).get(id);
    const of = topic.position_kpi_id;
    const facts = own ?? (of === null ? undefined : (await citationsOf(pen.tx, 'position_kpi', [of])).get(of)) ?? [];
    const [point] = await pen.add('opportunity', [{
      title: topic.text.slice(0, 200), note: '', category: '', unit: '', need_id: null, value_low: null, value_likely: null, value_high: null, currency: null, fit: null, expected_on: null, horizon: 'mid', stage: 'seen', owner_id: null,
    }], [facts]);
    await pen.change('talk_topic', id, { opportunity_id: point! });
    return [point!];
  });
}

async function checkLinks(pen: NotePen, positionId: number, { positionKpiId, opportunityId }: Pick<NewTopic, 'positionKpiId' | 'opportunityId'>, path: string): Promise<void> {
  const kpi = positionKpiId === null ? undefined : await pen.mine('position_kpi', positionKpiId).catch(() => null);
  if (kpi === null || (kpi && kpi.position_id !== positionId)) throw unknown(`${path}positionKpiId`, 'unknown_kpi', 'This position has no such KPI.');
  if (opportunityId !== null && !(await pen.mine('opportunity', opportunityId).catch(() => null))) throw unknown(`${path}opportunityId`, 'unknown_opportunity', 'This customer has no such opportunity point.');
}

const unknown = (path: string, reason: string, message: string): Refusal => new Refusal('invalid', message, { fields: [{ path, reason, message }] });
