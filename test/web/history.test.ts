import { describe, expect, test } from 'vitest';
import { randomOf } from '#domain/random.ts';
import { History, NeverDone, type Act, type Turn, type Way } from '../../src/web/history.ts';

const act = (text: string): Act => ({ text, flipped: false, place: { path: '/', title: '' } });

/** A history over a world in which acts hold or not; requests are answered when the test says so. */
function world(most?: number) {
  const holds = new Set<string>();
  const told: string[] = [];
  const waiting: { answer: () => void; fail: (error: unknown) => void }[] = [];
  const history = new History({
    turned: (one, turn) => void told.push(`${turn} ${one.text}`),
    refused: (one, turn, error, kept) => void told.push(`${turn} ${one.text} refused: ${(error as Error).message}${kept ? ', kept' : ''}`),
    changed: () => {},
    passing: (error) => (error as Error).message === 'unreachable',
  }, most);
  const way = (text: string, to: boolean, redo = true): Way => () => new Promise((resolve, reject) => {
    waiting.push({
      answer: () => {
        if (to) holds.add(text); else holds.delete(text);
        resolve(to || redo ? way(text, !to, redo) : null);
      },
      fail: reject,
    });
  });
  const settle = async (): Promise<void> => { for (let n = 0; n < 20; n += 1) await Promise.resolve(); };
  return {
    history, told, waiting, settle, way,
    state: () => [...holds].toSorted().join(''),
    do: (text: string, redo = true) => { holds.add(text); return history.push(act(text), way(text, false, redo)); },
    ask: (...turns: Turn[]) => turns.map((turn) => history.turn(turn)),
    /** Answers everything, one after the other. */
    answer: async () => { for (await settle(); waiting.length > 0; await settle()) waiting.shift()!.answer(); },
  };
}

describe('step by step', () => {
  test('the newest first, then the one before; done again in the order they were done', async () => {
    const w = world();
    for (const one of ['A', 'B', 'C']) w.do(one);
    expect(w.ask('undo', 'undo')).toEqual([true, true]);
    await w.answer();
    expect([w.state(), w.history.canUndo, w.history.canRedo]).toEqual(['A', true, true]);
    expect(w.ask('undo', 'undo')).toEqual([true, false]);
    await w.answer();
    expect([w.state(), w.history.canUndo]).toEqual(['', false]);
    expect(w.ask('redo', 'redo', 'redo', 'redo')).toEqual([true, true, true, false]);
    await w.answer();
    expect([w.state(), w.history.canRedo]).toEqual(['ABC', false]);
    expect(w.told).toEqual(['undo C', 'undo B', 'undo A', 'redo A', 'redo B', 'redo C']);
  });

  test('a new act ends what could be done again', async () => {
    const w = world();
    w.do('A');
    w.do('B');
    w.ask('undo');
    await w.answer();
    w.do('C');
    expect([w.ask('redo'), w.history.canRedo]).toEqual([[false], false]);
    w.ask('undo', 'undo');
    await w.answer();
    expect(w.state()).toBe('');
  });

  test('only so many are kept, the oldest go', async () => {
    const w = world(3);
    for (const one of ['A', 'B', 'C', 'D']) w.do(one);
    expect(w.ask('undo', 'undo', 'undo', 'undo')).toEqual([true, true, true, false]);
    await w.answer();
    expect(w.state()).toBe('A');
  });

  test('what cannot be done again is no longer there once it is taken back', async () => {
    const w = world();
    w.do('A');
    w.do('B', false);
    w.ask('undo');
    await w.answer();
    expect([w.state(), w.history.canRedo, w.ask('undo')]).toEqual(['A', false, [true]]);
  });
});

