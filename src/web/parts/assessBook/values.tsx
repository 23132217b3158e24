import type { MarkColumn } from '#domain/select/assess/columns.ts';
import { useText, useWords } from '../../text/locale.ts';
import type { Value } from './decide.ts';

/** A mark as one reads it: the level with its sentence, the option, yes; `short` leaves the sentence to the hover. */
export function MarkValue({ column, value, short = false }: { column: MarkColumn | undefined; value: Value; short?: boolean }) {
  const { assessBook: t } = useText();
  const words = useWords();
  if (value === null) return <span className="vf-faint">{t.noMark}</span>;
  const choice = column?.choices.find((one) => one.value === value);
  if (value === true) return <>{t.yes}</>;
  if (typeof value === 'number') {
    const sentence = choice ? words(choice.words) : '';
    return short || !sentence ? <span className="vf-num" title={sentence}>{value}</span> : <span><b className="vf-num">{value}</b> <span className="vf-quiet">{sentence}</span></span>;
  }
  return <>{choice ? words(choice.words) : String(value)}</>;
}
