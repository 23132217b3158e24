import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, answers, forget } from '../../answers.ts';
import { isTyping } from '../../keys.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Progress } from '../progress.tsx';
import { sendFile } from '../../sendFile.ts';

/** Drop, choose or paste; the file is sent at once and its import opens. */
export function DropZone() {
  const { imports: t, common } = useAllText();
  const format = useFormat();
  const navigate = useNavigate();
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
      const view = await sendFile('POST /api/imports', { query: { fileName: file.name } }, file, (share) => setSending({ name: file.name, size: file.size, share }), stop.current.signal);
      answers.setQueryData(answerOf('GET /api/imports/{id}', { params: { id: view.id } }).queryKey, view);
      await navigate({ to: '/imports/$id', params: { id: String(view.id) } });
    } catch (cause) {
      if (!(cause instanceof DOMException)) setError(cause);
      setSending(null);
    } finally {
      void forget('GET /api/imports');
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isTyping(event.target) || !event.clipboardData) return;
    const files = [...event.clipboardData.files].filter((file) => !file.type.startsWith('image/'));
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) void take(files);
    // Copied cells come as lines of tabs; a sentence does not.
    else if (text.includes('\t') && text.includes('\n')) void take([new File([text], `${t.pastedName}.tsv`, { type: 'text/tab-separated-values' })]);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);

  return (
    <section className={over ? 'vf-drop vf-drop-over' : 'vf-drop'} onDragOver={(event) => (event.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop} aria-label={t.drop}>
      {sending ? (
        <div className="vf-drop-sending">
          <Progress label={t.uploading(sending.name)} share={sending.share} note={`${format.bytes(sending.size * sending.share)} / ${format.bytes(sending.size)}`} />
          <Button onClick={() => stop.current?.abort()}>{common.cancel}</Button>
        </div>
      ) : (
        <>
          <p className="vf-drop-title">{over ? t.dropNow : t.drop}</p>
          <p className="vf-quiet">{/mac/i.test(navigator.userAgent) ? t.pasteMac : t.paste}</p>
          <Button type="primary" size="large" onClick={() => input.current?.click()}>{t.bring}</Button>
          <p className="vf-small vf-faint">{t.dropHelp}</p>
          <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,.xlsx" aria-label={t.bring} onChange={(event) => (void take([...(event.target.files ?? [])]), (event.target.value = ''))} />
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
}
