import { viewerOf, type Context } from '#actions/act.ts';
import { utcDay } from '#domain/day.ts';
import { compareMarks } from '#domain/select/panel/compare.ts';
import { whyNoAssessor } from '#domain/select/panel/faults.ts';
import { assessorOf, isLate, mayCloseEntry, phaseOf } from '#domain/select/panel/panel.ts';
import { givenMarks, seesMarks, visibleTo } from '#domain/select/panel/visible.ts';
import { reasonsAsked, waitingFor } from '#domain/select/panel/waiting.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { measuringOf, readMeasuring } from '#storage/select/accountInputs.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { readTeam } from '#storage/select/accountTeam.ts';
import { factsById } from '#storage/select/facts.ts';
import { currentMarks } from '#storage/select/marks.ts';
import { readModel } from '#storage/select/models.ts';
import { panelAgreements, panelDissents, type StoredAgreement, type StoredDissent } from '#storage/select/panelOutcomes.ts';
import { panelMarks, type StoredPanel, type StoredPanelMark } from '#storage/select/panels.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import { listMembers } from '#storage/trust/members.ts';
import { presentFact } from './presentMarks.ts';

/** What is read beside a set of panels. The marks are all there are: they leave this file only through `visibleTo`. */
interface Beside {
  readonly marks: ReadonlyMap<number, readonly StoredPanelMark[]>;
  readonly agreements: ReadonlyMap<number, readonly StoredAgreement[]>;
  readonly models: ReadonlyMap<number, ScoreModel>;
}

async function readBeside(context: Context, panels: readonly StoredPanel[]): Promise<Beside> {
  const db = context.store.read;
  const models = new Map<number, ScoreModel>();
  for (const id of new Set(panels.map((panel) => panel.modelVersionId))) models.set(id, (await readModel(db, id))!.model);
  // Only reasons are asked for by looking at marks: of panels that compare and to which the viewer has given some.
  const looked = panels.filter((panel) => phaseOf(panel) === 'comparing' && assessorOf(panel, context.actor.id)).map((panel) => panel.id);
  return {
    models, marks: Map.groupBy(await panelMarks(db, looked), (mark) => mark.panelId),
    agreements: Map.groupBy(await panelAgreements(db, panels.map((panel) => panel.id)), (one) => one.panelId),
  };
}

/** Panels as they stand in lists. */
export async function panelRows(context: Context, panels: readonly StoredPanel[]) {
  const beside = await readBeside(context, panels);
  return panels.map((panel) => rowOf(context, panel, asked(context, panel, beside), beside.agreements.get(panel.id)?.length ?? 0));
}

function asked(context: Context, panel: StoredPanel, { models, marks, agreements }: Beside): string[] {
  return reasonsAsked(models.get(panel.modelVersionId)!, panel, marks.get(panel.id) ?? [], agreements.get(panel.id) ?? [], context.actor.id);
}

function rowOf(context: Context, panel: StoredPanel, reasons: readonly string[], agreed: number) {
  const today = utcDay(context.now());
  return {
    id: panel.id, account: panel.account, question: panel.question, phase: phaseOf(panel), dueOn: panel.dueOn, late: isLate(panel, today), openedBy: panel.openedBy, openedAt: panel.openedAt,
    closedBy: panel.closedBy, closedAt: panel.closedAt, cancelledAt: panel.cancelledAt, modelVersionId: panel.modelVersionId, indicators: [...panel.indicators], agreed,
    assessors: panel.assessors.map((one) => ({ person: { id: one.userId, name: one.name }, state: stateOf(one), at: one.submittedAt ?? one.declinedAt })),
    waiting: waitingFor(panel, context.actor.id, today, reasons.length),
  };
}

const stateOf = (one: StoredPanel['assessors'][number]) => (one.submittedAt !== null ? 'submitted' as const : one.declinedAt !== null ? 'declined' as const : 'invited' as const);

