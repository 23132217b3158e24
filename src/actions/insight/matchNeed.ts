import type { GapAnswer } from '#domain/insight/needs.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { capabilitiesById } from '#storage/insight/capabilities.ts';
import { matchesOfNeed } from '#storage/insight/needs.ts';
import { opportunitiesOfNeeds } from '#storage/insight/opportunities.ts';
import { OPPORTUNITY_STAGES } from '#domain/insight/opportunity.ts';
import type { Context } from '../act.ts';
import { refuseFaults } from './citing.ts';
import { noteFor, writeNotes, type NoteDone } from './writeNotes.ts';

/** `fit` null takes the match back; a `note` that is not given stays. */
export interface GivenFit { readonly capabilityId: number; readonly fit: number | null; readonly note?: string | undefined }

/** Says how well capabilities fit a need (契合度 0–4), each capability once; what was said before is changed. Gives the ids of the matches that hold. */
export async function matchNeed(context: Context, needId: number, fits: readonly GivenFit[]): Promise<NoteDone> {
  const need = await noteFor(context, 'need', needId);
  return await writeNotes(context, { accountId: need.account_id, noun: 'capability_match', act: fits.every(({ fit }) => fit === null) ? 'withdrawn' : 'changed', title: need.text }, async (pen) => {
    await pen.mine('need', needId);
    const known = await capabilitiesById(pen.tx, fits.map((fit) => fit.capabilityId));
    refuseFaults(fits.flatMap(({ capabilityId }, n): InvalidField[] => {
      if (!known.has(capabilityId)) return [{ path: `matches.${n}.capabilityId`, reason: 'unknown_capability', message: 'There is no such capability in the catalogue.' }];
      return fits.findIndex((other) => other.capabilityId === capabilityId) < n ? [{ path: `matches.${n}.capabilityId`, reason: 'marked_twice', message: 'Each capability once.' }] : [];
    }), 'Some fits cannot be kept.');
    const before = new Map((await matchesOfNeed(pen.tx, needId)).map((match) => [match.capability_id, match]));
    const ids: number[] = [];
    for (const { capabilityId, fit, note } of fits) {
      const old = before.get(capabilityId);
      if (fit === null) {
        if (old) await pen.withdraw('capability_match', old.id, true);
      } else if (old) {
        await pen.change('capability_match', old.id, { fit, ...(note === undefined ? {} : { note }) });
        ids.push(old.id);
      } else ids.push(...await pen.add('capability_match', [{ need_id: needId, capability_id: capabilityId, fit, note: note ?? '' }]));
    }
    return ids;
  });
}

/**
 * Says what the gap of a need becomes: an opportunity point (there must be one that stands on the need), a capability to build (named
 * from the catalogue, or described in the note), or nothing, with the reason. `answer` null opens the gap again.
 */
export async function answerGap(context: Context, needId: number, { answer, note, capabilityId }: { readonly answer: GapAnswer | null; readonly note: string; readonly capabilityId: number | null }): Promise<NoteDone> {
  const need = await noteFor(context, 'need', needId);
  return await writeNotes(context, { accountId: need.account_id, noun: 'need', act: 'changed', title: need.text }, async (pen) => {
    const faults: InvalidField[] = [];
    if (answer === 'opportunity' && !(await opportunitiesOfNeeds(pen.tx, [needId], OPPORTUNITY_STAGES)).has(needId)) faults.push({ path: 'answer', reason: 'no_opportunity', message: 'Propose an opportunity point from this need first.' });
    if (answer === 'none' && note === '') faults.push({ path: 'note', reason: 'required', message: 'Say why nothing is done about it.' });
    if (answer === 'build' && capabilityId === null && note === '') faults.push({ path: 'capabilityId', reason: 'required', message: 'Name the capability to build, or describe it in the note.' });
    if (capabilityId !== null && answer === 'build' && (await capabilitiesById(pen.tx, [capabilityId])).size === 0) faults.push({ path: 'capabilityId', reason: 'unknown_capability', message: 'There is no such capability in the catalogue.' });
    refuseFaults(faults, 'This gap cannot be answered so.');
    await pen.change('need', needId, { answer, answer_note: answer === null ? '' : note, capability_id: answer === 'build' ? capabilityId : null });
    return [needId];
  });
}
