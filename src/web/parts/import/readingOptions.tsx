import { useState } from 'react';
import { Input, Select } from 'antd';
import { FIELDS } from '#domain/select/fields.ts';
import { useAllText, useWords } from '../../text/locale.ts';
import { readCurrency } from '../settings/company.tsx';
import { Option } from './fileStep.tsx';
import type { Field, Plan } from './types.ts';

const UNITS = [1, 1000, 10_000, 1_000_000, 100_000_000] as const;

/** How numbers, days and money are written where the file leaves it open, and how a line is known again. */
export function ReadingOptions({ plan, change }: { plan: Plan; change: (plan: Plan) => void }) {
  const { imports: t } = useAllText();
  const words = useWords();
  if (plan.kind === 'customers') return null;
  const mapped = FIELDS.filter((field) => field.kinds.includes('lines') && plan.columns[field.name] !== undefined);
  return (
    <>
      <div className="vf-options">
        <Option label={t.decimal}><Select aria-label={t.decimal} value={plan.decimal} onChange={(decimal: Plan['decimal']) => change({ ...plan, decimal })} options={[{ value: '.', label: t.decimals.point }, { value: ',', label: t.decimals.comma }]} /></Option>
        <Option label={t.dayOrder}><Select aria-label={t.dayOrder} value={plan.dayOrder} onChange={(dayOrder: Plan['dayOrder']) => change({ ...plan, dayOrder })} options={(['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t.dayOrders[value] }))} /></Option>
        <Option label={t.currency}><CurrencyInput label={t.currency} value={plan.currency} change={(currency) => change({ ...plan, currency })} /></Option>
        <Option label={t.unit}><Select aria-label={t.unit} value={plan.unit} popupMatchSelectWidth={false} onChange={(unit: number) => change({ ...plan, unit })} options={UNITS.map((value) => ({ value, label: t.units[value] }))} /></Option>
      </div>
      <div className="vf-options">
        <div className="vf-option vf-option-wide">
          <span aria-hidden>{t.matchKeys}</span>
          <Select
            mode="multiple" aria-label={t.matchKeys} placeholder={t.matchAll} value={plan.matchKeys} onChange={(matchKeys: Field[]) => change({ ...plan, matchKeys })} maxCount={8}
            options={mapped.map((field) => ({ value: field.name, label: words(field.label) }))}
          />
          <small>{t.matchKeysHelp}</small>
        </div>
      </div>
    </>
  );
}

function CurrencyInput({ label, value, change }: { label: string; value: string; change: (currency: string) => void }) {
  const [text, setText] = useState(value);
  const currency = readCurrency(text.trim());
  return <Input aria-label={label} value={text} maxLength={3} status={currency === undefined ? 'error' : undefined} onChange={(event) => (setText(event.target.value), ((next) => next && change(next))(readCurrency(event.target.value.trim())))} onBlur={() => setText(currency ?? value)} />;
}
