import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { SettingsChange } from '#domain/trust/settings.ts';
import { DEMO_PERSON_PREFIX } from '#domain/demo/story/people.ts';
import { COMPANY_NOUNS, NOUNS } from '#domain/nouns.ts';
import { removeNotes } from './insight/notes.ts';
import { removePeople, removeWrittenBy } from './relate/removePeople.ts';
import { removePages } from './insight/sources.ts';
import type { Role } from '#domain/trust/permissions.ts';
import type { Schema } from './schema.ts';

type SettingName = keyof SettingsChange;

/** Ids of the demo's accounts by their code. */
export async function demoAccountIds(db: Kysely<Schema>): Promise<Map<string, number>> {
  const rows = await db.selectFrom('account').select(['id', 'key']).where('origin', '=', 'demo').execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Whether there is an account (archived ones included) that the demo has not brought. */
export async function hasOwnAccounts(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom('account').select('id').where('origin', '<>', 'demo').limit(1).executeTakeFirst()) !== undefined;
}

/** Imports that hold the demo in the books, newest first: those of its files that are taken while accounts of the demo are there. */
export async function demoImports(db: Kysely<Schema>, fileNames: readonly string[]): Promise<number[]> {
  if ((await db.selectFrom('account').select('id').where('origin', '=', 'demo').limit(1).executeTakeFirst()) === undefined) return [];
  const rows = await db.selectFrom('import').select('id').where('file_name', 'in', fileNames).where('state', '=', 'committed').orderBy('id', 'desc').execute();
  return rows.map((row) => row.id);
}

/** When the demo came in and what was noted then; null when it is not in. */
export async function loadedDemo(db: Kysely<Schema>): Promise<{ at: string; payload: string } | null> {
  const row = await db.selectFrom('event').select(['at', 'verb', 'payload']).where('verb', 'in', ['demoLoaded', 'demoRemoved']).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.verb === 'demoLoaded' ? row : null;
}

/**
 * Lets go of the demo's accounts, so that nothing holds them when their import is taken out: marks, facts, panels, decisions, teams,
 * notes, and events on them. Accounts that own imports have brought lines for stay, without the marks of the instant `markedAt`.
 */
export async function releaseDemoAccounts(tx: Transaction<Schema>, importIds: readonly number[], markedAt: string): Promise<void> {
  const demo = tx.selectFrom('account').select('id').where('origin', '=', 'demo');
  const unused = demo.where(({ not, exists, selectFrom }) => not(exists(selectFrom('invoice_line as l').innerJoin('import as i', 'i.id', 'l.import_id').select('l.id')
    .whereRef('l.account_id', '=', 'account.id').where('l.import_id', 'not in', importIds).where('i.state', '=', 'committed'))));
  const theirs = `${DEMO_PERSON_PREFIX}%`;
  await tx.deleteFrom('mark').where('account_id', 'in', demo).where((eb) => eb.or([eb('recorded_at', '=', markedAt), eb('recorded_by', 'like', theirs)])).execute();
  await tx.deleteFrom('mark').where('account_id', 'in', unused).execute();
  await tx.deleteFrom('fact').where('account_id', 'in', demo).where((eb) => eb.or([eb('recorded_at', '=', markedAt), eb('recorded_by', 'like', theirs)])).execute();
  await tx.deleteFrom('fact').where('account_id', 'in', unused).execute();
  await tx.deleteFrom('mark_fact').where(({ or, not, exists, selectFrom }) => or([
    not(exists(selectFrom('mark').select('id').whereRef('mark.id', '=', 'mark_fact.mark_id'))), not(exists(selectFrom('fact').select('id').whereRef('fact.id', '=', 'mark_fact.fact_id'))),
  ])).execute();
  const goes = (eb: ExpressionBuilder<Schema, 'source'>) => eb.or([eb('account_id', 'in', unused), eb('added_by', 'like', theirs)]);
  for (const { id } of await tx.selectFrom('source').select('id').where(goes).execute()) await removePages(tx, id);
  await tx.deleteFrom('source').where(goes).execute();
  for (const noun of NOUNS) await removeNotes(tx, noun, (note) => note.where((eb) => eb.or([eb('account_id', 'in', unused), eb('recorded_by', 'like', theirs)])));
  for (const noun of COMPANY_NOUNS) await removeNotes(tx, noun, (note) => note.where('recorded_by', 'like', theirs));
  await removePeople(tx, (await tx.selectFrom('person').select('id').where((eb) => eb.or([eb('account_id', 'in', unused), eb('recorded_by', 'like', theirs), eb('user_id', 'like', theirs)])).execute()).map(({ id }) => id));
  await removeWrittenBy(tx, theirs);
  const panels = tx.selectFrom('panel').select('id').where('account_id', 'in', unused);
  for (const table of ['panel_member', 'panel_mark', 'panel_agreement', 'panel_dissent'] as const) await tx.deleteFrom(table).where('panel_id', 'in', panels).execute();
  await tx.deleteFrom('panel').where('account_id', 'in', unused).execute();
  await tx.deleteFrom('decision_review').where('decision_id', 'in', tx.selectFrom('decision').select('id').where('account_id', 'in', unused)).execute();
  await tx.deleteFrom('decision').where('account_id', 'in', unused).execute();
  await tx.deleteFrom('account_team').where('account_id', 'in', unused).execute();
  await tx.deleteFrom('event').where('account_id', 'in', unused).execute();
  await tx.updateTable('account').set({ owner_id: null, note: '', archived_at: null }).where('id', 'in', unused).execute();
}

