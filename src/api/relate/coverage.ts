import { viewerOf, type Context } from '#actions/act.ts';
import { mayWith } from '#actions/relate/personFor.ts';
import { tellPosition } from '#actions/relate/tellPosition.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { positionOf } from '#domain/relate/coverage/position.ts';
import { colleagues } from '#storage/relate/coverage.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { accountSeen } from '../insight/strategy.ts';
import { serve, type Api } from '../endpoint.ts';
import { coverageFor } from './coverageFor.ts';
import { presentMatrix } from './presentCoverage.ts';

/** Coverage of a customer, and where each of us stands in our own house. */
export function registerCoverage(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/coverage', async ({ context, params, query }) => {
    const account = await accountSeen(context, params.id);
    const { coverage, people, us, weights, leftOut, project, projects, asOf } = await coverageFor(context, account.id, query.project);
    const edit = await mayWith(context.store.read, context.actor, 'recordPerson', people);
    const named = new Set([...coverage.gaps.flatMap((gap) => [...gap.ours, ...gap.candidates]), ...[...coverage.levels.cells, ...coverage.functions.cells].flatMap((cell) => cell.pairs.map((pair) => pair.us))]);
    return {
      asOf, project, projects,
      them: people.map((row) => ({ id: row.id, name: row.name, title: row.title, placeholder: row.placeholder === 1, position: positionOf(row), weight: weights.get(row.id) ?? null, edit: edit.has(row.id) })),
      us: us.filter(({ user }) => named.has(user)).map((row) => ({ id: row.user, name: row.name, title: row.title, position: positionOf(row), team: row.team })),
      levels: presentMatrix(coverage.levels), functions: presentMatrix(coverage.functions), reached: coverage.reached,
      gaps: coverage.gaps.map((gap) => ({ ...gap, levels: [...gap.levels], functions: [...gap.functions], people: [...gap.people], ours: [...gap.ours], candidates: [...gap.candidates] })),
      leftOut, can: { add: await mayAdd(context, account.id), placeOurs: scopeOf(context.actor.role, 'manageMembers') !== 'none' },
    };
  });
  serve(api, 'GET /api/positions', async ({ context }) => {
    const every = scopeOf(context.actor.role, 'manageMembers') !== 'none';
    return { rows: (await colleagues(context.store.read, null)).map((row) => ({ userId: row.user, title: row.title, position: positionOf(row), can: { tell: every || row.user === context.actor.id } })) };
  });
  serve(api, 'PATCH /api/me/position', ({ context, viewer, body }) => tellPosition(context, viewer.id, body));
  serve(api, 'PATCH /api/members/{id}/position', ({ context, params, body }) => tellPosition(context, params.id, body));
}

const mayAdd = async (context: Context, accountId: number): Promise<boolean> => (await findAccount(context.store.read, viewerOf(context.actor, 'recordPerson'), accountId)) !== undefined;
