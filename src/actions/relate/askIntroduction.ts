import type { Kysely } from 'kysely';
import { earliestDay, isDay, latestDay, utcDay } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { nextSteps, type IntroductionSide, type IntroductionState } from '#domain/relate/introduction.ts';
import { askedOf, findIntroduction } from '#storage/relate/introductions.ts';
import { colleagueRow, findPerson, peopleById, type PersonRow } from '#storage/relate/people.ts';
import type { IntroductionTable, PersonTable } from '#storage/relate/relateTables.ts';
import type { Schema } from '#storage/schema.ts';
import { viewerOf, type Context } from '../act.ts';
import { connectorOf, hopsOf, openAmong } from './network/findWays.ts';
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
  /** The asker's day; null: the server's. */
  readonly askedOn?: string | null | undefined;
}
/** The way as it is kept: ids, and how strong each hop was when it was asked for. */
export interface KeptWay { readonly people: readonly number[]; readonly strengths: readonly (number | null)[] }

/**
 * Asks the first on the way for an introduction. Who is asked learns the name, position and company of the person wanted from it, by the asker's own will.
 * Refuses (invalid) a way that does not hold or starts with somebody who has left, (conflict: you_know_them) one without anybody between, (conflict: asked_already) a request that is open.
 */
export async function askIntroduction(context: Context, targetId: number, ask: NewIntroduction): Promise<{ ids: number[]; event: number }> {
  const strengths = await strengthsOf(context, targetId, ask);
  const userId = context.actor.id!;
  return await writePeople(context, 'added', async (pen) => {
    // Looked at once more: meanwhile somebody may have been erased, have objected or left, or the same request have come twice.
    const { target, people } = await wayFor(pen.tx, context, targetId, ask);
    const me = await colleagueRow(pen.tx, userId);
    const connector = connectorOf(ask.way, people, await openAmong(pen.tx, people), me?.id);
    if (!connector) throw new Refusal('conflict', 'You know this person yourself: call them.', { reason: 'you_know_them' });
    const open = (await askedOf(pen.tx, userId, targetId)).some((row) => !['declined', 'thanked', 'cancelled'].includes(row.state) && row.connector_id === connector.personId);
    if (open) throw new Refusal('conflict', 'You have asked them already.', { reason: 'asked_already' });
    const [id] = await pen.add('introduction', [{
      account_id: target.account_id, project_id: null, target_id: targetId, requester_id: userId, connector_user: connector.userId === userId ? null : connector.userId, connector_id: connector.personId, path: JSON.stringify({ people: ask.way, strengths } satisfies KeptWay),
      purpose: ask.purpose.trim(), for_them: ask.forThem.trim(), message: ask.message.trim(), state: 'requested', due_on: ask.dueOn,
    }]);
    await pen.add('introduction_step', [{ introduction_id: id!, state: 'requested', note: '', on_day: ask.askedOn ?? utcDay(context.now()) }], () => targetId);
    return [id!];
  });
}

/** How strong each hop of a way is; refuses one that is none, before the transaction, for the network may have to be read first. */
async function strengthsOf(context: Context, targetId: number, ask: NewIntroduction): Promise<(number | null)[]> {
  await wayFor(context.store.read, context, targetId, ask);
  const [hops] = await hopsOf(context, [ask.way], utcDay(context.now()), false);
  const fields = hops!.flatMap((hop, n): InvalidField[] => (hop.known.length > 0 ? [] : [{ path: `way.${n + 1}`, reason: 'no_tie', message: 'These two are not known to know each other.' }]));
  if (fields.length > 0) throw noWay(fields);
  return hops!.map((hop) => hop.strength);
}

