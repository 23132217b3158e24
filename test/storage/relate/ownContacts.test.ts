import { expect, test } from 'vitest';
import { dayUnknown } from '#domain/relate/spoke.ts';
import { TIE_KINDS } from '#domain/relate/ties.ts';
import { countContacts, ownContacts } from '#storage/relate/ownContacts.ts';
import { addPeople, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putPeople, putTies } from '../../actions/relate/people.ts';

const DAY = '2025-05-05';

eachEngine((_engine, open) => {
  test('whose day of contact is unknown is the same for the list as for the rule, whatever the kind and the dates', async () => {
    const store = await open();
    await addPeople(store);
    const { id: userId } = PEOPLE.mo;
    const cases = TIE_KINDS.flatMap((kind) => [{}, { last_contact_on: DAY }, { from_on: '2019' }, { to_on: DAY }, { corrected_at: NOW.toISOString() }].map((more) => ({ last_contact_on: null, from_on: null, to_on: null, corrected_at: null, ...more, kind })));
    const [me] = await putPeople(store, [{ user_id: userId, name: 'Mo' }]);
    const ids = await putPeople(store, cases.map(() => ({ owner_id: userId })));
    await putTies(store, cases.map((tie, n) => ({ between: [me!, ids[n]!] as const, ...tie })));
    const expected = ids.filter((_, n) => {
      const { kind, last_contact_on, from_on, to_on, corrected_at } = cases[n]!;
      return dayUnknown({ kind, lastContactOn: last_contact_on, fromOn: from_on, toOn: to_on, toldOn: NOW.toISOString().slice(0, 10), correctedOn: corrected_at?.slice(0, 10) ?? null });
    });
    const [viewer, whose] = [{ scope: 'all', userId } as const, { userId, me: me! }];
    const listed = await ownContacts(store.read, viewer, whose, { query: [], noDay: true, limit: 500 });
    expect(expected.length).toBeGreaterThan(TIE_KINDS.length);
    expect(listed.map((row) => row.id)).toEqual(expected);
    expect(await countContacts(store.read, viewer, whose)).toEqual({ all: cases.length, noDay: expected.length });
    // A second tie of which the day is known is enough.
    await putTies(store, [{ between: [me!, expected[0]!], last_contact_on: DAY }]);
    expect((await countContacts(store.read, viewer, whose)).noDay).toBe(expected.length - 1);
  });
});
