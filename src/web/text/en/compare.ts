import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Customers side by side. */
export const compare = {
  title: 'Customers side by side', lead: (p: { name: Value; day: Value }) => `Against ${p.name}. As of ${p.day}; every bar shows how it is known.`, leadOne: 'Add a customer to compare with.',
  none: 'Who deserves the next hour is decided by comparing. Choose two to five customers.', example: 'For example: a large one whose orders fall beside a small one that is building a plant.', toPortfolio: 'Choose in the portfolio',
  add: 'Add a customer', addHint: 'Name, pinyin or code', remove: (p: { name: Value }) => `Take ${p.name} out`, makeFirst: (p: { name: Value }) => `Compare the others with ${p.name}`, first: 'compared with', full: 'Five customers is the most.',
  notFound: (p: { n: number }) => `${plural(p.n, 'customer', 'customers')} of this address ${p.n === 1 ? 'does' : 'do'} not exist, or ${p.n === 1 ? 'is' : 'are'} not yours to see.`,
  differences: 'Only differences', facts: 'Facts', copy: 'Copy as a table', copied: (p: { n: number }) => `${plural(p.n, 'row', 'rows')} copied; paste into a spreadsheet`, print: 'Print', keys: 'a adds · d differences · f facts · c copies',
  row: 'Row', figures: 'Figures', total: 'Total', weight: (p: { share: Value }) => `${p.share} of the total`, weightOfLevel: (p: { share: Value }) => `weight ${p.share}`,
  class: 'Class', grade: 'Grade', rank: 'Rank', owner: 'Owner', noOwner: 'no owner', confidence: 'Confidence', revenue: 'Revenue, 12 months', margin: 'Gross margin', contribution: 'Profit after cost-to-serve', lastDay: 'Last invoice line', country: 'Country', industry: 'Industry', value: 'Value today', potential: 'Potential',
  unknown: 'unknown', noTrade: 'no trade', atMost: (p: { amount: Value }) => `≤ ${p.amount}`, share: (p: { amount: Value; share: Value }) => `${p.amount} · ${p.share}`,
  ahead: (p: { points: Value; name: Value }) => `${p.points} points ahead of ${p.name}`, behind: (p: { points: Value; name: Value }) => `${p.points} points behind ${p.name}`, alike: (p: { name: Value }) => `like ${p.name}`,
  flags: 'Deductions and red lines', noFlags: 'None of them has any.', marked: 'yes', unmarked: 'no', veto: 'red line', deduction: (p: { points: Value }) => `−${p.points} points`,
  cell: (p: { name: Value; points: Value; state: Value; value: Value }) => `${p.name}: ${p.points} points, ${p.state}; ${p.value}`, cellUnknown: (p: { name: Value }) => `${p.name}: unknown`,
  fact: (p: { source: Value; day: Value }) => `${p.source}, ${p.day}`, fromLines: 'from invoice lines', noFact: 'no fact cited', noSource: 'no source named', nothingDiffers: 'These customers do not differ in anything that is known.', like: (p: { n: number }) => `${plural(p.n, 'row', 'rows')} without a difference hidden`,
  link: 'Compare', linkN: (p: { n: number }) => `Compare ${plural(p.n, 'customer', 'customers')}`, linkMost: 'Two to five customers can be compared', withOthers: 'Compare with …', action: 'Compare customers …', pick: (p: { name: Value }) => `Compare with ${p.name}`,
};
