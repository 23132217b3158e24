import { addDays, type Day, utcDay } from '#domain/day.ts';
import { briefFaults, type BriefContent, type BriefEdit, type BriefLanguage } from '#domain/insight/kpi/brief.ts';
import { composeBrief } from '#domain/insight/kpi/composeBrief.ts';
import { proofState, weightOf } from '#domain/select/evidence.ts';
import { proofOf } from '#domain/select/fact.ts';
import type { KeyPositionTable } from '#storage/insight/noteTables.ts';
import { citationsOf, notesOf } from '#storage/insight/notes.ts';
import { briefSurroundings } from '#storage/insight/positions.ts';
import { namesOf } from '#storage/select/accounts.ts';
import { factsById } from '#storage/select/facts.ts';
import { noteFor, writeNotes, type NoteDone } from '../writeNotes.ts';
import type { Context } from '../../act.ts';
import { measuringNow } from './measuring.ts';
import { positionOf, refuse } from './positions.ts';

export interface NewBrief { readonly purpose: string; readonly meetingOn: Day | null; readonly language: BriefLanguage }

/** Makes a conversation brief (拜访简报) for a meeting with a position, from what is known now; it is frozen. Without a day: a week from now. */
export async function makeBrief(context: Context, positionId: number, { purpose, meetingOn, language }: NewBrief): Promise<NoteDone> {
  const position = await noteFor(context, 'key_position', positionId);
  const day = meetingOn ?? addDays(utcDay(context.now()), 7);
  return await writeNotes(context, { accountId: position.account_id, noun: 'brief', act: 'added', title: position.title }, async (pen) => {
    await pen.mine('key_position', positionId);
    refuse(briefFaults({ purpose, meetingOn: day }));
    const content = await contentNow(context, position, day, language);
    return await pen.add('brief', [{ position_id: positionId, meeting_on: day, purpose: purpose.trim(), content: JSON.stringify(content) }]);
  });
}

/** Changes what people write in a brief themselves. Refuses (invalid) what would not fit on its page. */
export async function editBrief(context: Context, id: number, edit: BriefEdit): Promise<{ event: number }> {
  const { account_id: accountId, position_id: positionId } = await noteFor(context, 'brief', id);
  const position = await noteFor(context, 'key_position', positionId);
  return await writeNotes(context, { accountId, noun: 'brief', act: 'changed', title: position.title }, async (pen) => {
    const row = await pen.mine('brief', id);
    refuse(briefFaults(edit));
    const content = contentOf(row.content);
    const { questions, leaveBehind } = edit;
    const after: BriefContent = {
      ...content, questions: questions ?? content.questions, leaveBehind: leaveBehind ?? content.leaveBehind,
      edited: { questions: content.edited.questions || questions !== undefined, leaveBehind: content.edited.leaveBehind || leaveBehind !== undefined },
    };
    await pen.change('brief', id, { meeting_on: edit.meetingOn ?? row.meeting_on, purpose: edit.purpose?.trim() ?? row.purpose, content: JSON.stringify(after) });
    return [id];
  });
}

/** Makes a brief anew from what is known now; purpose, day and what people wrote in it stay. */
export async function remakeBrief(context: Context, id: number): Promise<{ event: number }> {
  const { account_id: accountId, position_id: positionId } = await noteFor(context, 'brief', id);
  const position = await noteFor(context, 'key_position', positionId);
  return await writeNotes(context, { accountId, noun: 'brief', act: 'changed', title: position.title }, async (pen) => {
    const row = await pen.mine('brief', id);
    await pen.mine('key_position', positionId);
    const before = contentOf(row.content);
    const now = await contentNow(context, position, row.meeting_on, before.language);
    const after: BriefContent = {
      ...now, questions: before.edited.questions ? before.questions : now.questions, leaveBehind: before.edited.leaveBehind ? before.leaveBehind : now.leaveBehind, edited: before.edited,
    };
    await pen.change('brief', id, { content: JSON.stringify(after) });
    return [id];
  });
}

/** What a brief says. Format 1 is the only one so far; a later format is read here and brought to the newest. */
export const contentOf = (content: string): BriefContent => JSON.parse(content) as BriefContent;


async function contentNow(context: Context, position: KeyPositionTable, meetingOn: Day, language: BriefLanguage): Promise<BriefContent> {
  const db = context.store.read;
  const accountId = position.account_id;
  const kpis = (await notesOf(db, 'position_kpi', accountId)).filter((row) => row.position_id === position.id);
  const topics = (await notesOf(db, 'talk_topic', accountId)).filter((row) => row.position_id === position.id);
  const { opportunities, ...around } = await briefSurroundings(db, accountId);
  const [ofKpis, ofTopics, ofPoints] = [await citationsOf(db, 'position_kpi', kpis.map((row) => row.id)), await citationsOf(db, 'talk_topic', topics.map((row) => row.id)), await citationsOf(db, 'opportunity', opportunities.map((row) => row.id))];
  const facts = await factsById(db, [...new Set([ofKpis, ofTopics, ofPoints].flatMap((cited) => [...cited.values()].flat()))]);
  const { halfLives, context: { asOf } } = await measuringNow(context);
  const living = new Set(kpis.map((row) => row.id));
  return composeBrief({
    language, madeOn: utcDay(context.now()), meetingOn, account: { id: accountId, name: (await namesOf(db, [accountId])).get(accountId)?.name ?? '' },
    position: { id: position.id, ...named(position) }, ...around,
    kpis: kpis.map((row) => ({ id: row.id, text: row.text, target: row.target, importance: row.importance, need: row.so_needs, facts: ofKpis.get(row.id) ?? [] })),
    topics: topics.map((row) => ({ text: row.text, kpiId: row.position_kpi_id !== null && living.has(row.position_kpi_id) ? row.position_kpi_id : null, opportunityId: row.opportunity_id, facts: ofTopics.get(row.id) ?? [] })),
    opportunities: opportunities.map((row) => ({ ...row, facts: ofPoints.get(row.id) ?? [] })),
    facts: facts.map((fact) => {
      const confidence = weightOf(proofOf(fact), asOf, halfLives);
      return { id: fact.id, statement: fact.statement, source: fact.source || (fact.url ? new URL(fact.url).hostname : ''), observedOn: fact.observedOn, evidence: fact.evidence, confidence, state: proofState(fact.evidence, confidence) };
    }),
  });
}

function named(row: KeyPositionTable) {
  const { note: _, ...position } = positionOf(row);
  return position;
}
