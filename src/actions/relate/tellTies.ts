import { latestDay } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { tieFaults, type NewTie } from '#domain/relate/tieFaults.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { tiesById } from '#storage/relate/networkRows.ts';
import { colleagueRow, findPerson, peopleById, type PersonRow } from '#storage/relate/people.ts';
import type { TieTable } from '#storage/relate/relateTables.ts';
import { viewerOf, type Context } from '../act.ts';
import { ensureColleague } from './importContacts.ts';
import { writePeople, type PeoplePen } from './writePeople.ts';

/** Tells ties between people (a set). Refuses (invalid) with the path of every field that is wrong, and of people the actor may not see. A tie with one's own private contact is private. */
export async function tellTies(context: Context, told: readonly NewTie[]): Promise<{ ids: number[]; event: number }> {
  const userId = context.actor.id;
  const fields = told.flatMap((tie, n) => tieFaults(tie, latestDay(context.now()), `ties.${n}`));
  if (fields.length > 0) throw new Refusal('invalid', 'Some ties cannot be told.', { fields });
  return await writePeople(context, 'added', async (pen) => {
    const self = told.some((tie) => tie.a === null) && userId !== null ? await ensureColleague(pen, context, userId) : 0;
    const ties = told.map((tie) => ({ ...tie, a: tie.a ?? self }));
    const twice = ties.flatMap((tie, n): InvalidField[] => (tie.a === tie.b ? [{ path: `ties.${n}.b`, reason: 'same_two', message: 'A tie joins two people.' }] : []));
    if (twice.length > 0) throw new Refusal('invalid', 'Some ties cannot be told.', { fields: twice });
    const people = await seen(pen, context, ties.flatMap((tie, n) => [[tie.a, `ties.${n}.a`], [tie.b, `ties.${n}.b`]] as const));
    const at = context.now().toISOString();
    const rows = ties.map((tie) => {
      const ends = [people.get(tie.a)!, people.get(tie.b)!];
      const corrected = tie.strength === undefined ? { strength: null, corrected_by: null, corrected_at: null, corrected_why: null } : { strength: tie.strength, corrected_by: userId, corrected_at: at, corrected_why: tie.why!.trim() };
      return {
        person_a: Math.min(tie.a, tie.b), person_b: Math.max(tie.a, tie.b), kind: tie.kind, how: 'told' as const, evidence: tie.evidence.trim(), place: tie.place.trim(), last_contact_on: tie.lastContactOn, last_contact_span: null, from_on: tie.fromOn, to_on: tie.toOn,
        ...corrected, private_to: tie.private || ends.some((end) => end.private_to !== null) ? userId : null, import_id: null,
      };
    });
    const owners = await ownersOf(pen, context, rows);
    return await pen.add('tie', rows, (n) => owners[n]!);
  });
}

/** Says how strong a tie is, against its formula (null: it cannot be said); `null` as a whole goes back to the formula. Its owner alone does: who told it, or who is one of its two people. */
export async function correctTie(context: Context, id: number, correction: { readonly strength: number | null; readonly why: string } | null): Promise<{ event: number }> {
  if (correction !== null && correction.why.trim() === '') throw new Refusal('invalid', 'Say why the formula does not hold.', { fields: [{ path: 'why', reason: 'required', message: 'Say why the formula does not hold.' }] });
  return await changeTie(context, id, 'own', () => (correction === null ? { strength: null, corrected_by: null, corrected_at: null, corrected_why: null }
    : { strength: correction.strength, corrected_by: context.actor.id, corrected_at: context.now().toISOString(), corrected_why: correction.why.trim() }));
}

/** Notes that both spoke: the day the tie fades from. */
export async function noteContact(context: Context, id: number, lastContactOn: string): Promise<{ event: number }> {
  const fields = tieFaults({ a: 1, b: 2, kind: 'met', evidence: '-', place: '', lastContactOn, fromOn: null, toOn: null, private: false }, latestDay(context.now()), '').map((fault): InvalidField => ({ ...fault, path: fault.path.slice(1) }));
  if (fields.length > 0) throw new Refusal('invalid', 'This is no day of a contact.', { fields });
  return await changeTie(context, id, 'own', () => ({ last_contact_on: lastContactOn, last_contact_span: null }));
}

