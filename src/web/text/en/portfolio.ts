import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Portfolio page. What is filled in comes from the screen, already worded in the viewer's number format. */
export const portfolio = {
  title: 'Portfolio',
  asOf: (p: { day: Value }) => `as of ${p.day}`,
  measure: 'Measure', revenue: 'Revenue', profit: 'Profit',
  period: 'Period', year: '12 months', all: 'All time',
  currency: 'Currency',
  view: 'View', table: 'Table', matrix: 'Matrix', whale: 'Whale curve',
  exportFile: 'Export', exportXlsx: 'Excel workbook (.xlsx)', exportCsv: 'CSV file', print: 'Print',
  printedFirst: (p: { shown: Value; all: Value }) => `The first ${p.shown} of ${p.all} customers, in the order of the list.`,
  bringCustomers: 'Bring invoice lines',

  headline: (p: { few: Value; all: Value; share: Value; measure: Value }) => `${p.few} of ${p.all} customers (${p.share}) make 80% of ${p.measure}`,
  headlineTail: (p: { count: number; share: Value }) => (p.count === 1 ? `; the last one costs ${p.share} of profit` : `; the last ${plural(p.count, '', '').trim()} cost ${p.share} of profit`),
  headlineOne: (p: { all: Value; measure: Value }) => `One customer of ${p.all} makes 80% of ${p.measure}`,
  headlineNone: (p: { all: number; measure: Value }) => `${plural(p.all, 'customer', 'customers')}, no positive ${p.measure} in this period`,
  stop: '.', showThem: 'Show them',
  measureWord: { revenue: 'revenue', contribution: 'profit' },

  gini: 'Gini', giniMeans: '0: all customers bring the same. 1: one customer brings everything. Customers below zero are left out.',
  hhi: 'HHI', hhiMeans: 'Sum of the squared shares, 0–10,000. 10,000 ÷ HHI is the number of equally large customers that would make the same dependence.',
  effective: (p: { n: Value }) => `≈ ${p.n} equal customers`,
  top20: 'Top 20%', top20Means: 'Share of the total brought by the largest fifth of the customers.',
  abc: 'ABC', abcMeans: 'Customers by size. Class by the share before the customer: below 80% A, below 95% B, then C; the customer that crosses 80% is an A. Customers at or below zero have no class.',
  abcShow: (p: { letter: Value; count: number }) => `Show the ${plural(p.count, 'customer', 'customers')} of class ${p.letter}`,
  withoutTrade: (p: { n: Value }) => `${p.n} without trade in this period`,

  curveLabel: (p: { measure: Value; n: number }) => `Cumulative ${p.measure} of ${plural(p.n, 'customer', 'customers')}, largest first. Drag to show a stretch of customers, click to show a class.`,
  whaleLabel: (p: { n: number }) => `Whale curve: cumulative profit of ${plural(p.n, 'customer', 'customers')}, most profitable first. Click to show the customers there.`,
  markLabel: (p: { n: number }) => `${plural(p.n, 'customer', 'customers')} · 80%`, peakLabel: (p: { share: Value; n: Value }) => `Peak ${p.share} at customer ${p.n}`,
  curveTitle: (p: { rank: Value; name: Value }) => `${p.rank} · ${p.name}`, curveValue: (p: { amount: Value }) => `${p.amount} of its own`, curveCumulative: (p: { share: Value }) => `${p.share} together`,
  whaleTail: (p: { count: number; amount: Value }) => (p.count === 1 ? `The customer right of the peak costs ${p.amount}.` : `The ${plural(p.count, '', '').trim()} customers right of the peak cost ${p.amount} together.`),
  whaleNoTail: 'No customer costs money in this period: profit rises to the last one.',
  whaleNoCost: 'The lines carry no cost. What is drawn is revenue less cost-to-serve: the most the profit can be. Bring lines with a cost column, or set a default margin in the settings.',
  whaleHow: 'Profit after cost-to-serve: gross margin less orders, lines, returns and days overdue at the rates in the settings.',

  chip: (p: { from: Value; to: Value; measure: Value }) => `Ranks ${p.from}–${p.to} by ${p.measure}`, chipMatrix: (p: { n: Value }) => `${p.n} chosen in the matrix`, chipFirst: (p: { n: Value; all: Value }) => `first ${p.n} of ${p.all}`, clearChip: 'Show all again',
  search: 'Name or code', searchLabel: 'Filter by name or code', grade: 'Grade', class: 'Class', owner: 'Owner', anyOwner: 'Any owner', clearFilters: 'Clear filters',
  shown: (p: { shown: Value; all: Value }) => `${p.shown} of ${p.all}`, shownAll: (p: { all: number }) => plural(p.all, 'customer', 'customers'), counting: (p: { all: number }) => `more than ${plural(p.all, 'customer', 'customers')}`,

  columns: { rank: 'Rank', name: 'Customer', total: 'Score', lenses: 'Past · present · future', grade: 'Grade', class: 'Class', revenue: 'Revenue', contribution: 'Profit', owner: 'Owner' },
  columnsShort: { lenses: 'Lenses' },
  sortBy: (p: { column: Value }) => `Sort by ${p.column}`,
  tableLabel: 'Ranked customers',
  up: (p: { n: Value }) => `up ${p.n}`, down: (p: { n: Value }) => `down ${p.n}`,
  scoreMeans: (p: { score: Value; confidence: Value; low: Value; high: Value }) => `${p.score} of 100, confidence ${p.confidence}. If what is not proven turned out worst or best: ${p.low}–${p.high}.`,
  lensMeans: (p: { past: Value; present: Value; future: Value }) => `Past ${p.past} · present ${p.present} · future ${p.future}`,
  lensUnknown: 'not scored',
  revenueMeans: (p: { amount: Value; day: Value; before: Value }) => `${p.amount} in the 12 months to ${p.day}; ${p.before} in the 12 before`, trendNew: 'new',
  profitMeans: (p: { amount: Value }) => `${p.amount} after cost-to-serve in 12 months`,
  profitAtMost: (p: { amount: Value }) => `At most ${p.amount} in 12 months: the lines carry no cost, so this is revenue less cost-to-serve`,
  noOwner: 'no owner', notScored: 'not scored yet', loadingRow: 'reading …', veto: 'red line', noTrade: 'no trade',
  rowLabel: (p: { rank: Value; name: Value; score: Value }) => `Rank ${p.rank}, ${p.name}, score ${p.score}`,
  copied: (p: { n: number }) => `${plural(p.n, 'row', 'rows')} copied; paste into a spreadsheet`, copyRows: (p: { n: number }) => `Copy ${plural(p.n, 'row', 'rows')}`, selected: (p: { n: Value }) => `${p.n} selected`, clearSelection: 'Clear selection',
  keys: 'j k move · Enter opens · Space selects · c compares · n adds a prospect · ⌘C copies',
  noMatch: 'No customer matches these filters.',

  weights: 'Weights', weightsHint: 'Drag: every customer is ranked again at once.', weightsReading: 'Reading the score sheet …',
  weightOf: (p: { name: Value }) => `Weight of ${p.name}`, open: (p: { name: Value }) => `Show what ${p.name} is made of`, close: (p: { name: Value }) => `Hide what ${p.name} is made of`,
  reset: 'Reset', saveVersion: 'Publish as new version', saveNote: 'Why these weights', saveNotePlaceholder: 'What changed and what for',
  saved: (p: { version: Value }) => `Version ${p.version} published; every customer is scored by it`, cancel: 'Cancel', publish: 'Publish',
  effect: 'What would change', effectNone: 'Move a weight to see what would change.',
  entering: (p: { n: number; top: number }) => `${plural(p.n, 'customer enters', 'customers enter')} the top ${p.top}`, leaving: (p: { n: number }) => `${plural(p.n, 'leaves', 'leave')} it`, gradesUp: (p: { n: number }) => `${plural(p.n, 'rises', 'rise')} a grade`, gradesDown: (p: { n: number }) => `${plural(p.n, 'falls', 'fall')} a grade`, classMoves: (p: { n: number }) => `${plural(p.n, 'changes', 'change')} class`,
  largestMove: (p: { name: Value; change: Value }) => `Largest move: ${p.name} ${p.change}`,
  noModel: 'No score model is active yet.',
  modelLink: 'Open the score model', findWeights: 'Find weights by comparing …', showWeights: 'Weights', hideWeights: 'Close',

  matrixLabel: (p: { n: number }) => `Value today × potential of ${plural(p.n, 'customer', 'customers')}. Drag a frame to filter the table, click to open a customer.`,
  matrixValue: 'Value today', matrixPotential: 'Potential', matrixNoValue: 'no trade yet', matrixNoPotential: 'potential not assessed yet',
  matrixNonePlaced: 'No customer has a potential yet. Assess the present and the future on a customer’s page, and it takes its place here.',
  matrixMore: (p: { n: number }) => (p.n === 1 ? 'One smaller customer is not drawn' : `${plural(p.n, '', '').trim()} smaller customers are not drawn`), matrixHow: 'Regions follow the class rules of the active model. Area: revenue of 12 months. Filled: proven; dashed: assumed; faded: little evidence.',
  bubbleLine: (p: { class: Value; value: Value; potential: Value }) => `${p.class} · value today ${p.value} · potential ${p.potential}`,

  emptyTitle: 'A few customers decide the result.',
  emptyBody: 'Bring your invoice lines: every customer is scored on past, present and future, and the vital few stand out.',
  emptyExample: 'For example, an acoustics-parts maker found that 23 of its 180 customers made 80% of revenue, and that the last 31 cost it money.',
  emptyImport: 'Bring my customers', emptyDemo: 'Look at the demo',
  emptyTeam: 'No customer is yours yet. Ask a director to put you in a team.',
};
