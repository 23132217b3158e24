import { expect, test } from 'vitest';
import { INTRODUCTION_STATES, nextSteps } from '#domain/relate/introduction.ts';

test.each([
  ['requested', ['connector'], ['accepted', 'declined']], ['requested', ['requester'], ['cancelled']], ['requested', ['requester', 'connector'], ['accepted', 'declined', 'cancelled']], ['requested', [], []],
  ['accepted', ['connector'], ['declined', 'introduced']], ['accepted', ['requester'], ['introduced', 'cancelled']], ['introduced', ['requester'], ['met', 'cancelled']], ['met', ['connector'], []], ['met', ['requester'], ['thanked']],
] as const)('%s as %j', (state, sides, steps) => expect(nextSteps(state, sides)).toEqual(steps));

test('what is over stays over', () => {
  for (const state of ['declined', 'thanked', 'cancelled'] as const) expect(nextSteps(state, ['requester', 'connector'])).toEqual([]);
  expect(INTRODUCTION_STATES).toHaveLength(7);
});
