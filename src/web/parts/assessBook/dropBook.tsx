import { useRef, useState, type DragEvent } from 'react';
import { Button } from 'antd';
import { useFormat, useLocale, useText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Progress } from '../progress.tsx';
import { bringBack } from './returned.ts';

/** Where a filled-in workbook is dropped or chosen; `done` is called when it has been read. */
export function DropBook({ done }: { done: () => void }) {
  const { assessBook: t, common } = useText();
  const format = useFormat();
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(undefined);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; size: number; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);

  const take = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file || sending) return;
    if (files.length > 1) say(t.several);
    setError(null);
    setSending({ name: file.name, size: file.size, share: 0 });
    stop.current = new AbortController();
    try {
      await bringBack(file, locale, (share) => setSending({ name: file.name, size: file.size, share }), stop.current.signal);
      done();
    } catch (cause) {
      if (!(cause instanceof DOMException)) setError(cause);
    } finally {
      setSending(null);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <section className={over ? 'vf-book-drop vf-book-over' : 'vf-book-drop'} aria-label={t.drop} onDragOver={(event) => (event.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
      {sending ? (
        <>
          {/* Sent is not yet read: the server compares every cell with what stands there. */}
          <Progress label={t.sending(sending.name)} share={sending.share < 1 ? sending.share : null} note={format.bytes(sending.size)} />
          <Button onClick={() => stop.current?.abort()}>{common.cancel}</Button>
        </>
      ) : (
        <>
          <p>{over ? t.dropNow : t.drop}</p>
          <Button onClick={() => input.current?.click()}>{t.choose}</Button>
          <input ref={input} type="file" hidden accept=".xlsx" aria-label={t.choose} onChange={(event) => (void take([...(event.target.files ?? [])]), (event.target.value = ''))} />
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
}
