import type { Kysely } from 'kysely';
import { DEFAULT_SETTINGS, SETTING_NAMES, type Settings, type SettingsChange } from '#domain/trust/settings.ts';
import type { Schema } from '../schema.ts';

/** The company's settings; what nobody has set has its default. */
export async function readSettings(db: Kysely<Schema>): Promise<Settings> {
  const rows = await db.selectFrom('setting').select(['name', 'value']).where('name', 'in', SETTING_NAMES).execute();
  const stored = Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown])) as SettingsChange;
  // A kind of fact that came with a later version has its default beside those stored before.
  return { ...DEFAULT_SETTINGS, ...stored, halfLives: { ...DEFAULT_SETTINGS.halfLives, ...stored.halfLives } } as Settings;
}

/** Stores the given settings, each as one row that says who set it and when. */
export async function writeSettings(tx: Kysely<Schema>, change: SettingsChange, by: { userId: string | null; at: string }): Promise<void> {
  const rows = Object.entries(change).filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value: JSON.stringify(value), updated_at: by.at, updated_by: by.userId }));
  if (rows.length === 0) return;
  await tx.insertInto('setting').values(rows)
    .onConflict((conflict) => conflict.column('name').doUpdateSet((row) => ({
      value: row.ref('excluded.value'), updated_at: row.ref('excluded.updated_at'), updated_by: row.ref('excluded.updated_by'),
    }))).execute();
}

/**
 * Makes `currency` the reporting currency where nobody has chosen one yet: the first money that comes in says what the books
 * are kept in. True when it did.
 */
export async function adoptReportingCurrency(tx: Kysely<Schema>, currency: string, by: { userId: string | null; at: string }): Promise<boolean> {
  const row = { name: 'reportingCurrency', value: JSON.stringify(currency), updated_at: by.at, updated_by: by.userId };
  const result = await tx.insertInto('setting').values(row).onConflict((conflict) => conflict.column('name').doNothing()).executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
