import { describe, expect, test } from 'vitest';
import { addPeople } from '#actions/relate/addPeople.ts';
import { addItems, editPerson, withdrawItem, withdrawPerson } from '#actions/relate/editPerson.ts';
import { erasePerson } from '#actions/relate/erasePerson.ts';
import { importContacts } from '#actions/relate/importContacts.ts';
import { keepPrivate } from '#actions/relate/keepPrivate.ts';
import { mergePeople } from '#actions/relate/mergePeople.ts';
import { KeptNetwork } from '#actions/relate/network/keptNetwork.ts';
import { correctTie, keepTiePrivate, noteContact, tellTies, withdrawTie } from '#actions/relate/tellTies.ts';
import { editAccount } from '#actions/select/editAccount.ts';
import { changeMember } from '#actions/trust/changeMember.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import type { Context } from '#actions/act.ts';
import { randomOf, type Random } from '#domain/random.ts';
import { Refusal } from '#domain/refusal.ts';
import { NO_CONTACT } from '#domain/relate/contact/contact.ts';
import type { NewItem, NewPerson } from '#domain/relate/person/person.ts';
import { openStore, type Store } from '#storage/connect.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import { addCompanies, addPeople as addCast, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { below, bestCosts, everyWay, faultsOf } from '../../domain/relate/networks.ts';
import { networkByHand } from './networkByHand.ts';
import { putPeople, putTies } from './people.ts';

const DAY = '2026-03-31';
const VIEWERS = [{ userId: 'max', scope: 'all' }, { userId: 'dora', scope: 'all' }, { userId: 'mo', scope: 'team' }, { userId: 'vera', scope: 'none' }] as const;
/** Ties of a way that is walked by hand: every way there is, so not many. */
const BY_HAND = 3;

const person = (over: Partial<NewPerson>): NewPerson => ({ kind: 'contact', name: 'Somebody', nameLatin: null, accountId: null, organisation: '', title: '', placeholder: false, purpose: 'introductions', basis: 'legitimate_interest', collectedOn: '2026-03-01', source: 'card', noticeOn: null, retainUntil: null, restrictedOn: null, ...over });
const item = (over: Partial<NewItem>): NewItem => ({ kind: 'education', value: '', place: '', fromOn: null, toOn: null, source: 'card', basis: 'legitimate_interest', collectedOn: '2026-03-01', retainUntil: null, ...over });
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

