import { useAllText } from '../../text/locale.ts';

export const STEPS = ['file', 'columns', 'check', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is: four steps; earlier ones may be gone back to while nothing is taken. */
export function Steps({ step, open }: { step: Step; open?: (step: 'file' | 'columns') => void }) {
  const { imports: t } = useAllText();
  const at = STEPS.indexOf(step);
  return (
    <ol className="vf-steps">
      {STEPS.map((one, i) => (
        <li key={one} className={i < at ? 'vf-step-past' : i === at ? 'vf-step-now' : undefined} aria-current={i === at ? 'step' : undefined}>
          <span className="vf-step-number vf-num" aria-hidden>{i + 1}</span>
          {open && i < at && (one === 'file' || one === 'columns') ? <button type="button" className="vf-link" onClick={() => open(one)} aria-label={t.stepOf(i + 1, t.steps[one])}>{t.steps[one]}</button> : <span>{t.steps[one]}</span>}
        </li>
      ))}
    </ol>
  );
}
