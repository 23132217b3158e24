import type { Indicator } from '#domain/select/model.ts';
import type { Format } from '../../format.ts';
import type { Texts } from '../../text/locale.ts';
import { measureText } from '../measureText.ts';
import type { ModelNames } from './names.ts';

/** An indicator's value as a person says it: ¥1.2M, 12 %, level 4, the chosen category. */
export function valueText(indicator: Indicator | undefined, raw: number | string | null, currency: string, format: Format, names: ModelNames, t: Texts['account']): string {
  if (raw === null) return t.notKnown;
  if (!indicator) return String(raw);
  if (indicator.kind === 'computed') return typeof raw === 'number' ? measureText(indicator.measure, raw, currency, format, t) : raw;
  if (indicator.kind === 'assessed') return t.units.level({ n: raw });
  return names.option(indicator.key, String(raw));
}