/** The person wanted and everybody on the way to them, as they are now. */
async function wayFor(db: Kysely<Schema>, context: Context, targetId: number, ask: NewIntroduction): Promise<{ target: PersonRow; people: Map<number, PersonRow> }> {
  const target = await personFor(db, context.actor, 'readPeople', targetId);
  if (context.actor.id === null) throw new Refusal('forbidden', 'A colleague asks for an introduction.', { reason: 'role' });
  if (target.restricted_on !== null) throw new Refusal('conflict', 'This person does not want to be contacted.', { reason: 'objects' });
  const faults: InvalidField[] = [];
  const wrong = (path: string, reason: string, message: string) => void faults.push({ path, reason, message });
  const people = new Map<number, PersonRow>();
  for (const [n, id] of ask.way.entries()) {
    const person = await findPerson(db, viewerOf(context.actor, 'readPeople'), id);
    if (person && person.restricted_on === null && !people.has(id)) people.set(id, person);
    else wrong(`way.${n}`, 'unknown_person', `There is no person ${id} among those you may see, or the way meets them twice.`);
  }
  if (ask.way.at(-1) !== targetId) wrong('way', 'no_way', 'The way does not end with the person wanted.');
  const first = people.get(ask.way[0]!);
  // Whoever has left answers no request here.
  if (first && (first.user_id === null || !(await openAmong(db, people)).has(first.user_id))) wrong('way.0', 'not_one_of_us', 'A way starts with one of us.');
  if (ask.dueOn !== null && !isDay(ask.dueOn)) wrong('dueOn', 'no_such_day', `${ask.dueOn} is no day.`);
  else if (ask.dueOn !== null && ask.dueOn < earliestDay(context.now())) wrong('dueOn', 'day_over', 'This day is over.');
  if (ask.askedOn) faults.push(...pastFaults(ask.askedOn, 'askedOn', context.now()));
  if (faults.length > 0) throw noWay(faults);
  return { target, people };
}

/** In Shanghai tomorrow of UTC begins at 16:00 UTC: a step of that day is nobody's future. */
function pastFaults(day: string, path: string, now: Date): InvalidField[] {
  return isDay(day) && day <= latestDay(now) ? [] : [{ path, reason: 'no_past_day', message: 'This must be a day up to today.' }];
}

const noWay = (fields: readonly InvalidField[]): Refusal => new Refusal('invalid', 'This is no way to that person.', { fields });

/** Steps that somebody may take now. Who objects to contact is introduced to nobody any more: what is open is declined or taken back. */
export function stepsFor(row: Pick<IntroductionTable, 'state' | 'requester_id' | 'connector_user'>, target: Pick<PersonTable, 'restricted_on'> | undefined, userId: string | null): IntroductionState[] {
  const steps = nextSteps(row.state, sidesOf(row, userId));
  return target?.restricted_on === null ? steps : steps.filter((step) => step !== 'accepted' && step !== 'introduced');
}

/** Sides of an introduction that a colleague stands on; who was asked and does not sign in is spoken for by the requester. */
export function sidesOf(row: Pick<IntroductionTable, 'requester_id' | 'connector_user'>, userId: string | null): IntroductionSide[] {
  if (userId === null) return [];
  return [...(row.requester_id === userId ? ['requester' as const] : []), ...(row.connector_user === userId || (row.connector_user === null && row.requester_id === userId) ? ['connector' as const] : [])];
}

/** Takes an introduction one step on, on the day (自然日) where the person is; the server's where none is named. Others learn nothing of it (not_found); a step that is not open to one refuses (conflict: no_such_step). */
export async function stepIntroduction(context: Context, id: number, step: { readonly state: IntroductionState; readonly note: string; readonly onDay: string | null }): Promise<{ event: number }> {
  const fields = step.onDay === null ? [] : pastFaults(step.onDay, 'onDay', context.now());
  if (fields.length > 0) throw new Refusal('invalid', 'This must be a day up to today.', { fields });
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const row = await findIntroduction(pen.tx, id);
    const sides = row ? sidesOf(row, context.actor.id) : [];
    if (!row || sides.length === 0) throw new Refusal('not_found', 'There is no such introduction among yours.', { reason: 'introduction' });
    if (!nextSteps(row.state, sides).includes(step.state)) throw new Refusal('conflict', `From ${row.state} you cannot go to ${step.state}.`, { reason: 'no_such_step' });
    const [target] = await peopleById(pen.tx, [row.target_id]);
    if (!stepsFor(row, target, context.actor.id).includes(step.state)) throw new Refusal('conflict', 'This person does not want to be contacted.', { reason: 'objects' });
    await pen.change('introduction', id, { state: step.state });
    await pen.add('introduction_step', [{ introduction_id: id, state: step.state, note: step.note.trim(), on_day: step.onDay ?? utcDay(context.now()) }], () => row.target_id);
    return [id];
  }, 'readPeople');
  return { event };
}
