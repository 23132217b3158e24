import { DEFAULT_SETTINGS } from '#domain/trust/settings.ts';
import { readArgs } from './args.ts';
import { UsageFault } from './faults.ts';
import { readInvoiceFiles } from './invoiceFiles.ts';
import { LINE_OPTIONS, LINE_USAGE, lineOptions } from './lineOptions.ts';
import { printRanking, type RankOutput } from './rankOutput.ts';

export const RANK_USAGE = `vitalfew rank LINES [LINES…] [--customers FILE] [--map field=Column,…] [--as-of YYYY-MM-DD] [--model FILE] [--format table|json|csv]

Ranks customers from invoice lines (CSV or XLSX) without a server.
${LINE_USAGE}
  --format     table (default), json or csv, on standard output; everything else goes to standard error`;

/** `vitalfew rank`: reads the files, ranks, prints. Gives the exit code. */
export async function rankCommand(args: readonly string[], out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<number> {
  const { values, positionals } = readArgs(args, { ...LINE_OPTIONS, format: { type: 'string' } });
  const format = values.format ?? 'table';
  if (format !== 'table' && format !== 'json' && format !== 'csv') throw new UsageFault(`--format: ${format} is none of table, json, csv.`);
  const options = await lineOptions(values, positionals);
  const book = await readInvoiceFiles(options, err);
  if (!book) return 1;
  const { ledger, asOf, totals, head } = book;
  const rank = (currency: string) => ledger.rank(currency, options.model, asOf, DEFAULT_SETTINGS.costToServe, book.names, book.prospects);
  const [only] = totals;
  const output: RankOutput = totals.length === 1 && only
    ? { ...head, ...rank(only.currency) }
    : { ...head, byCurrency: Object.fromEntries(totals.map(({ currency, lines }) => [currency, { asOf, lines, ...rank(currency) }])) };
  printRanking(output, format, out);
  return 0;
}
