import { viewerOf, type Context } from '#actions/act.ts';
import { readGrounds } from '#actions/select/decision/grounds.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { addMonths, monthOf, utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { revenueMonths } from '#domain/select/decision/revenueMonths.ts';
import { sinceThen } from '#domain/select/decision/since.ts';
import type { DecisionSnapshot } from '#domain/select/decision/snapshot.ts';
import { explanationInputs, readAccountTrade } from '#storage/select/accountInputs.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { alternativesOf } from '#storage/select/decisionGrounds.ts';
import { listReviews } from '#storage/select/decisionReviews.ts';
import { findDecision, listDecisions, readDecisionSnapshot } from '#storage/select/decisions.ts';
import { factsById } from '#storage/select/facts.ts';
import type { Mutable } from './mutable.ts';
import { presentDecision, presentFigures } from './presentDecision.ts';

/** Other decisions on the same customer that are named. */
const OTHERS = 50;

/** A decision as a document: what it was made on, what happened since, its reviews. Not there and not the viewer's to see read the same. */
export async function readDecisionDetail(context: Context, id: number) {
  const { store, actor } = context;
  const [db, viewer] = [store.read, viewerOf(actor)];
  const decision = await findDecision(db, viewer, id);
  if (!decision) throw new Refusal('not_found', 'There is no such decision about a customer that you may see.', { reason: 'decision' });
  const { account } = decision;
  const snapshot = await readDecisionSnapshot(db, id);
  let today = await readGrounds(db, account);
  if (!today) {
    await scorePortfolio(context);
    today = await readGrounds(db, account);
  }
  const { context: money, imports } = (await explanationInputs(db, account.id))!;
  const facts = await factsById(db, snapshot.facts.map((fact) => fact.id));
  const gone = new Set(snapshot.facts.map((fact) => fact.id));
  for (const fact of facts) if (fact.withdrawnAt === null) gone.delete(fact.id);
  const since = sinceThen(snapshot, { figures: today!.figures, modelVersionId: today!.explanation.modelVersionId, indicators: today!.explanation.indicators, withdrawnFacts: gone, halfLives: today!.halfLives });
  const { months } = await readAccountTrade(db, account.id, money, imports);
  const reviews = await listReviews(db, { decisionId: id });
  const others = await listDecisions(db, viewer, { show: 'all', accountId: account.id, limit: OTHERS });
  const may = (await findAccount(db, viewerOf(actor, 'chooseKeyAccount'), account.id)) !== undefined;
  const standingReviews = reviews.filter((review) => !review.withdrawn);
  return {
    decision: presentDecision(decision, viewer, utcDay(context.now())),
    snapshot: await presentSnapshot(snapshot, viewer, async (ids) => new Set((await alternativesOf(db, viewer, ids)).map((one) => one.id))),
    since: { ...(since as Mutable<typeof since>), now: presentFigures(since.now, viewer) },
    months: revenueMonths(months, addMonths(monthOf(snapshot.figures.asOf), -11), monthOf(money.asOf), money).map((one) => ({ ...one })),
    reviews: reviews.map((review) => ({
      id: review.id, outcome: review.outcome, note: review.note, reviewedOn: review.reviewedOn, reviewedBy: review.reviewedBy, reviewedAt: review.reviewedAt, withdrawn: review.withdrawn,
      figures: presentFigures(review.snapshot.figures, viewer), dropDecisionId: review.snapshot.dropDecisionId, can: { withdraw: may && review.id === standingReviews.at(-1)?.id },
    })),
    others: others.filter((other) => other.id !== id).map((other) => ({ id: other.id, kind: other.kind, decidedOn: other.decidedOn, withdrawn: other.withdrawn !== null })),
    can: { review: may && decision.standing && decision.kind === 'choose', withdraw: may && decision.standing && standingReviews.length === 0 },
  };
}

/** The snapshot without the alternatives that the viewer may not see: nobody learns of them from what others decided. */
async function presentSnapshot(snapshot: DecisionSnapshot, viewer: Viewer, visible: (ids: number[]) => Promise<ReadonlySet<number>>) {
  const shown = await visible(snapshot.alternatives.map((one) => one.id));
  const { figures, alternatives, ...rest } = snapshot;
  return { ...(rest as Mutable<typeof rest>), figures: presentFigures(figures, viewer), alternatives: alternatives.filter((one) => shown.has(one.id)) };
}
