import type { Kysely } from 'kysely';
import { overcoverage, overloaded, undercoverage } from '#domain/select/coverage.ts';
import { CLASSES, type AccountClass } from '#domain/select/model.ts';
import { compareStructure, overCap, stageTarget, type ClassCount } from '#domain/select/structure.ts';
import type { Schema } from '#storage/schema.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import { countByOwner, countManagers, coverRows, type CoverRow, type OwnedCount } from '#storage/select/structure.ts';
import { readSettings } from '#storage/trust/settings.ts';

/** Rows a table of coverage shows; how many there are in all is counted. */
const ROWS = 200;

/**
 * Portfolio for our stage (客户结构, S11), without what the viewer may do. Who sees only some accounts is shown these against what one account
 * manager carries, and no load but their own: what others carry is made of accounts that are not theirs to know.
 */
export async function structureReport(db: Kysely<Schema>, viewer: Viewer) {
  const settings = await readSettings(db);
  const { stage, capacity } = settings;
  const team = viewer.scope !== 'all';
  const counted = team ? 1 : await countManagers(db);
  const managers = team ? 1 : settings.accountManagers ?? counted;
  const counts = await countByOwner(db, viewer);
  const target = stageTarget(stage, managers, capacity, settings.targetShares);
  const chosen = counts.reduce((sum, one) => sum + one.chosen, 0);
  const loads = loadsOf(counts, viewer).map((load) => ({ ...load, overloaded: overloaded(load, capacity) }));
  const busy = new Set(loads.filter((load) => load.overloaded).map((load) => load.person.id));

  const covered = (row: CoverRow) => ({ ...row, chosen: row.since !== null, owner: row.owner && { closed: row.owner.closed, overloaded: busy.has(row.owner.id) } });
  const shown = (row: CoverRow) => ({ id: row.id, name: row.name, class: row.class, rank: row.rank, keyAccountSince: row.since, owner: row.owner && { id: row.owner.id, name: row.owner.name }, people: row.people });
  const under = (await coverRows(db, viewer, { need: 'high' })).map((row) => ({ row, lacks: undercoverage(covered(row)) })).filter(({ lacks }) => lacks.length > 0);
  const over = (await coverRows(db, viewer, { need: 'low', busy: [...busy] })).map((row) => ({ row, takes: overcoverage(covered(row)) })).filter(({ takes }) => takes.length > 0);
  return {
    scope: team ? 'team' as const : 'all' as const, asOf: (await readScoreRun(db))?.asOf ?? null, accounts: counts.reduce((sum, one) => sum + one.accounts, 0), stage, capacity: { ...capacity }, shares: { ...settings.targetShares[stage] },
    managers: { count: managers, given: !team && settings.accountManagers !== null, counted },
    classes: compareStructure(byClass(counts), target), keyAccounts: { chosen, cap: target.cap, over: overCap(chosen, target) }, loads,
    underCovered: { total: under.length, rows: under.slice(0, ROWS).map(({ row, lacks }) => ({ ...shown(row), lacks })) },
    overCovered: { total: over.length, rows: over.slice(0, ROWS).map(({ row, takes }) => ({ ...shown(row), takes })) },
  };
}

function byClass(counts: readonly OwnedCount[]): Record<AccountClass, ClassCount> {
  const of = (name: AccountClass): ClassCount => counts.filter((one) => one.class === name)
    .reduce((sum, one) => ({ accounts: sum.accounts + one.accounts, chosen: sum.chosen + one.chosen }), { accounts: 0, chosen: 0 });
  return Object.fromEntries(CLASSES.map((name) => [name, of(name)])) as Record<AccountClass, ClassCount>;
}

/** What each owner carries, by name. */
function loadsOf(counts: readonly OwnedCount[], viewer: Viewer) {
  const owned = counts.filter((one) => one.ownerId !== null && (viewer.scope === 'all' || one.ownerId === viewer.userId));
  return [...Map.groupBy(owned, (one) => one.ownerId!)].map(([id, own]) => {
    const sum = (classes: readonly (AccountClass | null)[]): number => own.filter((one) => classes.includes(one.class)).reduce((all, one) => all + one.accounts, 0);
    return {
      person: { id, name: own[0]!.ownerName ?? '' }, closed: own[0]!.ownerClosed, strategic: sum(['strategic']), keyAndGrowth: sum(['key', 'growth']), others: sum(['maintain', 'exit', null]),
      chosen: own.reduce((all, one) => all + one.chosen, 0),
    };
  });
}
