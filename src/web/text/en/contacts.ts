import { plural } from '../plural.ts';

/** Own contacts (我的人脉): when both last spoke, pasted rows, the quick pass over those of whom it is not known. */
export const contacts = {
  spoke: 'When did you last speak?', spokeHelp: 'Both ways: you wrote and they answered. From then on a tie fades; without it its strength is unknown, and no way uses it.',
  unknown: 'I do not know', noneYet: 'not said yet',
  spans: { week: 'Within a week', month: 'Within a month', half_year: 'Within half a year', year: 'Within a year', years: 'Longer ago' },
  shortSpans: { week: '≤ 1 week', month: '≤ 1 month', half_year: '≤ 6 months', year: '≤ 1 year', years: 'Longer ago' },
  dayChoice: 'A day …', day: 'Day', vague: 'Of a span its middle counts, and it is shown as “about”.',
  about: (p: { day: string }) => `about ${p.day}`, aboutHelp: (p: { span: string }) => `Said: ${p.span.toLowerCase()}. The middle of it counts.`,
  tie: 'Tie', kind: 'How do you know each other?', last: 'Last contact', strength: 'Strength',
  mark: 'Mark', markShown: 'Mark all that are shown', ofMarked: (n: number) => `${plural(n, 'person', 'people')} marked`, ofAll: (p: { all: string }) => `All ${p.all}`, markedMine: 'Only mine', markedShared: 'Shared', unmark: 'Unmark',
  findInFile: 'Find in this file',
  paste: 'Paste rows', pasteTitle: 'Rows from Excel', pasteHelp: 'The first row names the columns; at least a name and one thing more. Birthdays, addresses, families and notes are not read.',
  pasteExample: 'Name\tCompany\tPosition\tTelephone\tE-mail\nWang Fang\tSunrise Solar\tPurchasing director\t138 0013 8000\twangfang@sunrise.example', pasteRead: 'Read the rows', pasted: 'Pasted rows', pasteEmpty: 'Copy rows in Excel, and paste them here.',
  all: 'All', noDay: 'Day of contact unknown', show: 'Which contacts',
  pass: (n: number) => `Say when you last spoke: ${plural(n, 'contact', 'contacts')}`,
  passTitle: 'When did you last speak?', passLead: (n: number) => `Of ${plural(n, 'contact', 'contacts')} nobody knows when you last spoke. A rough answer is enough: it makes the tie usable.`,
  passKeys: 'j / k: next, previous · 1–5: answer · x: mark · s: skip · Ctrl+Z: take back', passDone: 'Of all your contacts it is known when you last spoke.', passSkipped: (n: number) => `${plural(n, 'contact', 'contacts')} skipped`, passAgain: 'Show the skipped ones', passEnd: 'Done for now',
  skip: 'Skip', answerMarked: (n: number) => `Answer for ${plural(n, 'marked contact', 'marked contacts')}`,
  said: (p: { name: string; spoke: string }) => `${p.name}: ${p.spoke.toLowerCase()}`, saidMany: (p: { n: number; spoke: string }) => `${plural(p.n, 'contact', 'contacts')}: ${p.spoke.toLowerCase()}`, kindSaid: (p: { name: string; kind: string }) => `${p.name}: ${p.kind.toLowerCase()}`,
  afterTaking: (p: { taken: string; n: number }) => `${p.taken}. Of ${plural(p.n, 'contact', 'contacts')} it is not known when you last spoke.`,
  whoKnows: 'Who knows them', whoKnowsNone: 'Nobody is known to know this person.', whoKnowsExample: 'Example: “worked under her at the design institute until 2021”.', whoKnowsAll: (n: number) => `Show all ${n}`, whoKnowsMore: (n: number) => `${plural(n, 'weaker tie is', 'weaker ties are')} not shown.`, whoKnowsCut: 'Of the people around, 1,000 were looked at: find one by name to see the way to them.', tellTie: 'Tell who knows them', me: 'you',
  sources: { vcard: 'From a vCard', jcard: 'From a jCard', linkedin: 'From LinkedIn', google: 'From Google contacts', outlook: 'From Outlook', table: 'From a table of contacts' },
};
