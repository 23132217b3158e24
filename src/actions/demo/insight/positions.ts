import { HEARING_POSITIONS, TABLET_POSITIONS, type DemoPosition } from '#domain/demo/insight/positions.ts';
import type { PersonKey } from '#domain/demo/story/people.ts';
import { KPI_LIBRARY } from '#domain/insight/kpi/library.ts';
import { makeBrief } from '../../insight/kpi/briefs.ts';
import { addPositionKpis } from '../../insight/kpi/positionKpis.ts';
import { addPositions } from '../../insight/kpi/positions.ts';
import type { HearingStage, InsightStage, TabletStage } from '../tellInsight.ts';

export const tellTabletPositions = (stage: TabletStage): Promise<void> => tell(stage, TABLET_POSITIONS, 'zhao');
export const tellHearingPositions = (stage: HearingStage): Promise<void> => tell(stage, HEARING_POSITIONS, 'su');

/** Who is measured by what, told as the customer's account manager tells it, and a brief for the next talk. */
async function tell<Key extends string>({ language, account, fact, as, on }: InsightStage<Key>, positions: readonly DemoPosition<Key>[], person: PersonKey): Promise<void> {
  const { ids } = await addPositions(as(person, 40), account, positions.map((one) => ({ title: one.title[language], function: one.function, level: one.level, holder: one.holder?.[language] ?? null, note: one.note[language] })));
  for (const [n, position] of positions.entries()) {
    await addPositionKpis(as(person, 38 - n), ids[n]!, position.kpis.map((one) => {
      const known = KPI_LIBRARY.find((kpi) => kpi.key === one.kpi)!;
      return { kpi: one.kpi, text: known.name[language], target: one.target[language], importance: one.importance, need: (one.need ?? known.needs)[language], facts: one.facts.map(fact), topics: one.topics.map((topic) => topic[language]) };
    }));
  }
  // Last: a brief knows what the other parts of insight have told.
  for (const [n, position] of positions.entries()) if (position.brief) await makeBrief(as(person, 5), ids[n]!, { purpose: position.brief[language], meetingOn: on(-6), language });
}
