import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useFormat, useAllText } from '../../text/locale.ts';
import { judgementText } from './judgement.ts';
import { stepOf, valueAt } from './session.ts';

const STEPS = Array.from({ length: 17 }, (_, n) => n - 8);

/**
 * The scale 9 … 1 … 9 between two items: a radio group that arrows move along. Nothing chosen: the middle waits. Enter goes on, Backspace clears,
 * a digit says how much on the side that is chosen. `focused` takes the focus when another pair comes.
 */
export function ScaleChoice({ left, right, value, choose, next, focused }: { left: string; right: string; value: number | undefined; choose: (value: number | null) => void; next: () => void; focused: boolean }) {
  const { weigh: t } = useAllText();
  const format = useFormat();
  const name = useId();
  const group = useRef<HTMLDivElement>(null);
  const step = value === undefined ? null : stepOf(value);
  const focus = (at: number): void => group.current?.querySelector<HTMLInputElement>(`input[value="${at}"]`)?.focus();
  useEffect(() => {
    if (focused) focus(step ?? 0);
  }, [left, right, focused]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pick = (to: number): void => {
      choose(valueAt(to));
      focus(to);
    };
    const move = event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : 0;
    if (move !== 0) pick(Math.min(8, Math.max(-8, (step ?? 0) + move)));
    else if (/^[1-9]$/.test(event.key)) pick(((step ?? -1) > 0 ? 1 : -1) * (Number(event.key) - 1));
    else if (event.key === 'Home' || event.key === 'End') pick(event.key === 'Home' ? -8 : 8);
    else if (event.key === 'Backspace' || event.key === 'Delete') choose(null);
    else if (event.key === 'Enter') next();
    else return;
    event.preventDefault();
  };
  return (
    <div className="vf-scale" role="radiogroup" aria-label={t.question} ref={group} onKeyDown={onKey}>
      <span className="vf-scale-caption" aria-hidden>{t.moreOf({ name: left })}</span>
      {STEPS.map((at) => (
        <label key={at} className={`${at < 0 ? 'vf-scale-left' : at > 0 ? 'vf-scale-right' : 'vf-scale-middle'}${step !== null && at !== 0 && step !== 0 && Math.sign(at) === Math.sign(step) && Math.abs(at) < Math.abs(step) ? ' vf-scale-under' : ''}`}>
          <input
            type="radio" name={name} value={at} checked={step === at} tabIndex={step === null ? (at === 0 ? 0 : -1) : undefined}
            aria-label={judgementText(valueAt(at), left, right, t, format)} onChange={() => choose(valueAt(at))}
          />
          <span aria-hidden>{Math.abs(at) + 1}{at === 0 ? <small> · {t.ends.equal}</small> : null}</span>
        </label>
      ))}
      <span className="vf-scale-caption" aria-hidden>{t.moreOf({ name: right })}</span>
    </div>
  );
}