/** Takes a tie back. Its owner does, or who may record people everywhere. */
export async function withdrawTie(context: Context, id: number): Promise<{ event: number }> {
  const { event } = await writePeople(context, 'withdrawn', async (pen) => {
    const tie = await tieFor(pen, context, id, 'any');
    const [owner] = await ownersOf(pen, context, [tie]);
    await pen.withdraw('tie', id, true, owner!);
    return [id];
  });
  return { event };
}

/** Keeps a tie for oneself, or shares it. A tie with a private contact stays private. */
export async function keepTiePrivate(context: Context, id: number, alone: boolean): Promise<{ event: number }> {
  return await changeTie(context, id, 'told', async (pen, tie) => {
    const ends = await peopleById(pen.tx, [tie.person_a, tie.person_b]);
    if (!alone && ends.some((end) => end.private_to !== null)) throw new Refusal('conflict', 'This contact is private: share the contact first.', { reason: 'private_contact' });
    return { private_to: alone ? context.actor.id : null };
  });
}

async function changeTie(context: Context, id: number, who: 'own' | 'told', set: (pen: PeoplePen, tie: TieTable) => Record<string, string | number | null> | Promise<Record<string, string | number | null>>): Promise<{ event: number }> {
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const tie = await tieFor(pen, context, id, who);
    const change = await set(pen, tie);
    // What is or becomes private is told of its owner alone, in the audit too.
    const [owner] = await ownersOf(pen, context, [{ ...tie, private_to: tie.private_to ?? ('private_to' in change ? context.actor.id : null) }]);
    await pen.change('tie', id, change, owner!);
    return [id];
  });
  return { event };
}

/** A tie that holds, both of whose people the actor may see; not there and not theirs to see read the same. */
async function tieFor(pen: PeoplePen, context: Context, id: number, who: 'own' | 'told' | 'any'): Promise<TieTable> {
  const [tie] = await tiesById(pen.tx, [id]);
  const viewer = viewerOf(context.actor, 'readPeople');
  const seenBoth = tie !== undefined && tie.withdrawn_at === null && (tie.private_to === null || tie.private_to === context.actor.id)
    && (await findPerson(pen.tx, viewer, tie.person_a)) !== undefined && (await findPerson(pen.tx, viewer, tie.person_b)) !== undefined;
  if (!seenBoth) throw new Refusal('not_found', 'There is no such tie among those you may see.', { reason: 'tie' });
  if (!(await ownsTie(context, pen, tie!, who))) throw new Refusal('forbidden', 'A tie is corrected by who told it or by whose tie it is.', { reason: 'not_your_tie' });
  return tie!;
}

async function ownsTie(context: Context, pen: PeoplePen, tie: TieTable, who: 'own' | 'told' | 'any'): Promise<boolean> {
  if (context.actor.id === null || tie.recorded_by === context.actor.id || tie.private_to === context.actor.id) return true;
  if (who === 'told') return false;
  const me = await colleagueRow(pen.tx, context.actor.id);
  return (me !== undefined && (tie.person_a === me.id || tie.person_b === me.id)) || (who === 'any' && scopeOf(context.actor.role, 'recordPerson') === 'all');
}

/** Under whose number the log keeps each tie: of a private one under its owner's, so that nobody learns from it of whom it is. */
export async function ownersOf(pen: PeoplePen, context: Context, ties: readonly Pick<TieTable, 'person_a' | 'person_b' | 'private_to'>[]): Promise<number[]> {
  const me = context.actor.id !== null && ties.some((tie) => tie.private_to !== null) ? await ensureColleague(pen, context, context.actor.id) : null;
  const colleagues = new Set((await peopleById(pen.tx, [...new Set(ties.flatMap((tie) => [tie.person_a, tie.person_b]))])).filter((person) => person.user_id !== null).map((person) => person.id));
  return ties.map((tie) => (tie.private_to !== null && me !== null ? me : colleagues.has(tie.person_a) ? tie.person_b : tie.person_a));
}

async function seen(pen: PeoplePen, context: Context, wanted: readonly (readonly [number, string])[]): Promise<Map<number, PersonRow>> {
  const found = new Map<number, PersonRow>();
  const faults: InvalidField[] = [];
  for (const [id, path] of wanted) {
    const person = found.get(id) ?? await findPerson(pen.tx, viewerOf(context.actor, 'readPeople'), id);
    if (person) found.set(id, person);
    else faults.push({ path, reason: 'unknown_person', message: `There is no person ${id} among those you may see.` });
  }
  if (faults.length > 0) throw new Refusal('invalid', 'Some people are not there.', { fields: faults });
  return found;
}
