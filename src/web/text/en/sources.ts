import { plural } from '../plural.ts';

type Value = string;

export const sources = {
  title: 'Sources',
  empty: 'Read before you visit: an annual report says in an evening what a salesman is told in a year.', emptyExample: 'Bring the annual report as PDF, their supplier handbook as Word, a slide deck, a web page; or paste a text. Then mark a sentence, and it is a fact with its place.',
  drop: 'Drop documents here, or', choose: 'choose files', dropNow: 'Let go to bring them', formats: 'PDF, Word, PowerPoint, Excel, HTML, text; up to 100 MB each', paste: 'Paste a text', cite: 'Cite a web address',
  sending: (p: { name: Value; share: Value }) => `Sending ${p.name}, ${p.share}`,
  name: 'Title', namePlaceholder: 'What it is, and of when', text: 'Text', address: 'Web address', publishedOn: 'Published on', keep: 'Keep as a source', nothingFetched: 'Only the address is kept; nothing is fetched from it.',
  added: (p: { title: Value }) => `Added: ${p.title}`, putAway: 'Put away', putAwayDone: (p: { title: Value }) => `Put away: ${p.title}`, open: 'Read', download: 'Download the file', openAddress: 'Open the address',
  reading: (p: { pages: Value; all: Value }) => `reading page ${p.pages} of ${p.all}`, readingSome: (p: { n: number }) => `reading, ${plural(p.n, 'page', 'pages')} so far`, pages: (p: { n: number }) => plural(p.n, 'page', 'pages'), facts: (p: { n: number }) => plural(p.n, 'fact', 'facts'), noText: 'no text in it: a scan?', failed: 'not readable', published: (p: { day: Value }) => `published ${p.day}`, addedBy: (p: { name: Value; day: Value }) => `${p.name}, ${p.day}`, someone: 'somebody',
  find: 'Find in these sources', findIn: 'Find in this source', findHint: 'Chinese, pinyin, English', nothing: (p: { q: Value }) => `“${p.q}” stands in none of them.`, found: (p: { n: number }) => plural(p.n, 'page', 'pages'), moreFound: 'Show more', place: (p: { label: Value }) => (/^\d/.test(p.label) ? `p. ${p.label}` : p.label),
  notFound: 'This source does not exist, or is not yours to see.', back: (p: { name: Value }) => `Sources of ${p.name}`, page: 'Page', goTo: 'Go to page', of: (p: { all: Value }) => `of ${p.all}`, body: 'Text of the source',
  record: 'Record as fact', recordHint: 'Select a passage, then press f or the button: it becomes a fact with its place.',
  factTitle: 'New fact', statement: 'Statement', statementHint: 'One sentence in your own words; the quotation stays beside it.', quotation: 'Quotation', kind: 'About', known: 'How it is known', observedOn: 'Day', save: 'Record the fact', recorded: 'Fact recorded', factsHere: 'Facts from this source', noFacts: 'None yet.',
  tooLong: 'Select a shorter passage: at most 4,000 characters.', onePage: 'Select within one page.',
  languages: { zh: 'Chinese', en: 'English', ja: 'Japanese', ko: 'Korean', de: 'German', fr: 'French', es: 'Spanish', it: 'Italian', pt: 'Portuguese', nl: 'Dutch', ru: 'Russian', pl: 'Polish', sv: 'Swedish', tr: 'Turkish', vi: 'Vietnamese', th: 'Thai', id: 'Indonesian' },
  formatNames: { pdf: 'PDF', docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel', html: 'HTML', text: 'Text' }, kinds: { file: 'File', paste: 'Pasted text', web: 'Web address' },
};
