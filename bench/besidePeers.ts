import type { IntroductionNetwork } from '#domain/relate/path/introductions.ts';
import { cpuMs, medianAndLeast, ms, quantile, row, us } from './clock.ts';
import { SharedFile, type ChildPeer, type WayPeer } from './pathChildren.ts';
import { PEERS } from './pathPeers.ts';
import { pgrouting } from './pgroutingPeer.ts';

const ROUNDS = 5;
/** Ties from which on the slow ones are not asked. */
const LARGE = 2_000_000;

/** One question in each engine's turn: a block of targets by ours with the tree, by ours with nothing prepared, then by theirs. On a busy machine the wall clock is against whoever takes long: of theirs the processor time counts where it is less. */
class Blocks {
  private readonly ratios: number[] = [];
  private readonly bareRatios: number[] = [];
  private readonly theirs: number[] = [];
  private readonly ours: number[] = [];
  private cheaper = 0;
  private dearer = 0;
  private readonly network: IntroductionNetwork;
  private readonly team: readonly number[];
  private readonly k: number;

  constructor(network: IntroductionNetwork, team: readonly number[], k: number) {
    [this.network, this.team, this.k] = [network, team, k];
  }

  /** `ask` gives milliseconds and costs; `here`: it works in this thread. An answer of theirs is cheaper where it has more than six ties or passes a second one of us: they know no such limits. */
  async round(block: readonly number[], ask: (target: number) => Promise<{ ms: number; costs: readonly number[] }>, here: boolean): Promise<void> {
    const { network, team, k } = this;
    const costs: number[][] = [];
    const mine = block.map((target) => ms(() => { costs.push(network.introductions(target, { k, diversity: 'none' }).map((one) => one.cost)); }));
    const bare = block.map((target) => ms(() => void network.introductions(target, { k, diversity: 'none', from: team })));
    const other: number[] = [];
    const before = process.threadCpuUsage();
    for (const [n, target] of block.entries()) {
      const answer = await ask(target);
      other.push(answer.ms);
      const [sum, own] = [answer.costs.reduce((total, cost) => total + cost, 0), costs[n]!.reduce((total, cost) => total + cost, 0)];
      if (answer.costs.length > costs[n]!.length || sum < own) this.cheaper++;
      else if (sum !== own) this.dearer++;
    }
    const { user, system } = process.threadCpuUsage(before);
    const theirs = Math.min(quantile(other, 0.5), here ? (user + system) / 1000 / block.length : Infinity);
    this.ratios.push(theirs / quantile(mine, 0.5));
    this.bareRatios.push(theirs / quantile(bare, 0.5));
    this.theirs.push(...other);
    this.ours.push(...mine);
  }

  say(name: string): void {
    const ways = this.k === 1 ? 'best way' : `${this.k} best ways`;
    row(`${ways}: ${name} ÷ ours`, `${medianAndLeast(this.ratios)}; nothing prepared ${medianAndLeast(this.bareRatios)}; ${quantile(this.theirs, 0.5).toFixed(2)} ms, ours ${us(quantile(this.ours, 0.5))} µs; of ${this.theirs.length} answers ${this.cheaper} cheaper (without our limits), ${this.dearer} dearer`);
  }
}

/** igraph and scipy, each in a process of its own. */
export async function besideChildren(network: IntroductionNetwork, team: readonly number[], warming: readonly number[], asked: readonly number[]): Promise<void> {
  const file = new SharedFile(network.graph, team);
  const { ties } = network.graph;
  try {
    const igraph = await file.igraph();
    if (igraph === null) row('igraph', 'not found');
    else {
      const [ours, theirs] = [file.ours(), igraph.memory!];
      const each = (bytes: number) => (bytes / ties).toFixed(1);
      row('memory: a process grows by our network with its tree; by igraph', `${each(ours.grown)}; ${each(theirs.grown)} bytes a tie; ratio ${(theirs.grown / ours.grown).toFixed(2)}; at the worst while loading ${each(ours.worst)}; ${each(theirs.worst)}`);
      // Five ways take igraph 20 s each at a million people.
      for (const [k, budget] of [[1, 8_000_000], [5, ties > LARGE ? 0 : 500_000]] as const) await besideWays(network, team, igraph, k, budget, warming, asked);
      await besideTree(network, igraph);
      await igraph.close();
    }
    const scipy = await file.scipy();
    if (scipy === null) row('scipy', 'not found');
    else {
      await besideTree(network, scipy);
      await scipy.close();
    }
  } finally {
    file.remove();
  }
}

