import { plural } from '../plural.ts';

/** What people may ask for who are in the network (T2): access, erasure, an end of keeping. */
export const privacy = {
  title: 'Privacy', text: 'Somebody asks what you keep of them, or wants to be forgotten. The request reaches every entry of that person, also those that colleagues keep private: erased without being shown, exported without saying whose they are.',
  name: 'Name', contacts: 'Telephone, e-mail or WeChat', contactsHint: 'Several with commas. Name and one of these must both fit: namesakes stay.', reason: 'Who asked, and when', reasonExample: 'Asked in writing on 3 March',
  export: 'Export for the person', erase: 'Erase everywhere', sure: 'There is no way back. Erase every entry that fits?', yes: 'Erase for good', no: 'Keep',
  exported: (n: number) => (n === 0 ? 'Nothing is kept about this person.' : `${plural(n, 'entry', 'entries')} saved; guarded items count as shown.`),
  erased: (n: number, texts: number) => (n === 0 ? 'No entry fits this name and number.' : `${plural(n, 'entry', 'entries')} erased${texts > 0 ? `, ${plural(texts, 'text', 'texts')} blackened` : ''}.`),
  notCleaned: 'Deleted rows could not be cleared from the disk yet: “vitalfew doctor --repair” does it.',
  backups: (n: number) => (n === 0 ? 'Backups taken before an erasure still hold the person. Restoring one erases them again at once: the register of erasures knows.' : `${plural(n, 'backup', 'backups')} in the data folder ${n === 1 ? 'is' : 'are'} older than the last erasure and still ${n === 1 ? 'holds' : 'hold'} the person. Restoring one erases them again at once: the register of erasures knows.`),
  register: 'Register of erasures', registerLine: (people: number, holders: number) => [people > 0 ? plural(people, 'entry', 'entries') : '', holders > 0 ? plural(holders, 'holder of a position', 'holders of positions') : ''].filter((part) => part !== '').join(', '),
  registerShown: (p: { shown: number; all: string }) => `The last ${p.shown} of ${p.all} erasures.`,
  registerNone: 'Nobody has been erased.', inAudit: 'All requests in the audit',
  due: (n: number) => `The time of keeping ends for ${plural(n, 'person', 'people')}`, decide: 'Decide', dueTitle: 'Keep or erase?',
  dueLead: 'Who is still needed is kept longer, as one change that can be undone. Who is not goes.',
  dueShown: (p: { shown: string; all: string }) => `The first ${p.shown} of ${p.all}. The others come up once these are decided on.`,
  choose: (p: { name: string }) => `Choose ${p.name}`, all: 'All', until: 'Keep until',
  keep: (n: number) => (n === 0 ? 'Keep longer' : `Keep ${plural(n, 'person', 'people')} longer`), kept: (n: number) => `${plural(n, 'person', 'people')} kept longer`,
  eraseChosen: (n: number) => (n === 0 ? 'Erase' : `Erase ${plural(n, 'person', 'people')}`), eraseReason: 'Why erase', sureChosen: (n: number) => `There is no way back. Erase ${plural(n, 'person', 'people')}?`, eraseExample: 'Time of keeping is over', gone: (n: number) => `${plural(n, 'person', 'people')} erased`,
};
