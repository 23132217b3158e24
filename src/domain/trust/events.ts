import type { NoteAct, NoteChange, Noun } from '../nouns.ts';
import type { Role } from './permissions.ts';
import type { SettingsChange } from './settings.ts';

/**
 * Every change there is (事件): one row per change, written with it. The payload says what it was before, so that timeline,
 * audit and undo need nothing else. Add a verb here, and its sentence in the text section `audit`.
 * `also`: colleagues whose open screens are told of it although the account may not be theirs to see; not kept.
 */
export type NewEvent = { readonly accountId?: number; readonly undoes?: number; readonly also?: readonly string[] } & (
  | { readonly verb: 'accountsCreated'; readonly payload: { readonly count: number; readonly ids: readonly number[]; readonly name?: string } }
  | { readonly verb: 'accountEdited'; readonly payload: { readonly before: AccountFields; readonly after: AccountFields } }
  | { readonly verb: 'accountArchived'; readonly payload: { readonly archived: boolean } }
  | { readonly verb: 'teamAssigned'; readonly payload: { readonly before: readonly TeamPlace[]; readonly after: readonly TeamPlace[] } }
  | { readonly verb: 'marked'; readonly payload: { readonly changes: readonly MarkChange[]; readonly facts?: MarkFacts } }
  | { readonly verb: 'assessed'; readonly payload: AssessedSet }
  | { readonly verb: 'modelPublished'; readonly payload: { readonly versionId: number; readonly version: number; readonly note: string; readonly activeBefore: number | null; readonly name?: TwoTongues } }
  | { readonly verb: 'modelActivated'; readonly payload: { readonly versionId: number; readonly activeBefore: number | null; readonly version?: number; readonly name?: TwoTongues } }
  | { readonly verb: 'importCommitted'; readonly payload: { readonly importId: number; readonly fileName: string; readonly created: number; readonly changed: number; readonly accountsCreated: number } }
  | { readonly verb: 'importUndone'; readonly payload: { readonly importId: number; readonly fileName: string } }
  | { readonly verb: 'settingsChanged'; readonly payload: { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } }
  | { readonly verb: 'languageModelChanged'; readonly payload: { readonly before: LanguageModelTold; readonly after: LanguageModelTold & { readonly keyReplaced?: true } } }
  | { readonly verb: 'textSent'; readonly payload: { readonly sourceId: number; readonly title: string; readonly from: number; readonly to: number; readonly letters: number; readonly host: string } }
  | { readonly verb: 'memberAdded'; readonly payload: { readonly userId: string; readonly role: Role } }
  | { readonly verb: 'memberChanged'; readonly payload: { readonly userId: string; readonly before: MemberState; readonly after: MemberState } }
  | { readonly verb: 'demoLoaded'; readonly payload: { readonly importIds: readonly number[]; readonly accounts: number; readonly settings?: { readonly before: SettingsChange; readonly after: SettingsChange } } }
  | { readonly verb: 'demoRemoved'; readonly payload: { readonly importIds: readonly number[] } }
  | { readonly verb: 'factsRecorded'; readonly payload: { readonly ids: readonly number[]; readonly statement: string } }
  | { readonly verb: 'factEdited'; readonly payload: { readonly factId: number; readonly statement: string; readonly before: FactFields; readonly after: FactFields } }
  | { readonly verb: 'factsWithdrawn'; readonly payload: { readonly factIds: readonly number[]; readonly withdrawn: boolean; readonly statement: string } }
  | { readonly verb: 'sourceAdded'; readonly payload: { readonly sourceId: number; readonly title: string } }
  | { readonly verb: 'sourceWithdrawn'; readonly payload: { readonly sourceId: number; readonly withdrawn: boolean; readonly title: string } }
  | { readonly verb: 'noted'; readonly payload: Noted }
  | { readonly verb: 'holderErased'; readonly payload: { readonly positionId: number; readonly title: string } }
  | { readonly verb: 'peopleChanged'; readonly payload: PeopleChanged }
  | { readonly verb: 'personErased'; readonly payload: PersonErased }
  | { readonly verb: 'personExported'; readonly payload: { readonly personId: number | null; readonly entries: number; readonly guarded: number; readonly reason: string } }
  | { readonly verb: 'itemRevealed'; readonly payload: { readonly personId: number; readonly itemId: number; readonly kind: string; readonly reason: string } }
  | { readonly verb: 'weighed'; readonly payload: { readonly weighingId: number; readonly versionId: number; readonly version: number; readonly level: string; readonly method: 'direct' | 'swing' | 'ahp'; readonly cr: number | null; readonly withdrawn: boolean } }
  | { readonly verb: 'panelOpened'; readonly payload: PanelNamed & { readonly dueOn: string; readonly assessors: readonly string[] } }
  | { readonly verb: 'panelSubmitted'; readonly payload: PanelNamed }
  | { readonly verb: 'panelDeclined'; readonly payload: PanelNamed & { readonly userIds: readonly string[]; readonly declined: boolean } }
  | { readonly verb: 'panelEntryClosed'; readonly payload: PanelNamed & { readonly late: readonly string[] } }
  | { readonly verb: 'panelReasoned'; readonly payload: PanelNamed }
  | { readonly verb: 'panelAgreed'; readonly payload: PanelNamed & { readonly agreed: boolean; readonly indicators: readonly string[]; readonly changes: readonly MarkChange[] } }
  | { readonly verb: 'panelDissented'; readonly payload: PanelNamed & { readonly userId: string; readonly indicator: string; readonly value: number | string | boolean; readonly reason: string; readonly holds: boolean } }
  | { readonly verb: 'panelClosed'; readonly payload: PanelNamed & { readonly closed: boolean } }
  | { readonly verb: 'panelCancelled'; readonly payload: PanelNamed & { readonly cancelled: boolean } }
  | { readonly verb: 'keyAccountChosen'; readonly payload: { readonly decisionId: number } }
  | { readonly verb: 'keyAccountDropped'; readonly payload: { readonly decisionId: number } }
  | { readonly verb: 'decisionWithdrawn'; readonly payload: { readonly decisionId: number; readonly kind: 'choose' | 'drop'; readonly withdrawn: boolean } }
  | { readonly verb: 'decisionReviewed'; readonly payload: { readonly reviewId: number; readonly decisionId: number; readonly outcome: 'keep' | 'watch' | 'drop' } }
  | { readonly verb: 'reviewWithdrawn'; readonly payload: { readonly reviewId: number; readonly decisionId: number; readonly withdrawn: boolean } }
  | { readonly verb: 'undone'; readonly payload: { readonly verb: string } }
);
export type Verb = NewEvent['verb'];
export type PayloadOf<V extends Verb> = Extract<NewEvent, { readonly verb: V }>['payload'];

