import { supplierKey, type WalletTotals } from '#domain/insight/sand/wallet.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { fitted, textWidth } from './parts.ts';
import { dotsId, patternId } from './patterns.tsx';
import type { GoalView } from './sandView.ts';

/** Room of the bar with the words of the goals above and below it. */
export const BAR_HEIGHT = 108;
const [TOP, THICK] = [38, 30];

/** All wallets of known size as one bar; goals as outlines over it: how far ours is to reach, and how little a rival is to keep. */
export function WalletBar({ own, width, totals, goals, suppliers, currency, p50 }: { own: string; width: number; totals: WalletTotals; goals: readonly GoalView[]; suppliers: readonly string[]; currency: string; p50: number | null }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const all = totals.size.value;
  const x = (value: number): number => (value / all) * width;
  const parts = [
    { key: 'ours', kind: 'ours', name: t.ours, value: totals.ours.value, fill: undefined },
    ...totals.rivals.map((one) => ({ key: one.name, kind: 'rival', name: one.name, value: one.value, fill: `url(#${patternId(own, suppliers.findIndex((name) => supplierKey(name) === supplierKey(one.name)))})` })),
    { key: 'open', kind: 'open', name: t.open, value: totals.open, fill: undefined },
    { key: 'unknown', kind: 'unknown', name: t.unknown, value: totals.unknown, fill: `url(#${dotsId(own)})` },
  ].filter((part) => part.value > 0);
  const starts = parts.map((_, n) => x(parts.slice(0, n).reduce((sum, part) => sum + part.value, 0)));
  const sales = goals.find((goal) => goal.kind === 'sales' && goal.amount !== null);
  const beyond = sales ? sales.amount! > all : false;
  const salesWords = sales ? t.salesGoalMark({ amount: format.money(sales.amount, currency) }) + (beyond ? ` (${t.beyond})` : '') : '';
  const end = sales ? Math.min(width - 1, x(sales.amount!)) : 0;
  const rivals = goals.flatMap((goal) => {
    const at = parts.findIndex((part) => part.kind === 'rival' && goal.kind === 'competition' && supplierKey(part.name) === supplierKey(goal.rival ?? ''));
    return at >= 0 && goal.percent !== null ? [{ goal, from: starts[at]!, to: Math.min(width - 1, starts[at]! + (goal.percent / 100) * width) }] : [];
  });
  const labels = inRows(rivals.map(({ goal, from }) => ({ words: t.rivalGoalMark({ rival: goal.rival ?? '', percent: format.percent((goal.percent ?? 0) / 100) }), from })), width);
  return (
    <g>
      <text className="vf-strip-name" x={0} y={11}>{fitted(`${t.all}: ${format.money(all, currency)}`, width, 12)}</text>
      {parts.map((part, n) => (
        <g key={part.key}>
          <title>{`${part.name}: ${format.money(part.value, currency)}`}</title>
          <rect className={`vf-part-${part.kind}`} x={starts[n]} y={TOP} width={x(part.value)} height={THICK} fill={part.fill} />
          {x(part.value) > 30 ? <text className={part.kind === 'ours' ? 'vf-words vf-words-ours' : 'vf-words'} x={starts[n]! + 5} y={TOP + 19}>{fitted(`${part.name} ${format.percent(part.value / all, 0)}`, x(part.value) - 10)}</text> : null}
        </g>
      ))}
      {sales ? (
        <g className="vf-goal">
          <rect x={1} y={TOP - 4} width={Math.max(2, end - 1)} height={THICK + 8} />
          <text x={Math.max(0, Math.min(end, width - textWidth(salesWords) - 2) - (end > textWidth(salesWords) + 4 ? textWidth(salesWords) : 0))} y={TOP - 9}>{salesWords}</text>
        </g>
      ) : null}
      {p50 !== null && all > 0 ? <path className="vf-p50-mark" d={`M${Math.min(width - 5, x(p50))} ${TOP + THICK + 1}l5 9h-10z`}><title>{`P50 ${format.money(p50, currency)}`}</title></path> : null}
      {rivals.map(({ goal, from, to }, n) => (
        <g key={goal.id} className="vf-goal vf-goal-rival">
          <rect x={from + 1} y={TOP + 3} width={Math.max(2, to - from - 2)} height={THICK - 6} />
          <text x={labels[n]!.x} y={TOP + THICK + 21 + labels[n]!.row * 13}>{labels[n]!.words}</text>
        </g>
      ))}
    </g>
  );
}

/** Words under the bar, in two rows where they would meet. */
function inRows(labels: readonly { words: string; from: number }[], width: number): { words: string; x: number; row: number }[] {
  const placed: { words: string; x: number; row: number }[] = [];
  for (const { words, from } of labels) {
    const x = Math.max(0, Math.min(from, width - textWidth(words) - 2));
    const before = placed.at(-1);
    placed.push({ words, x, row: before && x < before.x + textWidth(before.words) + 10 ? 1 - before.row : 0 });
  }
  return placed;
}
