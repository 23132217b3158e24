import { Button } from 'antd';
import { useFormat, useLocale, useText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Progress } from '../progress.tsx';
import { useFileDrop } from '../useFileDrop.ts';
import { bringBack } from './returned.ts';

/** Where a filled-in workbook is dropped or chosen; `done` is called when it has been read. */
export function DropBook({ done }: { done: () => void }) {
  const { assessBook: t, common } = useText();
  const format = useFormat();
  const locale = useLocale();
  const { over, sending, error, input, stop, target, onChange } = useFileDrop(t.several, async (file, told, signal) => {
    await bringBack(file, locale, told, signal);
    done();
  });
  return (
    <section className={over ? 'vf-book-drop vf-book-over' : 'vf-book-drop'} aria-label={t.drop} {...target}>
      {sending ? (
        <>
          {/* Sent is not yet read: the server compares every cell with what stands there. */}
          <Progress label={t.sending(sending.name)} share={sending.share < 1 ? sending.share : null} note={format.bytes(sending.size)} />
          <Button onClick={stop}>{common.cancel}</Button>
        </>
      ) : (
        <>
          <p>{over ? t.dropNow : t.drop}</p>
          <Button onClick={() => input.current?.click()}>{t.choose}</Button>
          <input ref={input} type="file" hidden accept=".xlsx" aria-label={t.choose} onChange={onChange} />
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
}
