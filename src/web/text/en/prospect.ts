import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Customers to be: entered by hand or pasted, and shown by themselves. */
export const prospect = {
  add: 'Add a prospect', lead: 'A customer that does not trade with us yet. It is scored on what is known of it: our trade is left out, not counted as zero.',
  one: 'One', several: 'Several from Excel', how: 'How',
  name: 'Name', nameHint: 'As it stands on its business licence or web site', nameNeeded: 'It needs a name.', key: 'Code', keyHint: 'Proposed; your own code is as good.', country: 'Country', industry: 'Industry', note: 'Note', save: 'Add', saveMore: 'Add and enter another', saved: (p: { name: Value }) => `${p.name} added`, savedMany: (p: { n: number }) => `${plural(p.n, 'prospect', 'prospects')} added`, open: 'Open', namesake: (p: { name: Value; key: Value }) => `There is a customer of this name: ${p.name} (${p.key})`,
  paste: 'Copy the rows in Excel and paste them here (Ctrl+V). A first row of column names helps.', pasteLabel: 'Rows from Excel', pasteExample: 'Name\tCountry\tIndustry', columns: 'What each column is', ignore: 'leave out', column: (p: { n: Value }) => `Column ${p.n}`, fields: { customerName: 'Name', customerKey: 'Code', country: 'Country', industry: 'Industry' },
  noName: 'Say which column holds the names.', tooMany: (p: { most: Value; all: Value }) => `${p.all} rows; at most ${p.most} are taken at once. For more, bring a file of customers.`, checking: 'Checking …', good: 'can be added', row: 'Row', state: 'State', proposed: 'proposed', saveMany: (p: { n: number }) => `Add ${plural(p.n, 'prospect', 'prospects')}`, leaveOut: (p: { n: number }) => `${plural(p.n, 'row', 'rows')} will be left out`, allFaulty: 'No row can be added as it is.', preview: 'What would be added',
  filter: 'Prospects', filterMeans: 'Only customers without any trade yet', fieldFault: (p: { field: Value; fault: Value }) => `${p.field}: ${p.fault}`,
};
