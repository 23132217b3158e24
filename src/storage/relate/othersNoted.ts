import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { rowsById, rowsNaming } from './peopleRows.ts';

/** Where somebody may be named in what another has noted; ties that are told are the caller's to look at. */
const NOTED = [['person_item', ['person_id']], ['introduction', ['target_id', 'connector_id']], ['map_member', ['person_id']], ['map_mark', ['person_id']], ['map_line', ['from_id', 'to_id']]] as const;

/** Whether somebody other than `me` has noted something of this person that holds: an item, a request, a place or a mark on a map. What the program wrote is nobody's. */
export async function othersNoted(db: Kysely<Schema>, personId: number, me: string | null): Promise<boolean> {
  for (const [table, columns] of NOTED) {
    const rows = await rowsById(db, table, await rowsNaming(db, table, columns, personId));
    if (rows.some((row) => row['withdrawn_at'] === null && row['recorded_by'] !== null && row['recorded_by'] !== me)) return true;
  }
  return false;
}
