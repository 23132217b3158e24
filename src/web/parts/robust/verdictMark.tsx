import type { Verdict } from '#domain/select/robust/verdict.ts';
import { useText } from '../../text/locale.ts';

/** One shape a verdict, so that none hangs on colour: full disc, half disc, split diamond, cross, hollow triangle. Within ±5. */
const SHAPES: Record<Exclude<Verdict, 'outside'>, React.ReactNode> = {
  solid: <circle r={4.2} className="vf-fill" />,
  open: <><circle r={3.6} className="vf-stroke" /><path d="M0 -3.6A3.6 3.6 0 0 0 0 3.6Z" className="vf-fill" /></>,
  fragile: <path d="M-0.8 -5L-5 0L-0.8 5ZM0.8 -5L5 0L0.8 5Z" className="vf-fill" />,
  barred: <path d="M-3.4 -3.4L3.4 3.4M3.4 -3.4L-3.4 3.4" className="vf-stroke vf-thick" />,
  overlooked: <path d="M-4.2 3L0 -4L4.2 3Z" className="vf-stroke" />,
};

/** Shape and word of a verdict; nothing for those outside. */
export function VerdictMark({ verdict, word }: { verdict: Verdict; word?: string }) {
  const { robust: t } = useText();
  if (verdict === 'outside') return null;
  return (
    <span className={`vf-verdict vf-verdict-${verdict}`} title={t.verdictMeans[verdict]}>
      <svg width={11} height={11} viewBox="-5.5 -5.5 11 11" aria-hidden>{SHAPES[verdict]}</svg>
      {word ?? t.verdicts[verdict]}
    </span>
  );
}
