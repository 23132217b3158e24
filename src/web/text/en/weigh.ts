import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Weigh page. What is filled in comes from the screen, already worded in the viewer's number format. */
export const weigh = {
  title: 'Find weights', lead: (p: { name: Value; version: Value }) => `${p.name}, version ${p.version}. What you find here goes into a draft; publishing the draft makes it count.`, toModel: 'Back to the model',
  level: 'What is weighed', lenses: 'The three lenses', partsOf: (p: { name: Value; n: Value }) => `${p.name}: ${p.n}`, counted: { lenses: (p: { n: number }) => plural(p.n, 'lens', 'lenses'), factors: (p: { n: number }) => plural(p.n, 'factor', 'factors'), indicators: (p: { n: number }) => plural(p.n, 'indicator', 'indicators') }, weighedBefore: 'weighed before',
  method: 'Method', methods: { direct: 'Points', swing: 'Swing', ahp: 'Pairwise comparison' },
  methodHints: {
    direct: 'Give each one points of any size. Quick, and honest where everybody agrees.',
    swing: 'Imagine a customer at its worst on everything below. Which one would you lift to its best first? That is worth 100; give each other one its share of that.',
    ahp: 'Compare two at a time. Contradictions show, and can be mended.',
  },
  alone: 'There is only one on this level: its weight is 100.',

  pointsOf: (p: { name: Value }) => `Points of ${p.name}`, swingOf: (p: { name: Value }) => `Worth of lifting ${p.name} from worst to best`, first: 'First', makeFirst: (p: { name: Value }) => `Lift ${p.name} first: 100`, worstToBest: 'From worst to best', item: 'Item',
  lastOfAll: 'last of all customers', firstOfAll: 'first of all customers', fromTo: (p: { worst: Value; best: Value }) => `${p.worst} → ${p.best}`, madeOf: (p: { parts: Value }) => `From 0 to 100 points on ${p.parts}`, fromCurrent: 'Start from the present weights', startAgain: 'Start again',
  pointsMissing: (p: { names: Value }) => `Still without a number: ${p.names}.`, allZero: 'Give at least one more than zero.', noHundred: 'Choose the one you would lift first; it is worth 100.',

  views: 'View', oneByOne: 'One by one', matrix: 'Matrix', progress: (p: { at: Value; all: Value }) => `Comparison ${p.at} of ${p.all}`, answered: (p: { n: Value; all: Value }) => `${p.n} of ${p.all} compared`,
  question: 'Which matters more for choosing customers, and by how much?', notYet: 'Not compared yet.', noneNeeded: 'All pairs are compared. The matrix shows them together.',
  equal: (p: { a: Value; b: Value }) => `${p.a} and ${p.b}: equally important`, matters: (p: { more: Value; less: Value; degree: Value; times: Value }) => `${p.more} over ${p.less}: ${p.degree} more important (${p.times} : 1)`,
  degrees: { 2: 'slightly', 3: 'moderately', 4: 'moderately to strongly', 5: 'strongly', 6: 'strongly to very strongly', 7: 'very strongly', 8: 'very strongly to extremely', 9: 'extremely' },
  ends: { equal: 'equal', more: 'more important' }, moreOf: (p: { name: Value }) => `${p.name} more important`, leaveOut: 'Leave it out', previous: 'Previous', next: 'Next', keysHint: '← → choose · 1–9 how much · Enter next · Backspace leaves it out', undoStep: 'Undo',
  matrixLabel: 'All comparisons: how many times as much the row matters as the column', cell: (p: { row: Value; column: Value }) => `${p.row} compared with ${p.column}`, noValue: '–', matrixHint: 'Each cell says how many times as much its row matters as its column.', disturbing: 'disturbs most',

  weights: 'Weights', now: (p: { weight: Value }) => `now ${p.weight}%`, legend: 'The tick is the present weight.', weightOf: (p: { name: Value; weight: Value; now: Value }) => `${p.name}: ${p.weight}%, now ${p.now}%`,
  loose: (p: { names: Value }) => `Nothing connects ${p.names} with the rest yet. Compare with one of the others.`, noneYet: 'Answer the first question, and weights begin to show.',
  consistency: 'Consistency', ratio: (p: { cr: Value }) => `CR ${p.cr}`, limit: (p: { limit: Value }) => `limit ${p.limit}`, gauge: (p: { cr: Value; limit: Value }) => `Consistency ratio ${p.cr}; at most ${p.limit} is consistent enough`,
  verdicts: {
    consistent: (p: { cr: Value; limit: Value }) => `Consistent enough: ${p.cr} is at most ${p.limit}.`, consistentFew: (p: { cr: Value; limit: Value }) => `Consistent enough: measured against so few comparisons, ${p.cr} is at most ${p.limit}.`, contradictoryFew: (p: { cr: Value; limit: Value }) => `Contradictory: measured against so few comparisons, ${p.cr} is above ${p.limit}. Look again at the comparison below.`,
    contradictory: (p: { cr: Value; limit: Value }) => `Contradictory: ${p.cr} is above ${p.limit}. Look again at the comparison below.`,
    tooFew: 'So few comparisons cannot contradict one another. Each further one checks them.', two: 'Two cannot contradict one another: there is no ratio.', noTable: (p: { n: Value }) => `The chosen table ends before ${p.n}: there is no ratio. Choose another table.`, flawless: 'No contradiction at all.',
  },
  missing: (p: { n: number; all: Value }) => (p.n === 1 ? `1 of ${p.all} pairs is not compared; it is taken as the others imply.` : `${p.n} of ${p.all} pairs are not compared; they are taken as the others imply.`),
  worst: 'Disturbs most', worstSaid: (p: { said: Value }) => `You said: ${p.said}`, worstFits: (p: { fits: Value }) => `The others say: ${p.fits}`, worstThen: (p: { cr: Value; then: Value }) => `CR ${p.cr} → ${p.then}`, adopt: (p: { value: Value }) => `Take ${p.value} instead`, show: 'Show it', adopted: 'Comparison changed',
  triad: (p: { a: Value; b: Value; c: Value; first: Value; second: Value; implied: Value; direct: Value }) => `${p.a} = ${p.first} × ${p.b} and ${p.b} = ${p.second} × ${p.c}, so ${p.a} = ${p.implied} × ${p.c}. You said ${p.direct} ×.`,

  use: 'Use these weights', recordOnly: 'Record without using', recorded: 'Recorded', taken: (p: { level: Value }) => `Weights of ${p.level} are in the draft`, levelGone: (p: { level: Value }) => `Your draft has no ${p.level} any more. Discard the draft on the model page, then use the weights.`, viewOnly: 'You may try this out; directors and administrators record weights and use them.', note: 'Note', notePlaceholder: 'Who was in the room, what was argued',
  why: (p: { level: Value; method: Value }) => `Weights of ${p.level}: ${p.method}`, whyRatio: (p: { level: Value; method: Value; cr: Value }) => `Weights of ${p.level}: ${p.method}, CR ${p.cr}`,

  earlier: 'Earlier weighings', noEarlier: 'Nobody has recorded how these weights were found.', noEarlierExample: 'Example: two directors compare the lenses apart from each other; their comparisons are combined, and the meeting talks about the one pair they see differently.', byVersion: (p: { n: Value }) => `version ${p.n}`, open: 'Open', openOf: (p: { method: Value; name: Value }) => `Open: ${p.method}, ${p.name}`, useOf: (p: { method: Value; name: Value }) => `Use: ${p.method}, ${p.name}`, useIt: 'Use', withdraw: 'Withdraw', withdrawOf: (p: { method: Value; name: Value }) => `Withdraw: ${p.method}, ${p.name}`, withdrawn: 'Weighing withdrawn', openedDone: 'Opened; what was here can be undone', together: (p: { n: number }) => `${plural(p.n, 'person', 'people')} together`, otherItems: 'other items', someone: 'the system', ratioOf: (p: { cr: Value }) => `CR ${p.cr}`, contradictory: 'contradictory',
  combine: 'Combine', combineHint: (p: { names: Value }) => `${p.names} have compared this level, each alone. Together they are the geometric mean of each comparison.`, combinePeople: 'Whose comparisons', combined: 'Combined; it is the first in the list', and: (p: { first: Value; last: Value }) => `${p.first} and ${p.last}`, comma: ', ',

  howTitle: (p: { method: Value }) => `How weights come from ${p.method}`, howWord: { direct: 'points', swing: 'swings', ahp: 'pairwise comparison' },
  howDirect: 'Each weight is the points of its item ÷ the sum of all points, in per cent. They are rounded to a tenth in such a way that they add to exactly 100 (largest remainder).',
  howSwing: 'Swing weights (von Winterfeldt and Edwards 1986): each weight is the worth of its swing ÷ the sum of all. What is weighed is the way from the worst to the best, not the name: a lens on which customers hardly differ deserves little weight however important it sounds. Rounded to a tenth, adding to exactly 100 (largest remainder).',
  howAhp: 'Analytic hierarchy process (Saaty 1980). Every comparison says how many times as much one item matters as the other. The comparisons make a matrix; the other half are their reciprocals.',
  derivation: 'Weights from the matrix', derivations: { eigenvector: 'Principal eigenvector (Saaty 1980)', geometric: 'Geometric mean of each row (Crawford and Williams 1985)' }, derivationHint: 'Without contradictions both are equal; with some they differ by a few tenths.',
  table: 'Random indexes', tables: { saaty1980: 'Saaty 1980', saaty2005: 'Saaty 2005', 'alonso-lamata': 'Alonso and Lamata 2006', 'donegan-dodd': 'Donegan and Dodd 1991' }, tableHint: 'The mean inconsistency of matrices filled at random. The same comparisons have another ratio by another table, so each ratio names its own.',
  rule: 'Limit', rules: { saaty: '0.10 (Saaty 1980)', strict: '0.05 for three, 0.08 for four, else 0.10 (Saaty 1994)' },
  symbols: { lambda: 'λmax, largest eigenvalue', n: 'n, items', ci: 'Consistency index CI = (λmax − n) ÷ (n − 1)', ri: (p: { table: Value }) => `Random index RI, ${p.table}`, cr: 'Consistency ratio CR = CI ÷ RI', few: 'CR against the RI of so few comparisons' }, byTables: 'The ratio by each table', inUse: 'in use',
  howMissing: 'Pairs that were not compared take the values that leave the least contradiction (Bozóki, Fülöp and Rónyai 2010). Few comparisons contradict one another less by nature; the random index is lowered for that (Ágoston and Csató 2022), and the stricter ratio decides.',
  howWorst: 'The comparison that disturbs most: each one in turn is taken out, the value the others imply is found, and the one whose replacement brings the ratio down furthest is shown.',
  howGroup: 'Several people: the geometric mean of each comparison (Aczél and Saaty 1983).', howRounding: 'The weights are rounded to a tenth so that they add to exactly 100.',
};
