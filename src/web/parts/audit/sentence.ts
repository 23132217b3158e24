import type { z } from 'zod';
import type { EventView } from '#contract/trust/workspace.ts';
import type { IntroductionState } from '#domain/relate/introduction.ts';
import type { PeopleNoun } from '#domain/relate/person/aboutWhat.ts';
import type { PayloadOf, Verb } from '#domain/trust/events.ts';
import type { Format } from '../../format.ts';
import type { Texts } from '../../text/locale.ts';

export type EventRow = z.infer<typeof EventView>;
/** What happened, as a sentence without its subject and object: "changed name of" + the customer's link. */
export interface Sentence { readonly text: string; readonly changes: readonly FieldChange[] }
/** One field that changed; `key` is its name in the payload, for showing its values in the right unit. */
export interface FieldChange { readonly key: string; readonly field: string; readonly before: unknown; readonly after: unknown }

/** Words an event. `nameOf` gives the name of a person by id; what is not known reads as "a person". `items`: words for kinds of what is known of people. */
export function sentenceOf(event: Pick<EventRow, 'verb' | 'payload'> & Partial<Pick<EventRow, 'account'>>, t: Texts['audit'], common: Texts['common'], nameOf: (id: string) => string | undefined, words: (of: { readonly en: string; readonly zh: string }) => string, items: Readonly<Record<string, string>> = {}): Sentence {
  const payload = <V extends Verb>(): PayloadOf<V> => event.payload as unknown as PayloadOf<V>;
  const person = (id: string): string => nameOf(id) ?? t.someone;
  const only = (text: string): Sentence => ({ text, changes: [] });
  switch (event.verb as Verb) {
    case 'accountsCreated': return only(t.said.accountsCreated(payload<'accountsCreated'>().count, payload<'accountsCreated'>().name ?? ''));
    case 'accountEdited': {
      const { before, after } = payload<'accountEdited'>();
      const changes = changed(before, after, t, common);
      return { text: t.said.accountEdited(list(changes, t)), changes };
    }
    case 'accountArchived': return only(payload<'accountArchived'>().archived ? t.said.accountArchived : t.said.accountRestored);
    case 'teamAssigned': return only(t.said.teamAssigned(payload<'teamAssigned'>().after.length));
    case 'marked': return only(t.said.marked(payload<'marked'>().changes.length, payload<'marked'>().facts?.ids.length ?? 0));
    case 'assessed': {
      const { accounts, marks, fileName, takenBack } = payload<'assessed'>();
      return only(takenBack ? t.said.assessedBack(marks, accounts) : t.said.assessed(marks, accounts, fileName ?? ''));
    }
    case 'factsRecorded': return only(t.said.factsRecorded(payload<'factsRecorded'>().ids.length, shortened(payload<'factsRecorded'>().statement)));
    case 'factEdited': {
      const { statement, before, after } = payload<'factEdited'>();
      const changes = changed(before, after, t, common);
      return { text: t.said.factEdited(list(changes, t), shortened(statement)), changes };
    }
    case 'sourceAdded': return only(t.said.sourceAdded(shortened(payload<'sourceAdded'>().title)));
    case 'sourceWithdrawn': {
      const { title, withdrawn } = payload<'sourceWithdrawn'>();
      return only((withdrawn ? t.said.sourceWithdrawn : t.said.sourceRestored)(shortened(title)));
    }
    case 'noted': return only(t.said.noted[payload<'noted'>().act](t.nouns[payload<'noted'>().noun], shortened(payload<'noted'>().title)));
    case 'holderErased': return only(t.said.holderErased(shortened(payload<'holderErased'>().title)));
    case 'factsWithdrawn': {
      const { factIds, statement, withdrawn } = payload<'factsWithdrawn'>();
      return only((withdrawn ? t.said.factsWithdrawn : t.said.factsRestored)(factIds.length, shortened(statement)));
    }
    case 'modelPublished': {
      const { version, note, name } = payload<'modelPublished'>();
      return only(t.said.modelPublished(String(version), name ? words(name) : '') + (note ? ` – ${note}` : ''));
    }
    case 'modelActivated': {
      const { version, name } = payload<'modelActivated'>();
      return only(version && name ? t.said.modelActivatedOf(String(version), words(name)) : t.said.modelActivated);
    }
    case 'importCommitted': {
      const { fileName, created, accountsCreated } = payload<'importCommitted'>();
      return only(t.said.importCommitted(fileName, created, accountsCreated));
    }
    case 'importUndone': return only(t.said.importUndone(payload<'importUndone'>().fileName));
    case 'settingsChanged': {
      const { before, after } = payload<'settingsChanged'>();
      const changes = changed(before, after, t, common);
      return { text: t.said.settingsChanged(list(changes, t)), changes };
    }
    case 'languageModelChanged': return only(payload<'languageModelChanged'>().after.base === '' ? t.said.languageModelOff : t.said.languageModelSet(payload<'languageModelChanged'>().after.model, payload<'languageModelChanged'>().after.base));
    case 'textSent': {
      const { title, from, to, host } = payload<'textSent'>();
      return only(t.said.textSent(shortened(title), from === to ? String(from) : `${from}–${to}`, host));
    }
    case 'memberAdded': return only(t.said.memberAdded(person(payload<'memberAdded'>().userId), common.roles[payload<'memberAdded'>().role]));
    case 'memberChanged': return only(memberChange(payload<'memberChanged'>(), person, t, common));
    case 'demoLoaded': return only(t.said.demoLoaded(payload<'demoLoaded'>().accounts));
    case 'demoRemoved': return only(t.said.demoRemoved);
    case 'peopleChanged': return only(peopleText(payload<'peopleChanged'>(), t.said.people, event.account !== null));
    case 'personErased': {
      const { reason, entries, restored } = payload<'personErased'>();
      return only(restored ? t.said.erasedAgain(entries ?? 1, restored.slice(0, 10)) : entries === undefined ? t.said.personErased(reason) : t.said.erasedEverywhere(entries, reason));
    }
    case 'personExported': return only(t.said.personExported(payload<'personExported'>().entries, payload<'personExported'>().reason));
    case 'itemRevealed': return only(t.said.itemRevealed(items[payload<'itemRevealed'>().kind] ?? payload<'itemRevealed'>().kind, payload<'itemRevealed'>().reason));
    case 'weighed': return only(weighedText(payload<'weighed'>(), t));
    case 'panelOpened': return only(t.said.panelOpened(payload<'panelOpened'>().question, payload<'panelOpened'>().assessors.length));
    case 'panelSubmitted': return only(t.said.panelSubmitted(payload<'panelSubmitted'>().question));
    case 'panelDeclined': return only(payload<'panelDeclined'>().declined ? t.said.panelDeclined(payload<'panelDeclined'>().question) : t.said.panelCameBack(payload<'panelDeclined'>().question));
    case 'panelEntryClosed': return only(t.said.panelEntryClosed(payload<'panelEntryClosed'>().question, payload<'panelEntryClosed'>().late.length));
    case 'panelReasoned': return only(t.said.panelReasoned(payload<'panelReasoned'>().question));
    case 'panelAgreed': {
      const { agreed, question, indicators } = payload<'panelAgreed'>();
      return only(agreed ? t.said.panelAgreed(question, indicators.length) : t.said.panelUnagreed(question, indicators.length));
    }
    case 'panelDissented': {
      const { holds, question, reason } = payload<'panelDissented'>();
      return only(holds ? t.said.panelDissented(question, reason) : t.said.panelDissentWithdrawn(question));
    }
    case 'panelClosed': return only(payload<'panelClosed'>().closed ? t.said.panelClosed(payload<'panelClosed'>().question) : t.said.panelReopened(payload<'panelClosed'>().question));
    case 'panelCancelled': return only(payload<'panelCancelled'>().cancelled ? t.said.panelCancelled(payload<'panelCancelled'>().question) : t.said.panelTakenUp(payload<'panelCancelled'>().question));
    case 'keyAccountChosen': return only(t.said.keyAccountChosen);
    case 'keyAccountDropped': return only(t.said.keyAccountDropped);
    case 'decisionWithdrawn': {
      const { kind, withdrawn } = payload<'decisionWithdrawn'>();
      return only(kind === 'choose' ? (withdrawn ? t.said.choiceWithdrawn : t.said.choiceRestored) : withdrawn ? t.said.dropWithdrawn : t.said.dropRestored);
    }
    case 'decisionReviewed': return only(t.said.reviewed[payload<'decisionReviewed'>().outcome]);
    case 'reviewWithdrawn': return only(payload<'reviewWithdrawn'>().withdrawn ? t.said.reviewWithdrawn : t.said.reviewRestored);
    case 'undone': return only(t.said.undone(verbWord(payload<'undone'>().verb, t)));
    default: return only(t.said.other(event.verb));
  }
}

