import { minorDigits, toMajor } from '#domain/money.ts';
import type { Locale } from './text/locale.ts';

/** Numbers and dates in the viewer's language; get it with `useFormat()`. */
export interface Format {
  /** 12,345 */
  number(value: number, digits?: number): string;
  /** A score, a factor, points: one decimal. */
  points(value: number | null): string;
  /** 0.123 → 12.3 %. */
  percent(share: number | null, digits?: number): string;
  /** Change with its sign: +12.3 %. */
  change(share: number | null): string;
  /** Short money: ¥1.23M / ¥123.4万, of minor units. */
  money(minor: number | null, currency: string): string;
  /** Money to the last fen, for hovering: ¥1,234,567.89. */
  moneyExact(minor: number | null, currency: string): string;
  /** Short count: 12.3k / 1.2万. */
  short(value: number): string;
  /** 3 days / 3天. */
  days(count: number): string;
  /** 1 May 2026 / 2026年5月1日 of a day `YYYY-MM-DD`. */
  day(day: string | null): string;
  /** May 2026 / 2026年5月 of `YYYY-MM`. */
  month(month: string): string;
  /** Date and time of an instant (ISO text), in the viewer's own time zone. */
  time(at: string): string;
  /** 5 minutes ago, yesterday, 3 May. */
  ago(at: string, now?: Date): string;
  /** 45 s, 2 min 10 s. */
  duration(seconds: number): string;
  /** 12.3 MB. */
  bytes(size: number): string;
}

/** Shown where there is no value. */
export const NONE = '–';

const STEPS = { zh: [[1e8, '亿'], [1e4, '万']], hant: [[1e8, '億'], [1e4, '萬']], en: [[1e9, 'B'], [1e6, 'M'], [1e3, 'k']] } as const;
const SIZES = ['B', 'kB', 'MB', 'GB'] as const;
const kept = new Map<Locale, Format>();

/** The formats of a locale (made once). */
export function formatFor(locale: Locale): Format {
  const known = kept.get(locale);
  if (known) return known;
  const made = make(locale);
  kept.set(locale, made);
  return made;
}

function make(locale: Locale): Format {
  const tag = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }[locale];
  const steps = locale === 'en' ? STEPS.en : locale === 'zh-Hant' ? STEPS.hant : STEPS.zh;
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = numbers.get(key);
    if (!format) numbers.set(key, (format = new Intl.NumberFormat(tag, options)));
    return format;
  };
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(tag, options);
  const day = date({ year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric', timeZone: 'UTC' });
  const month = date({ year: 'numeric', month: locale === 'en' ? 'short' : 'long', timeZone: 'UTC' });
  const time = date({ year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });

  /** The number before the unit, three figures: 1.23, 12.3, 123. */
  const scaled = (value: number): { text: string; unit: string } => {
    const size = Math.abs(value);
    // 999,950 would round up to 1,000k: the next unit is taken half a last digit early.
    const step = steps.find(([from]) => size >= from * 0.99995);
    const number = step ? value / step[0] : value;
    const digits = Math.abs(number) >= 99.95 ? (step && locale !== 'en' && Math.abs(number) < 999.95 ? 1 : 0) : Math.abs(number) >= 9.995 ? 1 : step ? 2 : 0;
    return { text: numberFormat({ maximumFractionDigits: digits }).format(number), unit: step?.[1] ?? '' };
  };
  const money = (value: number, currency: string, digits: number): Intl.NumberFormatPart[] =>
    numberFormat({ style: 'currency', currency, currencyDisplay: 'symbol', minimumFractionDigits: digits, maximumFractionDigits: digits }).formatToParts(value);

  const format: Format = {
    number: (value, digits = 0) => numberFormat({ maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value),
    points: (value) => (value === null ? NONE : numberFormat({ maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(value)),
    percent: (share, digits = 1) => (share === null ? NONE : numberFormat({ style: 'percent', maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(share)),
    change: (share) => (share === null ? NONE : numberFormat({ style: 'percent', maximumFractionDigits: Math.abs(share) >= 0.995 ? 0 : 1, signDisplay: 'exceptZero' }).format(share).replace('-', '−')),
    money: (minor, currency) => {
      if (minor === null) return NONE;
      const { text, unit } = scaled(Math.abs(toMajor(minor, currency)));
      const symbol = money(0, currency, 0).find((part) => part.type === 'currency')?.value ?? currency;
      const gap = /[A-Za-z]$/.test(symbol) && symbol.length >= 3 ? '\u00a0' : '';
      return `${minor < 0 ? '−' : ''}${symbol}${gap}${text}${unit}`;
    },
    moneyExact: (minor, currency) =>
      minor === null ? NONE : money(toMajor(minor, currency), currency, minorDigits(currency)).map((part) => (part.type === 'minusSign' ? '−' : part.value)).join(''),
    short: (value) => {
      const { text, unit } = scaled(value);
      return text + unit;
    },
    days: (count) => numberFormat({ style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count),
    day: (text) => (text === null ? NONE : day.format(new Date(`${text}T00:00:00Z`))),
    month: (text) => month.format(new Date(`${text}-01T00:00:00Z`)),
    time: (at) => time.format(new Date(at)),
    ago: (at, now = new Date()) => {
      const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
      const size = Math.abs(seconds);
      if (size < 45) return relative.format(0, 'second');
      if (size < 3570) return relative.format(Math.round(seconds / 60), 'minute');
      if (size < 84_600) return relative.format(Math.round(seconds / 3600), 'hour');
      if (size < 86_400 * 30) return relative.format(Math.round(seconds / 86_400), 'day');
      return day.format(new Date(at));
    },
    duration: (seconds) => {
      const unit = (value: number, name: 'second' | 'minute' | 'hour'): string => numberFormat({ style: 'unit', unit: name, unitDisplay: locale === 'en' ? 'narrow' : 'short' }).format(value);
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 60) return unit(whole, 'second');
      if (whole < 3600) return [unit(Math.floor(whole / 60), 'minute'), ...(whole % 60 ? [unit(whole % 60, 'second')] : [])].join(' ');
      return [unit(Math.floor(whole / 3600), 'hour'), ...(Math.floor((whole % 3600) / 60) ? [unit(Math.floor((whole % 3600) / 60), 'minute')] : [])].join(' ');
    },
    bytes: (size) => {
      const step = Math.min(SIZES.length - 1, size < 1 ? 0 : Math.floor(Math.log10(size) / 3));
      return `${numberFormat({ maximumFractionDigits: step === 0 ? 0 : 1 }).format(size / 1000 ** step)} ${SIZES[step]}`;
    },
  };
  return format;
}
