import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { DayText } from '../shared.ts';

const Text = (most: number) => z.string().trim().max(most);
const Ids = z.array(z.number().int().positive().max(2 ** 26 - 1)).min(1).max(200);
/** A person who asks, by name and by what they can be reached under: both must fit. */
const Subject = z.object({ name: Text(200).min(2), contacts: z.array(Text(200).min(3)).min(1).max(20), reason: Text(300).min(3) });

export const readPrivacy = endpoint({
  summary: 'The newest erasures (when, and how many entries), and how many older backups beside the store still hold somebody', access: 'erasePerson',
  response: z.object({ erasures: z.array(z.object({ at: z.string(), people: z.number(), holders: z.number() })), /** How many there are; at most the newest 100 are listed. */ all: z.number(), backups: z.number() }).meta({ id: 'Privacy' }),
});
export const eraseEverywhere = endpoint({
  summary: 'Erase every entry of a person by name and number or address, also those that colleagues keep private', access: 'erasePerson', body: Subject.meta({ id: 'EraseSubject' }),
  response: z.object({
    entries: z.number(), texts: z.number(), event: z.number(),
    /** Nothing is left in free pages and logs of the database either. */
    cleaned: z.boolean(),
  }).meta({ id: 'SubjectErased' }),
});
export const exportEverywhere = endpoint({
  summary: 'Everything that is kept about a person who asks, by name and number or address, also what colleagues keep private (without saying who); guarded items count as revealed', access: 'erasePerson', body: Subject.meta({ id: 'ExportSubject' }),
  response: z.object({ exportedAt: z.string(), entries: z.array(z.record(z.string(), z.unknown())) }).meta({ id: 'SubjectExport' }),
});
export const keepLonger = endpoint({
  summary: 'Keep people (a set of 1 to 200) until a later day; undone as one', access: 'recordPerson', body: z.object({ ids: Ids, until: DayText }).meta({ id: 'KeepLonger' }), response: z.object({ event: z.number() }).meta({ id: 'KeptLonger' }),
});
export const erasePeople = endpoint({
  summary: 'Erase people (a set of 1 to 200) for good', access: 'erasePerson', body: z.object({ ids: Ids, reason: Text(300).min(3), words: z.boolean().default(true) }).meta({ id: 'ErasePeople' }),
  response: z.object({ places: z.array(z.object({ table: z.string(), column: z.string(), rows: z.number() })), sources: z.array(z.number()), events: z.array(z.number()), cleaned: z.boolean() }).meta({ id: 'PeopleErased' }),
});
