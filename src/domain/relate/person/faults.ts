import { addDays, isDay, type Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { isSomeday } from '../someday.ts';
import { isEmail } from './itemValue.ts';
import { hasLetters } from './personName.ts';
import { LONGEST_RETENTION_DAYS, type NewItem, type NewPerson } from './person.ts';

/** Everything that is wrong with a person as entered, each with its full path; `latest` is the last day that can be past anywhere. */
export function personFaults(person: NewPerson, latest: Day, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const wrong = (field: string, reason: string, message: string) => void faults.push({ path: `${path}.${field}`, reason, message });
  if (!hasLetters(person.name)) wrong('name', 'required', 'Who is it? Of somebody unknown, name the position and mark it as a placeholder.');
  if (person.kind === 'customer' && person.accountId === null) wrong('accountId', 'required', "A customer's person needs the customer.");
  if (person.kind === 'colleague') wrong('kind', 'colleague', 'Colleagues come with their access.');
  if (!person.placeholder && person.source.trim() === '') wrong('source', 'required', 'Say where this comes from.');
  faults.push(...dayFaults(person, latest, path));
  for (const field of ['noticeOn', 'restrictedOn'] as const) if (person[field] !== null && !pastDay(person[field], latest)) wrong(field, 'no_past_day', 'This must be a day up to today.');
  return faults;
}

/** The same of an item. */
export function itemFaults(item: NewItem, latest: Day, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const wrong = (field: string, reason: string, message: string) => void faults.push({ path: `${path}.${field}`, reason, message });
  if (item.value.trim() === '' && item.place.trim() === '') wrong('value', 'required', 'Say what it is.');
  if (item.kind === 'email' && !isEmail(item.value.trim())) wrong('value', 'no_email', 'This is no e-mail address.');
  if (item.kind === 'phone' && !/\d{3}/.test(item.value)) wrong('value', 'no_phone', 'This is no telephone number.');
  if (['education', 'career', 'group'].includes(item.kind) && item.place.trim() === '') wrong('place', 'required', 'Which school, employer or group?');
  if (item.source.trim() === '') wrong('source', 'required', 'Say where this comes from.');
  for (const field of ['fromOn', 'toOn'] as const) if (item[field] !== null && !isSomeday(item[field])) wrong(field, 'no_such_day', 'A year, a month (2015-09) or a day.');
  if (item.fromOn !== null && item.toOn !== null && item.fromOn.slice(0, item.toOn.length) > item.toOn) wrong('toOn', 'before_from', 'It ends before it begins.');
  faults.push(...dayFaults(item, latest, path));
  return faults;
}

function dayFaults(kept: { readonly collectedOn: Day; readonly retainUntil: Day | null }, latest: Day, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  if (!pastDay(kept.collectedOn, latest)) faults.push({ path: `${path}.collectedOn`, reason: 'no_past_day', message: 'This must be a day up to today.' });
  if (kept.retainUntil !== null && (!isDay(kept.retainUntil) || kept.retainUntil < kept.collectedOn)) faults.push({ path: `${path}.retainUntil`, reason: 'before_collected', message: 'It cannot end before it was collected.' });
  else if (kept.retainUntil !== null && kept.retainUntil > addDays(latest, LONGEST_RETENTION_DAYS)) faults.push({ path: `${path}.retainUntil`, reason: 'too_far', message: 'Nobody is kept for more than ten years without looking again.' });
  return faults;
}

const pastDay = (day: string, latest: Day): boolean => isDay(day) && day <= latest;
