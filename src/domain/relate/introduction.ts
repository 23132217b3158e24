/** Where a request for an introduction stands (引荐): asked, agreed or declined by who was asked, passed on, met, thanked; or taken back. */
export const INTRODUCTION_STATES = ['requested', 'accepted', 'declined', 'introduced', 'met', 'thanked', 'cancelled'] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];
/** Whose step it is: who asked, or who was asked. */
export type IntroductionSide = 'requester' | 'connector';

const STEPS: Readonly<Record<IntroductionState, Partial<Record<IntroductionState, readonly IntroductionSide[]>>>> = {
  requested: { accepted: ['connector'], declined: ['connector'], cancelled: ['requester'] },
  accepted: { introduced: ['connector', 'requester'], declined: ['connector'], cancelled: ['requester'] },
  introduced: { met: ['requester', 'connector'], cancelled: ['requester'] },
  met: { thanked: ['requester'] },
  declined: {}, thanked: {}, cancelled: {},
};

/**
 * Steps open to somebody. Where the one asked does not sign in here (`stands` is both), the requester notes their answer too.
 * Nobody but who was asked agrees: an introduction costs them a favour.
 */
export function nextSteps(state: IntroductionState, sides: readonly IntroductionSide[]): IntroductionState[] {
  return INTRODUCTION_STATES.filter((next) => STEPS[state][next]?.some((side) => sides.includes(side)));
}

/** Whose turn it is (该谁处理): who was asked answers and passes on; who asked tells of the meeting and owes the thanks. Null: nobody's, it has ended. */
const TURN: Readonly<Record<IntroductionState, IntroductionSide | null>> = { requested: 'connector', accepted: 'connector', introduced: 'requester', met: 'requester', declined: null, thanked: null, cancelled: null };

/** States in which one waits for that side. */
export const turnsOf = (side: IntroductionSide): IntroductionState[] => INTRODUCTION_STATES.filter((state) => TURN[state] === side);

/** Whether a request waits for somebody who stands on these sides; taking it back is always open and waits for nobody. */
export const waitsFor = (state: IntroductionState, sides: readonly IntroductionSide[]): boolean => sides.some((side) => TURN[state] === side);

/** Requests that a connector still has to answer or to pass on. */
export const OPEN_STATES: readonly IntroductionState[] = turnsOf('connector');
/** From so many open requests on, whoever asks one more is told so. It is a courtesy, no bar (default of the house). */
export const BUSY_FROM = 3;
/** Who declined is not proposed again to the same asker for the same person for so long, in days (default of the house). */
export const DECLINE_HOLDS_DAYS = 180;
