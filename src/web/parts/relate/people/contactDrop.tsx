import { useRef, useState } from 'react';
import { Button } from 'antd';
import { sendFile } from '../../../sendFile.ts';
import { useAllText } from '../../../text/locale.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Progress } from '../../progress.tsx';
import type { ContactsRead } from './contactPreview.tsx';

/** Takes a file of contacts by choosing or dropping; it is read on the server and forgotten. */
export function ContactDrop({ done }: { done: (read: ContactsRead) => void }) {
  const { people: t } = useAllText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || sending) return;
    setError(null);
    setSending({ name: file.name, share: 0 });
    try {
      done(await sendFile('POST /api/contacts/read', { query: { fileName: file.name.slice(-255) } }, file, (share) => setSending({ name: file.name, share })));
    } catch (cause) {
      setError(cause);
    } finally {
      setSending(null);
    }
  };
  return (
    <section
      className={over ? 'vf-contact-drop vf-contact-over' : 'vf-contact-drop'} aria-label={t.bring}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); void take(event.dataTransfer.files[0]); }}
    >
      {sending ? <Progress label={t.reading({ name: sending.name })} share={sending.share} note="" /> : (
        <>
          <p>{t.dropHere}</p>
          <Button type="primary" onClick={() => input.current?.click()}>{t.bring}</Button>
          <p className="vf-small vf-faint">{t.bringHelp}</p>
          <input ref={input} type="file" hidden accept=".vcf,.csv,.tsv,.txt,.xlsx,.json" aria-label={t.bring} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
}
