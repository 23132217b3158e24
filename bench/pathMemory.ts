/**
 * What a process grows by when it holds our network, for bench/paths.ts: reads the file that the peers read, and says bytes grown and bytes grown at the worst
 * while loading. Its own code is warm by then, and what the network is made from was there before, as with the peers.
 *   node --expose-gc bench/pathMemory.ts FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { costStrength, hopPenalty } from '#domain/relate/path/cost.ts';
import { IntroductionNetwork, type NetworkParts } from '#domain/relate/path/introductions.ts';
import { TIE_DEFAULTS } from '#domain/relate/ties.ts';

function partsOf(words: Int32Array): NetworkParts {
  const [people, all] = [words[0]! - 1, words[1]!];
  // The last ones tie the team to a source that our network does not need.
  const team: number[] = [];
  let ties = all;
  for (; ties > 0 && words[2 + 3 * (ties - 1)] === people; ties--) team.push(words[3 + 3 * (ties - 1)]!);
  const penalty = hopPenalty(TIE_DEFAULTS.willingness);
  const [a, b, strength] = [new Int32Array(ties), new Int32Array(ties), new Float64Array(ties)];
  for (let n = 0; n < ties; n++) [a[n], b[n], strength[n]] = [words[2 + 3 * n]!, words[3 + 3 * n]!, Math.min(1, costStrength(words[4 + 3 * n]!, penalty))];
  return { people, ties: { a, b, strength }, team };
}

/** The most that was resident since `forgetPeak`. */
function peak(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024;
}

function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5');
}

/** Lets go of what nobody needs any more; arrays are given back by another thread, a little later. */
async function letGo(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc!();
    await sleep(50);
  }
}

const few = Array.from({ length: 3000 }, (_, n) => n);
for (let n = 0; n < 20; n++) new IntroductionNetwork({ people: 3001, ties: { a: few, b: few.map((at) => at + 1), strength: few.map(() => 0.5) }, team: [0] });
const raw = readFileSync(process.argv[2]!);
const parts = partsOf(new Int32Array(raw.buffer, raw.byteOffset, raw.byteLength / 4));
await letGo();
forgetPeak();
const before = process.memoryUsage.rss();
const network = new IntroductionNetwork(parts);
const worst = peak() - before;
await letGo();
const grown = process.memoryUsage.rss() - before;
const { graph, tree } = network;
// A small network grows into what the process had already: then what the arrays hold counts.
const held = [...Object.values(graph.arrays()), tree.cells].reduce((sum, array) => sum + (typeof array === 'number' ? 0 : array.byteLength), 0);
// All of it is still needed.
if (graph.ties !== parts.ties.a.length || raw.byteLength === 0) throw new Error('The network is not as it was read.');
process.stdout.write(`${Math.max(grown, held)} ${Math.max(worst, held)}\n`);
