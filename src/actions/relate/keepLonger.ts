import { addDays, isDay, latestDay, utcDay } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { LONGEST_RETENTION_DAYS } from '#domain/relate/person/person.ts';
import { viewerOf, type Context } from '../act.ts';
import { peopleSeen } from '#storage/relate/people.ts';
import { mayWith } from './personFor.ts';
import { writePeople } from './writePeople.ts';

/**
 * Keeps people (a set) until a later day, as one change that is undone as one. Refuses (invalid) a day that is over or further away than ten years, and people the actor
 * may not see; (forbidden) people who are not theirs to change.
 */
export async function keepLonger(context: Context, ids: readonly number[], until: string): Promise<{ event: number }> {
  const faults: InvalidField[] = [];
  const wrong = (path: string, reason: string, message: string) => void faults.push({ path, reason, message });
  if (!isDay(until)) wrong('until', 'no_such_day', `${until} is no day.`);
  else if (until < utcDay(context.now())) wrong('until', 'day_over', 'This day is over.');
  else if (until > addDays(latestDay(context.now()), LONGEST_RETENTION_DAYS)) wrong('until', 'too_far', 'Nobody is kept for more than ten years without looking again.');
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const seen = await peopleSeen(pen.tx, viewerOf(context.actor, 'readPeople'), [...new Set(ids)]);
    const known = new Set(seen.map((person) => person.id));
    for (const [n, id] of ids.entries()) if (!known.has(id)) wrong(`ids.${n}`, 'unknown_person', `There is no person ${id} among those you may see.`);
    if (faults.length > 0) throw new Refusal('invalid', 'They cannot be kept so.', { fields: faults });
    const may = await mayWith(pen.tx, context.actor, 'recordPerson', seen);
    if (seen.some((person) => !may.has(person.id) || person.user_id !== null)) throw new Refusal('forbidden', 'You may see these people but not do this. Ask who brought them, or a director.', { reason: 'not_your_person' });
    for (const person of seen) await pen.change('person', person.id, { retain_until: until });
    return seen.map((person) => person.id);
  });
  return { event };
}
