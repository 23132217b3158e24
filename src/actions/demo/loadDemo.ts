import { utcDay } from '#domain/day.ts';
import { demoCompany } from '#domain/demo/company.ts';
import { demoFiles } from '#domain/demo/files.ts';
import type { NewFact } from '#domain/select/fact.ts';
import type { DemoMark } from '#domain/demo/marks.ts';
import { DEMO_PEOPLE, demoPersonId } from '#domain/demo/story/people.ts';
import { DEMO_SETTINGS } from '#domain/demo/settings.ts';
import { Refusal } from '#domain/refusal.ts';
import { addDemoPeople, demoAccountIds, demoImports, hasOwnAccounts, loadedDemo, storedSettings } from '#storage/demo.ts';
import type { Transaction } from 'kysely';
import type { Schema } from '#storage/schema.ts';
import { insertFacts } from '#storage/select/facts.ts';
import { replaceTeam } from '#storage/select/accountTeam.ts';
import { insertMarks } from '#storage/select/marks.ts';
import { readActiveModel } from '#storage/select/models.ts';
import { writeSettings } from '#storage/trust/settings.ts';
import { act, permit, type Context } from '../act.ts';
import { ensureTemplate } from '../select/ensureTemplate.ts';
import { importFile } from '../select/importing/importFile.ts';
import { DEMO_FILES } from './demoFileNames.ts';
import { removeDemo } from './removeDemo.ts';
import { tellStory } from './tellStory.ts';

const SETTINGS = ['reportingCurrency', 'rates', 'costToServe'] as const;

/**
 * Fills a workspace without customers with the demo company: its files go through the same import as anybody's, then its rates
 * and people as one event, then what its people know and did. Gives the number of accounts. Refuses (conflict: has_accounts, demo_loaded) where
 * there are customers. What fails half-way is taken back; what a crash leaves, the next call clears.
 * @param language of countries, industries and notes
 */
export async function loadDemo(context: Context, language: 'en' | 'zh'): Promise<{ accounts: number }> {
  permit(context.actor, 'loadDemo');
  const { store } = context;
  if (await hasOwnAccounts(store.read)) throw new Refusal('conflict', 'The demo is for a workspace without customers; this one has some.', { reason: 'has_accounts' });
  if (await loadedDemo(store.read)) throw new Refusal('conflict', 'The demo is in already.', { reason: 'demo_loaded' });
  if ((await demoImports(store.read, DEMO_FILES)).length > 0) await removeDemo(context);

  await ensureTemplate(store, context.now());
  const { model } = (await readActiveModel(store.read))!;
  const company = demoCompany(utcDay(context.now()), model, language);
  const before = await storedSettings(store.read, SETTINGS);
  try {
    const importIds: number[] = [];
    for (const { fileName, text, plan } of demoFiles(company)) {
      const { id } = await importFile(context, { fileName, content: inPieces(text), kind: plan.kind }, { plan, origin: 'demo' });
      importIds.push(id);
    }
    // One instant for marks and event: by it the demo's own marks are known again.
    const now = context.now();
    const { answer: accounts } = await act({ ...context, now: () => now }, 'loadDemo', async (tx) => {
      const by = { userId: context.actor.id, at: now.toISOString() };
      const ids = await demoAccountIds(tx);
      await addDemoPeople(tx, DEMO_PEOPLE.map(({ key, name, role }) => ({ id: demoPersonId(key), name: name[language], role })), language === 'zh' ? 'zh-Hans' : 'en', by.at);
      for (const { key, team } of company.teams) await replaceTeam(tx, ids.get(key)!, team.map((place) => ({ account_id: ids.get(key)!, user_id: demoPersonId(place.person), role: place.role, since: by.at, added_by: by.userId })));
      await writeSettings(tx, DEMO_SETTINGS, by);
      const settings = { before, after: await storedSettings(tx, SETTINGS) };
      return { answer: ids.size, events: [{ verb: 'demoLoaded', payload: { importIds, accounts: ids.size, settings } }] };
    });
    const ids = await demoAccountIds(store.read);
    const waiting = new Set(company.marks);
    const factIds = new Map<NewFact, number>();
    await tellStory(context, {
      language, end: company.end, account: (at) => ids.get(company.customers[at]!.key)!,
      keepMarksUntil: async (day) => {
        const due = [...waiting].filter((mark) => mark.observedOn <= day);
        for (const mark of due) waiting.delete(mark);
        await store.transaction(async (tx) => {
          for (const [key, marks] of Map.groupBy(due, (mark) => mark.customerKey)) await keepMarks(tx, ids.get(key)!, marks, factIds, { userId: context.actor.id, at: now.toISOString() });
        });
      },
    });
    return { accounts };
  } catch (error) {
    await removeDemo(context).catch(() => {});
    throw error;
  }
}

/** Keeps marks of one customer, and those of their facts that no earlier mark has brought; `ids` knows which have their number already. */
async function keepMarks(tx: Transaction<Schema>, accountId: number, marks: readonly DemoMark[], ids: Map<NewFact, number>, by: { userId: string | null; at: string }): Promise<void> {
  const fresh = [...new Set(marks.flatMap((mark) => mark.facts))].filter((fact) => !ids.has(fact));
  const first = fresh.length === 0 ? 0 : await insertFacts(tx, accountId, fresh, by);
  fresh.forEach((fact, n) => ids.set(fact, first + n));
  await insertMarks(tx, accountId, marks.map(({ indicator, value, note, observedOn, facts: cited }) => ({ indicator, value, note, observedOn, factIds: cited.map((fact) => ids.get(fact)!) })), by);
}

const PIECE = 65_536;

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
