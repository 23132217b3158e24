/** What the page of introductions shows, as it stands in its address. */
export interface WaysSearch { person?: number; show?: 'mine' | 'asked' | 'waiting'; me?: 'yes'; unknown?: 'yes'; differ?: 'disjoint' }

/** Reads the address; what does not fit is left out. */
export function readWaysSearch(raw: Record<string, unknown>): WaysSearch {
  const person = Number(raw['person']);
  const { show, me, unknown, differ } = raw;
  return {
    ...(Number.isSafeInteger(person) && person > 0 ? { person } : {}), ...(show === 'mine' || show === 'asked' || show === 'waiting' ? { show } : {}),
    ...(me === 'yes' ? { me } : {}), ...(unknown === 'yes' ? { unknown } : {}), ...(differ === 'disjoint' ? { differ } : {}),
  };
}
