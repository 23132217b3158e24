import { BROUGHT, CIRCLE, REQUESTS, TIES, type CirclePerson, type Networked } from '#domain/demo/relate/circle.ts';
import { HEARING_AT, HEARING_PEOPLE, PARTNER_MAP, type HearingPerson } from '#domain/demo/relate/hearingPeople.ts';
import { TABLET_AT, TABLET_PEOPLE, VOICE_MAP, WEIHAI_MAP, type TabletPerson } from '#domain/demo/relate/tabletPeople.ts';
import { words } from '#domain/demo/relate/told.ts';
import { demoPersonId, type PersonKey } from '#domain/demo/story/people.ts';
import { colleagueRow } from '#storage/relate/people.ts';
import { askIntroduction, stepIntroduction } from '../../relate/askIntroduction.ts';
import { tellTies } from '../../relate/tellTies.ts';
import { tellMap, tellPeople, type RelateStage } from './tellMap.ts';

const VISITS = words('Visits and calls', '拜访与电话');
const OWN = words('Own address book', '本人通讯录');

/** Two customers whose deciders are known by project, the circle of our own people around them, and requests in every state. */
export async function tellNetwork(stage: RelateStage): Promise<void> {
  const { language, on, as } = stage;
  const [tablet, hearing] = [stage.account(TABLET_AT), stage.account(HEARING_AT)];
  const ofTablet = await tellPeople(stage, 'zhao', 160, tablet, TABLET_PEOPLE, VISITS[language]);
  const ofHearing = await tellPeople(stage, 'su', 50, hearing, HEARING_PEOPLE, VISITS[language]);
  const circle = new Map<CirclePerson, number>();
  for (const [by, keys] of Map.groupBy(Object.keys(CIRCLE) as CirclePerson[], (key) => BROUGHT[key])) {
    const of = await tellPeople(stage, by, 210, null, Object.fromEntries(keys.map((key) => [key, CIRCLE[key]])), OWN[language]);
    for (const key of keys) circle.set(key, of(key));
  }
  const of = (key: Networked): number => circle.get(key as CirclePerson) ?? (key in TABLET_PEOPLE ? ofTablet(key as TabletPerson) : ofHearing(key as HearingPerson));

  const weihai = await tellMap(stage, tablet, ofTablet, WEIHAI_MAP);
  await tellMap(stage, tablet, ofTablet, VOICE_MAP, weihai);
  await tellMap(stage, hearing, ofHearing, PARTNER_MAP);

  for (const [by, ties] of Map.groupBy(TIES, (tie) => tie.by)) {
    await tellTies(as(by, on(0)), ties.map(({ a, b, kind, evidence, lastDaysAgo, private: alone }) => ({ a: a === null ? null : of(a), b: of(b), kind, evidence: evidence[language], lastContactOn: on(lastDaysAgo), fromOn: null, toOn: null, place: '', private: alone ?? false })));
  }
  const rowOf = async (person: PersonKey): Promise<number> => (await colleagueRow(as(person, on(0)).store.read, demoPersonId(person)))!.id;
  for (const { by, connector, way, daysAgo, dueInDays, purpose, forThem, steps } of REQUESTS) {
    const { ids: [asked] } = await askIntroduction(as(by, on(daysAgo)), of(way.at(-1)!), { way: [await rowOf(connector), ...way.map(of)], purpose: purpose[language], forThem: forThem[language], message: '', dueOn: on(-dueInDays) });
    for (const { state, daysAgo: when, note } of steps) await stepIntroduction(as(connector, on(when)), asked!, { state, note: note[language], onDay: on(when) });
  }
}
