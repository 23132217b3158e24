import type { Transaction } from 'kysely';
import { opportunityFaults, type NewOpportunity, type OpportunityStage } from '#domain/insight/opportunity.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { notesById } from '#storage/insight/notes.ts';
import type { OpportunityTable } from '#storage/insight/noteTables.ts';
import type { Schema } from '#storage/schema.ts';
import { openAccesses } from '#storage/trust/members.ts';
import type { Context } from '../act.ts';
import { citeFaults, refuseFaults } from './citing.ts';
import { given } from './keepCapabilities.ts';
import { noteFor, withdrawNote, writeNotes, type NoteDone } from './writeNotes.ts';

/** An opportunity point with the ids of the facts it rests on. */
export interface ProposedOpportunity extends NewOpportunity { readonly facts: readonly number[] }

/**
 * Proposes a set of opportunity points (机会点) of one account: from facts, from a need, or from an idea, which then is an assumption.
 * A need whose gap is open counts as answered by the point that stands on it, in the same act.
 */
export async function proposeOpportunities(context: Context, accountId: number, points: readonly ProposedOpportunity[]): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'opportunity', act: 'added', title: points[0]?.title ?? '' }, async (pen) => {
    refuseFaults(await faultsOf(pen.tx, accountId, points, (n) => `opportunities.${n}`), 'Some opportunity points cannot be kept.');
    const ids = await pen.add('opportunity', points.map(columns), points.map((point) => point.facts));
    for (const needId of new Set(points.flatMap((point) => point.needId ?? []))) {
      if ((await pen.mine('need', needId)).answer === null) await pen.change('need', needId, { answer: 'opportunity' });
    }
    return ids;
  });
}

/** Changes an opportunity point, and the facts it rests on where they are given. Only what the change makes wrong is refused. */
export async function editOpportunity(context: Context, id: number, { facts, ...change }: { readonly [Name in keyof ProposedOpportunity]?: ProposedOpportunity[Name] | undefined }): Promise<NoteDone> {
  const row = await noteFor(context, 'opportunity', id);
  const after: ProposedOpportunity = { ...entered(row), ...given(change), facts: facts ?? [] };
  return await writeNotes(context, { accountId: row.account_id, noun: 'opportunity', act: 'changed', title: after.title }, async (pen) => {
    // An owner who has left, or a need that was withdrawn, does not keep the rest from being mended.
    const faults = (await faultsOf(pen.tx, row.account_id, [after], () => '')).filter(({ path }) => !(path === 'ownerId' || path === 'needId') || path in given(change));
    refuseFaults(faults, 'This opportunity point cannot be kept.');
    await pen.change('opportunity', id, columns(after), facts);
    return [id];
  });
}

/** Moves an opportunity point to another stage. `expects`: the stage the person saw; refuses (conflict: moved_since) when somebody moved it meanwhile. */
export async function moveOpportunity(context: Context, id: number, stage: OpportunityStage, expects?: OpportunityStage): Promise<NoteDone> {
  const row = await noteFor(context, 'opportunity', id);
  return await writeNotes(context, { accountId: row.account_id, noun: 'opportunity', act: 'changed', title: row.title }, async (pen) => {
    const now = await pen.mine('opportunity', id);
    if (expects !== undefined && now.stage !== expects) throw new Refusal('conflict', 'Somebody has moved this opportunity point meanwhile.', { reason: 'moved_since', params: { stage: now.stage } });
    await pen.change('opportunity', id, { stage });
    return [id];
  });
}

export const withdrawOpportunity = (context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> => withdrawNote(context, 'opportunity', id, withdrawn, (row: { title: string }) => row.title);

async function faultsOf(tx: Transaction<Schema>, accountId: number, points: readonly ProposedOpportunity[], path: (n: number) => string): Promise<InvalidField[]> {
  const at = (n: number, name: string): string => (path(n) === '' ? name : `${path(n)}.${name}`);
  const needs = new Set((await notesById(tx, 'need', points.flatMap((point) => point.needId ?? []))).filter((need) => need.account_id === accountId && need.withdrawn_at === null).map((need) => need.id));
  const people = new Set(await openAccesses(tx, points.flatMap((point) => point.ownerId ?? [])));
  return [
    ...points.flatMap((point, n) => [
      ...opportunityFaults(point, path(n)),
      ...(point.needId === null || needs.has(point.needId) ? [] : [{ path: at(n, 'needId'), reason: 'unknown_need', message: 'There is no such need of this customer.' }]),
      ...(point.ownerId === null || people.has(point.ownerId) ? [] : [{ path: at(n, 'ownerId'), reason: 'unknown_person', message: 'There is no such person in this workspace.' }]),
    ]),
    ...await citeFaults(tx, accountId, points.map((point) => point.facts), (n) => at(n, 'facts')),
  ];
}

const columns = (point: NewOpportunity) => ({
  title: point.title, note: point.note, category: point.category, unit: point.unit, need_id: point.needId, value_low: point.valueLow, value_likely: point.valueLikely, value_high: point.valueHigh,
  currency: point.currency, fit: point.fit, expected_on: point.expectedOn, horizon: point.horizon, stage: point.stage, owner_id: point.ownerId,
});
const entered = (row: OpportunityTable): NewOpportunity => ({
  title: row.title, note: row.note, category: row.category, unit: row.unit, needId: row.need_id, valueLow: row.value_low, valueLikely: row.value_likely, valueHigh: row.value_high,
  currency: row.currency, fit: row.fit, expectedOn: row.expected_on, horizon: row.horizon, stage: row.stage, ownerId: row.owner_id,
});
