import { moveFaults, MOST } from '#domain/insight/sand/check.ts';
import type { Move } from '#domain/insight/sand/move.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { notesById } from '#storage/insight/notes.ts';
import { movesOf, scenariosOf, sourceColumn, walletOf, type KeptMove } from '#storage/insight/sand.ts';
import type { Context } from '../act.ts';
import { refuseFaults } from './citing.ts';
import { noteFor, withdrawNote, writeNotes, type NoteDone, type NotePen } from './writeNotes.ts';

/** Scenarios of one seed differ by their moves only, so all begin with the same. */
const SEED = 1;

export interface EnteredMove extends Omit<Move, 'id'> { readonly opportunityId: number | null; readonly text: string }

/** Opens a scenario (情景) of a period, empty or with the moves of another one of that period. */
export async function openScenario(context: Context, accountId: number, { name, period, note, copyOf }: { readonly name: string; readonly period: string; readonly note: string; readonly copyOf: number | null }): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'scenario', act: 'added', title: name }, async (pen) => {
    const others = await scenariosOf(pen.tx, accountId, period);
    const model = others.find((one) => one.id === copyOf);
    refuseFaults([
      ...nameFaults(name, others.map((one) => one.name)),
      ...(others.length >= MOST.scenarios ? [{ path: 'name', reason: 'too_many', message: `A period has at most ${MOST.scenarios} scenarios.` }] : []),
      ...(copyOf !== null && !model ? [{ path: 'copyOf', reason: 'unknown_scenario', message: 'There is no such scenario in this period.' }] : []),
    ], 'This scenario cannot be opened.');
    const ids = await pen.add('scenario', [{ name, period, note, seed: model?.seed ?? SEED }]);
    if (model) await pen.add('sand_move', (await movesOf(pen.tx, [model.id])).map((move) => moveColumns(ids[0]!, move)));
    return ids;
  });
}

/** Renames a scenario, notes what it supposes, or gives it another seed. */
export async function editScenario(context: Context, id: number, change: { readonly name?: string | undefined; readonly note?: string | undefined; readonly seed?: number | undefined }): Promise<NoteDone> {
  const row = await noteFor(context, 'scenario', id);
  return await writeNotes(context, { accountId: row.account_id, noun: 'scenario', act: 'changed', title: change.name ?? row.name }, async (pen) => {
    await pen.mine('scenario', id);
    if (change.name !== undefined) refuseFaults(nameFaults(change.name, (await scenariosOf(pen.tx, row.account_id, row.period)).filter((one) => one.id !== id).map((one) => one.name)), 'This scenario cannot have this name.');
    await pen.change('scenario', id, change as { name?: string; note?: string; seed?: number });
    return [id];
  });
}

/** Takes a scenario off the table, or brings it back; its moves go and come with it. */
export const withdrawScenario = (context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> => withdrawNote(context, 'scenario', id, withdrawn, (row: { name: string }) => row.name);

/** Plans a move (打法) in a scenario: points of share from a rival, from what is nobody's, or from what nobody knows, to us. */
export async function planMove(context: Context, scenarioId: number, move: EnteredMove): Promise<NoteDone> {
  const scenario = await noteFor(context, 'scenario', scenarioId);
  return await writeNotes(context, { accountId: scenario.account_id, noun: 'sand_move', act: 'added', title: move.text }, async (pen) => {
    const { period } = await pen.mine('scenario', scenarioId);
    const there = await movesOf(pen.tx, [scenarioId]);
    refuseFaults([
      ...await faultsOf(pen, scenario.account_id, period, move),
      ...(there.length >= MOST.moves ? [{ path: 'lineId', reason: 'too_many', message: `A scenario has at most ${MOST.moves} moves.` }] : []),
    ], 'This move cannot be planned.');
    return await pen.add('sand_move', [moveColumns(scenarioId, move)]);
  });
}

/** Changes a move. */
export async function editMove(context: Context, id: number, change: { readonly [Name in keyof EnteredMove]?: EnteredMove[Name] | undefined }): Promise<NoteDone> {
  const row = await noteFor(context, 'sand_move', id);
  return await writeNotes(context, { accountId: row.account_id, noun: 'sand_move', act: 'changed', title: change.text ?? row.text }, async (pen) => {
    await pen.mine('sand_move', id);
    const { period } = await pen.mine('scenario', row.scenario_id);
    const kept = (await movesOf(pen.tx, [row.scenario_id])).find((move) => move.id === id);
    if (!kept) throw new Refusal('not_found', 'There is no such note about a customer that you may see.', { reason: 'note' });
    const after: EnteredMove = { ...kept, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
    // A point of opportunity that was withdrawn since does not keep the figures from being mended.
    refuseFaults((await faultsOf(pen, row.account_id, period, after)).filter(({ path }) => path !== 'opportunityId' || change.opportunityId !== undefined), 'This move cannot be planned.');
    await pen.change('sand_move', id, moveColumns(row.scenario_id, after));
    return [id];
  });
}

export const withdrawMove = (context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> => withdrawNote(context, 'sand_move', id, withdrawn, (row: { text: string }) => row.text);

const nameFaults = (name: string, others: readonly string[]): InvalidField[] =>
  others.some((other) => other.trim().toLowerCase() === name.trim().toLowerCase()) ? [{ path: 'name', reason: 'key_taken', message: 'Another scenario of this period has this name.' }] : [];

async function faultsOf(pen: NotePen, accountId: number, period: string, move: EnteredMove): Promise<InvalidField[]> {
  const [point] = move.opportunityId === null ? [] : await notesById(pen.tx, 'opportunity', [move.opportunityId]);
  return [
    ...moveFaults(move, await walletOf(pen.tx, accountId, period)),
    ...(move.opportunityId === null || (point?.account_id === accountId && point.withdrawn_at === null) ? [] : [{ path: 'opportunityId', reason: 'unknown_opportunity', message: 'There is no such opportunity point of this customer.' }]),
  ];
}

const moveColumns = (scenarioId: number, move: EnteredMove | KeptMove) => ({
  scenario_id: scenarioId, line_id: move.lineId, from_supplier: sourceColumn(move), low: move.low, likely: move.likely, high: move.high, chance: move.chance, opportunity_id: move.opportunityId, text: move.text,
});
