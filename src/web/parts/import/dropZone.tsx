import { useEffect, useEffectEvent } from 'react';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, answers, forget } from '../../answers.ts';
import { isTyping } from '../../keys.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Progress } from '../progress.tsx';
import { sendFile } from '../../sendFile.ts';
import { useFileDrop } from '../useFileDrop.ts';

/** Drop, choose or paste; the file is sent at once and its import opens. */
export function DropZone() {
  const { imports: t, common } = useAllText();
  const format = useFormat();
  const navigate = useNavigate();
  const { over, sending, error, input, take, stop, target, onChange } = useFileDrop(t.several, async (file, told, signal) => {
    try {
      const view = await sendFile('POST /api/imports', { query: { fileName: file.name } }, file, told, signal);
      answers.setQueryData(answerOf('GET /api/imports/{id}', { params: { id: view.id } }).queryKey, view);
      await navigate({ to: '/imports/$id', params: { id: String(view.id) } });
    } finally {
      void forget('GET /api/imports');
    }
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isTyping(event.target) || !event.clipboardData) return;
    const files = [...event.clipboardData.files].filter((file) => !file.type.startsWith('image/'));
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) take(files);
    // Copied cells come as lines of tabs; a sentence does not.
    else if (text.includes('\t') && text.includes('\n')) take([new File([text], `${t.pastedName}.tsv`, { type: 'text/tab-separated-values' })]);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);

  return (
    <section className={over ? 'vf-drop vf-drop-over' : 'vf-drop'} {...target} aria-label={t.drop}>
      {sending ? (
        <div className="vf-drop-sending">
          <Progress label={t.uploading(sending.name)} share={sending.share} note={`${format.bytes(sending.size * sending.share)} / ${format.bytes(sending.size)}`} />
          <Button onClick={stop}>{common.cancel}</Button>
        </div>
      ) : (
        <>
          <p className="vf-drop-title">{over ? t.dropNow : t.drop}</p>
          <p className="vf-quiet">{/mac/i.test(navigator.userAgent) ? t.pasteMac : t.paste}</p>
          <Button type="primary" size="large" onClick={() => input.current?.click()}>{t.bring}</Button>
          <p className="vf-small vf-faint">{t.dropHelp}</p>
          <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,.xlsx" aria-label={t.bring} onChange={onChange} />
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
}