/** The stored values of these settings; what has its default has none. */
export async function storedSettings(db: Kysely<Schema>, names: readonly SettingName[]): Promise<SettingsChange> {
  const rows = await db.selectFrom('setting').select(['name', 'value']).where('name', 'in', names).execute();
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

/** Puts settings back that still are as `after` left them; those without a stored value before get their default again. */
export async function putBackSettings(tx: Transaction<Schema>, before: SettingsChange, after: SettingsChange): Promise<void> {
  for (const [name, value] of Object.entries(after)) {
    const row = await tx.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
    if (row === undefined || JSON.stringify(JSON.parse(row.value)) !== JSON.stringify(value)) continue;
    const earlier = before[name as SettingName];
    if (earlier === undefined) await tx.deleteFrom('setting').where('name', '=', name).execute();
    else await tx.updateTable('setting').set({ value: JSON.stringify(earlier) }).where('name', '=', name).execute();
  }
}

/** Removes imports that have been undone and whose rows are gone, as if they had never been. */
export async function forgetImports(tx: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const layouts = tx.selectFrom('import').select('layout_hash').where('id', 'in', ids).where('layout_hash', 'is not', null);
  await tx.deleteFrom('import_layout').where('layout_hash', 'in', layouts).execute();
  for (const table of ['import_account', 'import_fault', 'import_touched'] as const) await tx.deleteFrom(table).where('import_id', 'in', ids).execute();
  await tx.deleteFrom('import').where('id', 'in', ids).where('state', '=', 'undone').execute();
}

/** Adds the demo's people, without passwords. One who is there already stays as they are. */
export async function addDemoPeople(tx: Transaction<Schema>, people: readonly { readonly id: string; readonly name: string; readonly role: Role }[], locale: string, at: string): Promise<void> {
  for (const { id, name, role } of people) {
    await tx.insertInto('auth_user').values({ id, name, email: `${id}@demo.example`, role, locale, disabledAt: null, createdAt: at, updatedAt: at } as never)
      .onConflict((conflict) => conflict.doNothing()).execute();
  }
}

/** Takes the demo's people out, with their places in teams and what they did in nobody's account. */
export async function removeDemoPeople(tx: Transaction<Schema>, prefix: string): Promise<void> {
  const theirs = `${prefix}%`;
  await tx.deleteFrom('account_team').where('user_id', 'like', theirs).execute();
  await tx.updateTable('account').set({ owner_id: null }).where('owner_id', 'like', theirs).execute();
  await tx.deleteFrom('weighing').where('made_by', 'like', theirs).execute();
  await tx.deleteFrom('event').where('user_id', 'like', theirs).execute();
  await tx.deleteFrom('auth_user').where('id', 'like', theirs).execute();
}
