import type { Day } from '#domain/day.ts';
import type { ToldMap, ToldPerson } from '#domain/demo/relate/told.ts';
import { demoPersonId, type PersonKey } from '#domain/demo/story/people.ts';
import type { Context } from '../../act.ts';
import { addPeople } from '../../relate/addPeople.ts';
import { addToMap, drawLines, markPeople, placePeople } from '../../relate/map/changeMap.ts';
import { createProject } from '../../relate/map/projects.ts';
import { startMap } from '../../relate/map/startMap.ts';

/** What the parts of relate are told with. Days count back from the last day of trade. */
export interface RelateStage {
  readonly language: 'en' | 'zh';
  readonly account: (at: number) => number;
  readonly on: (daysAgo: number) => Day;
  /** One of the demo's people, or whoever loads it. */
  readonly as: (person: PersonKey | 'you', day: Day) => Context;
}

/** Adds people by one of us, with what is known of them; gives their ids by key. */
export async function tellPeople<Key extends string>({ language, on, as }: RelateStage, by: PersonKey, daysAgo: number, accountId: number | null, people: Readonly<Record<Key, ToldPerson>>, source: string): Promise<(key: Key) => number> {
  const keys = Object.keys(people) as Key[];
  const { ids } = await addPeople(as(by, on(daysAgo)), keys.map((key) => {
    const { name, title, kind, organisation, items } = people[key];
    return {
      person: {
        kind, name: name[language], nameLatin: language === 'zh' ? name.en : null, accountId: kind === 'contact' ? null : accountId, organisation: organisation[language], title: title[language], placeholder: false, purpose: kind === 'contact' ? 'introductions' : 'work',
        basis: 'legitimate_interest', collectedOn: on(daysAgo), source, noticeOn: null, retainUntil: null, restrictedOn: null,
      },
      items: items.map((item) => ({ kind: item.kind, value: item.value[language], place: item.place[language], fromOn: item.from, toOn: item.to, source: item.source[language], basis: 'legitimate_interest' as const, collectedOn: on(daysAgo), retainUntil: null })),
    };
  }));
  return (key) => ids[keys.indexOf(key)]!;
}

/** Begins a project with its power map, from nothing or from an earlier map of the customer, and notes what was seen and drawn, each on its day. */
export async function tellMap<Key extends string>({ language, on, as }: RelateStage, accountId: number, of: (key: Key) => number, told: Omit<ToldMap<Key>, 'people' | 'unnamed'> & Partial<Pick<ToldMap<Key>, 'people' | 'unnamed'>>, from: number | null = null): Promise<number> {
  const by = (daysAgo: number): Context => as(told.by, on(daysAgo));
  const { ids: [project] } = await createProject(by(told.daysAgo), accountId, { name: told.project[language], note: told.note[language] });
  const { ids: [map] } = await startMap(by(told.daysAgo), project!, from === null ? { from: 'empty' } : { from: 'map', mapId: from, understood: true });
  if (told.people) await addToMap(by(told.daysAgo), map!, { people: told.people.map(of), unnamed: (told.unnamed ?? []).map((title) => ({ title: title[language], organisation: '', outside: false })) });
  if (told.places) await placePeople(by(told.daysAgo), map!, told.places.map(({ who, x, y }) => ({ personId: of(who), x, y })));
  // What was seen before the map began was noted when it did.
  for (const [daysAgo, marks] of [...Map.groupBy(told.marks, (mark) => mark.daysAgo)].toSorted(([a], [b]) => b - a)) {
    await markPeople(by(Math.min(daysAgo, told.daysAgo)), map!, marks.map(({ who, field, value, evidence, note }) => ({ personId: of(who), field, value: field === 'held_by' ? demoPersonId(value as PersonKey) : value, evidence, observedOn: on(daysAgo), note: note[language] })));
  }
  for (const [daysAgo, lines] of [...Map.groupBy(told.lines, (line) => line.daysAgo)].toSorted(([a], [b]) => b - a)) {
    await drawLines(by(daysAgo), map!, lines.map(({ from: one, to, kind, weight, evidence, note }) => ({ fromId: of(one), toId: of(to), kind, weight, sign: 1, evidence, observedOn: on(daysAgo), note: note[language] })));
  }
  return map!;
}
