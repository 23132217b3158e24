import type { Format } from '../../format.ts';
import type { AllTexts } from '../../text/locale.ts';

/** 3 · 1/3 · 2.45 (between two values of the scale: the mean of several people). */
export function fractionText(value: number, format: Format): string {
  const size = value >= 1 ? value : 1 / value;
  const whole = Math.round(size);
  if (Math.abs(size - whole) < 1e-6) return value >= 1 ? String(whole) : `1/${whole}`;
  return format.number(value, 2);
}

/** How many times as much, always from 1 up: 7 of 1/7. */
export const timesText = (value: number, format: Format): string => fractionText(value >= 1 ? value : 1 / value, format);

/** A comparison as a sentence: "Past matters strongly more than Future (5 : 1)". */
export function judgementText(value: number, left: string, right: string, t: AllTexts['weigh'], format: Format): string {
  const times = value >= 1 ? value : 1 / value;
  const [more, less] = value >= 1 ? [left, right] : [right, left];
  if (Math.abs(times - 1) < 1e-6) return t.equal({ a: left, b: right });
  return t.matters({ more, less, degree: t.degrees[Math.min(9, Math.max(2, Math.round(times))) as keyof typeof t.degrees], times: fractionText(times, format) });
}
