import { CONTACT_KINDS } from './person.ts';

export interface Known {
  readonly id: number;
  readonly nameNorm: string;
  readonly nameLatinNorm: string;
  readonly accountId: number | null;
  readonly organisationNorm: string;
  readonly placeholder: boolean;
  readonly items: readonly { readonly kind: string; readonly valueNorm: string }[];
}
/** `contact`: they share a number or an address; `name`: one name at one customer or organisation. */
export interface Suspicion { readonly a: number; readonly b: number; readonly why: 'contact' | 'name' }

/**
 * Pairs that may be one person, the surer ones first, each pair once. Only a suspicion: a person looks at each. A number that more than
 * four share is a switchboard and says nothing.
 */
export function findDuplicates(people: readonly Known[]): Suspicion[] {
  const found = new Map<string, Suspicion>();
  const add = (group: readonly number[], why: Suspicion['why']) => {
    for (const [n, one] of group.entries()) {
      for (const other of group.slice(n + 1)) {
        const [a, b] = one < other ? [one, other] : [other, one];
        if (a !== b && !found.has(`${a} ${b}`)) found.set(`${a} ${b}`, { a, b, why });
      }
    }
  };
  const byContact = Map.groupBy(people.flatMap(({ id, items }) => items.filter((item) => CONTACT_KINDS.has(item.kind) && item.valueNorm !== '').map((item) => ({ id, key: `${item.kind} ${item.valueNorm}` }))), ({ key }) => key);
  for (const group of byContact.values()) {
    const ids = [...new Set(group.map(({ id }) => id))];
    if (ids.length <= 4) add(ids, 'contact');
  }
  const named = people.filter((person) => !person.placeholder).flatMap(({ id, nameNorm, nameLatinNorm, accountId, organisationNorm }) =>
    [nameNorm, nameLatinNorm].filter((name) => name !== '' && (accountId !== null || organisationNorm !== '')).map((name) => ({ id, key: `${accountId === null ? organisationNorm : `#${accountId}`} ${name}` })));
  for (const group of Map.groupBy(named, ({ key }) => key).values()) add([...new Set(group.map(({ id }) => id))], 'name');
  return [...found.values()].toSorted((x, y) => Number(x.why === 'name') - Number(y.why === 'name') || x.a - y.a || x.b - y.b);
}
