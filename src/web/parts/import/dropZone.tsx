import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, answers, forget } from '../../answers.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Progress } from '../progress.tsx';
import { sendFile } from '../../sendFile.ts';
import { useFileDrop } from '../useFileDrop.ts';
import { cellsIn, usePaste } from '../usePaste.ts';

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
  usePaste((data) => {
    const files = [...data.files].filter((file) => !file.type.startsWith('image/'));
    const cells = cellsIn(data);
    if (files.length > 0) take(files);
    else if (cells) take([new File([cells], `${t.pastedName}.tsv`, { type: 'text/tab-separated-values' })]);
    return files.length > 0 || cells !== '';
  });

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
