import { useFormat } from '../text/locale.ts';

/** Short money (¥1.23M, ¥123.4万) with the exact figure on hover. `minor` in minor units. */
export function Amount({ minor, currency }: { minor: number | null; currency: string }) {
  const format = useFormat();
  return <span className={minor !== null && minor < 0 ? 'vf-num vf-negative' : 'vf-num'} title={minor === null ? undefined : format.moneyExact(minor, currency)}>{format.money(minor, currency)}</span>;
}
