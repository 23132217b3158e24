import { expect, test } from 'vitest';
import { noteFor, withdrawNote, writeNotes, type NewNote } from '#actions/insight/writeNotes.ts';
import { recordFacts } from '#actions/select/recordFacts.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import { citationsOf, notesById, notesCiting, notesOf } from '#storage/insight/notes.ts';
import type { Store } from '#storage/connect.ts';
import { addCompanies, addPeople, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const NEED: NewNote<'need'> = { aspect: 'technology', text: 'Antennas that fit the new mast', importance: 4, answer: null, answer_note: '', capability_id: null };

async function fill(store: Store) {
  await addPeople(store);
  const [mine, other] = await addCompanies(store);
  await giveTo(store, PEOPLE.mo, [mine!]);
  await giveTo(store, PEOPLE.vera, [mine!], 'member');
  const mo = await contextOf(store, PEOPLE.mo);
  const fact = { kind: 'strategy', statement: 'Builds 400 masts', evidence: 'document', sourceType: 'text', source: 'Annual report, p. 3', url: null, importId: null, observedOn: '2026-03-01', expiresOn: null } as const;
  const { ids } = await recordFacts(mo, mine!, [fact, { ...fact, statement: 'Masts are 30 m' }]);
  return { mo, mine: mine!, other: other!, facts: ids };
}
const add = (context: Awaited<ReturnType<typeof contextOf>>, accountId: number, cites: number[] = [], text = NEED.text) =>
  writeNotes(context, { accountId, noun: 'need', act: 'added', title: text }, (pen) => pen.add('need', [{ ...NEED, text }], [cites]));

eachEngine((_engine, open) => {
  test('a note is written, changed and taken back, each step with its facts, and each can be undone in turn', async () => {
    const store = await open();
    const { mo, mine, facts } = await fill(store);
    const needs = async () => (await notesOf(store.read, 'need', mine)).map(({ id, importance, text }) => ({ id, importance, text }));
    const cited = async (id: number) => (await citationsOf(store.read, 'need', [id])).get(id) ?? [];
    const { ids: [id] } = await add(mo, mine, facts);
    expect(await needs()).toEqual([{ id, importance: 4, text: NEED.text }]);
    expect(await cited(id!)).toEqual(facts);
    expect((await notesById(store.read, 'need', [id!]))[0]).toMatchObject({ account_id: mine, recorded_by: 'mo', withdrawn_at: null });

    const { event: changed } = await writeNotes(mo, { accountId: mine, noun: 'need', act: 'changed', title: NEED.text }, async (pen) => {
      await pen.change('need', id!, { importance: 5 }, [facts[1]!]);
      return [id!];
    });
    expect([await needs(), await cited(id!)]).toEqual([[{ id, importance: 5, text: NEED.text }], [facts[1]]]);
    const { event: back } = await undoEvent(mo, changed);
    expect([await needs(), await cited(id!)]).toEqual([[{ id, importance: 4, text: NEED.text }], facts]);
    await undoEvent(mo, back);
    expect([await needs(), await cited(id!)]).toEqual([[{ id, importance: 5, text: NEED.text }], [facts[1]]]);

    expect([...await notesCiting(store.read, facts)]).toEqual([[facts[1], 1]]);
    const { event: gone } = await withdrawNote(mo, 'need', id!, true, (row: { text: string }) => row.text);
    expect(await needs()).toEqual([]);
    expect([...await notesCiting(store.read, facts)]).toEqual([]);
    await undoEvent(mo, gone);
    expect(await needs()).toHaveLength(1);
  });

  test('nothing that changes nothing leaves an event', async () => {
    const store = await open();
    const { mo, mine, facts } = await fill(store);
    const { ids: [id] } = await add(mo, mine, facts);
    const { event } = await writeNotes(mo, { accountId: mine, noun: 'need', act: 'changed', title: '' }, async (pen) => {
      await pen.change('need', id!, { importance: 4 }, facts);
      return [id!];
    });
    expect(event).toBe(0);
  });

  test('who may not, and facts of somebody else, are refused, and nothing changes', async () => {
    const store = await open();
    const { mo, mine, other, facts } = await fill(store);
    const vera = await contextOf(store, PEOPLE.vera);
    await expect(add(mo, other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(add(vera, mine)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(add(mo, mine, [facts[0]!, 999_999])).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'facts', reason: 'unknown_fact' }] });
    const { ids: [elsewhere] } = await add(await contextOf(store, PEOPLE.ada), other);
    await expect(noteFor(mo, 'need', elsewhere!)).rejects.toMatchObject({ code: 'not_found' });
    await expect(withdrawNote(mo, 'need', elsewhere!, true, () => '')).rejects.toMatchObject({ code: 'not_found' });
    // A note of another customer cannot be changed by naming one's own.
    await expect(writeNotes(mo, { accountId: mine, noun: 'need', act: 'changed', title: '' }, async (pen) => { await pen.change('need', elsewhere!, { importance: 1 }); return []; })).rejects.toMatchObject({ code: 'not_found' });
    await expect(writeNotes(mo, { accountId: null, noun: 'capability', act: 'added', title: '' }, async (pen) => pen.change('need', elsewhere!, { importance: 1 }).then(() => []))).rejects.toMatchObject({ code: 'not_found' });
    expect(await notesOf(store.read, 'need', mine)).toEqual([]);
  });
});
