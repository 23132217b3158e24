import { useEffect, useState } from 'react';
import { Input } from 'antd';
import { Field } from '../field.tsx';

interface Props<T> {
  label: string; hint?: React.ReactNode; value: T; disabled: boolean; show: (value: T) => string;
  /** The value of what was typed; undefined when it does not fit, and `fault` says so. */
  read: (text: string) => T | undefined;
  fault: string; save: (value: T) => void; placeholder?: string | undefined; suffix?: React.ReactNode; numeric?: boolean; assumed?: boolean;
}

/** One value that saves itself when the field is left (or Enter); Esc brings the old one back. */
export function TextSetting<T>({ label, hint, value, disabled, show, read, fault, save, suffix, numeric = false, assumed = false, placeholder }: Props<T>) {
  const shown = show(value);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(shown), [shown]);
  const leave = (): void => {
    if (text.trim() === shown) return setWrong(false);
    const next = read(text.trim());
    setWrong(next === undefined);
    if (next !== undefined) save(next);
  };
  return (
    <Field label={label} hint={hint} fault={wrong ? fault : null}>
      {(wiring) => (
        <Input
          {...wiring} value={text} disabled={disabled} placeholder={placeholder} suffix={suffix} inputMode={numeric ? 'decimal' : undefined} status={wrong ? 'error' : undefined}
          className={assumed ? 'vf-assumed vf-num' : 'vf-num'} autoComplete="off" onChange={(event) => setText(event.target.value)} onBlur={leave} onPressEnter={leave}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setText(shown);
            setWrong(false);
          }}
        />
      )}
    </Field>
  );
}