/** What people do, one thing at random. Throws a Refusal where it cannot be done. */
async function doSomething(random: Random, store: Store, accounts: readonly number[]): Promise<string> {
  const who = pick(random, [PEOPLE.ada, PEOPLE.max, PEOPLE.max, PEOPLE.mo]);
  const context = await contextOf(store, who);
  const ada = await contextOf(store, PEOPLE.ada);
  const people = (await store.read.selectFrom('person').select('id').where('erased_at', 'is', null).orderBy('id').execute()).map((row) => row.id);
  const ties = (await store.read.selectFrom('tie').select('id').orderBy('id').execute()).map((row) => row.id);
  const items = (await store.read.selectFrom('person_item').select('id').orderBy('id').execute()).map((row) => row.id);
  const some = () => pick(random, people);
  const place = () => pick(random, ['Tsinghua', 'Fudan', 'Huasheng Electric', 'Golf Club']);
  const day = () => `202${3 + below(random, 3)}-0${1 + below(random, 9)}-15`;
  const acts: Record<string, () => Promise<unknown>> = {
    tell: () => tellTies(context, Array.from({ length: 1 + below(random, 3) }, () => ({ a: pick(random, [null, some()]), b: some(), kind: pick(random, ['met', 'team', 'family', 'knows', 'card']), evidence: 'told', place: '', lastContactOn: pick(random, [null, day()]), fromOn: null, toOn: null, private: random() < 0.3 }))),
    correct: () => correctTie(context, pick(random, ties), pick(random, [null, { strength: pick(random, [0, 0.2, 0.9, null]), why: 'known' }])),
    note: () => noteContact(context, pick(random, ties), day()),
    untell: () => withdrawTie(ada, pick(random, ties)),
    keepTie: () => keepTiePrivate(context, pick(random, ties), random() < 0.5),
    keepPerson: () => keepPrivate(context, some(), random() < 0.5),
    add: () => addPeople(context, [{ person: person({ name: `New ${below(random, 1e6)}`, ...(random() < 0.4 ? { kind: 'customer' as const, accountId: pick(random, accounts) } : { organisation: pick(random, ['', place()]) }) }), items: [] }]),
    move: () => editPerson(ada, some(), pick(random, [{ kind: 'customer' as const, accountId: pick(random, accounts) }, { kind: 'contact' as const, accountId: null, organisation: place() }, { organisation: '' }])),
    restrict: () => editPerson(ada, some(), { restrictedOn: pick(random, [null, null, '2026-01-01']) }),
    learn: () => addItems(context, some(), [item({ kind: pick(random, ['education', 'career', 'group']), place: place(), fromOn: pick(random, [null, '2001']), toOn: pick(random, [null, '2004', '2005-06']), ...(random() < 0.2 ? { sensitivity: 'personal' as const } : {}) })]),
    unlearn: () => withdrawItem(ada, pick(random, items)),
    withdraw: () => withdrawPerson(ada, some()),
    merge: () => mergePeople(ada, some(), some()),
    erase: () => erasePerson(ada, some(), { reason: 'asked for', words: false }),
    bring: () => importContacts(context, { fileName: 'c.vcf', layout: 'vcard', contentHash: String(random()), leftOut: [], private: random() < 0.5 ? [0] : [], contacts: Array.from({ length: 1 + below(random, 3) }, (_, at) => ({ ...NO_CONTACT, at: at + 1, name: `Card ${below(random, 8)}`, organisation: pick(random, ['', place()]), school: pick(random, ['', place()]) })) } as never),
    rename: () => editAccount(ada, pick(random, accounts), { name: pick(random, ['Huasheng Electric', 'Northwind Hearing', `Firm ${below(random, 9)}`]) }),
    shutOut: () => changeMember(ada, pick(random, ['max', 'dora', 'cleo']), { disabled: random() < 0.5 }),
    assign: async () => {
      const account = pick(random, accounts);
      const gone = await store.write.deleteFrom('account_team').where('account_id', '=', account).where('user_id', '=', 'mo').returning('user_id').execute();
      if (gone.length === 0) await giveTo(store, PEOPLE.mo, [account], 'member');
      await editAccount(ada, account, { note: String(random()) });
    },
    undo: async () => undoEvent(ada, Math.max(1, await lastEventId(store.read) - below(random, 3))),
  };
  const act = pick(random, [...Object.keys(acts), 'tell', 'tell', 'tell', 'bring', 'undo', 'undo', 'undo', 'merge', 'keepPerson', 'keepTie']);
  await acts[act]!();
  return act;
}

/** Puts the colleagues and some people at customers and elsewhere in. */
async function fill(store: Store): Promise<number[]> {
  await addCast(store);
  const accounts = await addCompanies(store);
  await giveTo(store, PEOPLE.mo, [accounts[0]!]);
  const ids = await putPeople(store, [{ user_id: 'mo' }, { user_id: 'max' }, { user_id: 'dora' }, ...Array.from({ length: 9 }, (_, n) => (n % 3 === 0 ? {} : { account_id: accounts[n % 2]! }))]);
  await putTies(store, ids.slice(3).map((id, n) => ({ between: [ids[n % 3]!, id] as const, kind: n % 2 === 0 ? 'met' as const : 'team' as const })));
  return accounts;
}

const costs = (ways: readonly { people: readonly number[]; cost: number }[]) => ways.map((way) => `${way.cost}: ${way.people.join(' ')}`);