export type AccountFields = Partial<Record<'key' | 'name' | 'country' | 'industry' | 'note', string | null>>;
export type FactFields = Partial<Record<'kind' | 'statement' | 'evidence' | 'sourceType' | 'source' | 'url' | 'importId' | 'sourceId' | 'observedOn' | 'expiresOn' | 'block' | 'topic', string | number | null>>;
/** Which panel. Payloads hold no mark that an assessor has not been shown: everybody who may read the account reads its timeline. */
export interface PanelNamed { readonly panelId: number; readonly question: string }
/**
 * Notes of insight that changed in one act (decision 027): what kind, its title then, every row before and after, and facts that came or went with them.
 * `people`: the set of changes of people who came or went in the same act; their own event `peopleChanged` has the id right after.
 */
export interface Noted { readonly noun: Noun; readonly act: NoteAct; readonly title: string; readonly changes: readonly NoteChange[]; readonly facts?: MarkFacts; readonly people?: number }
/**
 * People that changed in one act (decision 028): ids and no values, which are in `person_change` under `changeId`. `personIds` has at most twenty. `noun` is what the act was
 * about and `count` how many of it (not in the oldest events, which name what came first); `step`: where a request for an introduction went.
 */
export interface PeopleChanged { readonly act: PeopleAct; readonly noun: string; readonly changeId: number; readonly people: number; readonly count?: number; readonly step?: string; readonly importId?: number; readonly personIds: readonly number[] }
/**
 * That people were erased, and never who. `personId` null: whoever had a name and a number that somebody asked to be forgotten with, in `entries` entries, private ones too.
 * `restored`: a backup of that instant had brought them back.
 */
export interface PersonErased { readonly personId: number | null; readonly reason: string; readonly blackened: number; readonly entries?: number; readonly restored?: string }
export type PeopleAct = 'added' | 'changed' | 'withdrawn' | 'restored' | 'merged' | 'imported' | 'importUndone';
/** A name as it was then, in the two languages of score models. */
export interface TwoTongues { readonly en: string; readonly zh: string }
export interface TeamPlace { readonly userId: string; readonly role: 'owner' | 'solution' | 'delivery' | 'member' }
export interface MarkChange { readonly indicator: string; readonly markId: number | null; readonly before: number | null; readonly value: number | string | boolean | null; readonly valueBefore: number | string | boolean | null }
/** Facts that came (or with an undo went) in the same act as marks or notes; `statement` is that of the first. */
export interface MarkFacts { readonly ids: readonly number[]; readonly statement: string; readonly withdrawn: boolean }
/** Many customers assessed at one go; its `accounts` events of the verb `marked` have the ids right after its own. */
export interface AssessedSet { readonly accounts: number; readonly marks: number; readonly fileName: string | null; readonly takenBack: boolean }
/** The endpoint that proposes facts; of its key only whether there is one. */
export interface LanguageModelTold { readonly base: string; readonly model: string; readonly timeoutSeconds: number; readonly key: boolean }
export interface MemberState { readonly role: Role; readonly disabled: boolean; readonly name?: string; readonly password?: 'replaced' }

/** What a verb is about, for the columns subject_type and subject_id. */
export function subjectOf(event: NewEvent): { type: string; id: string } {
  switch (event.verb) {
    case 'modelPublished': case 'modelActivated': return { type: 'model', id: String(event.payload.versionId) };
    case 'importCommitted': case 'importUndone': return { type: 'import', id: String(event.payload.importId) };
    case 'settingsChanged': case 'languageModelChanged': return { type: 'settings', id: '' };
    case 'assessed': return { type: 'assessment', id: '' };
    case 'memberAdded': case 'memberChanged': return { type: 'member', id: event.payload.userId };
    case 'demoLoaded': case 'demoRemoved': return { type: 'workspace', id: '' };
    case 'noted': return event.accountId === undefined ? { type: event.payload.noun, id: String(event.payload.changes[0]?.id ?? '') } : { type: 'account', id: String(event.accountId) };
    case 'peopleChanged': return { type: 'person', id: String(event.payload.personIds[0] ?? '') };
    case 'personErased': case 'personExported': case 'itemRevealed': return { type: 'person', id: String(event.payload.personId ?? '') };
    case 'weighed': return { type: 'weighing', id: String(event.payload.weighingId) };
    case 'undone': return { type: 'event', id: String(event.undoes ?? '') };
    default: return { type: 'account', id: event.accountId === undefined ? '' : String(event.accountId) };
  }
}
