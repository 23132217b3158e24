import { useId } from 'react';

/** One of a few, side by side: a radio group that looks like a switch. `label` is read out, and shown when `shown`. */
export function Segments<T extends string>({ label, value, options, choose, shown = false, disabled = false }: { label: string; value: T; options: readonly { value: T; text: string; title?: string }[]; choose: (value: T) => void; shown?: boolean; disabled?: boolean }) {
  const name = useId();
  return (
    <fieldset className="vf-choice" disabled={disabled}>
      <legend className={shown ? undefined : 'vf-hidden'}>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} title={option.title}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => choose(option.value)} />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
