import { BESIDE, BLOCKADE, DRAWN, OUR_PLACES, SEEN, STAND, type BlockadePerson } from '#domain/demo/relate/blockade.ts';
import { demoPersonId, type PersonKey } from '#domain/demo/story/people.ts';
import type { NewPerson } from '#domain/relate/person/person.ts';
import { colleagueRow } from '#storage/relate/people.ts';
import type { Context } from '../act.ts';
import { addPeople } from '../relate/addPeople.ts';
import { askIntroduction, stepIntroduction } from '../relate/askIntroduction.ts';
import { addToMap, drawLines, markPeople } from '../relate/map/changeMap.ts';
import { createProject } from '../relate/map/projects.ts';
import { startMap } from '../relate/map/startMap.ts';
import { tellPosition } from '../relate/tellPosition.ts';
import { tellTies } from '../relate/tellTies.ts';
import type { RelateStage } from './relate/tellMap.ts';
import { tellNetwork } from './relate/tellNetwork.ts';

/** Whom the demo's people know, and the blockade that was broken: people, the ties that lead past it, an introduction followed to the thanks, and the map before and after. */
export async function tellRelate(stage: RelateStage): Promise<void> {
  await tellNetwork(stage);
  await tellBlockade(stage);
}

async function tellBlockade({ language, account: accountAt, on, as }: RelateStage): Promise<void> {
  const accountId = accountAt(BLOCKADE.at);
  const zhao = (daysAgo: number): Context => as('zhao', on(daysAgo));
  const chen = (daysAgo: number): Context => as('chen', on(daysAgo));
  const keys = Object.keys(BLOCKADE.people) as BlockadePerson[];
  const source = BLOCKADE.source[language];
  const { ids } = await addPeople(chen(140), keys.map((key) => {
    const { name, title, outside } = BLOCKADE.people[key];
    const person: NewPerson = {
      kind: outside ? 'outsider' : 'customer', name: name[language], nameLatin: language === 'zh' ? name.en : null, accountId, organisation: outside ? BLOCKADE.university[language] : '', title: title[language], placeholder: false, purpose: 'work', basis: 'legitimate_interest',
      collectedOn: on(140), source, noticeOn: null, retainUntil: null, restrictedOn: null, ...STAND[key],
    };
    return { person, items: [] };
  }));
  const of = (key: BlockadePerson): number => ids[keys.indexOf(key)]!;

  const { ids: [project] } = await createProject(zhao(135), accountId, { name: BLOCKADE.project[language], note: BLOCKADE.note[language] });
  const { ids: [map] } = await startMap(zhao(135), project!, { from: 'empty' });
  await addToMap(zhao(132), map!, { people: keys.filter((key) => key !== 'professor').map(of), unnamed: [{ title: BLOCKADE.unnamed[language], organisation: '', outside: false }] });
  await see((daysAgo) => daysAgo > 100);

  const tie = { fromOn: null, toOn: null, place: '', private: false } as const;
  await tellTies(chen(90), [
    { ...tie, a: null, b: of('professor'), kind: 'team', evidence: BLOCKADE.ties.student[language], lastContactOn: on(95) },
    { ...tie, a: of('professor'), b: of('acoustics'), kind: 'team', evidence: BLOCKADE.ties.taught[language], lastContactOn: on(120) },
  ]);
  const connector = await colleagueRow(chen(90).store.read, demoPersonId('chen'));
  const { ask } = BLOCKADE;
  const { ids: [asked] } = await askIntroduction(zhao(80), of('acoustics'), { way: [connector!.id, of('professor'), of('acoustics')], purpose: ask.purpose[language], forThem: ask.forThem[language], message: '', dueOn: on(55) });
  await stepIntroduction(chen(78), asked!, { state: 'accepted', note: ask.accepted[language], onDay: on(78) });
  await stepIntroduction(chen(53), asked!, { state: 'introduced', note: ask.introduced[language], onDay: on(53) });
  await stepIntroduction(zhao(52), asked!, { state: 'met', note: ask.met[language], onDay: on(52) });
  await stepIntroduction(zhao(45), asked!, { state: 'thanked', note: ask.thanked[language], onDay: on(45) });

  await addToMap(zhao(52), map!, { people: [of('professor')], unnamed: [] });
  await see((daysAgo) => daysAgo <= 100);
  for (const [daysAgo, lines] of Map.groupBy(DRAWN, (line) => line.daysAgo)) {
    await drawLines(zhao(daysAgo), map!, lines.map((line) => ({ fromId: of(line.from), toId: of(line.to), kind: line.kind, weight: line.weight, sign: 1, evidence: 'observed', observedOn: on(daysAgo), note: line.note[language] })));
  }

  await stand();

  /** Where each of us stands, and people of theirs who are on no map: what coverage shows of them is missing. */
  async function stand(): Promise<void> {
    for (const [key, { title, ...place }] of Object.entries(OUR_PLACES)) await tellPosition(as(key as PersonKey, on(138)), demoPersonId(key as PersonKey), { title: title[language], ...place });
    const { ids: beside } = await addPeople(chen(70), BESIDE.map(({ name, title, stand: told }) => ({
      person: { kind: 'customer', name: name[language], nameLatin: language === 'zh' ? name.en : null, accountId, organisation: '', title: title[language], placeholder: false, purpose: 'work', basis: 'legitimate_interest', collectedOn: on(70), source, noticeOn: null, retainUntil: null, restrictedOn: null, ...told }, items: [],
    })));
    for (const [n, { known }] of BESIDE.entries()) if (known) await tellTies(as(known.by, on(known.daysAgo)), [{ ...tie, a: null, b: beside[n]!, kind: known.kind, evidence: known.evidence[language], lastContactOn: on(known.daysAgo) }]);
  }

  async function see(when: (daysAgo: number) => boolean): Promise<void> {
    for (const [daysAgo, marks] of Map.groupBy(SEEN.filter((one) => when(one.daysAgo)), (one) => one.daysAgo)) {
      await markPeople(zhao(daysAgo), map!, marks.map((one) => ({ personId: of(one.who), field: one.field, value: one.value, evidence: one.evidence, observedOn: on(daysAgo), note: one.note[language] })));
    }
    const held = [['purchasing', 130], ['acoustics', 52], ['professor', 50]] as const;
    for (const [who, daysAgo] of held) if (when(daysAgo)) await markPeople(zhao(daysAgo), map!, [{ personId: of(who), field: 'held_by', value: demoPersonId(who === 'purchasing' ? 'zhao' : 'chen'), evidence: 'observed', observedOn: on(daysAgo), note: BLOCKADE.holds[language] }]);
  }
}
