import { isDay, utcDay } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { nextSteps, type IntroductionSide, type IntroductionState } from '#domain/relate/introduction.ts';
import { askedOf, findIntroduction } from '#storage/relate/introductions.ts';
import { colleagueRow, findPerson, type PersonRow } from '#storage/relate/people.ts';
import type { IntroductionTable } from '#storage/relate/relateTables.ts';
import { viewerOf, type Context } from '../act.ts';
import { connectorOf, hopsOf } from './network/findWays.ts';
import { personFor } from './personFor.ts';
import { writePeople } from './writePeople.ts';

export interface NewIntroduction {
  /** The way, from one of us to the person wanted, by id. */
  readonly way: readonly number[];
  /** What it is for. */
  readonly purpose: string;
  /** What is in it for the person wanted. */
  readonly forThem: string;
  /** Words to pass on. */
  readonly message: string;
  readonly dueOn: string | null;
}
/** The way as it is kept: ids, and how strong each hop was when it was asked for. */
export interface KeptWay { readonly people: readonly number[]; readonly strengths: readonly (number | null)[] }

/**
 * Asks the first on the way for an introduction. Who is asked learns the name, position and company of the person wanted from it, by the asker's own will.
 * Refuses (invalid) a way that does not hold, (conflict: you_know_them) one without anybody between, (conflict: asked_already) a request that is open.
 */
export async function askIntroduction(context: Context, targetId: number, ask: NewIntroduction): Promise<{ ids: number[]; event: number }> {
  const db = context.store.read;
  const userId = context.actor.id;
  const target = await personFor(db, context.actor, 'readPeople', targetId);
  if (userId === null) throw new Refusal('forbidden', 'A colleague asks for an introduction.', { reason: 'role' });
  if (target.restricted_on !== null) throw new Refusal('conflict', 'This person does not want to be contacted.', { reason: 'objects' });
  const me = await colleagueRow(db, userId);
  const { people, strengths } = await wayFor(context, targetId, ask);
  const connector = connectorOf(ask.way, people, me?.id);
  if (!connector) throw new Refusal('conflict', 'You know this person yourself: call them.', { reason: 'you_know_them' });
  const open = (await askedOf(db, userId, targetId)).some((row) => !['declined', 'thanked', 'cancelled'].includes(row.state) && row.connector_id === connector.personId);
  if (open) throw new Refusal('conflict', 'You have asked them already.', { reason: 'asked_already' });
  return await writePeople(context, 'added', async (pen) => {
    const [id] = await pen.add('introduction', [{
      account_id: target.account_id, project_id: null, target_id: targetId, requester_id: userId, connector_user: connector.userId === userId ? null : connector.userId, connector_id: connector.personId, path: JSON.stringify({ people: ask.way, strengths } satisfies KeptWay),
      purpose: ask.purpose.trim(), for_them: ask.forThem.trim(), message: ask.message.trim(), state: 'requested', due_on: ask.dueOn,
    }]);
    await pen.add('introduction_step', [{ introduction_id: id!, state: 'requested', note: '', on_day: utcDay(context.now()) }], () => targetId);
    return [id!];
  });
}

async function wayFor(context: Context, targetId: number, ask: NewIntroduction): Promise<{ people: Map<number, PersonRow>; strengths: (number | null)[] }> {
  const faults: InvalidField[] = [];
  const wrong = (path: string, reason: string, message: string) => void faults.push({ path, reason, message });
  const people = new Map<number, PersonRow>();
  for (const [n, id] of ask.way.entries()) {
    const person = await findPerson(context.store.read, viewerOf(context.actor, 'readPeople'), id);
    if (person && person.restricted_on === null && !people.has(id)) people.set(id, person);
    else wrong(`way.${n}`, 'unknown_person', `There is no person ${id} among those you may see, or the way meets them twice.`);
  }
  if (ask.way.at(-1) !== targetId) wrong('way', 'no_way', 'The way does not end with the person wanted.');
  if (ask.way.length > 0 && people.get(ask.way[0]!)?.user_id === null) wrong('way.0', 'not_one_of_us', 'A way starts with one of us.');
  if (ask.dueOn !== null && !isDay(ask.dueOn)) wrong('dueOn', 'no_such_day', `${ask.dueOn} is no day.`);
  const [hops] = faults.length > 0 ? [[]] : await hopsOf(context, [ask.way], utcDay(context.now()), false);
  for (const [n, hop] of hops!.entries()) if (hop.known.length === 0) wrong(`way.${n + 1}`, 'no_tie', 'These two are not known to know each other.');
  if (faults.length > 0) throw new Refusal('invalid', 'This is no way to that person.', { fields: faults });
  return { people, strengths: hops!.map((hop) => hop.strength) };
}

/** Sides of an introduction that a colleague stands on; who was asked and does not sign in is spoken for by the requester. */
export function sidesOf(row: Pick<IntroductionTable, 'requester_id' | 'connector_user'>, userId: string | null): IntroductionSide[] {
  if (userId === null) return [];
  return [...(row.requester_id === userId ? ['requester' as const] : []), ...(row.connector_user === userId || (row.connector_user === null && row.requester_id === userId) ? ['connector' as const] : [])];
}

/** Takes an introduction one step on. Others learn nothing of it (not_found); a step that is not open to one refuses (conflict: no_such_step). */
export async function stepIntroduction(context: Context, id: number, step: { readonly state: IntroductionState; readonly note: string; readonly onDay: string | null }): Promise<{ event: number }> {
  const today = utcDay(context.now());
  if (step.onDay !== null && (!isDay(step.onDay) || step.onDay > today)) throw new Refusal('invalid', 'This must be a day up to today.', { fields: [{ path: 'onDay', reason: 'no_past_day', message: 'This must be a day up to today.' }] });
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const row = await findIntroduction(pen.tx, id);
    const sides = row ? sidesOf(row, context.actor.id) : [];
    if (!row || sides.length === 0) throw new Refusal('not_found', 'There is no such introduction among yours.', { reason: 'introduction' });
    if (!nextSteps(row.state, sides).includes(step.state)) throw new Refusal('conflict', `From ${row.state} you cannot go to ${step.state}.`, { reason: 'no_such_step' });
    await pen.change('introduction', id, { state: step.state });
    await pen.add('introduction_step', [{ introduction_id: id, state: step.state, note: step.note.trim(), on_day: step.onDay ?? today }], () => row.target_id);
    return [id];
  }, 'readPeople');
  return { event };
}
