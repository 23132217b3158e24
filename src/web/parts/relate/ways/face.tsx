import { useAllText } from '../../../text/locale.ts';
import type { WayPerson } from './changing.ts';

/** Two signs for a face: the last two of a Chinese name, the initials of others. */
function signsOf(name: string): string {
  const plain = name.trim();
  if (/\p{Script=Han}/u.test(plain)) return [...plain].slice(-2).join('');
  const words = plain.split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase();
}

/** A person on a way: who it is, and where. Dashed: somebody whose name is not known. */
export function Face({ person, role = null }: { person: WayPerson; role?: 'us' | 'goal' | null }) {
  const { ways: t } = useAllText();
  // Each on its own line: side by side, of the company one sign would be left.
  const where = role === 'us' ? [t.us] : [person.title === person.name ? '' : person.title, person.account?.name || person.organisation].filter(Boolean);
  return (
    <span className={`vf-face${role ? ` vf-face-${role}` : ''}${person.placeholder ? ' vf-face-unnamed' : ''}`}>
      <span className="vf-face-sign" aria-hidden>{signsOf(person.name)}</span>
      <span className="vf-face-words">
        <strong className="vf-clip" title={person.name}>{person.name}</strong>
        {(where.length > 0 ? where : [person.placeholder ? t.placeholder : '–']).map((line) => <span key={line} className="vf-small vf-quiet vf-clip" title={line}>{line}</span>)}
        {person.private ? <span className="vf-small vf-faint">{t.private}</span> : null}
      </span>
    </span>
  );
}
