import { useState } from 'react';
import { Input } from 'antd';
import { latestDay } from '#domain/day.ts';
import { Field } from '../field.tsx';

/** Today where the person is, as a calendar day. */
export function localDay(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The state of a day that begins with today. */
export const useDay = (): [string, (day: string) => void] => useState(() => localDay(new Date()));

/** On which day something was decided; never in the future. */
export function DayField({ label, fault, value, choose }: { label: string; fault: string | null; value: string; choose: (day: string) => void }) {
  const [latest] = useState(() => latestDay(new Date()));
  return <Field label={label} fault={fault}>{(wiring) => <Input {...wiring} type="date" max={latest} value={value} status={fault ? 'error' : undefined} onChange={(event) => choose(event.target.value)} />}</Field>;
}
