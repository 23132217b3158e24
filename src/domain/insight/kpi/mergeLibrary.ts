import type { Kpi, KpiEntry } from './kpi.ts';

/** A company's own or changed entry, as its row has it. `key` is empty for an own one. */
export interface KpiRow extends Omit<Kpi, 'words' | 'levels'> { readonly id: number; readonly hidden: boolean }

/** Key of an own entry. */
export const ownKey = (id: number): string => `own-${id}`;

/**
 * The library as a company has it: its changed entries stand where the original stood, its own ones follow at the end of their
 * function, hidden ones are marked. Of several rows for one key the newest counts; rows for a key that is not in the library
 * (an older version had it) stay as own entries, so that nobody's words are lost.
 */
export function mergeLibrary(library: readonly Kpi[], rows: readonly KpiRow[]): KpiEntry[] {
  const newest = new Map<string, KpiRow>();
  for (const row of rows.toSorted((a, b) => a.id - b.id)) newest.set(row.key === '' ? ownKey(row.id) : row.key, row);
  const known = new Set(library.map((kpi) => kpi.key));
  const entries = library.map((kpi): KpiEntry => {
    const row = newest.get(kpi.key);
    return row ? { ...kpi, ...wordsOf(row), key: kpi.key, words: [...kpi.words, ...namesOf(row)], origin: isSame(kpi, row) ? 'library' : 'changed', hidden: row.hidden, rowId: row.id } : { ...kpi, origin: 'library', hidden: false, rowId: null };
  });
  const own = [...newest].filter(([key]) => !known.has(key)).map(([key, row]): KpiEntry => ({ ...wordsOf(row), key, words: namesOf(row), origin: 'own', hidden: row.hidden, rowId: row.id }));
  // A stable sort: own entries come after those of the library in their function.
  const order = [...new Set([...library, ...own].map((kpi) => kpi.function))];
  return [...entries, ...own].toSorted((a, b) => order.indexOf(a.function) - order.indexOf(b.function));
}

/** Whether a row says what the library says: it only hides, or has been changed back. */
function isSame(kpi: Kpi, row: KpiRow): boolean {
  const fields = ({ function: of, name, measure, unit, direction, needs, topics }: Omit<Kpi, 'words' | 'levels' | 'key'>) => [of, name.en, name.zh, measure.en, measure.zh, unit.en, unit.zh, direction, needs.en, needs.zh, ...topics.flatMap((topic) => [topic.en, topic.zh])].join('\u0000');
  return fields(kpi) === fields(row);
}

const wordsOf = ({ key, function: of, name, measure, unit, direction, needs, topics }: KpiRow) => ({ key, function: of, name, measure, unit, direction, needs, topics });
const namesOf = (row: KpiRow): string[] => [row.name.en.toLowerCase(), row.name.zh].filter((name) => name.length > 1);
