import { z } from 'zod';
import { BASES, ITEM_KINDS, PERSON_KINDS, SENSITIVITIES } from '#domain/relate/person/person.ts';
import { FUNCTIONS, LEVELS } from '#domain/relate/coverage/scales.ts';
import { endpoint } from '../endpoint.ts';
import { DayText, Id, Person } from '../shared.ts';

const Text = (most: number) => z.string().trim().max(most);
const Someday = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);

/** One thing known of a person (资料): with its own source, basis and date. */
export const NewItem = z.object({
  kind: z.enum(ITEM_KINDS), value: Text(500).default(''), place: Text(300).default(''), fromOn: Someday.nullable().default(null), toOn: Someday.nullable().default(null), sensitivity: z.enum(SENSITIVITIES).optional(),
  source: Text(300), basis: z.enum(BASES).default('legitimate_interest'), collectedOn: DayText, retainUntil: DayText.nullable().default(null),
}).meta({ id: 'NewPersonItem' });
const PersonFields = z.object({
  kind: z.enum(PERSON_KINDS), name: Text(200), nameLatin: Text(200).nullable(), accountId: z.number().int().positive().nullable(), organisation: Text(300), title: Text(200),
  /** Somebody whose name is not known yet ("the CFO"). */
  placeholder: z.boolean(), purpose: Text(300), basis: z.enum(BASES), collectedOn: DayText, source: Text(300), noticeOn: DayText.nullable(), retainUntil: DayText.nullable(), restrictedOn: DayText.nullable(),
  /** As somebody told it; null: read from the title, or not known. */
  level: z.enum(LEVELS).nullable(), function: z.enum(FUNCTIONS).nullable(),
});
export const NewPerson = z.object({
  kind: PersonFields.shape.kind.default('customer'), name: PersonFields.shape.name, nameLatin: PersonFields.shape.nameLatin.default(null), accountId: PersonFields.shape.accountId.default(null), organisation: Text(300).default(''), title: Text(200).default(''),
  placeholder: z.boolean().default(false), purpose: Text(300).default(''), basis: z.enum(BASES).default('legitimate_interest'), collectedOn: DayText, source: Text(300).default(''), noticeOn: DayText.nullable().default(null),
  retainUntil: DayText.nullable().default(null), restrictedOn: DayText.nullable().default(null), level: z.enum(LEVELS).nullable().default(null), function: z.enum(FUNCTIONS).nullable().default(null), items: z.array(NewItem).max(50).default([]),
}).meta({ id: 'NewPerson' });

export const ItemView = z.object({
  id: z.number(), kind: z.enum(ITEM_KINDS),
  /** Null: guarded. A personal item is shown to those who may record people at this customer, a sensitive one to nobody until they ask for it. */
  value: z.string().nullable(), place: z.string().nullable(), fromOn: z.string().nullable(), toOn: z.string().nullable(), sensitivity: z.enum(SENSITIVITIES), source: z.string(), basis: z.enum(BASES), collectedOn: DayText, retainUntil: DayText.nullable(),
  recordedBy: Person.nullable(),
}).meta({ id: 'PersonItem' });
export const PersonView = PersonFields.extend({
  id: z.number(), account: z.object({ id: z.number(), name: z.string() }).nullable(), owner: Person.nullable(), userId: z.string().nullable(), private: z.boolean(),
  /** Kinds of what is known, guarded or not. */
  knows: z.array(z.enum(ITEM_KINDS)), can: z.object({ edit: z.boolean(), reveal: z.boolean() }),
}).meta({ id: 'PersonInNetwork' });
const Page = z.object({ after: z.string().regex(/^[1-9]\d{0,14}$/).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) });
const Told = z.object({ by: Person, on: DayText });
const Changed = z.object({ event: z.number() });

