import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TieGraph } from '#domain/relate/path/tieGraph.ts';
import { startOwn, type TestPostgres } from '../test/postgres.ts';
import type { WayPeer } from './pathChildren.ts';

const ROWS = 50_000;

/** Programs of a PostgreSQL of this machine that has pgRouting (Debian: postgresql-15-pgrouting); null where none has. */
function programs(): string | null {
  const system = '/usr/lib/postgresql';
  const versions = existsSync(system) ? readdirSync(system) : [];
  const version = versions.find((one) => existsSync(`/usr/share/postgresql/${one}/extension/pgrouting.control`));
  return version === undefined ? null : join(system, version, 'bin');
}

/**
 * pgRouting in a PostgreSQL of its own: pgr_dijkstra for the best way, pgr_KSP for several. The ties into the team have no cost that way (a negative one: there is none), so
 * no way passes a second one of us; from a source before all of us one can only go on. It knows no limit of ties, and reads the whole table for each question.
 * Of its answers the processor time of the one process counts that works, where that is less than the wall clock.
 */
export async function pgrouting(graph: TieGraph, team: readonly number[]): Promise<WayPeer | null> {
  const bin = programs();
  if (bin === null) return null;
  const server = await startOwn(bin);
  const client = new pg.Client({ connectionString: server.url });
  try {
    return await load(client, server, graph, team);
  } catch (error) {
    await client.end().catch(() => {});
    await server.stop();
    throw error;
  }
}

async function load(client: pg.Client, server: TestPostgres, graph: TieGraph, team: readonly number[]): Promise<WayPeer> {
  await client.connect();
  await client.query('create extension pgrouting cascade');
  await client.query('create unlogged table tie (id serial primary key, source int, target int, cost float8, reverse_cost float8)');
  for (const [source, target, cost, back] of columns(graph, new Set(team))) await client.query('insert into tie (source, target, cost, reverse_cost) select * from unnest($1::int[], $2::int[], $3::float8[], $4::float8[])', [source, target, cost, back]);
  await client.query('vacuum analyze tie');
  const { rows: [backend] } = await client.query<{ id: number }>('select pg_backend_pid() as id');
  const worked = () => Number(readFileSync(`/proc/${backend!.id}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  const ties = "'select id, source, target, cost, reverse_cost from tie'";
  return {
    name: 'pgRouting',
    ways: async (k, target) => {
      const search = k === 1 ? `select 1 as path_id, agg_cost from pgr_dijkstra(${ties}, $1::bigint, $2::bigint, true)` : `select path_id, agg_cost from pgr_ksp(${ties}, $1::bigint, $2::bigint, ${k}, true)`;
      const [begin, before] = [performance.now(), worked()];
      const { rows } = await client.query<{ cost: number }>(`select max(agg_cost) as cost from (${search}) as way group by path_id order by path_id`, [graph.people, target]);
      const took = performance.now() - begin;
      return { ms: Math.min(took, worked() - before), costs: rows.map((row) => row.cost) };
    },
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
}

/** All ties in portions, as columns: two ends, the cost from the first to the second and the cost back. */
function* columns({ people, start, degree, to, cost }: TieGraph, team: ReadonlySet<number>): Generator<number[][]> {
  let rows: number[][] = [[], [], [], []];
  const add = (...tie: number[]): number => rows.reduce((_count, column, n) => column.push(tie[n]!), 0);
  for (const one of team) add(people, one, 0, -1);
  for (let a = 0; a < people; a++) {
    for (let at = start[a]!, end = at + degree[a]!; at < end; at++) {
      const b = to[at]!;
      if (b < a || add(a, b, team.has(b) ? -1 : cost[at]!, team.has(a) ? -1 : cost[at]!) < ROWS) continue;
      yield rows;
      rows = [[], [], [], []];
    }
  }
  yield rows;
}
