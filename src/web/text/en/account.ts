import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Account page. What is filled in comes from the screen, already worded in the viewer's number format. */
export const account = {
  back: 'Portfolio', tabs: { overview: 'Overview', assess: 'Assess', facts: 'Facts', sources: 'Sources', insight: 'Insight', people: 'People', projects: 'Projects', timeline: 'Timeline' },
  key: 'Code', rank: 'Rank', grade: (p: { grade: Value }) => `Grade ${p.grade}`, score: 'Score', confidence: (p: { share: Value }) => `confidence ${p.share}`,
  rename: (p: { name: Value }) => `Rename ${p.name}`, renamed: (p: { name: Value }) => `Renamed to ${p.name}`, country: 'Country', industry: 'Industry', addCountry: 'country', addIndustry: 'industry', note: 'Note', addNote: 'Add a note', noteLabel: 'Note on this customer',
  saved: 'Saved', edited: (p: { field: Value }) => `${p.field} changed`,
  owner: 'Owner', noOwner: 'no owner', team: 'Team', editTeam: 'Change owner and team', teamSaved: 'Team changed', addPerson: 'Add a person', removePerson: (p: { name: Value }) => `Take ${p.name} out of the team`,
  roles: { owner: 'Account manager (owner)', solution: 'Solution manager', delivery: 'Delivery manager', member: 'Member' },
  archive: 'Archive', restore: 'Take back', archived: 'Archived', archivedDone: 'Archived; it no longer counts in the portfolio', restoredDone: 'Taken back', more: 'More',
  archivedNote: (p: { day: Value }) => `Archived on ${p.day}. It does not count in the portfolio.`,
  notFound: 'This customer does not exist, or is not yours to see.', backToList: 'Back to the portfolio',

  figures: 'Key figures', howComputed: 'How computed', howComputedOf: (p: { name: Value }) => `How ${p.name} is computed`, inputs: 'From', formula: 'Formula', points: 'Points', weight: 'Weight', contributionToTotal: 'Adds to the total', evidence: 'Evidence', close: 'Close', noInput: 'none',
  year: (p: { day: Value }) => `12 months to ${p.day}`, before: (p: { amount: Value }) => `12 months before: ${p.amount}`, trendNew: 'new', noTrade: 'No trade in the last 12 months.', noCost: 'the lines carry no cost',
  revenue: 'Revenue', margin: 'Gross margin', contribution: 'Contribution', lastDay: 'Last invoice', daysAgo: (p: { n: number }) => `${plural(p.n, 'day', 'days')} before the as-of day`, firstDay: 'Customer since', invoices: 'Invoices', share: (p: { share: Value }) => `${p.share} of revenue`,
  uncounted: (p: { currencies: Value; reporting: Value }) => `Trade in ${p.currencies} does not count in the score: there is no rate to ${p.reporting}.`, enterRates: 'Enter rates',

  why: (p: { total: Value }) => `Why ${p.total}`, whyUnknown: 'Not scored yet', whyUnknownBody: 'No indicator has a value. Import invoice lines, or assess the customer.',
  lens: { past: 'Past', present: 'Present', future: 'Future' }, lensScore: (p: { score: Value }) => `${p.score} of 100`, lensWeight: (p: { weight: Value }) => `weight ${p.weight}%`, lensNone: 'nothing known yet',
  missingCount: (p: { n: Value }) => `${p.n} not known yet`, showMissing: 'Show', hideMissing: 'Hide', capped: (p: { cap: Value }) => `held at ${p.cap}: rests on assumptions alone`,
  barLabel: (p: { name: Value; points: Value; contribution: Value; state: Value }) => `${p.name}: ${p.points} of 100 points, adds ${p.contribution}, ${p.state}`, value: 'Value', notKnown: 'not known',
  states: { proven: 'proven', assumed: 'assumed', stale: 'stale', missing: 'not known' },
  deductions: 'Deductions', vetoes: 'Red line', vetoHolds: 'A red line holds: the grade stays at D whatever the total.', total: 'Total',
  gradeLine: (p: { grade: Value; points: Value }) => `${p.grade} from ${p.points}`,

  lift: (p: { grade: Value }) => `What would lift it to ${p.grade}`, liftMissing: (p: { points: Value }) => `${p.points} points are missing`, liftTop: 'It holds the highest grade.', liftStep: (p: { name: Value; from: Value; to: Value }) => `${p.name}: ${p.from} → ${p.to}`, liftProve: (p: { name: Value; value: Value }) => `${p.name}: ${p.value}, backed by a fact`, liftGone: (p: { name: Value }) => `${p.name}: no longer applies`, liftGain: (p: { points: Value }) => `+${p.points}`, liftReaches: (p: { grade: Value }) => `reaches ${p.grade}`, liftUnknown: 'not known', liftNone: 'No single change is enough; several together are.',
  classTitle: (p: { class: Value }) => `Class: ${p.class}`,
  classRules: {
    strategicPosition: (p: { potential: Value; value: Value }) => `Potential ${p.potential} and value today ${p.value} are both high enough for a strategic customer.`,
    strategicGrade: 'Its grade makes it a strategic customer.',
    keyValue: (p: { value: Value }) => `Value today ${p.value} is high enough for a key customer.`,
    growthPotential: (p: { potential: Value; value: Value }) => `Potential ${p.potential} is high while value today is ${p.value}: worth growing.`,
    losses: (p: { lossQuarters: number; potential: Value }) => `It has cost money for ${plural(p.lossQuarters, 'quarter', 'quarters')} in a row, with a potential of ${p.potential}.`,
    veto: 'A red line holds.',
    rest: (p: { value: Value; potential: Value }) => `Value today ${p.value} and potential ${p.potential} reach no other class.`,
    unknown: 'There is too little to class it by.',
  },
  classUnknownPotential: 'Potential is not assessed yet: mark the present and the future on the Assess tab.',
  none: 'unknown',

  markNote: 'Note', yes: 'applies', no: 'does not apply',

  trade: 'Trade by month', tradeLabel: (p: { currency: Value; from: Value; to: Value }) => `Revenue and margin a month in ${p.currency}, ${p.from} to ${p.to}`, tradeRevenue: (p: { amount: Value }) => `Revenue ${p.amount}`, tradeCredits: (p: { amount: Value }) => `Credit notes ${p.amount}`, tradeMargin: (p: { amount: Value }) => `Margin ${p.amount}`, legendRevenue: 'Revenue', legendMargin: 'Margin', legendCredits: 'Credit notes', legendBefore: 'earlier',
  costToServe: 'From revenue to profit', driver: 'Driver', quantity: 'Quantity', rate: 'Rate', cost: 'Cost',
  drivers: { orders: 'Orders', lines: 'Lines', returns: 'Returns', overdue: 'Overdue amount × days' }, marginLine: 'Gross margin', contributionLine: 'Profit after cost-to-serve', ratesLink: 'Rates are set in the settings', quantityOverdue: (p: { amount: Value }) => `${p.amount} × days`, ratePerYear: (p: { share: Value }) => `${p.share} a year`,

  invoicesTitle: 'Invoice lines', moreLines: 'Show more', day: 'Day', invoiceNo: 'Invoice', product: 'Product', amount: 'Amount', kinds: { sale: 'sale', credit: 'credit note', charge: 'charge' }, due: 'Due', paid: 'Paid', open: 'open', source: 'Source', sourceRow: (p: { file: Value; row: Value }) => `${p.file}, row ${p.row}`, noLines: 'No invoice lines yet.', kind: 'Kind',

  timelineEmpty: 'Nothing has happened here yet. Every change will appear with who, when and from what.', undo: 'Undo', undone: 'taken back', someone: 'the system', moreEvents: 'Show earlier',
  events: {
    accountsCreated: 'Customer created', accountEdited: (p: { changes: Value }) => `Changed ${p.changes}`, accountArchived: 'Archived', accountRestored: 'Taken back from the archive', teamAssigned: (p: { team: Value }) => `Team set: ${p.team}`, teamEmptied: 'Team emptied', marked: (p: { marks: Value }) => `Assessed ${p.marks}`, importCommitted: (p: { file: Value }) => `Invoice lines brought in from ${p.file}`, importUndone: (p: { file: Value }) => `Import of ${p.file} taken back out`,
    markedCiting: (p: { marks: Value; statement: Value }) => `Assessed ${p.marks}; recorded “${p.statement}”`, factsRecorded: (p: { n: number; statement: Value }) => (p.n === 1 ? `Recorded: “${p.statement}”` : `Recorded ${plural(p.n, 'fact', 'facts')}: “${p.statement}” …`), factEdited: (p: { statement: Value; fields: Value }) => `Changed ${p.fields} of “${p.statement}”`, factsWithdrawn: (p: { n: number; statement: Value }) => (p.n === 1 ? `Withdrew “${p.statement}”` : `Withdrew ${plural(p.n, 'fact', 'facts')}: “${p.statement}” …`), people: {
      person: { added: (n: number) => `Added ${plural(n, 'person', 'people')}`, changed: (n: number) => `Changed ${plural(n, 'person', 'people')}`, withdrawn: (n: number) => `Took ${plural(n, 'person', 'people')} off`, restored: (n: number) => `Brought back ${plural(n, 'person', 'people')}` },
      person_item: { added: (n: number) => `Added ${plural(n, 'detail', 'details')} of a person`, changed: (n: number) => `Changed ${plural(n, 'detail', 'details')} of a person`, withdrawn: (n: number) => `Took back ${plural(n, 'detail', 'details')} of a person`, restored: (n: number) => `Brought back ${plural(n, 'detail', 'details')} of a person` },
      tie: { added: (n: number) => `Told ${plural(n, 'tie', 'ties')}`, changed: (n: number) => `Changed ${plural(n, 'tie', 'ties')}`, withdrawn: (n: number) => `Took back ${plural(n, 'tie', 'ties')}`, restored: (n: number) => `Brought back ${plural(n, 'tie', 'ties')}` },
      introduction: { added: (n: number) => `Asked for ${n === 1 ? 'an introduction' : plural(n, '', 'introductions')}`, changed: (n: number) => `Changed ${plural(n, 'request', 'requests')} for an introduction`, withdrawn: (n: number) => `Took back ${plural(n, 'request', 'requests')} for an introduction`, restored: (n: number) => `Brought back ${plural(n, 'request', 'requests')} for an introduction` },
      steps: { requested: () => 'Asked for an introduction', accepted: () => 'Agreed to an introduction', declined: () => 'Declined an introduction', introduced: () => 'Introduced', met: () => 'Met after an introduction', thanked: () => 'Thanked for an introduction', cancelled: () => 'Took back a request for an introduction' },
      merged: () => 'Merged two entries of one person', imported: (n: number) => `Own contacts: ${plural(n, 'person', 'people')}`, importUndone: (n: number) => `Own contacts taken out: ${plural(n, 'person', 'people')}` }, noted: { added: (p: { noun: Value; title: Value }) => `Added the ${p.noun} “${p.title}”`, changed: (p: { noun: Value; title: Value }) => `Changed the ${p.noun} “${p.title}”`, withdrawn: (p: { noun: Value; title: Value }) => `Withdrew the ${p.noun} “${p.title}”`, restored: (p: { noun: Value; title: Value }) => `Brought back the ${p.noun} “${p.title}”` },
    holderErased: (p: { title: Value }) => `Erased the name at the position “${p.title}”`, textSent: (p: { title: Value; pages: Value; host: Value }) => `Pages ${p.pages} of “${p.title}” sent to ${p.host} for proposals`, sourceAdded: (p: { title: Value }) => `Source added: “${p.title}”`, sourceWithdrawn: (p: { title: Value }) => `Source put away: “${p.title}”`, sourceRestored: (p: { title: Value }) => `Source taken back: “${p.title}”`, factsRestored: (p: { n: number; statement: Value }) => (p.n === 1 ? `Brought back “${p.statement}”` : `Brought back ${plural(p.n, 'fact', 'facts')}: “${p.statement}” …`),
    undone: 'Took a change back', other: 'Changed', comma: ', ',
    change: (p: { field: Value; from: Value; to: Value }) => `${p.field}: ${p.from} → ${p.to}`, fields: { key: 'code', name: 'name', country: 'country', industry: 'industry', note: 'note', statement: 'statement', kind: 'kind', evidence: 'how it is known', sourceType: 'kind of source', source: 'source', url: 'web address', importId: 'import', sourceId: 'source read', observedOn: 'day observed', expiresOn: 'expiry', block: 'block of the full view', topic: 'guiding point' }, empty: 'empty', withdrawn: (p: { name: Value }) => `${p.name} withdrawn`, markValue: (p: { name: Value; value: Value }) => `${p.name} ${p.value}`,
    keyAccountChosen: 'Chosen as a key account', keyAccountDropped: 'Dropped as a key account', choiceWithdrawn: 'Choice as a key account withdrawn', choiceRestored: 'Choice as a key account restored', dropWithdrawn: 'Drop withdrawn: a key account again', dropRestored: 'Drop restored',
    reviewed: { keep: 'Key account reviewed: kept', watch: 'Key account reviewed: under watch', drop: 'Key account reviewed: dropped' }, reviewWithdrawn: 'Review withdrawn', reviewRestored: 'Review restored',
  },

  measures: {
    revenue: { name: 'Revenue', formula: 'Sum of the invoice lines of the last 12 months, credit notes taken off.' },
    revenueTrend: { name: 'Revenue trend', formula: '(Revenue of the last 12 months − revenue of the 12 before) ÷ revenue of the 12 before.' },
    grossMargin: { name: 'Gross margin', formula: '(Revenue − cost) ÷ revenue, over the lines of the last 12 months whose cost is known.' },
    contribution: { name: 'Profit after cost-to-serve', formula: 'Gross margin − orders × rate − lines × rate − returns × rate − overdue amount × days ÷ 365 × cost of capital, over the last 12 months.' },
    contributionMargin: { name: 'Profit share', formula: 'Profit after cost-to-serve ÷ revenue, over the last 12 months.' },
    recency: { name: 'Recency', formula: 'Days from the last invoice that is no credit note to the as-of day.' },
    frequency: { name: 'Frequency', formula: 'Invoices of the last 12 months, credit notes not counted.' },
    volatility: { name: 'Volatility', formula: 'Standard deviation ÷ mean of the revenue of the last 12 months.' },
    overdueShare: { name: 'Overdue share', formula: 'Amount paid late or unpaid past its due date ÷ amount that carries a due date, over the last 12 months.' },
    returnShare: { name: 'Return share', formula: 'Credit notes ÷ sales before credit notes, over the last 12 months.' },
  },
  servedShare: (p: { share: Value }) => `serving it costs ${p.share} of revenue`,
  inputNames: {
    revenue: 'Revenue, 12 months', revenueBefore: 'Revenue, 12 months before', now: 'Revenue of the later span', before: 'Revenue of the earlier span', months: 'Months compared', margin: 'Gross margin', cost: 'Cost of the lines that carry one', costedRevenue: 'Revenue of those lines', marginBasis: 'How the margin is known',
    orders: 'Cost of orders', lines: 'Cost of lines', returns: 'Cost of returns', overdue: 'Cost of overdue days', contribution: 'Profit after cost-to-serve', asOf: 'As-of day', lastSaleDay: 'Last invoice', lastDay: 'Last line', invoices: 'Invoices', mean: 'Mean of a month', deviation: 'Standard deviation', credits: 'Credit notes', gross: 'Sales before credit notes',
    dueAmount: 'Amount with a due date', overdueAmount: 'Paid late or past due', total: 'All customers together', share: 'Share of all', value: 'Value', level: 'Level', evidence: 'How it is known', observedOn: 'Observed on', note: 'Note', by: 'By',
  },
  inputValues: { costed: 'costs on the lines', partly: 'costs on part of the lines', default: 'default margin of the settings' },
  restsOn: 'Rests on', restsOnNothing: 'Nothing but an assumption: no fact is cited.', notAssessedYet: 'Nobody has assessed it yet.', toAssess: 'Assess it', toAssessment: 'Open in the assessment',
  assessedFormula: 'A mark of 1–5 on an anchored scale: (level − 1) × 25 points.', categoricalFormula: 'The points of the chosen category.', normalised: (p: { rule: Value }) => `Then to points: ${p.rule}`,
  units: { days: (p: { n: number }) => plural(p.n, 'day', 'days'), invoices: (p: { n: number }) => plural(p.n, 'invoice', 'invoices'), level: (p: { n: Value }) => `level ${p.n}` },
};
