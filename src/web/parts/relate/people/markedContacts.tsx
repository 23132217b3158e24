import { Input } from 'antd';
import { useAllText, useFormat } from '../../../text/locale.ts';
import type { RowChoice } from './contactsRead.ts';
import { KindSelect, SpokeSelect } from './spoke.tsx';

/** One answer for all marked rows of a file, or for all rows where none is marked; with the search that finds whom to mark. */
export function MarkedContacts({ words, setWords, marked, all, choose, clear }: { words: string; setWords: (words: string) => void; marked: number; all: number; choose: (patch: RowChoice) => void; clear: () => void }) {
  const { contacts: t } = useAllText();
  const format = useFormat();
  const who = marked > 0 ? t.ofMarked(marked) : t.ofAll({ all: format.number(all) });
  return (
    <div className="vf-contact-bulk">
      <Input allowClear size="small" className="vf-people-find" aria-label={t.findInFile} placeholder={t.findInFile} value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} />
      <fieldset aria-label={who}>
        <strong role="status">{who}</strong>
        {/* A choice for many is done at once and stands in their rows; the list goes back to "as it is". */}
        <SpokeSelect key={`spoke ${marked}`} label={`${t.spoke} – ${who}`} value={null} none={t.spoke} choose={(spoke) => { if (spoke !== null) choose({ spoke }); }} />
        <KindSelect key={`kind ${marked}`} label={`${t.kind} – ${who}`} value={null} none={t.kind} choose={(kind) => { if (kind !== null) choose({ kind }); }} />
        {marked > 0 ? (
          <>
            <button type="button" className="vf-link vf-small" onClick={() => choose({ mine: true })}>{t.markedMine}</button>
            <button type="button" className="vf-link vf-small" onClick={() => choose({ mine: false })}>{t.markedShared}</button>
            <button type="button" className="vf-link vf-small" onClick={clear}>{t.unmark}</button>
          </>
        ) : null}
      </fieldset>
    </div>
  );
}
