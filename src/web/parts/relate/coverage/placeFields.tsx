import { Select } from 'antd';
import { readTitle } from '#domain/relate/coverage/readTitle.ts';
import { FUNCTIONS, LEVELS, type Level, type WorkFunction } from '#domain/relate/coverage/scales.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { Field } from '../../field.tsx';

interface Teller { readonly by: { readonly name: string }; readonly on: string }
export interface PlaceChange { level?: Level | null; function?: WorkFunction | null }

/** Level and function of somebody: told (solid), or read from the title (dashed) until somebody tells it. Emptied, the title counts again. */
export function PlaceFields({ title, level, work, told, disabled, change }: { title: string; level: Level | null; work: WorkFunction | null; told?: { readonly level: Teller | null; readonly function: Teller | null } | undefined; disabled: boolean; change: (change: PlaceChange) => void }) {
  const { coverage: t } = useAllText();
  const format = useFormat();
  const read = readTitle(title);
  const hint = (value: string | null, said: string | null, teller: Teller | null | undefined): string => (value === null ? (said === null ? t.isUnknown : t.isRead) : teller ? t.toldBy({ name: teller.by.name, day: format.day(teller.on) }) : t.told);
  const field = <V extends string>(label: string, value: V | null, said: V | null, labels: Readonly<Record<V, string>>, order: readonly V[], teller: Teller | null | undefined, set: (value: V | null) => void) => (
    <Field label={label} hint={hint(value, said, teller)}>{(wiring) => (
      <Select<V> {...wiring} aria-label={label} className={value === null && said !== null ? 'vf-place-read' : undefined} disabled={disabled} allowClear={value === null ? false : { clearIcon: <span title={t.clear}>×</span> }} {...(value === null ? {} : { value })} placeholder={said === null ? t.unknown : t.readFrom({ value: labels[said] })}
        onChange={(next?: V) => set(next ?? null)} options={order.map((one) => ({ value: one, label: labels[one] }))} />
    )}</Field>
  );
  return (
    <>
      {field(t.level, level, read.level, t.levels, LEVELS.toReversed(), told?.level, (next) => change({ level: next }))}
      {field(t.function, work, read.function, t.functions, FUNCTIONS, told?.function, (next) => change({ function: next }))}
    </>
  );
}
