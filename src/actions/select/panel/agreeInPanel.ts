import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { compareMarks } from '#domain/select/panel/compare.ts';
import { agreementFaults } from '#domain/select/panel/faults.ts';
import { phaseOf, type PanelMark, type PanelValue } from '#domain/select/panel/panel.ts';
import { givenMarks } from '#domain/select/panel/visible.ts';
import type { MarkChange } from '#domain/trust/events.ts';
import type { Schema } from '#storage/schema.ts';
import { factsById } from '#storage/select/facts.ts';
import { deleteAgreements, insertAgreements, panelAgreements } from '#storage/select/panelOutcomes.ts';
import { panelMarks, setPanelState, type StoredPanel } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { recordMarks, type NewMark } from '../markAccount.ts';
import { afterSome } from '../scorePortfolio.ts';
import { scoreSome } from '../scoreSome.ts';
import { takeMarksBack } from '../unmarkAccount.ts';
import { modelOf, named, panelFor } from './panelFor.ts';

/** What is agreed for one indicator; the reason is needed where it is not what the marks propose. */
export interface NewAgreement {
  readonly indicator: string;
  readonly value: PanelValue;
  readonly reason: string;
}

/** The longest note that a mark of an account holds. */
const NOTE = 2000;

/**
 * Records what the panel agrees on, a set of indicators at once: each becomes the account's mark, citing the facts that the panel's
 * marks on it cite (none: it is an assumption), and the account is scored in the same transaction. Entry is over from then on.
 * Refuses (conflict: panel_entry_open) while somebody is awaited, (already_agreed) what is agreed; (invalid) with every field that is wrong.
 */
export async function agreeInPanel(context: Context, id: number, agreements: readonly NewAgreement[]): Promise<{ event: number }> {
  const by = { userId: context.actor.id, at: context.now().toISOString() };
  const { answer: outcome, eventIds } = await act(context, 'openPanel', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'openPanel', id);
    if (phaseOf(panel) === 'marking') throw new Refusal('conflict', 'Not everybody has given marks yet. Wait for them, or close entry after the due day.', { reason: 'panel_entry_open' });
    const done = new Set((await panelAgreements(tx, [id])).map((one) => one.indicator));
    const twice = agreements.find((one) => done.has(one.indicator));
    if (twice) throw new Refusal('conflict', 'This has been agreed on already. Take that back first.', { reason: 'already_agreed', params: { indicator: twice.indicator } });
    const given = givenMarks(panel, await panelMarks(tx, [id]));
    const model = await modelOf(tx, panel);
    const comparisons = new Map(compareMarks(model, panel.indicators, given).map((one) => [one.indicator, one]));
    const fields = agreementFaults(model, comparisons, agreements, by.at.slice(0, 10));
    if (fields.length > 0) throw new Refusal('invalid', 'Some of this cannot be agreed on.', { fields });
    const marks = await asMarks(tx, panel, agreements, given);
    const [marked] = await recordMarks(tx, [{ accountId: panel.accountId, marks }], by, ({ mark }) => `agreements.${mark}`);
    const changes = marked?.verb === 'marked' ? marked.payload.changes : [];
    await insertAgreements(tx, id, agreements.map((one) => ({ ...one, markId: changes.find((change) => change.indicator === one.indicator)?.markId ?? null })), by);
    if (panel.entryClosedAt === null) await setPanelState(tx, id, { entry_closed_at: by.at });
    return {
      answer: await scoreSome(tx, [panel.accountId]),
      events: [{ verb: 'panelAgreed', accountId: panel.accountId, payload: { ...named(panel), agreed: true, indicators: agreements.map((one) => one.indicator), changes } }],
    };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}

/** Takes agreements back: the marks they became are withdrawn, what counted before counts again; dissents wait for the next agreement. */
export async function unagreeInPanel(context: Context, id: number, indicators: readonly string[], changes: readonly MarkChange[]): Promise<{ event: number }> {
  const { answer: outcome, eventIds } = await act(context, 'openPanel', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'openPanel', id);
    const back = await takeMarksBack(tx, changes, { userId: context.actor.id, at: context.now().toISOString() });
    await deleteAgreements(tx, id, indicators);
    return {
      answer: await scoreSome(tx, [panel.accountId]),
      events: [{ verb: 'panelAgreed', accountId: panel.accountId, payload: { ...named(panel), agreed: false, indicators, changes: back } }],
    };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}

/** Agreements as marks of the account. Facts withdrawn meanwhile prove nothing and are left out. */
async function asMarks(tx: Transaction<Schema>, panel: StoredPanel, agreements: readonly NewAgreement[], given: readonly PanelMark[]): Promise<NewMark[]> {
  const cited = [...new Set(given.flatMap((mark) => mark.factIds))];
  const good = new Set((await factsById(tx, cited)).filter((fact) => fact.accountId === panel.accountId && fact.withdrawnAt === null).map((fact) => fact.id));
  return agreements.map(({ indicator, value, reason }) => {
    const its = given.filter((mark) => mark.indicator === indicator);
    return { indicator, value, note: noteOf(panel, reason, its.filter((mark) => mark.value === value)), factIds: [...new Set(its.flatMap((mark) => mark.factIds))].filter((fact) => good.has(fact)) };
  });
}

/** The reason of the agreement, else the reasons of those who gave that mark, each under its name. */
function noteOf(panel: StoredPanel, reason: string, same: readonly PanelMark[]): string {
  if (reason.trim() !== '') return reason.trim();
  const nameOf = (id: string) => panel.assessors.find((one) => one.userId === id)?.name ?? '';
  return same.filter((mark) => mark.reason !== '').map((mark) => `${nameOf(mark.userId)}: ${mark.reason}`).join('\n').slice(0, NOTE);
}
