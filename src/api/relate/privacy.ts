import { eraseEverywhere } from '#actions/relate/eraseEverywhere.ts';
import { erasePeople } from '#actions/relate/erasePerson.ts';
import { exportEverywhere } from '#actions/relate/exportPerson.ts';
import { keepLonger } from '#actions/relate/keepLonger.ts';
import { backupsBefore } from '#storage/backup.ts';
import { erasuresByTime } from '#storage/relate/erasureRegister.ts';
import { serve, type Api } from '../endpoint.ts';

/** What people may ask for who are in the network: access, erasure, an end of keeping. */
export function registerPrivacy(api: Api): void {
  serve(api, 'GET /api/privacy', async ({ context }) => {
    const { erasures, all } = await erasuresByTime(context.store.read, SHOWN);
    return { erasures, all, backups: await backupsBefore(context.store.dataDir, erasures[0]?.at ?? '') };
  });
  serve(api, 'POST /api/privacy/erase', ({ context, body }) => eraseEverywhere(context, body));
  serve(api, 'POST /api/privacy/export', async ({ context, body }) => {
    const { exportedAt, entries } = await exportEverywhere(context, body);
    return { exportedAt, entries: entries.map((entry) => ({ ...entry })) };
  });
  serve(api, 'POST /api/people/keep', ({ context, body }) => keepLonger(context, body.ids, body.until));
  serve(api, 'POST /api/people/erase', async ({ context, body }) => {
    const { places, sources, events, cleaned } = await erasePeople(context, body.ids, body);
    return { places: places.map((place) => ({ ...place })), sources: [...sources], events, cleaned };
  });
}

/** Erasures of one list; the audit has all. */
const SHOWN = 100;