/** pgRouting, in a PostgreSQL of its own; not at a million people, where it takes 14 s for one way. */
export async function besideDatabase(network: IntroductionNetwork, team: readonly number[], warming: readonly number[], asked: readonly number[]): Promise<void> {
  if (network.graph.ties > LARGE) return;
  const peer = await pgrouting(network.graph, team);
  if (peer === null) return row('pgRouting', 'not found: no PostgreSQL of this machine has it (Debian: postgresql-15-pgrouting)');
  try {
    for (const [k, budget] of [[1, 2_000_000], [5, 1_000_000]] as const) await besideWays(network, team, peer, k, budget, warming, asked);
  } finally {
    await peer.close();
  }
}

/** @param budget ties of the network, times targets of a block; 0: not asked */
async function besideWays(network: IntroductionNetwork, team: readonly number[], peer: WayPeer, k: number, budget: number, warming: readonly number[], asked: readonly number[]): Promise<void> {
  if (budget === 0) return;
  const size = Math.max(2, Math.min(40, Math.round(budget / network.graph.ties)));
  for (const target of warming.slice(0, 2)) await peer.ways(k, target);
  const blocks = new Blocks(network, team, k);
  for (let round = 0; round < ROUNDS; round++) await blocks.round(asked.slice(round * size, (round + 1) * size), (target) => peer.ways(k, target), false);
  blocks.say(peer.name);
}

async function besideTree(network: IntroductionNetwork, peer: ChildPeer): Promise<void> {
  await peer.tree();
  const builds = Math.max(1, Math.round(2_000_000 / network.graph.ties));
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = cpuMs(() => { for (let n = 0; n < builds; n++) network.tree.build(); }) / builds;
    const theirs = await peer.tree();
    ratios.push(theirs / ours);
    times.push(theirs);
  }
  row(`what everybody costs: ${peer.name} (any number of ties) ÷ our tree (six layers)`, `${medianAndLeast(ratios)}; ${quantile(times, 0.5).toFixed(1)} ms`);
}

/** The libraries installed in a folder, one after the other, so that only one is in memory. Best way only: none of them has several. */
export function besideLibraries(folder: string, network: IntroductionNetwork, team: readonly number[], warming: readonly number[], asked: readonly number[]): Promise<void> {
  return PEERS.reduce(async (before, make) => {
    await before;
    let peer: ReturnType<typeof make> = null;
    const size = process.memoryUsage().rss;
    const load = cpuMs(() => { peer = make(folder, network.graph, team); });
    const found = peer as ReturnType<typeof make>;
    if (found === null) return row(make.name, 'not found');
    row(`memory: ${found.name}`, `${((process.memoryUsage().rss - size) / network.graph.ties).toFixed(0)} bytes a tie that the process grew; loaded in ${(load / 1000).toFixed(1)} s`);
    const some = Math.max(4, Math.min(60, Math.round(20_000_000 / network.graph.ties)));
    for (const target of warming.slice(0, some)) found.cost(target);
    const blocks = new Blocks(network, team, 1);
    for (let round = 0; round < ROUNDS; round++) {
      await blocks.round(asked.slice(round * some, (round + 1) * some), async (target) => {
        let cost: number | null = null;
        const took = ms(() => { cost = found.cost(target); });
        return { ms: took, costs: cost === null ? [] : [cost] };
      }, true);
    }
    blocks.say(found.name);
  }, Promise.resolve());
}
