import { useState } from 'react';
import { Input } from 'antd';
import { useText } from '../text/locale.ts';
import type { FieldWiring } from './field.tsx';

/** A password with a word, not an eye, to show it. */
export function PasswordInput({ value, change, newOne = false, wiring }: { value: string; change: (value: string) => void; newOne?: boolean; wiring: FieldWiring }) {
  const { start: t } = useText();
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...wiring} size="large" type={shown ? 'text' : 'password'} autoComplete={newOne ? 'new-password' : 'current-password'} maxLength={128}
      status={wiring['aria-invalid'] ? 'error' : undefined} value={value} onChange={(event) => change(event.target.value)}
      suffix={<button type="button" className="vf-link vf-small" onClick={() => setShown(!shown)}>{shown ? t.hidePassword : t.showPassword}</button>}
    />
  );
}
