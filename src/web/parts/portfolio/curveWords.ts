import { useFormat, useText } from '../../text/locale.ts';
import type { CurvePoint } from './curveScale.ts';

/** How the curves word their axes and the point under the pointer. */
export function useCurveWords(currency: string): { heightText: (height: number, isShare: boolean) => string; rankText: (rank: number) => string; describe: (point: CurvePoint) => { title: string; lines: string[] } } {
  const { portfolio: t } = useText();
  const format = useFormat();
  return {
    heightText: (height, isShare) => (isShare ? format.percent(height, 0) : format.money(height, currency)),
    rankText: (rank) => format.number(rank),
    describe: (point) => ({
      title: t.curveTitle({ rank: format.number(point.rank), name: point.name }),
      lines: [t.curveValue({ amount: format.money(point.value, currency) }), t.curveCumulative({ share: point.share === null ? format.money(point.cumulative, currency) : format.percent(point.share) })],
    }),
  };
}
