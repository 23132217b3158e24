import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** What differs between two score models, and who moves by it. */
export const diff = {
  title: 'Two versions against each other', lead: 'What was changed, in sentences; then who moves, and why.',
  before: 'Before', after: 'After', turn: 'Turn round', version: (p: { name: Value; n: Value }) => `${p.name}, version ${p.n}`, inUse: 'in use', choose: 'Choose two versions to compare.', onlyOne: 'There is one version so far. Publish another, or start from a template, and come back to see who moves.',
  toModels: 'All versions',

  what: 'What changed', count: (p: { n: number }) => plural(p.n, 'change', 'changes'), none: 'Nothing: both score every customer alike.', rules: 'Deductions, red lines, grades and classes', whole: 'The model',
  levels: { model: 'model', lens: 'lens', factor: 'factor', indicator: 'indicator', deduction: 'deduction', veto: 'red line' },
  added: (p: { what: Value; name: Value }) => `New ${p.what}: ${p.name}`, addedWeight: (p: { what: Value; name: Value; weight: Value; within: Value }) => `New ${p.what} in ${p.within}: ${p.name}, weight ${p.weight}`,
  removed: (p: { what: Value; name: Value }) => `No longer a ${p.what}: ${p.name}`, removedWeight: (p: { what: Value; name: Value; weight: Value; within: Value }) => `Taken out of ${p.within}: ${p.name} (${p.what}, weight ${p.weight})`,
  moved: (p: { name: Value; from: Value; to: Value }) => `${p.name} moves from ${p.from} to ${p.to}`, called: (p: { from: Value; to: Value }) => `It is called “${p.to}” (was “${p.from}”)`, renamed: (p: { from: Value; to: Value }) => `“${p.from}” is now called “${p.to}”`,
  weight: (p: { name: Value; from: Value; to: Value }) => `Weight of ${p.name}: ${p.from} → ${p.to}`, points: (p: { name: Value; from: Value; to: Value }) => `${p.name} takes off ${p.from} → ${p.to} points`, cap: (p: { from: Value; to: Value }) => `Cap for assumptions: ${p.from} → ${p.to} points`,
  side: (p: { name: Value; from: Value; to: Value }) => `${p.name} is about: ${p.to} (was: ${p.from})`, kind: (p: { name: Value; from: Value; to: Value }) => `${p.name} is ${p.to} now (was ${p.from})`, missing: (p: { name: Value; from: Value; to: Value }) => `When ${p.name} is missing: ${p.to} (was: ${p.from})`,
  measure: (p: { name: Value; from: Value; to: Value }) => `${p.name} measures ${p.to} (was ${p.from})`, scale: (p: { name: Value; from: Value; to: Value }) => `Scale of ${p.name}: ${p.to} (was: ${p.from})`,
  anchor: (p: { name: Value; level: Value; from: Value; to: Value }) => `${p.name}, level ${p.level}: “${p.to}” (was: “${p.from}”)`,
  optionAdded: (p: { name: Value; option: Value; points: Value }) => `${p.name}: new choice “${p.option}”, ${p.points} points`, optionRemoved: (p: { name: Value; option: Value; points: Value }) => `${p.name}: choice “${p.option}” taken out (${p.points} points)`,
  optionRenamed: (p: { name: Value; from: Value; to: Value }) => `${p.name}: choice “${p.from}” is now “${p.to}”`, optionPoints: (p: { name: Value; option: Value; from: Value; to: Value }) => `${p.name}, “${p.option}”: ${p.from} → ${p.to} points`,
  grade: (p: { grade: Value; from: Value; to: Value }) => `Grade ${p.grade} from ${p.from} → ${p.to} points`, rule: (p: { class: Value; field: Value; from: Value; to: Value }) => `${p.class}: ${p.field} ${p.from} → ${p.to}`,
  againstActive: (p: { name: Value; n: Value }) => `Against ${p.name}, version ${p.n}, which is in use`,

  who: 'Who moves', computing: 'Scoring every customer by both …', noCustomers: 'There are no customers to compare yet.',
  summary: (p: { moved: number; all: Value; entering: number; top: Value }) => `${plural(p.moved, 'customer', 'customers')} of ${p.all} ${p.moved === 1 ? 'changes' : 'change'} place; ${p.entering === 0 ? 'nobody new enters' : `${plural(p.entering, 'new one enters', 'new ones enter')}`} the first ${p.top}.`,
  amongYours: 'Places are among the customers you see.',
  grades: 'Grades', classes: 'Classes', noneYet: 'none', from: 'before', to: 'after', cell: (p: { n: number; from: Value; to: Value }) => `${plural(p.n, 'customer', 'customers')} from ${p.from} to ${p.to}`, stay: (p: { n: number; at: Value }) => `${plural(p.n, 'customer', 'customers')} stay ${p.at}`,
  show: 'Show', all: 'All who move', up: (p: { n: Value }) => `Up ${p.n}`, down: (p: { n: Value }) => `Down ${p.n}`, chip: (p: { from: Value; to: Value }) => `${p.from} → ${p.to}`, clear: 'Show all movers again',
  columns: { customer: 'Customer', place: 'Place', score: 'Score', grade: 'Grade', class: 'Class', why: 'Why' }, unranked: 'no place', unscored: 'not known', moverOrder: 'Largest leap first; a step counts more near the top.',
  placeMeans: (p: { from: Value; to: Value }) => `place ${p.from} before, ${p.to} after`, more: 'Show more', listed: (p: { shown: Value; all: Value }) => `${p.shown} of ${p.all}`,
  why: {
    weight: (p: { name: Value; from: Value; to: Value; points: Value }) => `${p.name} weighs ${p.from} → ${p.to}; ${p.points} points there`, begins: (p: { name: Value; to: Value; points: Value }) => `${p.name} counts now (${p.to}); ${p.points} points there`, ends: (p: { name: Value; from: Value; points: Value }) => `${p.name} no longer counts (was ${p.from}); ${p.points} points there`,
    points: (p: { name: Value; from: Value; to: Value }) => `${p.name} earns ${p.to} points instead of ${p.from}`, deductions: (p: { from: Value; to: Value }) => `Deductions ${p.from} → ${p.to} points`, rest: 'everything else', others: 'Only others moved.',
  },
  effect: (p: { points: Value }) => `${p.points} points`,
};
