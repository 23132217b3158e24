import { useId, type ReactNode } from 'react';

/** What a field gives its control: an id, and where its hint and fault stand. */
export interface FieldWiring { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }

/** A labelled control with its hint, or in its place what is wrong. */
export function Field({ label, hint, fault, children }: { label: string; hint?: ReactNode; fault?: string | null; children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div className="vf-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(note ? { 'aria-describedby': `${id}-note` } : {}), ...(fault ? { 'aria-invalid': true } : {}) })}
      {note ? <p id={`${id}-note`} className={fault ? 'vf-field-fault' : 'vf-field-hint'} role={fault ? 'alert' : undefined}>{note}</p> : null}
    </div>
  );
}
