import { useAllText } from '../../../text/locale.ts';
import type { PersonRow } from './types.ts';

/** A person's name with what must be known beside it; somebody unknown looks like the open place that it is. */
export function PersonName({ person }: { person: Pick<PersonRow, 'name' | 'nameLatin' | 'placeholder' | 'private' | 'restrictedOn' | 'kind'> }) {
  const { people: t } = useAllText();
  return (
    <span className="vf-person-name">
      <span className={person.placeholder ? 'vf-person-unknown' : undefined} title={person.placeholder ? t.placeholderHelp : undefined}>{person.name}</span>
      {person.nameLatin ? <span className="vf-small vf-faint">{person.nameLatin}</span> : null}
      {person.placeholder ? <span className="vf-tag">{t.placeholder}</span> : null}
      {person.kind === 'outsider' ? <span className="vf-tag" title={t.outsiderHelp}>{t.kinds.outsider}</span> : null}
      {person.private ? <span className="vf-tag" title={t.privateHelp}>{t.private}</span> : null}
      {person.restrictedOn ? <span className="vf-tag vf-person-restricted" title={t.restrictedHelp}>{t.restricted}</span> : null}
    </span>
  );
}
