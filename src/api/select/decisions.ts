import { viewerOf } from '#actions/act.ts';
import { chooseKeyAccount } from '#actions/select/decision/chooseKeyAccount.ts';
import { dropKeyAccount } from '#actions/select/decision/dropKeyAccount.ts';
import { reviewDecision } from '#actions/select/decision/reviewDecision.ts';
import { withdrawDecision } from '#actions/select/decision/withdrawDecision.ts';
import { withdrawReview } from '#actions/select/decision/withdrawReview.ts';
import { utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { dueIfBy } from '#domain/select/decision/review.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { alternativesOf, figuresOf } from '#storage/select/decisionGrounds.ts';
import { countKeyAccounts, listDecisions, neighboursOf, type StoredDecision } from '#storage/select/decisions.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentDecision } from './presentDecision.ts';
import { readDecisionDetail } from './decisionDetail.ts';

/** Customers proposed as alternatives on each side of the rank. */
const NEIGHBOURS = 3;
/** Decisions on one account that are shown: at one a year, half a century. */
const OF_ONE_ACCOUNT = 50;

/** Choosing the vital few: decisions, the log, and yearly reviews. */
export function registerDecisions(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/decisions', async ({ context, params }) => {
    const { store, actor } = context;
    const [db, viewer] = [store.read, viewerOf(actor)];
    const account = await findAccount(db, viewer, params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const rows = await listDecisions(db, viewer, { show: 'all', accountId: account.id, limit: OF_ONE_ACCOUNT });
    const near = await neighboursOf(db, viewer, { id: account.id, rank: (await figuresOf(db, account.id))?.rank ?? null }, NEIGHBOURS);
    return {
      rows: rows.map((row) => presentDecision(row, viewer, utcDay(context.now()))), neighbours: await alternativesOf(db, viewer, near),
      can: { decide: (await findAccount(db, viewerOf(actor, 'chooseKeyAccount'), account.id)) !== undefined },
    };
  });

  serve(api, 'POST /api/accounts/{id}/decisions', ({ context, params, body }) => {
    const { kind, ...given } = body;
    return kind === 'choose' ? chooseKeyAccount(context, params.id, given) : dropKeyAccount(context, params.id, given);
  });

  serve(api, 'GET /api/decisions', async ({ context, query }) => {
    const [db, viewer, today] = [context.store.read, viewerOf(context.actor), utcDay(context.now())];
    const dueBy = dueIfBy(today);
    const rows = await listDecisions(db, viewer, { show: query.show, dueBy, after: cursorOf(query.after), limit: query.limit + 1 });
    const page = rows.slice(0, query.limit);
    const { chosen, due } = await countKeyAccounts(db, viewer, dueBy);
    return { rows: page.map((row) => presentDecision(row, viewer, today)), next: rows.length > page.length ? cursorAfter(page.at(-1)!) : null, keyAccounts: chosen, due };
  });

  serve(api, 'GET /api/decisions/{id}', ({ context, params }) => readDecisionDetail(context, params.id));
  serve(api, 'POST /api/decisions/{id}/withdraw', ({ context, params, body }) => withdrawDecision(context, params.id, body.withdrawn));
  serve(api, 'POST /api/decisions/{id}/reviews', ({ context, params, body }) => reviewDecision(context, params.id, body));
  serve(api, 'POST /api/reviews/{id}/withdraw', ({ context, params, body }) => withdrawReview(context, params.id, body.withdrawn));
}


/** Where the page before ended: the id and the day since which it waits for a review. */
function cursorAfter(decision: StoredDecision): string {
  return Buffer.from(JSON.stringify([decision.lastReviewedOn ?? decision.decidedOn, decision.id])).toString('base64url');
}

function cursorOf(after: string | undefined): { id: number; day: string } | undefined {
  if (after === undefined) return undefined;
  try {
    const [day, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [unknown, unknown];
    if (typeof day === 'string' && Number.isSafeInteger(id)) return { day, id: id as number };
  } catch {
    // Not ours: below.
  }
  throw new Refusal('invalid', 'The page marker is not one of ours.', { fields: [{ path: 'after', reason: 'unknown_cursor', message: 'Use the `next` of the previous page.' }] });
}
