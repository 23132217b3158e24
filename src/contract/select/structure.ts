import { z } from 'zod';
import { STAGES } from '#domain/trust/settings.ts';
import { endpoint } from '../endpoint.ts';
import { ClassName, DayText, Person } from '../shared.ts';

const covered = { id: z.number(), name: z.string(), class: ClassName.nullable(), rank: z.number().nullable(), keyAccountSince: DayText.nullable(), owner: Person.nullable(), people: z.number() };

export const readStructure = endpoint({
  summary: 'Portfolio for our stage: target against actual, coverage, load', access: 'readAccounts',
  response: z.object({
    /** `team`: only the viewer's own accounts, against what one account manager carries. */
    scope: z.enum(['all', 'team']), asOf: DayText.nullable(), accounts: z.number(), stage: z.enum(STAGES),
    capacity: z.object({ strategic: z.number(), keyAndGrowth: z.number() }), shares: z.object({ strategic: z.number(), key: z.number(), growth: z.number() }),
    /** People who carry accounts: the setting, else counted. */
    managers: z.object({ count: z.number(), given: z.boolean(), counted: z.number() }),
    classes: z.array(z.object({ class: ClassName, actual: z.number(), chosen: z.number(), target: z.number().nullable(), difference: z.number().nullable(), verdict: z.enum(['fits', 'over', 'under', 'rest']) })),
    /** Key accounts, how many people can carry (managers × strategic capacity), and whether it is too many. */
    keyAccounts: z.object({ chosen: z.number(), cap: z.number(), over: z.boolean() }),
    /** What each owner carries, by name. */
    loads: z.array(z.object({ person: Person, closed: z.boolean(), strategic: z.number(), keyAndGrowth: z.number(), others: z.number(), chosen: z.number(), overloaded: z.boolean() })),
    /** The best ranked ones; `total` counts all. */
    underCovered: z.object({ total: z.number(), rows: z.array(z.object({ ...covered, lacks: z.array(z.enum(['noOwner', 'ownerClosed', 'noSolution', 'noDelivery', 'ownerOverloaded'])) })) }),
    overCovered: z.object({ total: z.number(), rows: z.array(z.object({ ...covered, takes: z.array(z.enum(['ownerOverloaded', 'severalPeople'])) })) }),
    can: z.object({ change: z.boolean() }),
  }).meta({ id: 'Structure' }),
});
