import type { Kysely, Transaction } from 'kysely';
import type { PayloadOf } from '#domain/trust/events.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';

/** Briefs of an account without their content, newest first; at most 500. */
export async function briefsOf(db: Kysely<Schema>, accountId: number) {
  return await db.selectFrom('brief').select(['id', 'position_id', 'meeting_on', 'purpose', 'recorded_at']).where('account_id', '=', accountId).where('withdrawn_at', 'is', null).orderBy('id', 'desc').limit(500).execute();
}

/** Who made a brief; null: the program. */
export async function makerOf(db: Kysely<Schema>, briefId: number): Promise<{ id: string; name: string } | null> {
  return await db.selectFrom('brief as b').innerJoin('auth_user as u', 'u.id', 'b.recorded_by').select(['u.id', 'u.name']).where('b.id', '=', briefId).executeTakeFirst() ?? null;
}

/** Everything ever written about a position, withdrawn notes too. */
export async function writtenOf(db: Kysely<Schema>, positionId: number) {
  return {
    kpis: await db.selectFrom('position_kpi').select(['id', 'text', 'target', 'so_needs']).where('position_id', '=', positionId).execute(),
    topics: await db.selectFrom('talk_topic').select(['id', 'text']).where('position_id', '=', positionId).execute(),
    briefs: await db.selectFrom('brief').select(['id', 'purpose', 'content']).where('position_id', '=', positionId).execute(),
  };
}

/** Events that tell of notes about an account, with what they say. */
export async function notedEvents(db: Kysely<Schema>, accountId: number): Promise<{ id: number; payload: PayloadOf<'noted'> }[]> {
  const rows = await db.selectFrom('event').select(['id', 'payload']).where('account_id', '=', accountId).where('verb', '=', 'noted').orderBy('id').execute();
  return rows.map(({ id, payload }) => ({ id, payload: JSON.parse(payload) as PayloadOf<'noted'> }));
}

/** Says anew what an event told: only to take a person's name out of it, for what happened stays as it was. */
export async function rewriteEvent(tx: Transaction<Schema>, id: number, payload: PayloadOf<'noted'>): Promise<void> {
  await tx.updateTable('event').set({ payload: JSON.stringify(payload) }).where('id', '=', id).execute();
}

/** Texts of an account outside its positions, in which a name may stand too. */
export async function otherTexts(db: Kysely<Schema>, accountId: number): Promise<{ readonly facts: string[]; readonly notes: string[] }> {
  const facts = await db.selectFrom('fact').select(['statement', 'source']).where('account_id', '=', accountId).execute();
  const questions = await db.selectFrom('question').select(['text', 'answer']).where('account_id', '=', accountId).execute();
  const points = await db.selectFrom('opportunity').select(['title', 'note']).where('account_id', '=', accountId).execute();
  const needs = await db.selectFrom('need').select(['text', 'answer_note']).where('account_id', '=', accountId).execute();
  const judgements = await db.selectFrom('judgement').select('text').where('account_id', '=', accountId).execute();
  return {
    facts: facts.map((row) => `${row.statement}\n${row.source}`),
    notes: [...questions.map((row) => `${row.text}\n${row.answer ?? ''}`), ...points.map((row) => `${row.title}\n${row.note}`), ...needs.map((row) => `${row.text}\n${row.answer_note}`), ...judgements.map((row) => row.text)],
  };
}

/** What a brief needs besides the position's own notes: opportunity points, open questions, and our capabilities that answer needs, with proofs. */
export async function briefSurroundings(db: Kysely<Schema>, accountId: number) {
  const opportunities = await db.selectFrom('opportunity').select(['id', 'title', 'stage']).where('account_id', '=', accountId).where('withdrawn_at', 'is', null).orderBy('id').limit(500).execute();
  const questions = await db.selectFrom('question').select(['id', 'text', 'due_on']).where('account_id', '=', accountId).where('withdrawn_at', 'is', null).where('answered_at', 'is', null).orderBy('id').limit(500).execute();
  // Fit 3 and 4 answer a need; below that a match is a gap (CapabilityMatchTable: 0–4).
  const matches = await db.selectFrom('capability_match as m').innerJoin('need as n', 'n.id', 'm.need_id').innerJoin('capability as c', 'c.id', 'm.capability_id')
    .select(['c.id', 'c.name', 'c.state', 'm.fit', 'n.importance']).where('m.account_id', '=', accountId).where('m.fit', '>=', 3)
    .where('m.withdrawn_at', 'is', null).where('n.withdrawn_at', 'is', null).where('c.withdrawn_at', 'is', null).where('c.state', '!=', 'missing').orderBy('c.id').execute();
  const ids = [...new Set(matches.map((match) => match.id))];
  const proofs: { capability_id: number; title: string; expires_on: string | null }[] = [];
  for (const some of inChunks(ids)) proofs.push(...await db.selectFrom('proof').select(['capability_id', 'title', 'expires_on']).where('capability_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute());
  return {
    opportunities,
    questions: questions.map((row) => ({ text: row.text, dueOn: row.due_on })),
    capabilities: ids.map((id) => {
      const theirs = matches.filter((match) => match.id === id);
      return {
        name: theirs[0]!.name, building: theirs[0]!.state === 'building', weight: Math.max(...theirs.map((match) => match.fit * match.importance)),
        proofs: proofs.filter((proof) => proof.capability_id === id).map((proof) => ({ title: proof.title, expiresOn: proof.expires_on })),
      };
    }),
  };
}
