import { viewerOf, type Context } from '#actions/act.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { Refusal } from '#domain/refusal.ts';
import { explain } from '#domain/select/explain.ts';
import type { AccountClass, Grade } from '#domain/select/model.ts';
import type { Transition } from '#domain/select/compareStandings.ts';
import { explanationInputs, type ExplanationInputs } from '#storage/select/accountInputs.ts';
import { listAccountRows } from '#storage/select/accountList.ts';
import { listModelVersions } from '#storage/select/models.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import { serve, type Api } from '../endpoint.ts';
import { present } from './accounts.ts';
import { makeReport } from './makeReport.ts';
import { presentVersion } from './models.ts';
import type { Mutable } from './mutable.ts';
import { presentMarks } from './presentMarks.ts';

/** More customers than this are a list, not a comparison. */
const MOST = 5;

/** Customers beside customers, models beside models. */
export function registerCompare(api: Api): void {
  serve(api, 'GET /api/compare', async ({ context, query }) => {
    const ids = idsOf(query.ids);
    const viewer = viewerOf(context.actor);
    const { read: db, engine } = context.store;
    if (!(await readScoreRun(db))) await scorePortfolio(context);
    const found: Awaited<ReturnType<typeof one>>[] = [];
    for (const archived of [false, true]) {
      const { rows } = await listAccountRows(db, engine, viewer, { sort: 'rank', order: 'asc', ids, archived, limit: MOST }, 1);
      for (const row of rows) found.push(await one(context, row));
    }
    if (found.length === 0) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const accounts = ids.flatMap((id) => found.find((each) => each.account.id === id) ?? []);
    const { modelVersionId, asOf } = accounts[0]!.explanation;
    return { modelVersionId, asOf, accounts, notFound: ids.filter((id) => !accounts.some((each) => each.account.id === id)) };
  });

  serve(api, 'GET /api/models/compare', async ({ context, query }) => {
    const { store, actor, live } = context;
    const [a, b] = [(await listModelVersions(store.read, query.a))[0], (await listModelVersions(store.read, query.b))[0]];
    if (!a || !b) throw new Refusal('not_found', 'There is no such version of a score model.', { reason: 'model' });
    if (!(await readScoreRun(store.read))) await scorePortfolio(context);
    const grades = transitionOf<Grade>(query.gradeFrom, query.gradeTo, 'grade');
    const classes = transitionOf<AccountClass>(query.classFrom, query.classTo, 'class');
    const { movers, ...report } = await makeReport(store, live, { what: 'models', viewer: viewerOf(actor), a: a.id, b: b.id, grades, classes });
    const list = movers[query.show];
    const page = list.slice(query.offset, query.offset + query.limit);
    return {
      a: await presentVersion(store.read, a), b: await presentVersion(store.read, b), ...report as Mutable<typeof report>, everybody: viewerOf(actor).scope === 'all', movers: page as Mutable<typeof page>,
      total: query.show === 'all' ? report.listed : report[query.show], next: query.offset + page.length < list.length ? query.offset + page.length : null,
    };
  });
}

type Row = Parameters<typeof present>[0];

async function one({ store: { read: db } }: Context, row: Row) {
  const inputs: ExplanationInputs = (await explanationInputs(db, row.id))!;
  const { marks, facts } = await presentMarks(db, row.id, inputs);
  return { account: present(row), explanation: explain(inputs.model, inputs.facts, inputs.under) as Mutable<ReturnType<typeof explain>>, marks, facts };
}

/** One to five different ids. Refuses what is none. */
function idsOf(text: string): number[] {
  const ids = [...new Set(text.split(',').map((part) => Number(part.trim())))];
  if (ids.some((id) => !Number.isSafeInteger(id) || id <= 0)) throw new Refusal('invalid', 'The list of ids is faulty.', { fields: [{ path: 'ids', reason: 'not_ids', message: 'Whole numbers separated by commas.' }] });
  if (ids.length > MOST) throw new Refusal('invalid', `At most ${MOST} customers are compared.`, { reason: 'too_many_compared', params: { most: MOST }, fields: [{ path: 'ids', reason: 'too_big', message: `At most ${MOST} customers are compared.` }] });
  return ids;
}

/** A cell of a table; half of one says nothing. */
function transitionOf<T extends string>(from: T | 'none' | undefined, to: T | 'none' | undefined, name: string): Transition<T> | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) {
    const path = from === undefined ? `${name}From` : `${name}To`;
    throw new Refusal('invalid', 'A transition has a from and a to.', { fields: [{ path, reason: 'required', message: 'Name both ends.' }] });
  }
  return { from: from === 'none' ? null : from, to: to === 'none' ? null : to };
}