export const listPeople = endpoint({
  summary: 'People of a customer', access: 'readPeople', params: z.object({ id: Id }), query: Page.extend({ q: z.string().trim().max(100).optional() }),
  response: z.object({ rows: z.array(PersonView), next: z.string().nullable(), can: z.object({ add: z.boolean(), erase: z.boolean() }) }).meta({ id: 'PeopleOfAccount' }),
});
export const findPeople = endpoint({
  summary: 'Find people by name (Chinese, pinyin, initials), organisation or position', access: 'readPeople',
  query: Page.extend({ q: z.string().trim().max(100).optional(), mine: z.enum(['yes']).optional(), /** `best`: whole names first, then beginnings of names; for a list to choose from, without a next page. */ order: z.enum(['id', 'best']).default('id') }),
  response: z.object({ rows: z.array(PersonView), next: z.string().nullable() }).meta({ id: 'FoundPeople' }),
});
export const duePeople = endpoint({
  summary: 'People whose day of retention comes within 30 days or has passed', access: 'recordPerson', query: z.object({ account: Id.optional() }),
  response: z.object({ rows: z.array(PersonView), /** Beyond the first 200: they come once these are decided on. */ more: z.number() }).meta({ id: 'DuePeople' }),
});
export const addPeople = endpoint({
  summary: 'Add people (a set of 1 to 200), each with what is known of them', access: 'recordPerson', body: z.object({ people: z.array(NewPerson).min(1).max(200) }).meta({ id: 'NewPeople' }),
  response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'PeopleAdded' }),
});
export const readPerson = endpoint({
  summary: 'A person with what is known of them; guarded values are left out', access: 'readPeople', params: z.object({ id: Id }),
  response: z.object({
    person: PersonView, items: z.array(ItemView),
    /** Who told level and function, and on which day; null where nobody did. */
    told: z.object({ level: Told.nullable(), function: Told.nullable() }), can: z.object({ edit: z.boolean(), reveal: z.boolean(), erase: z.boolean(), keepPrivate: z.boolean() }),
  }).meta({ id: 'PersonDetail' }),
});
export const editPerson = endpoint({ summary: 'Change a person', access: 'recordPerson', params: z.object({ id: Id }), body: PersonFields.partial().meta({ id: 'PersonChange' }), response: Changed.meta({ id: 'PersonChanged' }) });
export const withdrawPerson = endpoint({ summary: 'Take a person out of every list; undo brings them back', access: 'recordPerson', params: z.object({ id: Id }), response: Changed.meta({ id: 'PersonWithdrawn' }) });
export const addItems = endpoint({
  summary: 'Add what became known of a person', access: 'recordPerson', params: z.object({ id: Id }), body: z.object({ items: z.array(NewItem).min(1).max(50) }).meta({ id: 'NewPersonItems' }),
  response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'PersonItemsAdded' }),
});
export const withdrawItem = endpoint({ summary: 'Take one thing known of a person back', access: 'recordPerson', params: z.object({ id: Id }), response: Changed.meta({ id: 'PersonItemWithdrawn' }) });
export const revealItem = endpoint({
  summary: 'Show one guarded item; who, when and why is kept', access: 'revealPerson', params: z.object({ id: Id }), body: z.object({ reason: Text(300).min(3) }).meta({ id: 'RevealReason' }),
  response: z.object({ id: z.number(), value: z.string(), place: z.string() }).meta({ id: 'RevealedItem' }),
});
export const listReveals = endpoint({
  summary: 'Who saw which guarded item of a person, when and why', access: 'recordPerson', params: z.object({ id: Id }),
  response: z.object({ rows: z.array(z.object({ itemId: z.number(), kind: z.enum(ITEM_KINDS), by: Person, at: z.string(), reason: z.string() })), /** Whether there were more before. */ more: z.boolean() }).meta({ id: 'PersonReveals' }),
});
export const listDuplicates = endpoint({
  summary: 'People of a customer who may be one person', access: 'recordPerson', params: z.object({ id: Id }),
  response: z.object({ pairs: z.array(z.object({ a: PersonView, b: PersonView, why: z.enum(['contact', 'name']) })), /** Pairs beyond the first 100, and people beyond the first 2,000, who are not compared. */ more: z.number(), beyond: z.number() }).meta({ id: 'PersonDuplicates' }),
});
export const previewMerge = endpoint({
  summary: 'What merging another entry into this person would do', access: 'recordPerson', params: z.object({ id: Id }), query: z.object({ other: Id }),
  response: z.object({
    set: z.record(z.string(), z.union([z.string(), z.number(), z.null()])), moved: z.object({ items: z.number(), ties: z.number() }), dropped: z.object({ items: z.number(), ties: z.number() }),
    refused: z.enum(['same', 'private', 'colleagues', 'sides', 'accounts', 'introduction']).nullable(),
  }).meta({ id: 'MergePreview' }),
});
export const mergePeople = endpoint({ summary: 'Make another entry and this person one; undo takes them apart', access: 'recordPerson', params: z.object({ id: Id }), body: z.object({ other: z.number().int().positive() }).meta({ id: 'MergePeople' }), response: Changed.meta({ id: 'PeopleMerged' }) });
const Erased = z.object({ places: z.array(z.object({ table: z.string(), column: z.string(), rows: z.number() })), sources: z.array(z.number()) });
export const previewErase = endpoint({ summary: 'Where else a person is named, before they are erased', access: 'erasePerson', params: z.object({ id: Id }), response: Erased.meta({ id: 'ErasePreview' }) });
export const erasePerson = endpoint({
  summary: 'Erase a person for good: every row about them and, with words=true, their name in every free text', access: 'erasePerson', params: z.object({ id: Id }),
  body: z.object({ reason: Text(300).min(3), words: z.boolean().default(true) }).meta({ id: 'ErasePerson' }), response: Erased.extend({ event: z.number(), cleaned: z.boolean() }).meta({ id: 'PersonErased' }),
});
export const exportPerson = endpoint({
  summary: 'Everything that is kept about a person, for the person who asks; guarded items count as revealed', access: 'erasePerson', params: z.object({ id: Id }), body: z.object({ reason: Text(300).min(3) }).meta({ id: 'ExportReason' }),
  response: z.record(z.string(), z.unknown()).meta({ id: 'PersonExport' }),
});
