/**
 * Robustness (SMAA-2): 1,000 customers × 36 indicators × 10,000 weightings in one thread and in two, beside the same method as one would
 * write it first: objects, a sorted array a draw, a list of ranks a customer. Prints seconds and the ratio; figures must be the same.
 *   node bench/robust.ts [customers] [draws]
 */
import { Worker } from 'node:worker_threads';
import { randomOf } from '#domain/random.ts';
import { acceptabilityOf, centralWeights } from '#domain/select/robust/acceptability.ts';
import { weightDrawer, weightPlaces, weightsOfFlat } from '#domain/select/robust/drawWeights.ts';
import { anyWeights } from '#domain/select/robust/ranges.ts';
import { BLOCK, openSmaa, smaa, type SmaaOptions } from '#domain/select/robust/smaa.ts';
import { mergeTally, type Tally } from '#domain/select/robust/tally.ts';
import { topCount } from '#domain/select/robust/top.ts';
import { encodeSheet } from '#domain/select/sheetCodec.ts';
import { plainRows, scorePlainly, type PlainRow } from './plainScoring.ts';
import { filledShare, randomSheet, widened } from './randomSheet.ts';

const [count = 1000, draws = 10_000] = process.argv.slice(2).map(Number);
/** The plain way draws fewer; its time is given for each weighting. */
const PLAIN_DRAWS = 300;

const model = widened(36);
const sheet = randomSheet(model, count);
const options: SmaaOptions = { draws, seed: 1, top: { share: 0.2 } };

smaa(sheet, { ...options, draws: 500 });
const before = process.cpuUsage();
const [alone, oneThread] = timed(() => smaa(sheet, options));
const busy = process.cpuUsage(before).user / 1e6;
const threads: { seconds: number; tally: Tally }[] = [];
for (const workers of [1, 2]) threads.push(await inThreads(workers));
const plainDraws = Math.min(draws, PLAIN_DRAWS);
const [plain, plainly] = timed(() => plainSmaa(plainRows(sheet), { ...options, draws: plainDraws }));

compare(smaa(sheet, { ...options, draws: plainDraws }), plain);
for (const { tally } of threads) if (JSON.stringify([...tally.weightSums, ...tally.ranks]) !== JSON.stringify([...alone.weightSums, ...alone.ranks])) throw new Error('threads count differently');

const perDraw = (seconds: number, n: number): string => `${((seconds / n) * 1e6).toFixed(0)} µs a weighting`;
console.log(`customers ${count}, indicators 36, ${Math.round(100 * filledShare(sheet))} % of cells filled, ${draws} weightings`);
console.log(`one thread: ${oneThread.toFixed(2)} s (${busy.toFixed(2)} s of processor), ${perDraw(oneThread, draws)}`);
threads.forEach(({ seconds }, n) => console.log(`${n + 1} worker${n === 0 ? '' : 's'}, start included: ${seconds.toFixed(2)} s`));
console.log(`objects, sort() and lists: ${plainly.toFixed(2)} s for ${plainDraws}, ${perDraw(plainly, plainDraws)}`);
console.log(`ratio plain / ours, one thread: ${((plainly / plainDraws) / (oneThread / draws)).toFixed(1)}; chances, ranks and central weights are the same`);

async function inThreads(workers: number): Promise<{ seconds: number; tally: Tally }> {
  const start = performance.now();
  const bytes = encodeSheet(sheet);
  const { blocks, tally } = openSmaa(sheet, options);
  const tallies = await Promise.all(Array.from({ length: workers }, (_, n) => new Promise<Tally>((resolve, reject) => {
    const worker = new Worker(new URL('./robustThread.ts', import.meta.url));
    worker.once('error', reject);
    worker.once('message', (counted: Tally) => {
      resolve(counted);
      void worker.terminate();
    });
    worker.postMessage({ sheet: bytes, options, blocks: Array.from({ length: blocks }, (_, block) => block).filter((block) => block % workers === n) });
  })));
  for (const counted of tallies) mergeTally(tally, counted);
  return { seconds: (performance.now() - start) / 1000, tally };
}

interface PlainResult { ranks: number[]; sums: number[] }

/** The same draws, scored and counted with plain objects. */
function plainSmaa(rows: PlainRow[], { draws: wanted, seed, top }: SmaaOptions): Map<number, PlainResult> {
  const draw = weightDrawer(model, anyWeights(model));
  const flat = new Float64Array(weightPlaces(model).size);
  const found = new Map(rows.map((row) => [row.id, { ranks: [] as number[], sums: Array.from(flat, () => 0) }]));
  const places = topCount(top, rows.length);
  for (let block = 0; block * BLOCK < wanted; block += 1) {
    const random = randomOf(seed, block);
    for (let n = block * BLOCK; n < Math.min(wanted, (block + 1) * BLOCK); n += 1) {
      draw(random, flat, 0, 1);
      const order = scorePlainly(rows, model, weightsOfFlat(model, flat));
      let rank = 0;
      order.forEach((row, place) => {
        if (place === 0 || Math.floor(row.total * 10_000 + 0.500001) !== Math.floor(order[place - 1]!.total * 10_000 + 0.500001)) rank = place + 1;
        const own = found.get(row.id)!;
        own.ranks.push(rank);
        if (rank <= places) flat.forEach((weight, k) => { own.sums[k]! += weight; });
      });
    }
  }
  return found;
}

function compare(tally: Tally, with_: Map<number, PlainResult>): void {
  for (let at = 0; at < count; at += 1) {
    const { ranks, sums } = with_.get(sheet.ids[at]!)!;
    const ours = acceptabilityOf(tally, at)!;
    const picked = ranks.filter((rank) => rank <= tally.top).length;
    const mean = ranks.reduce((a, b) => a + b, 0) / ranks.length;
    if (ours.chance !== picked / ranks.length || Math.abs(ours.meanRank - mean) > 1e-9) throw new Error(`customer ${at}: ${JSON.stringify(ours)} and ${picked / ranks.length}, ${mean}`);
    const central = centralWeights(tally, model, at);
    if (central && Math.abs(central.lenses[0]! - (sums[0]! / picked) * 100) > 1e-6) throw new Error(`central weights of customer ${at}`);
  }
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, (performance.now() - start) / 1000];
}
