/**
 * Nouns of insight (洞察) and of power maps (权力地图): what people note about an account besides facts. Each is a table of the same name; `company` ones are
 * about ourselves and have no account. One list for storage, events, undo and the words of the screens.
 */
export const NOUNS = [
  'question', 'judgement', 'strategy_item', 'business_statement', 'org_version', 'need', 'capability_match', 'opportunity',
  'wallet_line', 'wallet_share', 'sand_goal', 'scenario', 'sand_move', 'key_position', 'position_kpi', 'talk_topic', 'brief',
  'project', 'power_map', 'map_member', 'map_mark', 'map_line', 'map_place',
] as const;
export const COMPANY_NOUNS = ['capability', 'proof', 'kpi'] as const;
export type AccountNoun = (typeof NOUNS)[number];
export type CompanyNoun = (typeof COMPANY_NOUNS)[number];
export type Noun = AccountNoun | CompanyNoun;

/** Nouns of people (人脉): written with a pen of their own, whose events tell no values (decision 028). */
export const PEOPLE_NOUNS = ['person', 'person_item', 'tie', 'introduction', 'introduction_step'] as const;
export type PeopleNoun = (typeof PEOPLE_NOUNS)[number];

/** What was done: one word for the sentence in timeline and audit. */
export type NoteAct = 'added' | 'changed' | 'withdrawn' | 'restored';

/** One row before and after, changed columns only; `before` null: the row was made. `cites`: facts it rests on. */
export interface NoteChange {
  readonly noun: Noun;
  readonly id: number;
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>>;
  readonly cites?: { readonly before: readonly number[]; readonly after: readonly number[] };
}
