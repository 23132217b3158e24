/**
 * Ways to somebody (src/domain/relate/path) on made-up networks: five ties a person, a few people who know hundreds, a team of 50; and, where it is at hand, on a real one.
 * Beside it, in the same run, the textbook: Yen (1971) on Dijkstra with a binary heap, over maps and objects, as one would write it
 * first. Both are warm (on other targets), every question is put once, and blocks of both alternate. The textbook knows no
 * limit of ties, so its answer may differ where the best way has more than six; those are counted.
 * Engines of others, in blocks beside ours: igraph, scipy and pgRouting where the machine has them, and with --peers DIR the libraries that are installed in that folder
 * (`besidePeers.ts`). A ratio is theirs ÷ ours: the median over the rounds, and the least.
 *   node --max-old-space-size=12000 bench/paths.ts [--people 10000,100000] [--million] [--questions 1000] [--peers DIR]
 */
import { parseArgs } from 'node:util';
import { randomOf, type Random } from '#domain/random.ts';
import { IntroductionNetwork, type Wanted } from '#domain/relate/path/introductions.ts';
import { besideChildren, besideDatabase, besideLibraries } from './besidePeers.ts';
import { cpuMs, ms, quantile, row, us } from './clock.ts';
import { updates } from './pathUpdates.ts';
import { realNetwork } from './realNetwork.ts';
import { madeUpNetwork, type MadeUp } from './socialNetwork.ts';
import { Textbook } from './textbookPaths.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000,100000' }, million: { type: 'boolean', default: false }, questions: { type: 'string', default: '1000' }, peers: { type: 'string' } } });
const questions = Number(values.questions);
const TEAM = 50;
const ROUNDS = 3;

const real = realNetwork(randomOf(7));
if (real === null) process.stdout.write('A real network is not at hand: its folder is named by VITALFEW_SHARED_DATA.\n');
else await measure('friends on a social network (SNAP ego-Facebook), strengths made up', real.people, real, randomOf(8));
for (const people of [...values.people.split(',').filter(Boolean).map(Number), ...(values.million ? [1_000_000] : [])]) {
  const random = randomOf(people);
  await measure('made up', people, madeUpNetwork(people, 5, random), random);
}

async function measure(name: string, people: number, made: MadeUp, random: Random): Promise<void> {
  const team = Array.from({ length: TEAM }, (_, n) => Math.floor((n * people) / TEAM));
  let network!: IntroductionNetwork;
  const load = cpuMs(() => { network = new IntroductionNetwork({ people, ties: made, team }); });
  const builds = Math.max(5, Math.round(2_000_000 / made.a.length));
  const build = cpuMs(() => { for (let n = 0; n < builds; n++) network.tree.build(); }) / builds;
  const { graph, tree } = network;
  const hubs = Array.from({ length: people }, (_, person) => person).sort((x, y) => graph.degree[y]! - graph.degree[x]!).slice(0, 40).filter((person) => !team.includes(person));
  process.stdout.write(`\n${name}: ${people.toLocaleString('en')} people, ${graph.ties.toLocaleString('en')} ties, the best known knows ${graph.degree[hubs[0]!]}; a team of ${TEAM}\n`);
  row('load with first tree; tree alone (CPU)', `${load.toFixed(0)} ms; ${build.toFixed(1)} ms`);
  const bytes = graph.to.byteLength + graph.cost.byteLength + graph.start.byteLength + graph.degree.byteLength + graph.free.byteLength;
  row('memory: network; tree', `${(bytes / graph.ties).toFixed(1)} bytes a tie; ${(tree.cells.byteLength / people).toFixed(1)} bytes a person`);

  const targets = Array.from({ length: 2 * questions }, () => Math.floor(random() * people)).filter((person) => !team.includes(person));
  const [warming, asked] = [targets.slice(0, targets.length >> 1), targets.slice(targets.length >> 1)];
  const ask = (what: string, wanted: Wanted, of: readonly number[] = asked): void => {
    for (const target of warming.slice(0, Math.min(500, of.length * 2))) network.introductions(target, wanted);
    const times = of.map((target) => ms(() => void network.introductions(target, wanted)));
    row(what, `p50 ${us(quantile(times, 0.5)).padStart(8)}  p95 ${us(quantile(times, 0.95)).padStart(9)} µs`);
  };
  ask('best way', { k: 1 });
  ask('5 ways, no two with the same last introduction', { k: 5 });
  ask('5 ways, nobody between the ends twice', { k: 5, diversity: 'disjoint' });
  ask('5 ways, simply the best', { k: 5, diversity: 'none' });
  ask('5 ways to the best known', { k: 5 }, hubs);
  const few = asked.slice(0, 200);
  ask('nothing prepared: best way from all 50', { k: 1, from: team }, few);
  ask('nothing prepared: best way from one', { k: 1, from: [team[3]!] }, few);
  ask('nothing prepared: 5 ways from one', { k: 5, from: [team[3]!] }, few);
  headToHead(network, team, warming, asked);
  await besideChildren(network, team, warming, asked);
  await besideDatabase(network, team, warming, asked);
  if (values.peers !== undefined) await besideLibraries(values.peers, network, team, warming, asked);
  updates(network, made, random, build, hubs);
}

function headToHead(network: IntroductionNetwork, team: readonly number[], warming: readonly number[], asked: readonly number[]): void {
  const { people, ties, start, degree, to, cost } = network.graph;
  const textbook = new Textbook();
  for (let p = 0; p < people; p++) for (let at = start[p]!, end = at + degree[p]!; at < end; at++) textbook.add(p, to[at]!, cost[at]!);
  for (const k of ties > 2_000_000 ? [1] : [1, 5]) {
    const size = Math.max(2, Math.min(60, Math.round((k === 1 ? 6_000_000 : 400_000) / ties)));
    for (const target of warming.slice(0, size)) textbook.ways(team, target, k);
    const [ours, bare, theirs]: [number[], number[], number[]] = [[], [], []];
    const ratios: string[] = [];
    let different = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const block = asked.slice(round * size, (round + 1) * size);
      const answers = block.map(() => '');
      const mine = block.map((target, n) => ms(() => { answers[n] = String(network.introductions(target, { k, diversity: 'none' }).map((one) => one.cost)); }));
      const unprepared = block.map((target) => ms(() => void network.introductions(target, { k, diversity: 'none', from: team })));
      const book = block.map((target, n) => ms(() => { if (String(textbook.ways(team, target, k)) !== answers[n]) different++; }));
      ratios.push(`${Math.round(quantile(book, 0.5) / quantile(mine, 0.5)).toLocaleString('en')} (${(quantile(book, 0.5) / quantile(unprepared, 0.5)).toFixed(0)})`);
      ours.push(...mine);
      bare.push(...unprepared);
      theirs.push(...book);
    }
    row(`${k === 1 ? 'best way' : `${k} best ways`}: textbook ÷ ours (nothing prepared)`, `${ratios.join(', ')} ×; ${quantile(theirs, 0.5).toFixed(2)} ms, ours ${us(quantile(ours, 0.5))} µs (${us(quantile(bare, 0.5))} µs); ${different} of ${ROUNDS * size} answers differ`);
  }
}
