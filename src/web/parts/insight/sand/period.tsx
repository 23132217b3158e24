import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { PERIOD } from '#domain/insight/sand/check.ts';
import { useAllText } from '../../../text/locale.ts';

/** The period the table is of: one in which something stands, the years around, or another. */
export function PeriodChoice({ period, periods, choose }: { period: string; periods: readonly string[]; choose: (period: string) => void }) {
  const { sand: t, errors } = useAllText();
  const [other, setOther] = useState<string | null>(null);
  const year = Number(period.slice(0, 4));
  const options = [...new Set([...periods, period, String(year), String(year + 1)])].sort().reverse();
  const open = (): void => {
    if (other === null || !PERIOD.test(other.trim())) return;
    choose(other.trim());
    setOther(null);
  };
  if (other !== null) {
    const wrong = other !== '' && !PERIOD.test(other.trim());
    return (
      <span className="vf-row">
        <Input size="small" className="vf-period" autoFocus aria-label={t.period} placeholder={t.periodHint} value={other} status={wrong ? 'error' : undefined} title={wrong ? errors.fields['invalid_format'] : t.periodHint} maxLength={7} onChange={(event) => setOther(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') open(); else if (event.key === 'Escape') setOther(null); }} />
        <Button size="small" disabled={!PERIOD.test(other.trim())} onClick={open}>{t.openPeriod}</Button>
      </span>
    );
  }
  return <Select size="small" aria-label={t.period} value={period} popupMatchSelectWidth={false} onChange={(value) => (value === '' ? setOther('') : choose(value))} options={[...options.map((value) => ({ value, label: value })), { value: '', label: t.otherPeriod }]} />;
}
