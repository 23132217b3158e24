import { Refusal } from '#domain/refusal.ts';
import { readImport, type ImportRow } from '#storage/select/imports.ts';
import { permit, type Context } from '../../act.ts';
import { jobOf, shownState } from './running.ts';

/** The import, for somebody who may bring data. Refuses with `forbidden` or `not_found`. */
export async function importFor(context: Context, id: number): Promise<ImportRow> {
  permit(context.actor, 'importData');
  const row = await readImport(context.store.read, id);
  if (!row) throw new Refusal('not_found', 'There is no such import.', { reason: 'import' });
  return row;
}

/** The refusal of a step that an import in this state cannot take. */
export function wrongState(context: Context, row: Pick<ImportRow, 'id' | 'state'>): Refusal {
  const state = shownState(row.state, jobOf(context.store, row.id));
  return new Refusal('conflict', `This import is ${state}; that cannot be done with it now.`, { reason: 'import_state', params: { state } });
}
