/** What an act on people can be about: people, what is known of them, their ties, requests for introductions. */
export const PEOPLE_NOUNS = ['person', 'person_item', 'tie', 'introduction'] as const;
export type PeopleNoun = (typeof PEOPLE_NOUNS)[number];

/**
 * What an act that changed rows was about, and how many of it: a request carries its steps, a person their items and ties; and one of us who is entered
 * along with their first tie is not what it was about. `colleagues`: rows of people that are one of us.
 */
export function aboutWhat(changes: readonly { readonly noun: string; readonly noun_id: number }[], colleagues: ReadonlySet<number>): { noun: PeopleNoun; count: number } {
  const of = (noun: PeopleNoun): Set<number> => new Set(changes.flatMap((change) => (change.noun === noun ? [change.noun_id] : [])));
  const customers = new Set([...of('person')].filter((id) => !colleagues.has(id)));
  const found = ([['introduction', of('introduction')], ['person', customers], ['tie', of('tie')], ['person_item', of('person_item')]] as const).find(([, ids]) => ids.size > 0);
  return found ? { noun: found[0], count: found[1].size } : { noun: 'person', count: of('person').size };
}
