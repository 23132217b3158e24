import { Refusal } from '#domain/refusal.ts';
import { draftFaults } from '#domain/select/panel/faults.ts';
import type { PanelValue } from '#domain/select/panel/panel.ts';
import { panelMarks, replacePanelMarks } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { citationFaults } from '../markAccount.ts';
import { modelOf, panelFor, pendingPlaceIn } from './panelFor.ts';

/** A draft; value null leaves the indicator out ("cannot judge"). What is absent stays as it was. */
export interface DraftMark {
  readonly indicator: string;
  readonly value: PanelValue | null;
  readonly reason?: string | undefined;
  readonly factIds?: readonly number[] | undefined;
}

/**
 * Keeps an assessor's drafts. They are private until submitted, and so leave no event: a row in the timeline would tell others which
 * indicators somebody is at. Refuses (invalid) what is not in the panel, off the scale or cites what is not there.
 */
export async function keepPanelMarks(context: Context, id: number, marks: readonly DraftMark[]): Promise<void> {
  const at = context.now().toISOString();
  await act(context, 'markAccount', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'markAccount', id);
    const { userId } = pendingPlaceIn(panel, context.actor);
    const before = new Map((await panelMarks(tx, [id])).filter((mark) => mark.userId === userId).map((mark) => [mark.indicator, mark]));
    const kept = marks.map((mark) => ({
      indicator: mark.indicator, value: mark.value, reason: (mark.reason ?? before.get(mark.indicator)?.reason ?? '').trim(), factIds: mark.factIds ?? before.get(mark.indicator)?.factIds ?? [],
    }));
    const path = (n: number) => `marks.${n}`;
    // Only what is cited anew is checked: a fact withdrawn meanwhile must not keep the rest from being saved.
    const fields = [...draftFaults(await modelOf(tx, panel), panel.indicators, kept, at.slice(0, 10), path), ...await citationFaults(tx, panel.accountId, marks, path)];
    if (fields.length > 0) throw new Refusal('invalid', 'Some marks cannot be kept.', { fields });
    await replacePanelMarks(tx, id, userId, kept, at);
    return { answer: null, events: [] };
  });
}
