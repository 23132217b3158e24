import type { Day } from '#domain/day.ts';
import type { Level, WorkFunction } from '../coverage/scales.ts';

export const PERSON_KINDS = ['customer', 'outsider', 'colleague', 'contact'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];
/** By what right something is kept about a person: PIPL art. 13, GDPR art. 6. */
export const BASES = ['consent', 'contract', 'legitimate_interest', 'public', 'legal_duty'] as const;
export type Basis = (typeof BASES)[number];
export const ITEM_KINDS = ['phone', 'email', 'wechat', 'education', 'career', 'home_town', 'group', 'interest', 'family', 'note'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
/** What tells that two entries are one person. */
export const CONTACT_KINDS: ReadonlySet<string> = new Set(['phone', 'email', 'wechat'] satisfies ItemKind[]);
export const SENSITIVITIES = ['normal', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** The least guarded level a kind may have. Family is told to nobody who has not asked for it (method R1, T1). */
const LEAST: Record<ItemKind, Sensitivity> = {
  phone: 'personal', email: 'personal', wechat: 'personal', education: 'normal', career: 'normal', home_town: 'personal', group: 'normal', interest: 'personal', family: 'sensitive', note: 'personal',
};
/** Health, faith, origin, politics, money, minors: sensitive by PIPL art. 28 or special by GDPR art. 9, whatever kind of item says it. */
const SENSITIVE_WORDS = /\b(?:illness|disease|cancer|diabet\w*|pregnan\w*|divorc\w*|religio\w*|church|muslim|christian|buddhis\w*|ethnic\w*|communist|party member|salary|debts?|bank account|passport|id card|child(?:ren)?|sons?|daughters?|wife|husband|spouse)\b|病|癌|怀孕|离婚|宗教|信仰|教徒|佛教|基督|民族|党员|工资|负债|银行卡|身份证|护照|孩子|儿子|女儿|妻子|丈夫|老婆|老公|爱人|父母|住院|手术/iu;

/** How guarded an item is: as asked for, but never below its kind, and sensitive where its words are. */
export function sensitivityOf(item: { readonly kind: ItemKind; readonly value: string; readonly place: string; readonly sensitivity?: Sensitivity | undefined }): Sensitivity {
  const wanted = SENSITIVE_WORDS.test(`${item.value} ${item.place}`) ? 'sensitive' : item.sensitivity ?? LEAST[item.kind];
  return SENSITIVITIES[Math.max(SENSITIVITIES.indexOf(wanted), SENSITIVITIES.indexOf(LEAST[item.kind]))]!;
}

/** Whether an item is shown without being asked for: open ones to everybody who sees the person, personal ones to those who may record people there. */
export const isOpen = (item: { readonly sensitivity: Sensitivity }, mayRecord: boolean): boolean => item.sensitivity === 'normal' || (item.sensitivity === 'personal' && mayRecord);

/** Kept so long unless said otherwise, from the day of collection (default of the house: three years). */
export const RETENTION_DAYS = 1095;
/** Nobody is kept for longer (ten years) without being looked at again. */
export const LONGEST_RETENTION_DAYS = 3653;
/** People whose day comes within so many days are shown as due. */
export const RETENTION_AHEAD_DAYS = 30;

/** A person as entered. */
export interface NewPerson {
  readonly kind: PersonKind;
  readonly name: string;
  readonly nameLatin: string | null;
  readonly accountId: number | null;
  readonly organisation: string;
  readonly title: string;
  readonly placeholder: boolean;
  readonly purpose: string;
  readonly basis: Basis;
  readonly collectedOn: Day;
  readonly source: string;
  readonly noticeOn: Day | null;
  readonly retainUntil: Day | null;
  readonly restrictedOn: Day | null;
  /** Where they stand, as somebody tells it; null: the title says it, or nobody knows. */
  readonly level?: Level | null | undefined;
  readonly function?: WorkFunction | null | undefined;
}
/** One thing known of a person, as entered. */
export interface NewItem {
  readonly kind: ItemKind;
  readonly value: string;
  readonly place: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly sensitivity?: Sensitivity | undefined;
  readonly source: string;
  readonly basis: Basis;
  readonly collectedOn: Day;
  readonly retainUntil: Day | null;
}
