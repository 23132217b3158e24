import { plural } from '../plural.ts';

const people = (n: number): string => plural(n, 'person', 'people');

export const mapEditing = {
  project: {
    change: 'Edit', edit: 'Edit project', title: 'Project', name: 'What is decided', note: 'Note', noteHint: 'What it is about, the date of the decision, what it is worth.', closedOn: 'Closed on', closedHint: 'The day of the decision. Empty: it is open.', save: 'Save',
    close: 'Close today', reopen: 'Reopen', withdraw: 'Withdraw this project', withdrawHint: 'With its map. It can be taken back.',
    renamed: (name: string) => `Project renamed “${name}”`, noted: 'Note saved', closed: (day: string) => `Project closed on ${day}`, reopened: 'Project reopened', withdrawn: (name: string) => `Project “${name}” withdrawn`, changed: 'Project changed',
    nameNeeded: 'A project needs a name.',
  },
  name: {
    title: 'Who is it?', typeOn: 'More people fit: type the whole name to see them.', label: 'Name', placeholder: 'Type the name', source: 'Who said so, or where it stands', sourceNeeded: 'Say where the name is from.', known: 'Known already', same: (name: string) => `This is ${name}`, others: 'Or somebody new', nameThem: (name: string) => `Name them ${name}`,
    kept: 'What was said on maps stays: part, stance, lines and place.', onMap: 'on this map', named: (before: string, name: string) => `${before} is ${name}`, merged: (before: string, name: string) => `${before} and ${name} are one`,
  },
  many: {
    chosen: (n: number) => `${people(n)} chosen`, set: 'Set for all', off: 'Take off the map', clear: 'Clear', choose: 'Choose several', hint: 'Drag to choose, click to add. With Shift it works any time; Ctrl+A chooses all.', chooseOne: (name: string) => `Choose ${name}`, chooseAll: 'Choose all',
    title: (n: number, field: string) => `${field}: ${people(n)}`, who: 'For', marked: (n: number, field: string) => `${field} recorded for ${people(n)}`, moved: (n: number) => `${people(n)} moved`, removed: (n: number) => `${people(n)} taken off the map`, keys: 'Arrows move them, Delete takes them off, Escape clears.',
  },
  nobodyYet: 'Write down a position, or tick somebody below.', chooseValue: 'Choose a value.',
  together: {
    set: (p: { by: string; value: string; how: string; day: string }) => `${p.by} set “${p.value}” (${p.how.toLowerCase()}, ${p.day}) while you were choosing.`, gone: (now: string | null) => (now === null ? 'What you saw was taken back while you were choosing.' : `What you saw was taken back while you were choosing: it is “${now}” again.`), yours: (value: string) => `Yours: “${value}”.`,
    earlier: 'Yours is of an earlier day: it is remembered, and theirs goes on showing.', today: 'today', then: (before: string, after: string) => `${before} ${after}`, keep: 'Keep theirs', mine: 'Set mine', mineForAll: 'Set mine for all', keepSetOthers: (n: number) => `Keep theirs, set the other ${n === 1 ? 'one' : n}`,
  },
  paste: {
    open: 'Paste lines', title: 'Paste lines', label: 'Two to four columns from a spreadsheet: who, whom, weight 1–3, kind', placeholder: 'Wang Fang\tLi Qiang\t2\nLi Qiang\tHead of quality', hint: 'A weight below zero pulls against; kind: influence or conflict. A header row may name the columns.',
    reading: 'What the columns mean', asks: 'The first asks the second', influences: 'The first influences the second',
    asksHelp: 'Who is asked has influence: “A asks B” is drawn B → A.', influencesHelp: 'Drawn as it stands: “A influences B” is A → B.',
    preview: 'As it will be drawn', row: 'Row', line: 'Line', weight: 'Weight', kind: 'Kind', faults: (n: number) => `${plural(n, 'row', 'rows')} cannot be taken`, allOrNothing: 'Mend them above: all rows are taken, or none.',
    faultOf: (row: string, reason: string) => `Row ${row}: ${reason}`,
    reasons: {
      paste_name: (): string => 'a name is missing.', paste_several: (value: string) => `several people are called ${value}. Add the unit after a blank.`, paste_weight: (value: string) => `“${value}” is no weight. Use 1, 2 or 3; below zero for against.`, paste_kind: (value: string) => `“${value}” is no kind. Use influence or conflict.`,
      paste_self: (value: string) => `${value} cannot have a line to themselves.`, paste_twice: (value: string) => `${value} is there twice.`,
    },
    inRows: (n: number, list: string) => `${n === 1 ? 'row' : 'rows'} ${list}`,
    unknown: (n: number) => `${plural(n, 'name', 'names')} not known yet`, unknownHint: 'They come onto the map with the lines.', asPerson: 'a new person', asPosition: 'a position without a name', joining: (names: string) => `Known, and new on this map: ${names}.`, as: (name: string) => `${name} is`,
    evidence: 'How we know', source: 'Who said it, or what was seen and where', sourceNeeded: 'Name the source. Only inferred lines between known people need none.', day: 'Seen on', draw: (n: number) => (n === 0 ? 'Draw' : `Draw ${plural(n, 'line', 'lines')}`), drawn: (n: number) => `${plural(n, 'line', 'lines')} drawn`, more: (n: number) => `and ${plural(n, 'more', 'more')}`, tooMany: 'At most 1,000 lines and 200 new people at a time.',
  },
  copy: {
    lines: 'Copy lines (Excel)', people: 'Copy people (Excel)', copiedLines: (n: number) => `${plural(n, 'line', 'lines')} copied: paste them into Excel`, copiedPeople: (n: number) => `${people(n)} copied: paste them into Excel`, failed: 'The browser did not let us copy.',
    lineColumns: { from: 'Who influences', to: 'Whom', weight: 'Weight', kind: 'Kind', evidence: 'How we know', day: 'Seen on', source: 'Source' }, columns: { name: 'Name', title: 'Position', organisation: 'Unit or company', real: 'Real influence', asked: 'Asked by', gap: 'Gap' },
  },
  othersCut: (n: number) => `The first ${n} people entered are offered. For anybody else put a position on the map, then say who it is.`,
  asked: 'Asked most', askedBy: 'Asked by', real: 'Real influence', askedOf: (n: number) => people(n), sortBy: (column: string) => `Sort by ${column}`,
};
