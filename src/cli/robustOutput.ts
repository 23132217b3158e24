import type { RobustCustomer, RobustReport } from '#domain/select/robust/report.ts';
import type { InvoiceBook } from './invoiceFiles.ts';
import { percent, textTable } from './textTable.ts';
import type { Swap } from './swap.ts';
import { padded } from './textWidth.ts';

/** How the customers of one currency fare. */
export interface RobustRanking extends Pick<RobustReport, 'ranked' | 'verdicts' | 'worlds'> {
  /** Places that count as picked. */
  places: number;
  /** With --swap only. */
  swap?: Swap;
  customers: (Omit<RobustCustomer, 'at'> & { key: string; name: string })[];
}
type Head = InvoiceBook['head'] & { method: string; draws: number; seed: number; top: string; within: number | null; ranges: readonly string[] };
export type RobustOutput = Head & (RobustRanking | { byCurrency: Record<string, RobustRanking> });

/** Writes the analysis to standard output. */
export function printRobustness(output: RobustOutput, format: 'json' | 'table', out: NodeJS.WritableStream): void {
  if (format === 'json') {
    out.write(`${JSON.stringify(output, null, 2)}\n`);
    return;
  }
  const parts = 'byCurrency' in output ? Object.entries(output.byCurrency) : [[undefined, output] as const];
  parts.forEach(([currency, ranking], n) => {
    out.write(`${n === 0 ? '' : '\n'}${currency === undefined ? '' : `${currency}\n`}${table(ranking, output)}`);
  });
}

function table(ranking: RobustRanking, { draws, seed, within }: Head): string {
  const { verdicts, ranked } = ranking;
  const heads = ['#', padded('customer', 36), 'score', 'chance', 'mean rank', '5–95 %', 'verdict', 'confidence'];
  const rows = ranking.customers.map((customer) => [
    String(customer.rank), padded(customer.name, 36), customer.total.toFixed(1), percent(customer.chance), customer.meanRank.toFixed(1), `${customer.low}–${customer.high}`,
    customer.verdict === 'outside' ? '' : customer.verdict, customer.confidenceFactor === null ? '' : percent(customer.confidenceFactor),
  ]);
  const how = within === null ? 'of all weightings' : `of the weightings within ± ${percent(within)} of the model`;
  return `Picks among ${ranked} customers: ${verdicts.picks}. Solid (picked by 90 % ${how} or more): ${verdicts.solid}; fragile (below 50 %): ${verdicts.fragile}. Overlooked (outside, picked by most): ${verdicts.overlooked}. ${draws} draws, seed ${seed}.${swapSentence(ranking.swap)}\n\n${textTable(heads, rows, [1, 6])}`;
}

function swapSentence(swap: Swap | undefined): string {
  if (!swap) return '';
  const { ahead, behind, tied, critical } = swap;
  if (tied) return `\n${ahead.name} and ${behind.name} share their place.`;
  if (!critical) return `\nNo change of a single weight puts ${behind.name} before ${ahead.name}.`;
  return `\n${behind.name} passes ${ahead.name} when the weight of ${critical.weight} goes from ${critical.now.toFixed(1)} % to ${critical.passes.toFixed(1)} % of its level.`;
}