/** Agreements with the dissents that hold another mark, in the panel's own order. */
function agreementsOf(panel: StoredPanel, agreements: readonly StoredAgreement[], dissents: readonly StoredDissent[], current: ReadonlyMap<string, number>) {
  return agreements.toSorted((a, b) => panel.indicators.indexOf(a.indicator) - panel.indicators.indexOf(b.indicator)).map((one) => ({
    indicator: one.indicator, value: one.value, reason: one.reason, by: one.by, at: one.at, counts: (current.get(one.indicator) ?? null) === one.markId,
    dissents: dissents.filter((other) => other.panelId === panel.id && other.indicator === one.indicator && other.value !== one.value)
      .map(({ person, value, reason, at }) => ({ person, value, reason, at })),
  }));
}

/** Panels of one account with what they agreed on. */
export async function accountRows(context: Context, accountId: number, panels: readonly StoredPanel[]) {
  const db = context.store.read;
  const beside = await readBeside(context, panels);
  const dissents = await panelDissents(db, panels.map((panel) => panel.id));
  const current = new Map((await currentMarks(db, accountId)).map((mark) => [mark.indicator, mark.id]));
  return panels.map((panel) => {
    const agreements = beside.agreements.get(panel.id) ?? [];
    return { ...rowOf(context, panel, asked(context, panel, beside), agreements.length), agreements: agreementsOf(panel, agreements, dissents, current) };
  });
}

/** Members, and why some of them cannot be invited to assess this account. */
export async function invitable(context: Context, accountId: number) {
  const db = context.store.read;
  const team = new Set((await readTeam(db, accountId)).map((place) => place.user_id));
  return (await listMembers(db)).filter((one) => one.disabledAt === null).map((one) => ({ person: { id: one.id, name: one.name }, why: whyNoAssessor(one.role, team.has(one.id)) }));
}

/** One panel as this viewer may see it. */
export async function panelView(context: Context, panel: StoredPanel) {
  const { store: { read: db }, actor } = context;
  const { model } = (await readModel(db, panel.modelVersionId))!;
  const all = await panelMarks(db, [panel.id]);
  const sees = seesMarks(panel, actor.id);
  const marks = visibleTo(panel, all, actor.id);
  const agreements = await panelAgreements(db, [panel.id]);
  const reasons = reasonsAsked(model, panel, all, agreements, actor.id);
  const current = new Map((await currentMarks(db, panel.accountId)).map((mark) => [mark.indicator, mark.id]));
  const facts = await factsById(db, [...new Set(marks.flatMap((mark) => mark.factIds))]);
  const run = await readScoreRun(db);
  const measuring = run ? await measuringOf(db, run) : await readMeasuring(db, utcDay(context.now()));
  const reaches = async (permission: 'markAccount' | 'openPanel') => (await findAccount(db, viewerOf(actor, permission), panel.accountId)) !== undefined;
  const [may, leads] = [await reaches('markAccount'), await reaches('openPanel')];
  const own = assessorOf(panel, actor.id);
  const phase = phaseOf(panel);
  const open = phase === 'marking' || phase === 'comparing';
  return {
    ...rowOf(context, panel, reasons, agreements.length), sees, entryClosedAt: panel.entryClosedAt,
    marks: marks.map((mark) => ({ by: mark.userId, indicator: mark.indicator, value: mark.value, reason: mark.reason, factIds: [...mark.factIds], at: mark.at })),
    facts: facts.map((fact) => presentFact(fact, [], measuring)),
    comparison: sees ? compareMarks(model, panel.indicators, givenMarks(panel, all)).map((one) => ({ ...one, votes: one.votes.map((vote) => ({ value: vote.value, by: [...vote.by] })), outliers: [...one.outliers] })) : [],
    agreements: agreementsOf(panel, agreements, await panelDissents(db, [panel.id]), current), asked: reasons,
    can: {
      mark: may && open && own !== undefined && own.submittedAt === null && own.declinedAt === null,
      comeBack: may && open && panel.entryClosedAt === null && own !== undefined && own.declinedAt !== null,
      reason: may && open && own !== undefined && own.submittedAt !== null,
      dissent: may && phase !== 'cancelled' && own !== undefined && own.submittedAt !== null,
      // Where all have submitted nobody could come back: there is nothing to close.
      closeEntry: leads && panel.assessors.some((one) => one.submittedAt === null) && mayCloseEntry(panel, utcDay(context.now())),
      agree: leads && phase === 'comparing' && sees, close: leads && phase === 'comparing', cancel: leads && open && agreements.length === 0,
    },
  };
}
