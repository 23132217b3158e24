import type { Day } from '#domain/day.ts';
import type { Level, WorkFunction } from '#domain/relate/coverage/scales.ts';
import type { IntroductionState } from '#domain/relate/introduction.ts';
import type { Someday } from '#domain/relate/someday.ts';
import type { SpokeSpan } from '#domain/relate/spoke.ts';
import type { TieKind } from '#domain/relate/ties.ts';
import type { Noted } from '../insight/noteTables.ts';

/**
 * A person (人脉): of a customer, an outsider (design institute, consultant, shareholder), one of us, or a contact of one of us.
 * Visible to whoever may read the account; without an account to everybody; with `private_to` to that colleague alone.
 */
export interface PersonTable extends Noted {
  kind: 'customer' | 'outsider' | 'colleague' | 'contact';
  /** Empty only once erased. */
  name: string;
  /** Name without width, case, script and blanks (domain/relate/person/personName.ts). */
  name_norm: string;
  name_latin: string | null;
  /** The colleague who signs in. */
  user_id: string | null;
  /** The customer they work for. */
  account_id: number | null;
  /** Whom they work for, where it is not a customer of ours; empty: not known. */
  organisation: string;
  organisation_norm: string;
  title: string;
  /** As somebody told it; null: the title says it, or nobody knows. */
  level: Level | null;
  level_by: string | null;
  level_at: string | null;
  function: WorkFunction | null;
  function_by: string | null;
  function_at: string | null;
  /** 1: somebody whose name is not known ("the CFO"). */
  placeholder: 0 | 1;
  /** What for and by what right it is kept (T2). */
  purpose: string;
  basis: 'consent' | 'contract' | 'legitimate_interest' | 'public' | 'legal_duty';
  collected_on: Day;
  source: string;
  /** The day they were told that we keep this. */
  notice_on: Day | null;
  retain_until: Day | null;
  /** Since when they object: kept, but no way leads through them and nobody is asked to contact them. */
  restricted_on: Day | null;
  /** Who brought them. */
  owner_id: string | null;
  private_to: string | null;
  import_id: number | null;
  /** The person this one was found to be the same as. */
  merged_into: number | null;
  erased_at: string | null;
}
/** As `search_term`, for people: name, Latin name, organisation, title. */
export interface PersonTermTable { term: string; person_id: number }

/** One thing known of a person, with its own source and right. Never changed: a correction withdraws it and adds another. */
export interface PersonItemTable extends Noted {
  person_id: number;
  kind: 'phone' | 'email' | 'wechat' | 'education' | 'career' | 'home_town' | 'group' | 'interest' | 'family' | 'note';
  /** Number, address, subject studied, position held, what the interest is … */
  value: string;
  value_norm: string;
  /** School, employer, club or town as written, and as compared (domain/relate/person/placeName.ts); empty where there is none. */
  place: string;
  place_norm: string;
  from_on: Someday | null;
  to_on: Someday | null;
  /** `personal`: for those who record people at that customer; `sensitive`: for nobody until revealed, one by one. */
  sensitivity: 'normal' | 'personal' | 'sensitive';
  source: string;
  basis: PersonTable['basis'];
  collected_on: Day;
  retain_until: Day | null;
  import_id: number | null;
}
/** Who saw which guarded item when, and why. Rows are only added. */
export interface PersonRevealTable { id: number; person_id: number; item_id: number; user_id: string; reason: string; at: string }
/**
 * One column before and after a change of people; an event names its `change_id` and no values. Values are JSON; a row that was
 * made has the column `id` and null before.
 */
export interface PersonChangeTable { id: number; change_id: number; person_id: number; noun: string; noun_id: number; column_name: string; value_before: string | null; value_after: string | null }

/** That a row was erased for good (删除登记), without a word of whom it was about; with `made_at` it is told from a later row of the same number. */
export interface ErasureTable { noun: 'person' | 'key_position'; noun_id: number; made_at: string; erased_at: string; /** 1: the name was taken out of free texts too. */ words: 0 | 1 }

/** A file of contacts that a colleague took in (通讯录导入). */
export interface ContactImportTable {
  id: number;
  user_id: string;
  file_name: string;
  layout: string;
  content_hash: string;
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  left_out: number;
  /** How many of the created ones are private to the colleague. */
  private: number;
  at: string;
  undone_at: string | null;
  undone_by: string | null;
}

/** A tie between two people (人脉关系), the smaller id first. Strength null: computed from kind and last contact; corrected by a person otherwise. */
export interface TieTable extends Noted {
  person_a: number;
  person_b: number;
  /** The kinds of the table of priors. */
  kind: TieKind;
  how: 'told' | 'imported' | 'inferred';
  evidence: string;
  /** School, employer, club or town that they share. */
  place: string;
  /** The last day both spoke: one-way contact does not count. */
  last_contact_on: Day | null;
  /** The span whose middle that day is; null: somebody named the day. */
  last_contact_span: SpokeSpan | null;
  from_on: Someday | null;
  to_on: Someday | null;
  /** 0–1. */
  strength: number | null;
  corrected_by: string | null;
  corrected_at: string | null;
  corrected_why: string | null;
  /** Not in the shared graph: this colleague's alone. */
  private_to: string | null;
  import_id: number | null;
}

/** An introduction that was asked for (引荐). */
export interface IntroductionTable extends Noted {
  account_id: number | null;
  project_id: number | null;
  target_id: number;
  requester_id: string;
  /** The colleague, or else the person, who is asked. */
  connector_user: string | null;
  connector_id: number | null;
  /** JSON: the way as it was when it was asked for; names only by id. */
  path: string;
  purpose: string;
  /** What is in it for the target. */
  for_them: string;
  /** Words to pass on. */
  message: string;
  state: IntroductionState;
  due_on: Day | null;
}
/** One step of its history. */
export interface IntroductionStepTable extends Noted { introduction_id: number; state: IntroductionState; note: string; on_day: Day }

/** Tables of people, written with the pen of people (decision 028). */
export interface PeopleTables {
  person: PersonTable;
  person_item: PersonItemTable;
  tie: TieTable;
  introduction: IntroductionTable;
  introduction_step: IntroductionStepTable;
}
/** The other tables of the room. */
export interface RelateTables extends PeopleTables {
  person_term: PersonTermTable;
  person_reveal: PersonRevealTable;
  person_change: PersonChangeTable;
  contact_import: ContactImportTable;
  erasure: ErasureTable;
}
