import type { ScoreModel } from '#domain/select/model.ts';
import { anyWeights, weightsWithin, type WeightRanges } from '#domain/select/robust/ranges.ts';
import { reportRobustness } from '#domain/select/robust/report.ts';
import { MOST_DRAWS } from '#domain/select/robust/tally.ts';
import { readTop, topText } from '#domain/select/robust/top.ts';
import { factorsOf, indicatorsOf, weightsOf } from '#domain/select/weights.ts';
import { DEFAULT_SETTINGS } from '#domain/trust/settings.ts';
import { readArgs } from './args.ts';
import { CommandFault, UsageFault } from './faults.ts';
import { readInvoiceFiles, type InvoiceBook } from './invoiceFiles.ts';
import { LINE_OPTIONS, LINE_USAGE, lineOptions } from './lineOptions.ts';
import { readSwap, swapOf } from './swap.ts';
import { printRobustness, type RobustOutput, type RobustRanking } from './robustOutput.ts';

export const ROBUST_USAGE = `vitalfew robust LINES [LINES…] [options of rank] [--top 20%|N] [--draws 10000] [--seed 1] [--within 0.2] [--range key=30..50] [--swap A --swap B] [--format json|table]

How often each customer is among the best by score when the weights vary (SMAA-2), without a server.
${LINE_USAGE}
  --top        who counts as picked: a share (default 20%) or a number of customers
  --draws      weightings drawn, 1 to ${MOST_DRAWS}; default 10000
  --seed       whole number; the same seed gives the same figures; default 1
  --within     each weight within this share of the model's (0.2 = ± 20 %); default: any weights
  --range      limits of one weight in per cent of its level, by the key of a lens, factor or indicator; may be repeated
  --swap       twice: two customers by code or name; adds the smallest change of one weight that swaps them
  --format     json (default) or table, on standard output; everything else goes to standard error`;

const OPTIONS = { ...LINE_OPTIONS, top: { type: 'string' }, draws: { type: 'string' }, seed: { type: 'string' }, within: { type: 'string' }, range: { type: 'string', multiple: true }, swap: { type: 'string', multiple: true }, format: { type: 'string' } } as const;

/** `vitalfew robust`: reads the files, scores, lets the weights vary, prints. Gives the exit code. */
export async function robustCommand(args: readonly string[], out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = values.format ?? 'json';
  if (format !== 'json' && format !== 'table') throw new UsageFault(`--format: ${format} is none of json, table.`);
  const top = readTop(values.top ?? '20%');
  if (!top) throw new UsageFault(`--top: ${values.top} is neither a share (20%) nor a number of customers (15).`);
  const draws = wholeNumber('draws', values.draws ?? '10000', 1, MOST_DRAWS);
  const seed = wholeNumber('seed', values.seed ?? '1', 0, 4_294_967_295);
  const within = values.within === undefined ? null : Number(values.within);
  if (within !== null && !(within > 0 && within <= 1)) throw new UsageFault(`--within: ${values.within} is not above 0 and up to 1.`);
  const swap = readSwap(values.swap);
  const options = await lineOptions(values, positionals);
  const ranges = rangesOf(options.model, within, values.range ?? []);
  const book = await readInvoiceFiles(options, err);
  if (!book) return 1;

  const rank = (currency: string): RobustRanking => robustRanking(book, currency, options.model, { draws, seed, top, ranges }, swap);
  const head = { ...book.head, method: 'SMAA-2', draws, seed, top: topText(top), within, ranges: values.range ?? [] };
  const [only] = book.totals;
  const output: RobustOutput = book.totals.length === 1 && only ? { ...head, ...rank(only.currency) } : { ...head, byCurrency: Object.fromEntries(book.totals.map(({ currency }) => [currency, rank(currency)])) };
  printRobustness(output, format, out);
  return 0;
}

function robustRanking({ ledger, asOf, names, prospects }: InvoiceBook, currency: string, model: ScoreModel, options: Parameters<typeof reportRobustness>[1], swap: readonly [string, string] | null): RobustRanking {
  const { list, sheet } = ledger.sheet(currency, model, asOf, DEFAULT_SETTINGS.costToServe, prospects);
  try {
    const { top, ranked, verdicts, worlds, customers } = reportRobustness(sheet, options);
    const named = list.map(({ norm, customer }) => ({ key: customer.key, name: names.get(norm) ?? customer.name }));
    return {
      places: top, ranked, verdicts, worlds,
      // Who has no trade has no score here: everybody ranked stands in the list.
      customers: customers.map(({ at, ...rest }) => ({ ...named[at]!, ...rest })),
      ...(swap ? { swap: swapOf(sheet, model, named, swap) } : {}),
    };
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFault(`--within, --range: ${error.message}.`);
    throw error;
  }
}

/** Ranges of all weights: any or within a share, then those named one by one. */
function rangesOf(model: ScoreModel, within: number | null, texts: readonly string[]): WeightRanges {
  const start = within === null ? anyWeights(model) : weightsWithin(model, weightsOf(model), within);
  const ranges = { lenses: [...start.lenses], factors: [...start.factors], indicators: [...start.indicators] };
  const keys = { lenses: model.lenses.map((lens) => lens.key as string), factors: factorsOf(model).map(({ factor }) => factor.key), indicators: indicatorsOf(model).map(({ indicator }) => indicator.key) };
  for (const text of texts) {
    const found = /^(\w+)=(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/.exec(text);
    const [low, high] = [Number(found?.[2]) / 100, Number(found?.[3]) / 100];
    if (!found || !(low <= high && high <= 1)) throw new UsageFault(`--range: "${text}" is not key=low..high in per cent, such as past=30..50.`);
    const list = (['lenses', 'factors', 'indicators'] as const).find((name) => keys[name].includes(found[1]!));
    if (!list) throw new UsageFault(`--range: the model has no "${found[1]}". Lenses: ${keys.lenses.join(', ')}; factors: ${keys.factors.join(', ')}; indicators: ${keys.indicators.join(', ')}`);
    ranges[list][keys[list].indexOf(found[1]!)] = { low, high };
  }
  return ranges;
}

function wholeNumber(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high || text.trim() === '') throw new UsageFault(`--${name}: ${text} is no whole number from ${low} to ${high}.`);
  return value;
}
