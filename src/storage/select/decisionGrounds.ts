import { CompiledQuery, type Kysely } from 'kysely';
import type { Alternative, Figures } from '#domain/select/decision/snapshot.ts';
import type { Fact } from '#domain/select/fact.ts';
import { engineOf } from '../dialect.ts';
import type { Schema, StandingTable } from '../schema.ts';
import { addScope, Where, type Viewer } from './accountFilter.ts';
import { factsById } from './facts.ts';
import { currentMarks } from './marks.ts';

/** Where an account stands today; undefined before it was scored. */
export async function figuresOf(db: Kysely<Schema>, accountId: number): Promise<Figures | undefined> {
  const row = await db.selectFrom('standing').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  if (!row) return undefined;
  const { n } = await db.selectFrom('standing').where('rank', 'is not', null).select((s) => s.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return {
    asOf: row.as_of, total: row.total, confidence: row.confidence, grade: row.grade as Figures['grade'], class: row.class as Figures['class'], rank: row.total === null ? null : row.rank, ranked: Number(n),
    currency: row.currency, revenue: row.revenue, revenueBefore: row.revenue_before, margin: row.margin, contribution: row.contribution, months: JSON.parse(row.months) as number[],
  };
}

/** Facts that an account's marks on these indicators cite, each with those it is cited for. */
export async function citedFacts(db: Kysely<Schema>, accountId: number, indicators: ReadonlySet<string>): Promise<{ fact: Fact; indicators: string[] }[]> {
  const cited = new Map<number, string[]>();
  for (const mark of (await currentMarks(db, accountId)).filter((one) => indicators.has(one.indicator))) for (const id of mark.factIds) cited.set(id, [...(cited.get(id) ?? []), mark.indicator]);
  return (await factsById(db, [...cited.keys()])).map((fact) => ({ fact, indicators: cited.get(fact.id)! }));
}

/** How these customers stand, in the order of the ids; those the viewer may not see are absent. */
export async function alternativesOf(db: Kysely<Schema>, viewer: Viewer, ids: readonly number[]): Promise<Alternative[]> {
  if (ids.length === 0) return [];
  const w = new Where(engineOf(db));
  w.and(`a.id in (${ids.map((id) => w.value(id)).join(', ')})`);
  addScope(w, viewer, 'a.id');
  const text = `select a.id, a.key, a.name, s.rank, s.total, s.grade, s.class, s.currency, s.revenue, s.contribution from account a left join standing s on s.account_id = a.id where ${w.text}`;
  type Row = Pick<StandingTable, 'rank' | 'total' | 'grade' | 'class' | 'currency' | 'revenue' | 'contribution'> & { id: number; key: string; name: string };
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<Row>);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    if (!row) return [];
    return [{
      id, key: row.key, name: row.name, rank: row.total === null ? null : row.rank, total: row.total, grade: row.grade as Alternative['grade'], class: row.class as Alternative['class'],
      currency: row.currency ?? '', revenue: row.revenue ?? 0, contribution: row.contribution ?? 0,
    }];
  });
}
