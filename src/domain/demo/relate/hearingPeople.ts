import { item, outsider, person, words, type ToldMap } from './told.ts';

const TENDER = words('Tender papers', '招标文件');
const CONGRESS = words('Congress of audiologists, evening', '听力学大会晚间');

/** Place of the maker of hearing aids in the list of customers. */
export const HEARING_AT = 34;

export const HEARING_PEOPLE = {
  general: person(words('Shao An', '邵安'), words('General manager', '总经理'), [item('career', TENDER, words('Doctor of the ear clinic', '耳科医生'), words('Clinic of the river bend', '江湾医院'), '2004', '2013')]),
  devices: person(words('Tian He', '田禾'), words('Device engineer', '器件工程师')),
  clinic: outsider(words('Bai Zhi', '白芷'), words('Head of audiology', '听力中心主任'), words('Clinic of the river bend', '江湾医院'), [item('career', CONGRESS, words('Audiology', '听力学'), words('Clinic of the river bend', '江湾医院'), '2006')]),
} as const;
export type HearingPerson = keyof typeof HEARING_PEOPLE;

/** A map at its beginning: the decider is known by name only, and one outsider opens the door. */
export const PARTNER_MAP: ToldMap<HearingPerson> = {
  project: words('The one acoustics partner', '唯一声学伙伴'), note: words('One partner for three years; the last three are named in January.', '三年只选一家，1 月公布最后三家。'), daysAgo: 45, by: 'su',
  people: ['general', 'devices', 'clinic'], unnamed: [words('Regulatory affairs and quality', '法规事务与质量负责人')],
  marks: [
    { daysAgo: 44, who: 'general', field: 'role', value: 'decider', evidence: 'document', note: words('Signs the tender', '招标由他签字') }, { daysAgo: 44, who: 'general', field: 'authority', value: '5', evidence: 'document', note: words('Tender papers', '招标文件') },
    { daysAgo: 40, who: 'devices', field: 'role', value: 'evaluator', evidence: 'observed', note: words('Opened our samples himself', '亲手拆的样品') }, { daysAgo: 40, who: 'devices', field: 'authority', value: '2', evidence: 'observed', note: words('Seen at the clinic', '在医院见过') }, { daysAgo: 40, who: 'devices', field: 'stance', value: 'neutral', evidence: 'observed', note: words('Asks about drift, praises nobody', '只问漂移，谁也不夸') },
    { daysAgo: 40, who: 'devices', field: 'closeness', value: 'brief', evidence: 'observed', note: words('One visit', '见过一次') }, { daysAgo: 40, who: 'devices', field: 'held_by', value: 'su', evidence: 'observed', note: words('Writes to him', '由她联系') },
    { daysAgo: 20, who: 'clinic', field: 'role', value: 'influencer,coach', evidence: 'observed', note: words('Screens half of their trial patients', '他们一半的试用者由她筛查') }, { daysAgo: 20, who: 'clinic', field: 'stance', value: 'supporter', evidence: 'person', note: words('“Your curves do not jump”', '“你们的曲线不跳”') },
    { daysAgo: 20, who: 'clinic', field: 'closeness', value: 'several', evidence: 'observed', note: words('He Jing visits every month', '何静每月去一次') }, { daysAgo: 20, who: 'clinic', field: 'held_by', value: 'he', evidence: 'observed', note: words('Visits her', '由她拜访') },
  ],
  lines: [
    { daysAgo: 20, from: 'clinic', to: 'general', kind: 'influence', weight: 3, evidence: 'person', note: words('Colleagues for nine years', '共事九年') }, { daysAgo: 40, from: 'devices', to: 'general', kind: 'influence', weight: 2, evidence: 'inferred', note: words('Reports to him', '向他汇报') },
  ],
};
