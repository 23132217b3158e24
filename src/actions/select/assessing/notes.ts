import type { MarkColumn } from '#domain/select/assess/columns.ts';
import type { AssessNote } from '#domain/select/assess/faultWords.ts';
import { markKey, type FoundColumns } from '#domain/select/assess/matchColumns.ts';
import type { Say } from '#domain/select/assess/readCell.ts';
import type { StoredModel } from '#storage/select/models.ts';

/** What is worth knowing about a returned workbook, but stops nothing. */
export interface Note { readonly code: AssessNote; readonly params: Readonly<Record<string, string | number>> }

interface Looked {
  readonly exported: StoredModel;
  readonly active: StoredModel;
  readonly columns: readonly MarkColumn[];
  readonly activeColumns: ReadonlyMap<string, MarkColumn>;
  readonly found: FoundColumns;
  readonly unused: readonly number[];
  readonly say: Say;
}

/** Names shown of a longer list. */
const SHOWN = 20;

export function notesOn({ exported, active, columns, activeColumns, found, unused, say }: Looked): Note[] {
  const listed = (some: readonly string[]) => some.slice(0, SHOWN).map((one) => one.slice(0, 80)).join(say({ en: ', ', zh: '、' })) + (some.length > SHOWN ? ' …' : '');
  const names = (some: readonly MarkColumn[]) => listed(some.map((column) => say(column.name)));
  const gone = columns.filter((column) => activeColumns.get(column.key)?.kind !== column.kind);
  const changed = columns.filter((column) => !gone.includes(column) && JSON.stringify(activeColumns.get(column.key)!.choices) !== JSON.stringify(column.choices));
  const missing = columns.filter((column) => !found.marks.has(column.key) && !found.twice.some((twin) => twin.key === markKey(column.key)));
  return [
    ...(exported.id === active.id ? [] : [{ code: 'other_version' as const, params: { exported: exported.version, active: active.version } }]),
    ...(gone.length === 0 ? [] : [{ code: 'column_gone' as const, params: { columns: names(gone) } }]),
    ...(changed.length === 0 ? [] : [{ code: 'scale_changed' as const, params: { columns: names(changed) } }]),
    ...(missing.length === 0 ? [] : [{ code: 'column_missing' as const, params: { columns: names(missing) } }]),
    ...(found.strange.length === 0 ? [] : [{ code: 'column_strange' as const, params: { columns: listed(found.strange.map((column) => column.header)) } }]),
    ...(unused.length === 0 ? [] : [{ code: 'source_unused' as const, params: { rows: listed(unused.map(String)) } }]),
  ];
}
