import { expect, test } from 'vitest';
import { INTRODUCTION_STATES, nextSteps, OPEN_STATES, turnsOf, waitsFor } from '#domain/relate/introduction.ts';

test.each([
  ['requested', ['connector'], ['accepted', 'declined']], ['requested', ['requester'], ['cancelled']], ['requested', ['requester', 'connector'], ['accepted', 'declined', 'cancelled']], ['requested', [], []],
  ['accepted', ['connector'], ['declined', 'introduced']], ['accepted', ['requester'], ['introduced', 'cancelled']], ['introduced', ['requester'], ['met', 'cancelled']], ['met', ['connector'], []], ['met', ['requester'], ['thanked']],
] as const)('%s as %j', (state, sides, steps) => expect(nextSteps(state, sides)).toEqual(steps));

test('what is over stays over', () => {
  for (const state of ['declined', 'thanked', 'cancelled'] as const) expect(nextSteps(state, ['requester', 'connector'])).toEqual([]);
  expect(INTRODUCTION_STATES).toHaveLength(7);
});

test('a request waits for one side at a time, and only for who can take the next step', () => {
  expect([turnsOf('connector'), turnsOf('requester')]).toEqual([['requested', 'accepted'], ['introduced', 'met']]);
  expect(OPEN_STATES).toEqual(['requested', 'accepted']);
  for (const state of INTRODUCTION_STATES) {
    expect(waitsFor(state, ['requester', 'connector'])).toBe(!['declined', 'thanked', 'cancelled'].includes(state));
    for (const side of ['requester', 'connector'] as const) if (waitsFor(state, [side])) expect(nextSteps(state, [side]).filter((step) => step !== 'cancelled')).not.toEqual([]);
    expect(waitsFor(state, [])).toBe(false);
  }
});
