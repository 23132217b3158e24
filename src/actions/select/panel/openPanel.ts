import { Refusal } from '#domain/refusal.ts';
import { panelFaults, type Invitee, type NewPanel } from '#domain/select/panel/faults.ts';
import { judgedKeys } from '#domain/select/panel/panel.ts';
import { readTeam } from '#storage/select/accountTeam.ts';
import { readActiveModel } from '#storage/select/models.ts';
import { insertPanel } from '#storage/select/panels.ts';
import { membersById } from '#storage/trust/members.ts';
import { act, type Context } from '../../act.ts';
import { accountFor } from '../accountFor.ts';
import { ensureTemplate } from '../ensureTemplate.ts';

/**
 * Opens a panel on an account (S8) under the active model; without a choice of indicators it assesses all that people judge.
 * Refuses (invalid) with every field that is wrong, naming those who cannot see the account; (conflict: panel_open) when one is open.
 */
export async function openPanel(context: Context, accountId: number, given: Omit<NewPanel, 'indicators'> & { readonly indicators?: readonly string[] | undefined }): Promise<{ id: number; event: number }> {
  await ensureTemplate(context.store, context.now());
  const by = { userId: context.actor.id, at: context.now().toISOString() };
  const { answer: id, eventIds } = await act(context, 'openPanel', async (tx) => {
    await accountFor(tx, context.actor, 'openPanel', accountId);
    const { id: modelVersionId, model } = (await readActiveModel(tx))!;
    const panel: NewPanel = { ...given, question: given.question.trim(), indicators: given.indicators ?? judgedKeys(model) };
    const team = new Set((await readTeam(tx, accountId)).map((place) => place.user_id));
    const people = new Map((await membersById(tx, panel.assessors)).filter((one) => one.disabledAt === null).map((one): [string, Invitee] => [one.id, { name: one.name, role: one.role, inTeam: team.has(one.id) }]));
    const fields = panelFaults(model, panel, people, by.at.slice(0, 10));
    if (fields.length > 0) throw refused(fields, panel.assessors, people);
    const made = await insertPanel(tx, { accountId, modelVersionId, question: panel.question, dueOn: panel.dueOn, indicators: panel.indicators }, panel.assessors, by);
    if (made === null) throw new Refusal('conflict', 'This customer has an open panel already. Close it or cancel it first.', { reason: 'panel_open' });
    return { answer: made, events: [{ verb: 'panelOpened', accountId, payload: { panelId: made, question: panel.question, dueOn: panel.dueOn, assessors: panel.assessors } }] };
  });
  return { id, event: eventIds[0]! };
}

/** The refusal; where people cannot be invited it names them, so that whoever reads it knows whom to add to the team. */
function refused(fields: ReturnType<typeof panelFaults>, assessors: readonly string[], people: ReadonlyMap<string, Invitee>): Refusal {
  const namesOf = (reason: string) => fields.filter((field) => field.reason === reason).map((field) => people.get(assessors[Number(field.path.split('.')[1])]!)!.name).join(', ');
  for (const [reason, message] of [['assessor_not_in_team', 'These people cannot see this customer. Add them to its team first: '], ['assessor_role', 'These people may read customers but not assess them. An administrator changes their role: ']] as const) {
    const names = namesOf(reason);
    if (names !== '') return new Refusal('invalid', message + names, { reason, params: { names }, fields });
  }
  return new Refusal('invalid', 'This panel cannot be opened.', { fields });
}
