/**
 * Sand table: 10,000 futures of 50 moves on 40 lines, beside the same method as one would write it first: objects, a list a future, a
 * map of pools in each. Prints seconds and the ratio; the percentiles must be the same.
 *   node bench/sand.ts [moves] [runs]
 */
import { poolOf, type Move } from '#domain/insight/sand/move.ts';
import { simulateSand, streamOf, type SandPlan } from '#domain/insight/sand/simulate.ts';
import { triangularAt } from '#domain/insight/sand/triangular.ts';
import { totalsOf, type WalletLine } from '#domain/insight/sand/wallet.ts';
import { randomOf } from '#domain/random.ts';

const [count = 50, runs = 10_000] = process.argv.slice(2).map(Number);
const random = randomOf(11);
const lines: WalletLine[] = Array.from({ length: 40 }, (_, id) => ({
  id: id + 1, category: `c${id}`, unit: '', size: Math.round(1e8 + random() * 9e9),
  shares: [{ holder: 'ours', supplier: null, percent: 10 }, { holder: 'rival', supplier: 'A', percent: 40 }, { holder: 'rival', supplier: 'B', percent: 20 }, { holder: 'open', supplier: null, percent: 10 }],
}));
const moves: Move[] = Array.from({ length: count }, (_, id) => {
  const low = Math.round(random() * 15);
  const from = (['rival', 'rival', 'open', 'unknown'] as const)[Math.floor(random() * 4)]!;
  return { id: id + 1, lineId: 1 + Math.floor(random() * lines.length), from, supplier: from === 'rival' ? (random() < 0.5 ? 'A' : 'B') : null, low, likely: low + 5, high: low + 5 + Math.round(random() * 20), chance: 0.2 + random() * 0.8 };
});
const plan: SandPlan = { lines, moves, salesGoal: 3e10, rivalGoals: [{ id: 1, rival: 'A', percent: 35 }] };

simulateSand(plan, 1000, 1);
plainly(plan, 200, 1);
const [ours, seconds] = timed(() => simulateSand(plan, runs, 1));
const [plain, plainSeconds] = timed(() => plainly(plan, runs, 1));
const figures = [ours.p10, ours.p50, ours.p90, ours.chance];
if (JSON.stringify(figures) !== JSON.stringify(plain)) throw new Error(`different figures: ${figures.join()} and ${plain.join()}`);
console.log(`${count} moves on ${lines.length} lines, ${runs} futures`);
console.log(`typed arrays, percentiles, histogram, parts of the spread and rivals: ${seconds.toFixed(3)} s`);
console.log(`objects and maps, percentiles only: ${plainSeconds.toFixed(3)} s`);
console.log(`ratio plain / ours: ${(plainSeconds / seconds).toFixed(1)}; the percentiles and the chance are the same`);

/** Future by future, with an object a move and a map of pools. */
function plainly({ lines: all, moves: planned, salesGoal }: SandPlan, futures: number, seed: number): (number | null)[] {
  const streams = new Map(planned.map((move) => [move.id, randomOf(seed, streamOf(move, planned))]));
  const base = totalsOf(all).ours.value;
  const results: number[] = [];
  for (let n = 0; n < futures; n += 1) {
    const pools = new Map<string, { room: number; wanted: { points: number; size: number }[] }>();
    for (const move of planned) {
      const line = all.find((one) => one.id === move.lineId)!;
      const { key, room } = poolOf(move, line);
      const next = streams.get(move.id)!;
      const [happens, how] = [next() < move.chance, next()];
      const pool = pools.get(key) ?? { room, wanted: [] };
      pool.wanted.push({ points: happens ? triangularAt(how, move.low, move.likely, move.high) : 0, size: line.size! });
      pools.set(key, pool);
    }
    const won = [...pools.values()].reduce((sum, pool) => {
      const wanted = pool.wanted.reduce((points, one) => points + one.points, 0);
      return sum + pool.wanted.reduce((value, one) => value + (one.points * Math.min(1, pool.room / (wanted || 1)) * one.size) / 100, 0);
    }, 0);
    results.push(Math.round(base + won));
  }
  results.sort((a, b) => a - b);
  const at = (share: number): number => results[Math.ceil(share * futures - 1e-9) - 1]!;
  return [at(0.1), at(0.5), at(0.9), results.filter((value) => value >= salesGoal!).length / futures];
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, (performance.now() - start) / 1000];
}
