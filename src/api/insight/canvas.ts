import { viewerOf, type Context } from '#actions/act.ts';
import { judgeBlock } from '#actions/insight/canvas/judgeBlock.ts';
import { placeFacts } from '#actions/insight/canvas/placeFacts.ts';
import type { Block } from '#domain/blocks.ts';
import { utcDay } from '#domain/day.ts';
import { newestJudgements, readCanvas, type WeighedFact } from '#domain/insight/canvas.ts';
import { Refusal } from '#domain/refusal.ts';
import { STALE } from '#domain/select/evidence.ts';
import { ROLES, scopeOf } from '#domain/trust/permissions.ts';
import { judgementsNow, judgementsOf, peopleWhoSee, placedFacts } from '#storage/insight/canvas.ts';
import { citationsOf } from '#storage/insight/notes.ts';
import { listQuestions } from '#storage/insight/questions.ts';
import { measuringNow } from '#storage/select/accountInputs.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { factsById } from '#storage/select/facts.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentFact } from '../select/presentMarks.ts';
import { onSheet, presentQuestion } from './presentQuestion.ts';

/** What a block shows on the sheet; the rest is asked for when it is opened. */
const FACTS_SHOWN = 8;
const QUESTIONS_SHOWN = 3;
const MOST_QUESTIONS = 2000;
const MOST_VERSIONS = 100;
const SEE_ALL = ROLES.filter((role) => scopeOf(role, 'readAccounts') === 'all');

/** The full view (客户全视图): eight blocks around the customer's name, their judgements, and where facts stand. */
export function registerCanvas(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/canvas', async ({ context, params }) => {
    const db = context.store.read;
    const account = await accountOf(context, params.id);
    const today = utcDay(context.now());
    const under = await measuringNow(db, today);
    const { asOf } = under.context;
    const questions = await listQuestions(db, viewerOf(context.actor), { state: 'all', accountId: account.id, order: 'newest', limit: MOST_QUESTIONS });
    const cited = await citationsOf(db, 'question', questions.filter((row) => row.answered_at !== null).map((row) => row.id));
    const reading = readCanvas(
      await placedFacts(db, account.id),
      questions.map((row) => ({ id: row.id, block: row.block, topic: row.topic, dueOn: row.due_on, answeredOn: row.answered_at?.slice(0, 10) ?? null, factIds: cited.get(row.id) ?? [] })), asOf, under.halfLives,
    );
    const judgements = newestJudgements(await judgementsNow(db, account.id));
    const shown = [...reading.blocks.map((block) => block.facts), reading.unplaced].flatMap((facts) => facts.slice(0, FACTS_SHOWN).map((fact) => fact.id));
    const facts = new Map((await factsById(db, shown)).map((fact) => [fact.id, presentFact(fact, [], under)]));
    const rows = new Map(questions.map((row) => [row.id, row]));
    const best = (some: readonly WeighedFact[]) => some.slice(0, FACTS_SHOWN).map((fact) => onSheet(facts.get(fact.id)!));
    const judgementOf = (block: Block) => {
      const one = judgements.get(block);
      return one ? presentJudgement(one) : null;
    };
    const may = async (permission: 'describeAccount' | 'recordFact') => (await findAccount(db, viewerOf(context.actor, permission), account.id)) !== undefined;
    return {
      account: { id: account.id, name: account.name }, asOf, completeness: reading.completeness, stale: [...reading.stale], understood: reading.understood,
      blocks: reading.blocks.map((block) => ({
        key: block.key, points: block.points.map((point) => ({ ...point })), completeness: block.completeness, freshness: block.freshness, state: block.state, facts: best(block.facts), factCount: block.facts.length,
        questions: block.open.slice(0, QUESTIONS_SHOWN).map((id) => presentQuestion(rows.get(id)!, today)), openCount: block.open.length, answeredCount: block.answered.length, judgement: judgementOf(block.key),
        grounds: block.facts.some((fact) => fact.weight >= STALE && fact.state === 'proven') ? 'proven' as const : 'assumed' as const,
      })),
      unplaced: { facts: best(reading.unplaced), count: reading.unplaced.length },
      people: await peopleWhoSee(db, account.id, SEE_ALL), can: { describe: await may('describeAccount'), record: await may('recordFact') },
    };
  });

  serve(api, 'GET /api/accounts/{id}/judgements', async ({ context, params, query }) => {
    const account = await accountOf(context, params.id);
    return { rows: (await judgementsOf(context.store.read, account.id, query.block, MOST_VERSIONS)).map(presentJudgement) };
  });
  serve(api, 'POST /api/accounts/{id}/judgements', ({ context, params, body }) => judgeBlock(context, params.id, body.block, body.text));
  serve(api, 'POST /api/accounts/{id}/places', ({ context, params, body }) => placeFacts(context, params.id, body.facts, body.block, body.topic));
}

async function accountOf(context: Context, id: number) {
  const account = await findAccount(context.store.read, viewerOf(context.actor), id);
  if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
  return account;
}

function presentJudgement(row: { id: number; text: string; recorded_by: string | null; recorded_at: string; name: string | null }) {
  return { id: row.id, text: row.text, by: row.recorded_by === null ? null : { id: row.recorded_by, name: row.name ?? '' }, at: row.recorded_at };
}
