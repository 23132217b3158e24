import { isDay, latestDay, type Day } from '#domain/day.ts';
import { organisationFaults, type OrgUnit } from '#domain/insight/organisation/unit.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { insertUnits } from '#storage/insight/organisations.ts';
import type { OrgVersionTable } from '#storage/insight/noteTables.ts';
import { citeFaults, refuseFaults } from '../citing.ts';
import { withdrawNote, writeNotes, type NoteDone } from '../writeNotes.ts';
import type { Context } from '../../act.ts';

export interface NewOrganisation {
  /** The day it is the organisation of. */
  readonly asOf: Day;
  /** Where it comes from: a file, a web page, a talk. */
  readonly source: string;
  readonly note: string;
  readonly units: readonly OrgUnit[];
  readonly facts: readonly number[];
}

/** Keeps a version of a customer's organisation (组织架构), all of it or nothing. Refuses (invalid) with every fault of every unit. */
export async function importOrganisation(context: Context, accountId: number, { asOf, source, note, units, facts }: NewOrganisation): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'org_version', act: 'added', title: source === '' ? asOf : `${asOf} · ${source}` }, async (pen) => {
    const day: InvalidField[] = !isDay(asOf) ? [{ path: 'asOf', reason: 'no_such_day', message: 'This day does not exist.' }]
      : asOf > latestDay(context.now()) ? [{ path: 'asOf', reason: 'in_the_future', message: 'An organisation is known only up to today.' }] : [];
    refuseFaults([...day, ...organisationFaults(units), ...await citeFaults(pen.tx, accountId, [facts], () => 'facts')], 'This organisation cannot be kept.');
    const ids = await pen.add('org_version', [{ as_of: asOf, source, note, units: units.length }], [facts]);
    await insertUnits(pen.tx, ids[0]!, units);
    return ids;
  });
}

/** Takes a version out, or brings it back. */
export async function withdrawOrganisation(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  return await withdrawNote(context, 'org_version', id, withdrawn, (row: OrgVersionTable) => (row.source === '' ? row.as_of : `${row.as_of} · ${row.source}`));
}
