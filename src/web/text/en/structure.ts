import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Portfolio for our stage: how many key accounts of which class suit us, and who looks after them. */
export const structure = {
  title: 'Structure', link: 'Structure', linkTitle: 'How many key accounts of which class suit our stage and our people', back: 'Portfolio',
  lead: 'How many key accounts of which class suit the company’s stage and the people who carry them.', leadTeam: 'Your own customers against what one account manager carries.', asOf: (p: { day: Value }) => `as of ${p.day}`,
  overCap: (p: { chosen: number; managers: number; cap: number }) => `${plural(p.chosen, 'key account', 'key accounts')} for ${plural(p.managers, 'person', 'people')} means none: ${plural(p.managers, 'person', 'people')} can carry ${p.cap}.`,
  withinCap: (p: { chosen: number; managers: number; cap: number }) => `${plural(p.chosen, 'key account', 'key accounts')} chosen; ${plural(p.managers, 'person', 'people')} can carry ${p.cap}.`,
  capRule: (p: { each: Value }) => `The rule: each account manager carries at most ${p.each}, as many as strategic customers.`, showChosen: 'Show the key accounts', chooseFirst: 'Choose them in the portfolio',
  stage: 'Stage', stages: { startup: 'Start-up', growth: 'Growth', mature: 'Mature' }, stageHints: { startup: 'One lighthouse each, and room for those that grow.', growth: 'Two strategic customers each; most of the room for those that grow.', mature: 'Strategic places filled; key customers tended.' },
  ours: 'Shares of the stages are our defaults, no standard claims them.', changeShares: 'Change the shares', hideShares: 'Hide the shares',
  capacity: 'What one account manager carries at most', strategicEach: 'Strategic, each', keyAndGrowthEach: 'Key and growth, each', managers: 'Account managers', managersCounted: (p: { n: number }) => `${plural(p.n, 'person', 'people')} counted: open accesses with the role account manager, and whoever owns a customer. Empty: counted.`,
  shareOf: { strategic: 'of the strategic places', key: 'key, of the other places', growth: 'growth, of the other places' }, shareLabel: (p: { stage: Value; class: Value }) => `${p.stage}: ${p.class}`, notNumber: 'This is not a number that fits here.', notWhole: 'A whole number of people, or empty.', changed: (p: { what: Value }) => `${p.what} changed`, shares: 'Shares', locked: 'Only an administrator changes these.',
  classes: 'Target and actual', classesHint: 'Outline: target. Filled: customers of the class; dark: chosen as key accounts.', actual: 'Actual', chosen: 'Chosen', target: 'Target', noTarget: 'the rest', barLabel: (p: { class: Value; actual: number; chosen: number; target: Value }) => `${p.class}: ${plural(p.actual, 'customer', 'customers')}, ${p.chosen} chosen, target ${p.target}`,
  verdicts: { fits: 'fits', over: (p: { n: number }) => `${p.n} more than fit`, under: (p: { n: number }) => `${p.n} fewer than fit` }, howTarget: (p: { managers: Value; strategic: Value; shared: Value }) => `Target = ${p.managers} × capacity × the share of the stage: ${p.strategic} strategic places, ${p.shared} for key and growth together. Within a tenth, or one, counts as fitting.`,
  loads: 'Load by owner', loadsHint: 'What each carries against the capacity; by name, for this ranks nobody.', owner: 'Owner', strategic: 'Strategic', keyAndGrowth: 'Key and growth', others: 'Others', loadOf: (p: { n: Value; capacity: Value }) => `${p.n} of ${p.capacity}`, overloaded: 'above capacity', closedAccess: 'access closed', noLoads: 'Nobody owns a customer yet.',
  under: 'Covered too little', underHint: 'Strategic, key and chosen customers need an owner with room, a solution partner and a delivery partner: the iron triangle.', underNone: 'Every strategic, key and chosen customer has its iron triangle.',
  over: 'Covered too much', overHint: 'Customers to maintain or leave that take several people, or an owner who carries too much already.', overNone: 'No customer to maintain or leave takes more than its share.',
  customer: 'Customer', class: 'Class', lacks: 'What it lacks', takes: 'What it takes', people: (p: { n: number }) => plural(p.n, 'person', 'people'), noOwner: 'no owner',
  lack: { noOwner: 'owner', ownerClosed: 'owner (access closed)', noSolution: 'solution partner', noDelivery: 'delivery partner', ownerOverloaded: 'owner with room' }, take: { ownerOverloaded: 'an owner above capacity', severalPeople: (p: { n: number }) => plural(p.n, 'person', 'people') },
  firstOf: (p: { shown: Value; all: Value }) => `The ${p.shown} best ranked of ${p.all}.`, noClass: 'no class', print: 'Print',
  empty: 'A company has room for few key accounts: as many as its people can carry.', emptyExample: 'For example: 12 account managers carry 36 strategic customers; 80 key accounts would mean none.', emptyAction: 'Open the portfolio',
};