/** Words for what was done with people; `of`: the customer's name follows. */
export type PeopleWords = Readonly<Record<PeopleNoun, Readonly<Record<'added' | 'changed' | 'withdrawn' | 'restored', (n: number, of: boolean) => string>>>> & Readonly<Record<'merged' | 'imported' | 'importUndone', (n: number, of: boolean) => string>>
  & { readonly steps: Readonly<Record<IntroductionState, (of: boolean) => string>> };
/** What was done with people, their ties, what is known of them, or a request: each in its own words. The oldest events do not say how many ties: they name people. */
export function peopleText({ act, noun, people, count, step }: PayloadOf<'peopleChanged'>, words: PeopleWords, of: boolean): string {
  if (act === 'merged' || act === 'imported' || act === 'importUndone') return words[act](people, of);
  if (step) return words.steps[step as IntroductionState](of);
  return words[count === undefined ? 'person' : (noun as PeopleNoun)][act](count ?? people, of);
}

/** A verb's own name; one of a newer server shows as it is. */
export const verbWord = (verb: string, t: Texts['audit']): string => (t.verbs as Record<string, string>)[verb] ?? verb;

function memberChange({ userId, before, after }: PayloadOf<'memberChanged'>, person: (id: string) => string, t: Texts['audit'], common: Texts['common']): string {
  if (before.disabled !== after.disabled) return after.disabled ? t.said.memberClosed(person(userId)) : t.said.memberOpened(person(userId));
  if (before.role !== after.role) return t.said.memberRole(person(userId), common.roles[after.role]);
  return after.password ? t.said.memberPassword(person(userId)) : t.said.memberRenamed(person(userId));
}

