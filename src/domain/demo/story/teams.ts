import type { DemoCustomer } from '../customers.ts';
import { STORY } from './accounts.ts';
import type { PersonKey } from './people.ts';

export interface DemoTeam {
  readonly key: string;
  readonly team: readonly { readonly person: PersonKey; readonly role: 'owner' | 'solution' | 'delivery' }[];
}

/** So many of the largest customers have an owner, told or not: the rest is served by the order desk. */
const OWNED = 30;

/** Who works on whom: the told customers as their story says, the other large ones shared between the two account managers. */
export function demoTeams(customers: readonly DemoCustomer[]): DemoTeam[] {
  const told = new Map(STORY.map((story) => [story.at, story]));
  return customers.flatMap((customer, at): DemoTeam[] => {
    const story = told.get(at);
    const owner = story ? story.owner : at < OWNED ? (at % 2 === 0 ? 'zhao' : 'su') : null;
    const team = [owner && { person: owner, role: 'owner' as const }, story?.solution && { person: story.solution, role: 'solution' as const }, story?.delivery && { person: story.delivery, role: 'delivery' as const }];
    const places = team.filter((place) => !!place);
    return places.length === 0 ? [] : [{ key: customer.key, team: places }];
  });
}
