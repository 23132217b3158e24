import { plural } from '../plural.ts';

/** A figure or name, already worded. */
type Value = string | number;

/** Score model pages. What is filled in comes from the screen, already worded in the viewer's number format. */
export const model = {
  title: 'Score models', intro: 'How customers are judged: three lenses, their factors, and the indicators under them. A published version never changes; every score names its version.',
  version: (p: { n: Value }) => `Version ${p.n}`, versions: 'Versions', active: 'In use', activate: 'Use this version', activated: (p: { n: Value; name: Value }) => `${p.name}, version ${p.n}, is in use; every customer is scored by it`, byOn: (p: { name: Value; day: Value }) => `${p.name}, ${p.day}`, builtIn: 'built in', note: 'Note', noNote: 'no note', name: 'Model', open: 'Open', actions: 'Actions', when: 'When', who: 'By',
  edit: 'Make a new version', readOnly: 'Published versions cannot be changed.', viewOnly: 'You may read the model; directors and administrators publish it.',
  editing: (p: { n: Value; name: Value }) => `${p.name}: new version from version ${p.n}`, discard: 'Discard', discarded: 'Draft discarded', publish: 'Publish as new version', publishOnly: 'Publish without using it', useAtOnce: 'Score by it at once', publishOnlyDone: (p: { n: Value; name: Value }) => `${p.name}, version ${p.n}, published; the version in use stays`, publishNote: 'What changed and why', publishDone: (p: { n: Value; name: Value }) => `${p.name}, version ${p.n}, published; every customer is scored by it`, backToList: 'All versions',
  faults: (p: { n: number }) => `${plural(p.n, 'place', 'places')} to mend before it can be published`, faultGo: (p: { place: Value }) => `Go to ${p.place}`, noChange: 'Nothing changed yet', changed: (p: { n: number }) => plural(p.n, 'change', 'changes'),
  draftKept: 'Your draft is kept in this browser.',
  findWeights: 'Find weights', findWeightsOf: (p: { name: Value }) => `Find the weights within ${p.name}`, weigh: 'weigh',

  lens: 'Lens', factor: 'Factor', indicator: 'Indicator', weight: 'Weight', weightOf: (p: { name: Value }) => `Weight of ${p.name}`, sum: (p: { sum: Value }) => `Sum ${p.sum}%`, rebalance: 'Bring to 100', share: (p: { share: Value }) => `${p.share} of the total`,
  addFactor: 'Add a factor', addIndicator: 'Add an indicator', remove: (p: { name: Value }) => `Remove ${p.name}`, newFactor: { en: 'New factor', zh: '新维度' }, newIndicator: { en: 'New indicator', zh: '新指标' },
  nameEn: 'Name in English', nameZh: 'Name in Chinese', kind: 'Kind', kinds: { computed: 'computed', assessed: 'assessed', categorical: 'by category' },
  kindMeans: { computed: 'Computed from invoice lines.', assessed: 'Marked 1–5 by people on an anchored scale.', categorical: 'Chosen from a list, each choice with its points.' },
  side: 'Side', sides: { own: 'its own results', trade: 'our trade with it (value today)', other: 'other' },
  measure: 'Measure',

  normalise: 'From value to points', normaliseTypes: { linear: 'linear', log: 'logarithmic', steps: 'steps', percentile: 'percentile' },
  floor: '0 points at', target: '100 points at', relative: 'as a share of all customers together', better: 'Better is', higher: 'higher', lower: 'lower', stepFrom: 'from', stepPoints: 'points', addStep: 'Add a step', removeStep: (p: { from: Value }) => `Remove the step from ${p.from}`,
  example: 'Example value', examplePoints: (p: { points: Value }) => `${p.points} points`, curveLabel: (p: { rule: Value }) => `Points over the value: ${p.rule}`,
  rules: { linear: (p: { floor: Value; target: Value }) => `linear from ${p.floor} (0 points) to ${p.target} (100 points)`, log: (p: { floor: Value; target: Value }) => `logarithmic from ${p.floor} (0 points) to ${p.target} (100 points)`, steps: (p: { steps: Value }) => `by steps: ${p.steps}`, step: (p: { from: Value; points: Value }) => `from ${p.from}: ${p.points}`, percentileHigher: 'share of the customers below it', percentileLower: 'share of the customers above it', ofTotal: (p: { rule: Value }) => `${p.rule}, as a share of all customers together` },
  missing: 'When the value is missing', missingPolicies: { exclude: 'leave it out, the others count more', neutral: 'count it as 50', zero: 'count it as 0' }, missingNote: 'In each case the confidence falls.',
  anchors: 'What each level looks like', anchorEn: (p: { level: Value }) => `Level ${p.level} in English`, anchorZh: (p: { level: Value }) => `Level ${p.level} in Chinese`, options: 'Choices', optionPoints: (p: { name: Value }) => `Points of ${p.name}`, addOption: 'Add a choice', newOption: { en: 'New choice', zh: '新选项' }, removeOption: (p: { name: Value }) => `Remove ${p.name}`,

  deductions: 'Deductions', deductionsHint: 'Points taken off the total when marked on a customer.', deductionPoints: (p: { name: Value }) => `Points of ${p.name}`, addDeduction: 'Add a deduction', newDeduction: { en: 'New deduction', zh: '新减分项' },
  vetoes: 'Red lines', vetoesHint: 'One marked caps the grade at D.', addVeto: 'Add a red line', newVeto: { en: 'New red line', zh: '新红线' },
  grades: 'Grades', gradesHint: 'Lowest total of each grade; below the last is D.', gradeFrom: (p: { grade: Value }) => `Lowest total of grade ${p.grade}`, points: 'points',
  classes: 'Classes', classesHint: 'Tried in this order. Value today is the trade factor, potential the present and future lenses together.',
  everythingElse: 'everything else',
  classField: { lossQuarters: 'quarters of loss', potentialBelow: 'potential below', potential: 'potential at least', value: 'value today at least', grade: 'or grade', valueBelow: 'value today below' },
  assumptionCap: 'Cap for assumptions', assumptionCapHint: 'A factor whose marks all rest on assumptions gets at most this many points.',
  choose: 'Choose a factor or an indicator to see how it works.', close: 'Close',
  noModels: 'No score model yet.',

  more: (p: { name: Value; n: Value }) => `More for ${p.name}, version ${p.n}`, compareWith: (p: { name: Value; n: Value }) => `Compare with ${p.name}, version ${p.n}`, compareWithActive: 'Compare with the version in use', copy: 'Copy as a model of its own', saveFile: 'Save as a file (JSON)', bringFile: 'Bring a file', compareTwo: 'Compare two versions',
  templates: 'Start from a template', templatesLead: 'Three models to begin with. Copy one, change what your trade does differently, publish it: from then on it is yours, and the template stays as it is.', templateParts: (p: { n: number }) => plural(p.n, 'indicator', 'indicators'), templateStart: 'Start from it',
  newTitle: (p: { name: Value }) => `New model from ${p.name}`, newFromFile: 'Model from a file', newLead: 'Nothing is published until you say so. Your draft is kept in this browser.', newNotFound: 'There is nothing to start from here. Choose a template, or copy a version.', newCopy: { en: (p: { name: Value }) => `Copy of ${p.name}`, zh: (p: { name: Value }) => `${p.name} 副本` },
  key: 'Code of the model', keyHint: 'Letters and figures, beginning with a small letter. Versions are counted by it.', keyFault: 'Letters and figures only, beginning with a small letter.', becomesFirst: 'Becomes version 1 of a model of its own', becomesNext: (p: { n: Value; name: Value }) => `Becomes version ${p.n} of ${p.name}`,
  ownName: 'Name of the model', ready: 'Ready to publish',

  fileTitle: 'Bring a score model', fileLead: 'A file saved from a score model page, changed in any editor. It is checked and compared with the version in use; nothing is stored until you publish it.',
  fileDrop: 'Drop a .json file here, or choose one', fileChoose: 'Choose a file', filePaste: 'or paste its text', filePasteHint: 'For example { "format": 1, "key": "general", … }', fileSchema: 'JSON Schema of the file, for editors that check while you write', fileReading: 'Checking …', fileFaults: (p: { n: number }) => `${plural(p.n, 'place', 'places')} to mend in the file`,
  fileGood: (p: { name: Value }) => `${p.name} can be read.`, fileEdit: 'Open in the editor', fileTooLarge: 'This is larger than a score model can be.',
};