function weighedText({ version, level, method, cr, withdrawn }: PayloadOf<'weighed'>, t: Texts['audit']): string {
  const what = t.said.weighedLevels[level.split('.')[0] as keyof typeof t.said.weighedLevels];
  const how = cr === null ? t.said.weighedBy[method] : t.said.weighedRatio(t.said.weighedBy[method], cr.toFixed(2));
  return (withdrawn ? t.said.unweighed : t.said.weighed)(what, String(version), how);
}

const list = (changes: readonly FieldChange[], t: Texts['audit']): string => (changes.length > 0 ? [...new Set(changes.map((change) => change.field.split(' · ')[0]))].join(t.comma) : t.nothing);

/** The fields that differ, inner ones by their path: "cost to serve · perOrder: 6000 → 8000". */
function changed(before: object, after: object, t: Texts['audit'], common: Texts['common'], path = '', names: Record<string, string> = t.fields): FieldChange[] {
  const one = before as Record<string, unknown>;
  const other = after as Record<string, unknown>;
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
    const field = path + (names[key] ?? key);
    const [was, is] = [one[key], other[key]];
    // Half-lives are by kind of fact and target shares by class, whose names are words elsewhere too.
    if (isObject(was) && isObject(is)) return changed(was, is, t, common, `${field} · `, key === 'halfLives' ? common.factKinds : STAGES.has(key) ? common.classes : t.fields);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ key: names === common.classes ? 'share' : key, field, before: was, after: is }];
  });
}

/** What a sentence quotes of a longer statement, in letters. */
const QUOTED = 80;
/** The beginning of a statement, for a sentence that names it. */
export const shortened = (statement: string): string => (statement.length > QUOTED ? `${statement.slice(0, QUOTED).trimEnd()}…` : statement);

const MONEY = new Set(['perOrder', 'perLine', 'perReturn']);
const SHARE = new Set(['costOfCapital', 'defaultMargin', 'share']);
const STAGES = new Set(['startup', 'growth', 'mature']);
/** A changed value as one reads it: money rates and shares in their unit, choices and nothing as a word. */
export function showValue(key: string, value: unknown, t: Texts['audit'], common: Texts['common'], format: Format, currency: string): string {
  if (value === null || value === undefined || value === '') return t.nothing;
  const words = ({ sourceType: common.sourceTypes, kind: common.factKinds, evidence: common.evidenceKinds, stage: t.fields } as Record<string, Record<string, string>>)[key]?.[String(value)];
  if (words) return words;
  if (typeof value === 'number') return MONEY.has(key) ? format.moneyExact(value, currency) : SHARE.has(key) ? format.percent(value, 2) : String(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
