import { addDays, type Day } from '#domain/day.ts';
import { HEARING_SHEET, TABLET_SHEET } from '#domain/demo/insight/canvas.ts';
import { HEARING_AIDS } from '#domain/demo/insight/hearingAids.ts';
import { MATCHING_HEARING } from '#domain/demo/insight/matchingHearing.ts';
import { MATCHING_TABLETS } from '#domain/demo/insight/matchingTablets.ts';
import type { Reading } from '#domain/demo/insight/reading.ts';
import { HEARING_SAND, TABLET_SAND } from '#domain/demo/insight/sand.ts';
import { HEARING_STRATEGY, TABLET_STRATEGY } from '#domain/demo/insight/strategy.ts';
import { TABLET_MAKER } from '#domain/demo/insight/tabletMaker.ts';
import type { PersonKey } from '#domain/demo/story/people.ts';
import type { NewFact } from '#domain/select/fact.ts';
import { readPages } from '#storage/insight/sources.ts';
import type { Context } from '../act.ts';
import { addText } from '../insight/addSource.ts';
import { recordFacts } from '../select/recordFacts.ts';
import { tellCanvas } from './insight/canvas.ts';
import { tellMatching } from './insight/matching.ts';
import { tellSand } from './insight/sand.ts';
import { tellHearingPositions, tellTabletPositions } from './insight/positions.ts';
import { tellStrategy } from './insight/strategy.ts';

/** What the parts of insight are told with: one customer, what is known of it, and who does it when. */
export interface InsightStage<Key extends string> {
  readonly language: 'en' | 'zh';
  readonly account: number;
  /** Id of a fact by its key. */
  readonly fact: (key: Key) => number;
  /** As one of the story's people, on a day so many days before the last day of trade. */
  readonly as: (person: PersonKey, daysAgo: number) => Context;
  readonly on: (daysAgo: number) => Day;
}
export type KeysOf<R> = R extends Reading<infer Key> ? Key : never;
export type TabletStage = InsightStage<KeysOf<typeof TABLET_MAKER>>;
export type HearingStage = InsightStage<KeysOf<typeof HEARING_AIDS>>;

/** Two customers of the demo are known fully before the first visit: their sources are read, and every part of insight is filled in. */
export async function tellInsight(story: { readonly language: 'en' | 'zh'; readonly account: (at: number) => number; readonly on: (daysAgo: number) => Day; readonly as: (person: PersonKey, day: Day) => Context }): Promise<void> {
  const tablet = await read(TABLET_MAKER);
  const hearing = await read(HEARING_AIDS);
  await tellTabletMaker(tablet);
  await tellHearingAids(hearing);

  async function read<Key extends string>(reading: Reading<Key>): Promise<InsightStage<Key>> {
    const { language, on } = story;
    const account = story.account(reading.at);
    const ids = new Map<Key, number>();
    for (const { title, daysAgo, text, facts } of reading.sources) {
      const context = story.as(reading.reader, addDays(on(daysAgo), 3));
      const { id, read: done } = await addText(context, account, { title: title[language], publishedOn: on(daysAgo), url: null }, text[language]);
      await done;
      const pages = await readPages(context.store.read, id, 1, 50);
      const found = facts.map((fact): NewFact => {
        const page = pages.find((one) => one.text.includes(fact.quote[language]));
        if (!page) throw new Error(`demo: ${fact.key} quotes what its source does not say`);
        const from = page.text.indexOf(fact.quote[language]);
        return {
          kind: fact.kind, evidence: fact.evidence, statement: fact.statement[language], sourceType: 'document', source: title[language], url: null, importId: null, sourceId: id,
          anchor: { page: page.page, from, to: from + fact.quote[language].length, quote: fact.quote[language] }, observedOn: on(daysAgo), expiresOn: null,
        };
      });
      const made = await recordFacts(context, account, found);
      facts.forEach((fact, n) => ids.set(fact.key, made.ids[n]!));
    }
    return { language, account, fact: (key) => ids.get(key)!, on, as: (person, daysAgo) => story.as(person, on(daysAgo)) };
  }
}

/** Each part of insight adds its line. */
async function tellTabletMaker(stage: TabletStage): Promise<void> {
  await tellCanvas(stage, TABLET_SHEET);
  await tellStrategy(stage, TABLET_STRATEGY);
  await tellMatching(stage, MATCHING_TABLETS);
  await tellSand(stage, TABLET_SAND);
  // Last: its briefs know what the others have told.
  await tellTabletPositions(stage);
}

async function tellHearingAids(stage: HearingStage): Promise<void> {
  await tellCanvas(stage, HEARING_SHEET);
  await tellStrategy(stage, HEARING_STRATEGY);
  await tellMatching(stage, MATCHING_HEARING);
  await tellSand(stage, HEARING_SAND);
  await tellHearingPositions(stage);
}
