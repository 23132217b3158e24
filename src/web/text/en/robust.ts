import { plural } from '../plural.ts';

type Value = string | number;

/** Robustness of the ranking (S9): strip, column and drawer on the portfolio page. */
export const robust = {
  toggle: 'Robustness', toggleMeans: 'How today’s choice stands when the weights vary',
  region: 'Robustness of the ranking',
  finding: (p: { picks: number; solid: number; fragile: number; how: Value }) =>
    `Of ${plural(p.picks, 'pick', 'picks')}, ${plural(p.solid, 'stands', 'stand')} under at least 90% of ${p.how}; ${p.fragile === 0 ? 'none is fragile' : plural(p.fragile, 'is fragile', 'are fragile')}.`,
  howAny: 'all weightings', howNear: (p: { share: Value }) => `the weightings within ±${p.share} of today’s`,
  nobody: 'Nobody has a score yet, so nobody can be picked.',
  reading: 'Letting the weights vary …', failed: 'These weightings cannot be drawn. Choose wider ones.', stopped: (p: { drawn: Value }) => `Stopped after ${p.drawn} weightings.`,
  running: 'Drawing weightings', drawnOf: (p: { drawn: Value; all: Value }) => `${p.drawn} of ${p.all}`, left: (p: { time: Value }) => `${p.time} left`, cancel: 'Cancel', again: 'Draw again',
  stale: 'The weights have moved since.',
  drawn: (p: { draws: Value; seed: Value; seconds: Value }) => `${p.draws} weightings, seed ${p.seed}, ${p.seconds} s`, toDraw: (p: { draws: Value; seed: Value }) => `${p.draws} weightings, seed ${p.seed}`,
  another: 'Other draws', anotherMeans: 'The same question with another seed: what hangs on chance changes, what is solid stays',
  weightings: 'Weights', any: 'Any', anyMeans: 'Each weight may be anything from 0 to 100% of its level: what holds now holds whoever sets the weights',
  nearMeans: (p: { share: Value }) => `Each weight within ±${p.share} of what the sliders say`,
  top: 'Picked', topMeans: 'Who counts as picked: a share such as 20%, or a number of customers such as 15', topFault: '20% or 15',
  showThose: 'Show these customers: ', chip: (p: { verdict: Value; n: Value }) => `${p.verdict}: ${p.n}`,

  verdicts: { solid: 'Solid', open: 'Depends', fragile: 'Fragile', barred: 'Red line', overlooked: 'Overlooked', outside: 'Outside' },
  verdictMeans: {
    solid: 'Picked today, and by at least 90% of the weightings', open: 'Picked today; half to 90% of the weightings agree', fragile: 'Picked today, but by fewer than half of the weightings',
    barred: 'Ranked among the picks, but under a red line that no weighting lifts', overlooked: 'Not picked today, but by at least half of the weightings', outside: 'Not picked',
  },
  column: 'Chance', columnMeans: (p: { top: Value }) => `Share of the weightings that put the customer among the first ${p.top}`,
  chanceMeans: (p: { chance: Value; top: Value }) => `Among the first ${p.top} under ${p.chance} of the weightings`, openRow: (p: { name: Value }) => `Robustness of ${p.name}: `,
  keys: 'r robustness',

  noScore: 'Without a score there is nothing to vary.',
  chanceHead: 'Chance to be picked', chanceOf: (p: { top: Value }) => `of the weightings put it among the first ${p.top}`,
  histogram: (p: { low: Value; high: Value; mean: Value }) => `Ranks under all weightings drawn: mean ${p.mean}, usually ${p.low} to ${p.high}`,
  rankOne: (p: { rank: Value }) => `Rank ${p.rank}`, rankSome: (p: { from: Value; to: Value }) => `Ranks ${p.from}–${p.to}`, barMeans: (p: { ranks: Value; share: Value }) => `${p.ranks}: ${p.share} of the weightings`,
  topMark: (p: { top: Value }) => `first ${p.top}`, todayMark: (p: { rank: Value }) => `▲ today’s rank: ${p.rank}`,
  mean: 'Mean rank', usual: 'Usually', usualMeans: 'Nine weightings of ten: from the 5% to the 95% point', extremes: 'Best–worst', first: 'Rank 1',
  centralHead: 'Weights that pick it', centralHow: (p: { top: Value }) => `Mean of all weightings that put it among the first ${p.top} (central weights), beside those of today.`,
  now: 'Today', central: 'Central', allWeights: (p: { n: number }) => `Show ${plural(p.n, 'more weight', 'more weights')}`, neverPicked: (p: { top: Value }) => `No weighting drawn puts it among the first ${p.top}.`,
  sureHead: 'How sure that is', sureReading: 'Computing …', sure: (p: { share: Value; top: Value }) => `Even under those weights it is among the first ${p.top} with a probability of ${p.share}, as well as its points and everybody’s are proven.`,
  unsure: 'Its place hangs on what nobody has proven.',
  sureHow: 'Confidence factor. Rule of the house: a point holds with the probability of its evidence; otherwise it may be anything from 0 to 100.',
  turnsHead: 'What would turn it', rival: 'Against', noRival: 'There is nobody to compare it with.', tied: 'They share their place today: any change decides.',
  neverTurns: (p: { ahead: Value; behind: Value }) => `No single weight puts ${p.behind} before ${p.ahead}.`,
  turns: (p: { weight: Value; to: Value; from: Value; ahead: Value; behind: Value }) => `If ${p.weight} weighed ${p.to} instead of ${p.from}, ${p.behind} would pass ${p.ahead}.`,
  inside: (p: { name: Value; of: Value }) => `${p.name} (in ${p.of})`, tryIt: 'Try it on the sliders', tried: 'The sliders show these weights; “Reset” takes them back.',
  weight: 'Weight', from: 'Turns at', relative: 'Change', turnsHow: 'One weight at a time; the others of its level keep their proportions. The smallest relative change is the critical one.',
};
