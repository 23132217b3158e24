import { useState } from 'react';
import { Button } from 'antd';
import { sendFile } from '../../../sendFile.ts';
import { useAllText } from '../../../text/locale.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Progress } from '../../progress.tsx';
import { useFileDrop } from '../../useFileDrop.ts';
import { cellsIn, usePaste } from '../../usePaste.ts';
import type { ContactsRead } from './contactsRead.ts';
import { PasteContacts } from './pasteContacts.tsx';

/** Takes contacts by choosing, dropping or pasting; they are read on the server and forgotten. `first`: there are none yet, so it says what for. */
export function ContactDrop({ done, first }: { done: (read: ContactsRead) => void; first: boolean }) {
  const { people: t, contacts: c, imports } = useAllText();
  const [pasting, setPasting] = useState(false);
  const { over, sending, error, input, take, target, onChange } = useFileDrop(imports.several, async (file, told, signal) => done(await sendFile('POST /api/contacts/read', { query: { fileName: file.name.slice(-255) } }, file, told, signal)));
  const read = (text: string): void => take([new File([text], `${c.pasted}.tsv`, { type: 'text/tab-separated-values' })]);
  usePaste((data) => {
    const cells = cellsIn(data);
    if (data.files.length > 0) take([...data.files]);
    else if (cells) read(cells);
    return data.files.length > 0 || cells !== '';
  });
  return (
    <section className={over ? 'vf-contact-drop vf-contact-over' : 'vf-contact-drop'} aria-label={t.bring} {...target}>
      {sending ? <Progress label={t.reading({ name: sending.name })} share={sending.share} note="" /> : pasting ? <PasteContacts read={read} close={() => setPasting(false)} /> : (
        <>
          {first ? <div className="vf-contact-first"><p className="vf-empty-sentence">{t.contactsEmpty}</p><p className="vf-empty-example">{t.contactsEmptyExample}</p></div> : null}
          <p>{t.dropHere}</p>
          <div className="vf-contact-foot"><Button type="primary" onClick={() => input.current?.click()}>{t.bring}</Button><Button onClick={() => setPasting(true)}>{c.paste}</Button></div>
          <p className="vf-small vf-faint">{t.bringHelp}</p>
        </>
      )}
      <input ref={input} type="file" hidden accept=".vcf,.csv,.tsv,.txt,.xlsx,.json" aria-label={t.bring} onChange={onChange} />
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
}
