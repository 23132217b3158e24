import { plural } from '../plural.ts';

type Value = string;

export const ways = {
  title: 'Introductions', lead: 'Whoever we need to reach, somebody knows somebody. Type a name: the best ways from us to them, and why each link is believed.',
  find: 'Whom do we need to reach?', findHint: 'Name, pinyin, initials or company', nobody: 'Nobody of that name among the people you may see.',
  empty: 'Behind every closed door is somebody whom somebody of us knows.', emptyExample: 'Example: the technical director was never in – until our professor\'s former student, a design engineer, brought us to her table.', emptyAction: 'Tell whom you know',
  worthTitle: 'Whom to reach next', worthLead: 'They carry the decision on an open power map, and nobody of us has met them.', worthPart: (p: { share: Value }) => `${p.share} of the decision`, worthDecides: 'decides', worthNoWay: 'No way known yet',
  show: 'Show', shows: { ways: 'Ways', mine: 'I asked', waiting: 'Waiting for me' },
  to: (p: { name: Value }) => `Ways to ${p.name}`, found: (n: number) => (n === 0 ? 'No way known' : plural(n, 'way', 'ways')),
  noWay: 'Nobody of us is known to reach this person within six ties.', noWayHint: 'Tell whom you know, bring your contacts, or use ties of unknown strength.',
  mine: 'Only ways that start with me', unknown: 'Also ties of unknown strength', unknownHint: 'Each of them counts 0.10, as much as a card exchanged.', disjoint: 'Nobody twice between the ends',
  objects: 'This person does not want to be contacted. No way is shown.', opposedTarget: 'This person is opposed to us on an open power map.',
  avoided: (p: { opposed: number; declined: number }) => [...(p.opposed > 0 ? [`around ${plural(p.opposed, 'person who is', 'people who are')} opposed`] : []), ...(p.declined > 0 ? [`without ${plural(p.declined, 'person', 'people')} who declined this request of yours`] : [])].join(', '),
  us: 'us', goal: 'goal', private: 'only you see this', placeholder: 'name unknown', self: 'You know this person yourself.',
  strength: 'Strength', weakest: 'Weakest link', weakestOf: (p: { a: Value; b: Value }) => `${p.a} – ${p.b}`, worth: 'with willingness', worthHint: (p: { willingness: Value }) => `Ways are ordered by strength × ${p.willingness} for every further person who has to ask on.`,
  ask: 'Ask', askOf: (p: { name: Value }) => `Ask ${p.name}`, load: (n: number) => plural(n, 'open request', 'open requests'), busy: 'Many requests are open with them: ask somebody else, or wait.',
  unknownStrength: 'unknown',
  kinds: { family: 'Close friend, kin', team: 'One team', deal: 'Done deal', classmates: 'Same class', employer: 'Same employer', club: 'Same small club', met: 'Met several times', school: 'Same school', card: 'Exchanged cards', home_town: 'Same home town', knows: 'Know each other' },
  how: { told: 'told', imported: 'from contacts', inferred: 'inferred' }, howHelp: { told: 'A colleague told it.', imported: 'It stands in the contacts that a colleague brought.', inferred: 'Nobody told it: both were at one place at one time. It is kept nowhere.' },
  weak: 'A common home town alone is weak: nobody says that they ever met.', tieTitle: (p: { a: Value; b: Value }) => `${p.a} – ${p.b}`, why: 'Why we believe it', formula: 'Formula', prior: 'starts at', since: (p: { day: Value }) => `last contact known ${p.day}`, noDay: 'day of the last contact unknown: strength unknown', noPrior: 'the kind says nothing of its strength',
  halved: (p: { days: Value }) => `half of it is left after ${p.days}`, notCounted: 'counts once: another line of this kind is stronger', together: 'together', saidBy: (p: { name: Value; day: Value; why: Value }) => `${p.name} said on ${p.day}: ${p.why}`, byFormula: (p: { value: Value }) => `The formula alone gives ${p.value}.`, toldBy: (p: { name: Value }) => `told by ${p.name}`,
  correct: 'Correct', correctTo: 'Strength, 0 to 1', correctWhy: 'Why the formula does not hold', corrected: 'Strength corrected', cannotSay: 'I cannot say', toFormula: 'Back to the formula', spoke: 'We spoke today', contactNoted: 'Contact noted', withdraw: 'Take back', withdrawn: 'Tie taken back', keepPrivate: 'Keep for myself', share: 'Share', keptPrivate: 'Only you see this tie now', shared: 'Everybody may use this tie now', save: 'Save',
  tell: 'Tell a tie', tellLead: 'Two people who know each other. Say how you know it: whoever follows the way reads it.', tellA: 'Who', tellMe: 'I', tellB: 'knows whom', tellKind: 'How they know each other', tellEvidence: 'How you know it', tellEvidenceHint: 'Example: “worked under her at the design institute until 2021”.', tellPlace: 'Where', tellLast: 'Last contact, both ways', tellLastHint: 'Without a day the strength stays unknown.', tellPrivate: 'Only for myself: in nobody else\'s way', told: 'Tie told',
  askTitle: (p: { name: Value; target: Value }) => `Ask ${p.name} for an introduction to ${p.target}`, learns: (p: { name: Value }) => `${p.name} learns the name, position and company of this person from it.`, speaksFor: (p: { name: Value }) => `${p.name} does not sign in here: ask them yourself, and note their answer.`,
  purpose: 'What for', purposeHint: 'One sentence.', forThem: 'What is in it for them', forThemHint: 'Why it is worth an hour to the person you want to meet.', message: 'Words to pass on', due: 'By when', send: 'Ask', asked: (p: { name: Value }) => `Asked ${p.name}`,
  emptyMine: 'You have asked for no introduction yet.', emptyWaiting: 'Nobody waits for you.', byWhom: (p: { name: Value }) => `asked by ${p.name}`, through: (p: { name: Value }) => `through ${p.name}`, cut: 'Part of the way is known to the asker alone.', dueOn: (p: { day: Value }) => `by ${p.day}`,
  states: { requested: 'Asked', accepted: 'Accepted', declined: 'Declined', introduced: 'Introduced', met: 'Met', thanked: 'Thanked', cancelled: 'Taken back' },
  steps: { requested: 'Ask', accepted: 'Accept', declined: 'Decline', introduced: 'Introduced', met: 'We met', thanked: 'Thanked', cancelled: 'Take back' }, stepped: (p: { state: Value }) => `Noted: ${p.state}`, note: 'Note', notePlaceholder: 'A word to it (not needed)', thanksOwed: 'Thanks are owed.', more: 'Show more',
};
