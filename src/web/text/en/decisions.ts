import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Choosing key accounts: the act on the account page, the log, and the page of one decision. */
export const decisions = {
  title: 'Decisions', lead: 'Choosing a key account is an act: who decided, on what, with which alternatives. A year later it is looked at again.',
  keyAccounts: (p: { n: number }) => plural(p.n, 'key account', 'key accounts'), dueCount: (p: { n: number }) => (p.n === 0 ? 'no review due' : plural(p.n, 'review due', 'reviews due')),
  show: 'Show', shows: { all: 'All', due: 'Reviews due', chosen: 'Chosen', dropped: 'Dropped' }, inPortfolio: 'Show them in the portfolio',
  logLabel: 'Decisions on key accounts', more: 'Show earlier',
  empty: 'A few customers decide the result: choose them on purpose, and write down why.', emptyExample: 'For example: “Chosen on 31 March by the director and two account managers: opens a plant next door. Considered instead: two customers ranked 4 and 7. Against: pays late.”', emptyAction: 'Open the portfolio',
  emptyShow: { all: 'No decision yet.', due: 'No review is due. Each choice comes up one year after it was made or last reviewed.', chosen: 'No key account has been chosen yet.', dropped: 'No key account has been dropped.' },
  kinds: { choose: 'Chosen', drop: 'Dropped' }, withdrawnTag: 'withdrawn', replacedTag: 'replaced',
  then: (p: { score: Value; grade: Value; class: Value; revenue: Value }) => `Then ${p.score} · ${p.grade} · ${p.class} · ${p.revenue}`,
  reviewDue: (p: { day: Value }) => `Review due ${p.day}`, reviewedOn: (p: { day: Value }) => `Reviewed ${p.day}`, nextReview: (p: { day: Value }) => `Next review ${p.day}`,

  mark: 'chosen', markTitle: (p: { day: Value }) => `Key account since ${p.day}`, filter: 'Key accounts', filterTitle: 'Show only key accounts',
  choose: 'Choose as key account', drop: 'Drop as key account', since: (p: { day: Value }) => `Key account since ${p.day}`, droppedOn: (p: { day: Value }) => `Dropped as a key account on ${p.day}`, dueNow: 'review due', reviewNow: 'Review this year',
  chooseTitle: (p: { name: Value }) => `Choose ${p.name} as a key account`, dropTitle: (p: { name: Value }) => `Drop ${p.name} as a key account`,
  chosenDone: (p: { name: Value }) => `${p.name} is a key account`, droppedDone: (p: { name: Value }) => `${p.name} is no key account any more`,
  reasonsFor: { choose: 'What speaks for it', drop: 'Why it is dropped' }, reasonsAgainst: { choose: 'What speaks against it', drop: 'What speaks for keeping it' },
  forPlaceholder: { choose: 'In words that will still mean something in three years: their need, and what of it we can meet', drop: 'What changed since it was chosen' }, againstPlaceholder: 'A decision without a doubt was none',
  people: 'Who decided', peoplePlaceholder: 'Choose people', decidedOn: 'Decided on',
  alternatives: 'Considered instead', alternativesHint: 'The nearest in rank that are no key accounts are proposed. Their standing is kept with the decision.', addAlternative: 'Another customer',
  unranked: 'not ranked', searching: 'Type a part of a name', nothingFound: 'No such customer',
  frozen: 'Kept with the decision, unchanged', frozenScore: (p: { score: Value; confidence: Value }) => `Score ${p.score}, confidence ${p.confidence}`, frozenRank: (p: { rank: Value }) => `rank ${p.rank}`, frozenMoney: (p: { revenue: Value; contribution: Value; day: Value }) => `Revenue ${p.revenue}, contribution ${p.contribution} in the 12 months to ${p.day}`,
  frozenIndicators: (p: { n: number; proven: Value; assumed: Value; stale: Value }) => `${plural(p.n, 'indicator', 'indicators')}: ${p.proven} proven, ${p.assumed} assumed, ${p.stale} stale`, frozenFacts: 'The facts that the marks cite, as they read today', frozenModel: (p: { version: Value }) => `Version ${p.version} of the score model`,

  documentTitle: { choose: (p: { name: Value }) => `${p.name}, chosen as a key account`, drop: (p: { name: Value }) => `${p.name}, dropped as a key account` }, backToLog: 'Decisions', toAccount: 'Open the customer',
  decidedBy: (p: { people: Value; day: Value }) => `Decided by ${p.people} on ${p.day}.`, recordedBy: (p: { name: Value; at: Value }) => `Recorded by ${p.name}, ${p.at}.`, and: ' and ', comma: ', ', clause: ', ', someone: 'somebody',
  standing: { choose: 'This decision stands.', drop: 'This decision stands: it is no key account.' }, replaced: 'A later decision replaced it.', withdrawnOn: (p: { day: Value; name: Value }) => `Withdrawn on ${p.day} by ${p.name}.`, cameFromReview: 'It came out of a review.',
  withdraw: 'Withdraw', withdrawnDone: 'Decision withdrawn', print: 'Print', others: 'Other decisions on this customer', notFound: 'This decision does not exist, or its customer is not yours to see.',
  reasons: 'Why', noReasonAgainst: 'Nothing was noted.', on: 'What it was decided on', asKnown: (p: { day: Value; version: Value; model: Value }) => `As known on ${p.day}, by version ${p.version} of the score model “${p.model}”.`,
  score: 'Score', grade: 'Grade', class: 'Class', rank: 'Rank', rankOf: (p: { rank: Value; all: Value }) => `${p.rank} of ${p.all}`, confidence: 'Confidence', revenue: 'Revenue, 12 months', margin: 'Gross margin', contribution: 'Contribution', none: 'unknown',
  facts: 'Facts as quoted then', noFacts: 'The marks cited no fact: what people assessed was an assumption.', factsCut: (p: { shown: Value; all: Value }) => `The ${p.shown} weightiest of ${p.all} facts were kept.`, factPage: (p: { page: Value }) => `page ${p.page}`, citedFor: (p: { names: Value }) => `for ${p.names}`, provedThen: (p: { share: Value }) => `proved ${p.share}`,
  indicatorTitle: (p: { name: Value }) => `${p.name}, as known then`, value: 'Value', said: 'What was chosen', points: 'Points', weight: 'Weight', adds: 'Added to the total', evidence: 'Evidence', restedOn: 'Rested on', restedOnNothing: 'It cited no fact.', restedOnTrade: 'Computed from invoice lines.',
  alternativesThen: 'Considered instead, as they stood then', noAlternativesThen: 'No alternative was named.', thisOne: 'decided on',

  happened: 'What happened since', happenedNothing: (p: { day: Value }) => `Nothing new yet: the data still end on ${p.day}.`, period: (p: { from: Value; to: Value; days: Value }) => `From ${p.from} to ${p.to}, ${p.days}.`,
  otherModel: 'The score model has changed since: part of a change of score is the ruler’s, not the customer’s.', otherCurrency: (p: { then: Value; now: Value }) => `The reporting currency was ${p.then} then and is ${p.now} now: amounts stand side by side and are not compared.`,
  findRevenue: (p: { change: Value }) => `Revenue ${p.change}`, findLost: (p: { n: number }) => (p.n === 0 ? 'every proven fact still holds' : `${plural(p.n, 'fact proves', 'facts prove')} less today`), stop: '.',
  columns: { figure: 'Figure', then: 'Then', now: 'Now', change: 'Change' }, reviewColumn: (p: { day: Value }) => `Review ${p.day}`,
  pointsChange: (p: { points: Value }) => `${p.points} points`, gradeChange: (p: { steps: number }) => (p.steps === 0 ? 'same grade' : p.steps > 0 ? `${plural(p.steps, 'grade', 'grades')} better` : `${plural(-p.steps, 'grade', 'grades')} worse`),
  classChange: { same: 'same class', better: 'better class', worse: 'worse class' }, placesChange: (p: { places: number }) => (p.places === 0 ? 'same rank' : p.places > 0 ? `${plural(p.places, 'place', 'places')} up` : `${plural(-p.places, 'place', 'places')} down`),
  chart: 'Revenue by month', chartLabel: (p: { from: Value; to: Value; before: Value; since: Value }) => `Revenue by month from ${p.from} to ${p.to}: ${p.before} a month before the decision, ${p.since} since`, chartBefore: 'before', chartSince: 'since the decision', chartAverage: (p: { before: Value; since: Value }) => `${p.before} a month before, ${p.since} since`,
  moved: 'Indicators that moved most', movedNone: 'No indicator moved.', moves: { rose: (p: { then: Value; now: Value }) => `${p.then} → ${p.now}`, fell: (p: { then: Value; now: Value }) => `${p.then} → ${p.now}`, becameKnown: (p: { now: Value }) => `now known: ${p.now}`, becameUnknown: (p: { then: Value }) => `not known any more, was ${p.then}` }, effect: (p: { points: Value }) => `${p.points} on the total`,
  lost: 'Facts that prove less today', lostNone: 'Every fact that was proven then still is.', lostBy: { withdrawn: 'withdrawn since', expired: 'expired', stale: 'too old to rely on' },

  reviews: 'Reviews', noReviews: 'Not reviewed yet.', outcomes: { keep: 'Kept', watch: 'Kept under watch', drop: 'Dropped' }, outcomeChoices: { keep: 'Keep', watch: 'Watch', drop: 'Drop' }, outcomeHints: { keep: 'It stands; the next review is in a year.', watch: 'It stands under watch; the next review is in a year.', drop: 'It is dropped as a key account, with this note as the reason.' },
  reviewBy: (p: { name: Value; day: Value }) => `${p.name}, ${p.day}`, takeBackReview: 'Take back', reviewWithdrawn: 'Review taken back', reviewDone: { keep: 'Reviewed: kept', watch: 'Reviewed: under watch', drop: 'Reviewed: dropped as a key account' },
  thisYear: 'This year’s review', dueSince: (p: { day: Value }) => `It has been due since ${p.day}: one year after the decision or its last review (our default).`, dueOn: (p: { day: Value }) => `It will be due on ${p.day}: one year after the decision or its last review (our default). You may review it earlier.`,
  outcome: 'Outcome', note: 'What the review found', notePlaceholder: 'What came true of the reasons, what did not, what follows', reviewedOnDay: 'Reviewed on', review: 'Record the review', dropDecision: 'Read the decision to drop it',
};
