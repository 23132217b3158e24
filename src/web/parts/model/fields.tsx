import { Input, InputNumber, Select } from 'antd';
import type { Words } from '#domain/select/model.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { getIn, setIn } from './draft.ts';
import { useEditing } from './editing.ts';

/** What is wrong at this very place, beside it. */
export function Fault({ at }: { at: string }) {
  const { errors } = useText();
  const fault = useEditing().faults.get(at);
  return fault ? <span className="vf-fault" role="alert" id={`fault-${at}`}>{errors.fields[fault.reason] ?? fault.message}</span> : null;
}

/** A number of the model at `path`; `scale` shows it in another unit (100: as per cent). Read-only where nothing may be edited. */
export function NumberField({ path, label, suffix, scale = 1, min, max, digits = 4 }: { path: string; label: string; suffix?: string; scale?: number; min?: number; max?: number; digits?: number }) {
  const { model, edit, faults } = useEditing();
  const format = useFormat();
  const value = getIn(model, path) as number;
  const shown = Number((value * scale).toPrecision(10));
  if (!edit) return <span className="vf-num">{format.number(shown, Math.min(digits, decimals(shown)))}{suffix ? (suffix === '%' ? '%' : ` ${suffix}`) : ''}</span>;
  return (
    <InputNumber
      size="small" className="vf-model-number" controls={false} aria-label={label} value={shown} min={min} max={max} status={faults.has(path) ? 'error' : undefined} suffix={suffix}
      onChange={(next) => next !== null && edit((before) => setIn(before, path, Number((next / scale).toPrecision(10))))}
    />
  );
}

const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** One text in both languages of a model. */
export function WordsField({ path, label }: { path: string; label: (language: 'en' | 'zh') => string }) {
  const { model, edit, faults } = useEditing();
  const words = useWords();
  const value = getIn(model, path) as Words;
  if (!edit) return <span>{words(value)}</span>;
  return (
    <div className="vf-words">
      {(['zh', 'en'] as const).map((language) => (
        <Input
          key={language} size="small" aria-label={label(language)} title={label(language)} lang={language === 'zh' ? 'zh-Hans' : 'en'} prefix={<span className="vf-faint vf-small">{language === 'zh' ? '中' : 'En'}</span>}
          value={value[language]} maxLength={400} status={value[language].trim() === '' || faults.has(`${path}.${language}`) ? 'error' : undefined}
          onChange={(event) => edit((before) => setIn(before, `${path}.${language}`, event.target.value))}
        />
      ))}
    </div>
  );
}

/** One of a few values at `path`. */
export function ChoiceField<T extends string>({ path, label, options }: { path: string; label: string; options: readonly { value: T; text: string }[] }) {
  const { model, edit } = useEditing();
  const value = getIn(model, path) as T;
  if (!edit) return <span>{options.find((option) => option.value === value)?.text ?? value}</span>;
  return <Select size="small" aria-label={label} value={value} popupMatchSelectWidth={false} options={options.map((option) => ({ value: option.value, label: option.text }))} onChange={(next: T) => edit((before) => setIn(before, path, next))} />;
}