eachEngine((engine, open) => {
  describe('after every change the kept network answers as one that is read anew, and as walking every way by hand', () => {
    for (const seed of [1, 2, 3]) {
      test(`seed ${seed}`, async () => {
        const store = await open();
        const accounts = await fill(store);
        const random = randomOf(1000 * seed + 7);
        const kept = new KeptNetwork(store, null);
        const done: string[] = [];
        for (let step = 0; step < 45; step++) {
          const act = await doSomething(random, store, accounts).catch((refusal: unknown) => {
            if (!(refusal instanceof Refusal)) throw refusal;
            return null;
          });
          if (act === null) continue;
          done.push(act);
          const fresh = new KeptNetwork(store, null);
          const everybody = (await store.read.selectFrom('person').select('id').execute()).map((row) => row.id);
          for (const viewer of VIEWERS) {
            const hand = await networkByHand(store, viewer, DAY);
            const barred = new Set(everybody.filter((id) => !hand.met.has(id)));
            for (const target of everybody) {
              const about = `${engine}, seed ${seed}, ${done.join(' ')}: ${viewer.userId} to ${target}`;
              // Before anything is read anew: nobody who must not be met is on a way.
              const first = await kept.ways(viewer, target, DAY, { hops: BY_HAND });
              expect(first.flatMap((way) => way.people).filter((id) => barred.has(id)), about).toEqual([]);
              await kept.settled();
              expect(costs(await kept.ways(viewer, target, DAY, {})), about).toEqual(costs(await fresh.ways(viewer, target, DAY, {})));
              const found = await kept.ways(viewer, target, DAY, { hops: BY_HAND });
              const wanted = hand.team.has(target) && !barred.has(target) ? [0] : bestCosts(everyWay(hand.ties, hand.team, target, BY_HAND, barred), 5, 'last', found);
              expect(found.map((way) => way.cost), about).toEqual(wanted);
              for (const way of found) expect(faultsOf(way, hand.ties, hand.team, target, BY_HAND, barred), about).toEqual([]);
            }
          }
        }
        // Most changes were taken in tie by tie, and many were made.
        expect([done.length > 9, kept.built < done.length]).toEqual([true, true]);
      }, 60_000);
    }
  });

  test('a place that becomes crowded ties nobody any more, and ties them again when somebody has left it, by whatever door', async () => {
    const store = await open();
    await addCast(store);
    const ada: Context = await contextOf(store, PEOPLE.ada);
    const [us, ...others] = await putPeople(store, [{ user_id: 'ada' }, ...Array.from({ length: 62 }, () => ({}))]) as [number, ...number[]];
    await putTies(store, [{ between: [us, others[0]!] }]);
    const club = (id: number) => addItems(ada, id, [item({ kind: 'group', place: 'Golf Club', fromOn: '2020' })]);
    for (const id of others.slice(0, 60)) await club(id);
    const kept = new KeptNetwork(store, null);
    const reached = async () => {
      const viewer = VIEWERS[1];
      await kept.ways(viewer, others[1]!, DAY, {});
      await kept.settled();
      const found = (await kept.ways(viewer, others[1]!, DAY, { k: 1 })).length;
      expect(costs(await kept.ways(viewer, others[1]!, DAY, {}))).toEqual(costs(await new KeptNetwork(store, null).ways(viewer, others[1]!, DAY, {})));
      return found;
    };
    expect(await reached()).toBe(1);
    const doors: ((id: number, itemId: number) => Promise<unknown>)[] = [
      (_, itemId) => withdrawItem(ada, itemId), (id) => withdrawPerson(ada, id), (id) => erasePerson(ada, id, { reason: 'asked for', words: false }), (id) => mergePeople(ada, others[2]!, id),
    ];
    for (const leave of doors) {
      const [extra] = (await addPeople(ada, [{ person: person({ name: `Extra ${doors.indexOf(leave)}` }), items: [] }])).ids as [number];
      const { ids } = await club(extra);
      expect(await reached()).toBe(0);
      await leave(extra, ids[0]!);
      expect(await reached()).toBe(1);
    }
  }, 60_000);

  test('another process with a network of its own answers with what this one has just changed', async () => {
    const store = await open();
    await fill(store);
    const other = await openStore({ databaseUrl: store.databaseUrl, dataDir: store.dataDir });
    try {
      const [here, there] = [new KeptNetwork(store, null), new KeptNetwork(other, null)];
      const max = await contextOf(store, PEOPLE.max);
      const [target] = (await addPeople(max, [{ person: person({ name: 'Target' }), items: [] }])).ids as [number];
      const ways = async () => [await here.ways(VIEWERS[1], target, DAY, {}), await there.ways(VIEWERS[1], target, DAY, {})].map(costs);
      const [before, beforeThere] = await ways();
      expect([before, beforeThere]).toEqual([[], []]);
      const [tie] = (await tellTies(max, [{ a: null, b: target, kind: 'met', evidence: 'fair', place: '', lastContactOn: '2026-03-01', fromOn: null, toOn: null, private: false }])).ids as [number];
      const [told, toldThere] = await ways();
      expect([told!.length, toldThere]).toEqual([1, told]);
      await withdrawTie(await contextOf(other, PEOPLE.max), tie);
      expect(await ways()).toEqual([[], []]);
      expect([here.built, there.built]).toEqual([1, 1]);
    } finally {
      await other.close();
    }
  });
});
