import { useText } from '../../text/locale.ts';

/** What keys do, for a thumb: shown on phones along the lower edge. */
export function AssessBar({ step, cite, withdraw }: { step: (by: number) => void; cite: () => void; withdraw: (() => void) | null }) {
  const { assess: t } = useText();
  return (
    <div className="vf-assess-bar vf-noprint" role="toolbar" aria-label={t.bar}>
      <button type="button" onClick={() => step(-1)} aria-label={t.previous}>↑</button>
      <button type="button" onClick={() => step(1)} aria-label={t.next}>↓</button>
      <button type="button" className="vf-assess-bar-cite" onClick={cite}>{t.cite}</button>
      <button type="button" onClick={withdraw ?? undefined} disabled={withdraw === null}>{t.withdraw}</button>
    </div>
  );
}
