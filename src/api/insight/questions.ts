import { viewerOf } from '#actions/act.ts';
import { answerQuestion, reopenQuestion } from '#actions/insight/canvas/answerQuestion.ts';
import { askQuestions } from '#actions/insight/canvas/askQuestions.ts';
import { editQuestion } from '#actions/insight/canvas/editQuestion.ts';
import { withdrawNote } from '#actions/insight/writeNotes.ts';
import { utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { citationsOf } from '#storage/insight/notes.ts';
import { countQuestions, listQuestions } from '#storage/insight/questions.ts';
import { measuringNow } from '#storage/select/accountInputs.ts';
import { accountsAmong, findAccount } from '#storage/select/accounts.ts';
import { factsById } from '#storage/select/facts.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentFact } from '../select/presentMarks.ts';
import { onSheet, presentQuestion } from './presentQuestion.ts';

/** Open questions (待解问题): asked, owned, answered; and the research list of what we do not know of the vital few. */
export function registerQuestions(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/questions', async ({ context, params, query }) => {
    const db = context.store.read;
    const viewer = viewerOf(context.actor);
    const account = await findAccount(db, viewer, params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const after = query.after === undefined ? undefined : { key: false, id: Number(query.after) };
    const rows = await listQuestions(db, viewer, { state: query.state, accountId: account.id, block: query.block, order: 'newest', after, limit: query.limit + 1 });
    const page = rows.slice(0, query.limit);
    const cited = await citationsOf(db, 'question', page.filter((row) => row.answered_at !== null).map((row) => row.id));
    const under = await measuringNow(db, utcDay(context.now()));
    const facts = new Map((await factsById(db, [...new Set([...cited.values()].flat())])).map((fact) => [fact.id, onSheet(presentFact(fact, [], under))]));
    return { rows: page.map((row) => ({ ...presentQuestion(row, utcDay(context.now())), facts: (cited.get(row.id) ?? []).map((id) => facts.get(id)!) })), next: rows.length > page.length ? String(page.at(-1)!.id) : null };
  });

  serve(api, 'GET /api/questions', async ({ context, query }) => {
    const db = context.store.read;
    const viewer = viewerOf(context.actor);
    const day = utcDay(context.now());
    const [place, id] = query.after?.split('.') ?? [];
    const rows = await listQuestions(db, viewer, {
      state: 'open', block: query.block, order: 'research', limit: query.limit + 1, ...(query.owner === 'me' ? { ownerId: context.actor.id ?? '' } : {}), ...(query.overdue === 'only' ? { dueBefore: day } : {}),
      ...(query.after === undefined ? {} : { after: { key: place === '0', id: Number(id) } }),
    });
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const mayDescribe = await accountsAmong(db, viewerOf(context.actor, 'describeAccount'), [...new Set(page.map((row) => row.account_id))]);
    return {
      rows: page.map((row) => ({ ...presentQuestion(row, day), can: { describe: mayDescribe.has(row.account_id) } })),
      next: last && rows.length > page.length ? `${Number(last.key_account) === 1 ? 0 : 1}.${last.id}` : null, counts: await countQuestions(db, viewer, day),
    };
  });

  serve(api, 'POST /api/accounts/{id}/questions', ({ context, params, body }) => askQuestions(context, params.id, body.questions));
  serve(api, 'PATCH /api/questions/{id}', ({ context, params, body }) => editQuestion(context, params.id, body));
  serve(api, 'POST /api/questions/{id}/answer', ({ context, params, body }) => answerQuestion(context, params.id, body));
  serve(api, 'POST /api/questions/{id}/reopen', ({ context, params }) => reopenQuestion(context, params.id));
  serve(api, 'POST /api/questions/{id}/withdraw', ({ context, params, body }) => withdrawNote(context, 'question', params.id, body.withdrawn, (row: { text: string }) => row.text));
}