describe('while something is on its way', () => {
  test('a second press waits its turn and means the act before; none is lost, none doubled', async () => {
    const w = world();
    for (const one of ['A', 'B', 'C']) w.do(one);
    w.ask('undo', 'undo');
    await w.settle();
    expect([w.waiting.length, w.history.running?.text]).toEqual([1, 'C']);
    // What is done meanwhile is not meant by presses of before, and what they take back is not done again after it.
    w.do('D');
    await w.answer();
    expect([w.state(), w.told, w.ask('redo')]).toEqual(['AD', ['undo C', 'undo B'], [false]]);
    w.ask('undo', 'undo', 'redo');
    await w.answer();
    expect([w.state(), w.history.canRedo]).toEqual(['A', true]);
  });

  test('an act that came to nothing is no entry; who meant it has nothing taken back instead', async () => {
    const w = world();
    w.do('A');
    const forget = w.do('B');
    w.ask('undo');
    await w.settle();
    w.waiting.shift()!.fail(new NeverDone());
    forget();
    await w.answer();
    expect([w.told, w.history.canRedo]).toEqual([[], false]);
    w.do('C')();
    w.ask('undo');
    await w.answer();
    expect(w.told).toEqual(['undo A']);
  });

  test('another person: nothing is left, and what is on its way is not told', async () => {
    const w = world();
    w.do('A');
    w.do('B');
    w.ask('undo', 'undo');
    await w.settle();
    w.history.clear();
    await w.answer();
    expect([w.state(), w.told, w.ask('undo', 'redo'), w.history.running]).toEqual(['A', [], [false, false], null]);
  });
});

describe('refusals', () => {
  test('what is refused is told and dropped, and the next goes on', async () => {
    const w = world();
    for (const one of ['A', 'B', 'C']) w.do(one);
    w.ask('undo', 'undo');
    await w.settle();
    w.waiting.shift()!.fail(new Error('changed since'));
    await w.answer();
    expect(w.told).toEqual(['undo C refused: changed since', 'undo B']);
    w.ask('redo');
    await w.answer();
    expect([w.told.at(-1), w.ask('redo')]).toEqual(['redo B', [false]]);
    w.ask('undo', 'undo');
    await w.answer();
    expect(w.told.slice(-2)).toEqual(['undo B', 'undo A']);
  });

  test('without an answer everything stays as it is, also what was asked for after, and goes the next time', async () => {
    const w = world();
    for (const one of ['A', 'B', 'C']) w.do(one);
    w.ask('undo', 'undo');
    await w.settle();
    w.do('D');
    w.waiting.shift()!.fail(new Error('unreachable'));
    await w.answer();
    expect([w.told, w.state()]).toEqual([['undo C refused: unreachable, kept'], 'ABCD']);
    w.ask('undo', 'undo', 'undo', 'undo');
    await w.answer();
    expect([w.told.slice(1), w.state()]).toEqual([['undo D', 'undo C', 'undo B', 'undo A'], '']);
  });
});

test('acts and the steps of a page are in one order', async () => {
  const w = world();
  const before = w.history.number();
  w.do('A');
  const after = w.history.number();
  expect([before < w.history.newest, after > w.history.newest]).toEqual([true, true]);
  w.ask('undo');
  await w.answer();
  expect(w.history.newest).toBe(0);
});

test.each([1, 2, 3, 4, 5])('random acts and presses, answered at random, come to what a plain list of acts comes to (%i)', async (seed) => {
  const random = randomOf(seed);
  const w = world();
  let held: string[] = [];
  let back: string[] = [];
  for (let n = 0; n < 300; n += 1) {
    const dice = random();
    if (dice < 0.35) {
      const name = `${String(n).padStart(3, '0')} `;
      w.do(name);
      held.push(name);
      back = [];
    } else if (dice < 0.6) {
      w.ask('undo');
      if (held.length > 0) back.push(held.pop()!);
    } else if (dice < 0.75) {
      w.ask('redo');
      if (back.length > 0) held.push(back.pop()!);
    } else {
      await w.settle();
      w.waiting.shift()?.answer();
    }
    held = held.slice(-100);
  }
  await w.answer();
  expect(w.state()).toBe(held.join(''));
  expect([w.history.canUndo, w.history.canRedo]).toEqual([held.length > 0, back.length > 0]);
});
