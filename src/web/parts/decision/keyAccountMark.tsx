import { useFormat, useText } from '../../text/locale.ts';

/** A pennant and a word: this customer was chosen as a key account. */
export function KeyAccountMark({ since }: { since: string }) {
  const { decisions: t } = useText();
  const format = useFormat();
  return <span className="vf-keymark" title={t.markTitle({ day: format.day(since) })}><Pennant />{t.mark}</span>;
}

/** The shape alone, for where its word stands beside it. */
export function Pennant() {
  return <svg width={9} height={10} viewBox="0 0 9 10" aria-hidden><path d="M1 0V10" stroke="currentColor" strokeWidth="1.4" /><path d="M1.4 0.4L8.6 3L1.4 5.6Z" fill="currentColor" /></svg>;
}
