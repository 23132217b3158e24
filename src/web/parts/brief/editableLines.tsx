import { useState } from 'react';
import { BRIEF_LIMITS } from '#domain/insight/kpi/brief.ts';
import { BRIEF_WORDS as W } from '#domain/insight/kpi/briefWords.ts';
import { useAllText, useWords } from '../../text/locale.ts';
import { InlineEdit } from '../account/inlineEdit.tsx';
import { PasteLines } from '../insight/positions/pasteLines.tsx';
import type { Edit } from './sheet.tsx';

/** Lines of the page that people write: each changed or taken out where it stands, new ones below as long as there is room. */
export function EditableLines({ name, lines, edit, left = 0, boxes = false }: { name: 'questions' | 'leaveBehind'; lines: readonly string[]; edit: Edit | null; left?: number; boxes?: boolean }) {
  const { briefs: t, positions } = useAllText();
  const words = useWords();
  const [adding, setAdding] = useState(false);
  const most = BRIEF_LIMITS[name];
  const keep = (next: readonly string[]): Promise<boolean> => edit?.({ [name]: [...next] }) ?? Promise.resolve(false);
  return (
    <>
      {lines.length === 0 ? <p className="vf-faint">{words(W.none)}</p> : (
        <ul className={boxes ? 'vf-leaf-list vf-leaf-boxes' : 'vf-leaf-list'}>
          {lines.map((line, n) => (
            <li key={`${n} ${line}`}>
              <InlineEdit value={line} label={t.line[name]} may={edit !== null} required multiline maxLength={BRIEF_LIMITS.line} keep={(text) => void keep(lines.with(n, text))} />
              {edit ? <button type="button" className="vf-icon-button vf-noprint" aria-label={positions.remove({ text: line })} onClick={() => void keep(lines.toSpliced(n, 1))}>×</button> : null}
            </li>
          ))}
        </ul>
      )}
      {!edit ? null : lines.length >= most ? left > 0 ? null : <p className="vf-small vf-faint vf-noprint">{t.full({ most })}</p> : adding ? (
        <PasteLines label={t.addLine[name]} maxLength={BRIEF_LIMITS.line} most={most - lines.length} autoFocus keep={async (more) => { const done = await keep([...lines, ...more]); if (done) setAdding(false); return done; }} />
      ) : <button type="button" className="vf-link vf-small vf-noprint" onClick={() => setAdding(true)}>+ {t.addLine[name]}</button>}
    </>
  );
}
