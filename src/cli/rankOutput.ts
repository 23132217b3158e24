import { csvRow } from '#actions/files/writeTable.ts';
import type { Ranking } from '#domain/select/rank.ts';
import type { InvoiceBook } from './invoiceFiles.ts';
import { percent, textTable } from './textTable.ts';
import { padded } from './textWidth.ts';

export type RankOutput = InvoiceBook['head'] & (Ranking | { byCurrency: Record<string, { asOf: string; lines: number } & Ranking> });

const COLUMNS = ['rank', 'key', 'name', 'net', 'share', 'cumulativeShare', 'abc', 'invoices', 'first', 'last', 'score', 'grade', 'class', 'confidence'] as const;

function table(ranking: Ranking, title: string): string {
  const { concentration: c } = ranking;
  const rows = ranking.customers.map((customer) => [
    String(customer.rank), padded(customer.name, 36), customer.net.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }), percent(customer.share), percent(customer.cumulativeShare),
    customer.abc ?? '–', String(customer.invoices), customer.last, customer.score === null ? '–' : customer.score.toFixed(1), customer.grade ?? '–', customer.class ?? '–', percent(customer.confidence),
  ]);
  const heads = ['#', padded('customer', 36), 'net', 'share', 'cum.', 'ABC', 'invoices', 'last', 'score', 'grade', 'class', 'conf.'];
  const for80 = c.customersFor80pct === null ? 'The total is not positive: shares say nothing.' : `${c.customersFor80pct} of ${c.customers} customers (${percent(c.customersFor80pct / (c.customers || 1))}) make 80 % of ${title}.`;
  return `${for80} Gini ${c.gini?.toFixed(3) ?? '–'}, HHI ${c.hhi?.toFixed(0) ?? '–'}.\n\n${textTable(heads, rows, [1, 10])}`;
}

function csv(ranking: Ranking, currency?: string): string {
  const mark = currency === undefined ? [] : [currency];
  const rows = ranking.customers.map((customer) => csvRow([...mark, ...COLUMNS.map((column) => customer[column])]));
  return `${[csvRow([...(currency === undefined ? [] : ['currency']), ...COLUMNS]), ...rows].join('\n')}\n`;
}

/** Writes the ranking to standard output. */
export function printRanking(output: RankOutput, format: 'table' | 'json' | 'csv', out: NodeJS.WritableStream): void {
  if (format === 'json') {
    out.write(`${JSON.stringify(output, null, 2)}\n`);
    return;
  }
  const parts = 'byCurrency' in output ? Object.entries(output.byCurrency) : [[undefined, output] as const];
  parts.forEach(([currency, ranking], n) => {
    if (format === 'csv') {
      const text = csv(ranking, currency);
      out.write(n === 0 ? text : text.slice(text.indexOf('\n') + 1));
    } else out.write(`${n === 0 ? '' : '\n'}${currency === undefined ? '' : `${currency}\n`}${table(ranking, 'the net total')}`);
  });
}
