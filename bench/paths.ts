/**
 * Ways to somebody (src/domain/relate/path) on made-up networks: five ties a person, a few people who know hundreds, a team of 50.
 * Beside it, in the same run, the textbook: Yen (1971) on Dijkstra with a binary heap, over maps and objects, as one would write it
 * first. Both are warm (on other targets), every question is put once, and blocks of both alternate. The textbook knows no
 * limit of ties, so its answer may differ where the best way has more than six; those are counted.
 * --peers DIR: also the libraries of others that are installed in that folder (`pathPeers.ts`), best way only, in blocks beside ours.
 *   node bench/paths.ts [--people 10000,100000] [--million] [--questions 1000] [--peers DIR]
 */
import { parseArgs } from 'node:util';
import { randomOf, type Random } from '#domain/random.ts';
import { IntroductionNetwork, type Wanted } from '#domain/relate/path/introductions.ts';
import { peersIn } from './pathPeers.ts';
import { madeUpNetwork, type MadeUp } from './socialNetwork.ts';
import { Textbook } from './textbookPaths.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000,100000' }, million: { type: 'boolean', default: false }, questions: { type: 'string', default: '1000' }, peers: { type: 'string' } } });
const questions = Number(values.questions);
const TEAM = 50;
const ROUNDS = 3;

for (const people of [...values.people.split(',').map(Number), ...(values.million ? [1_000_000] : [])]) measure(people);

function measure(people: number): void {
  const random = randomOf(people);
  const made = madeUpNetwork(people, 5, random);
  const team = Array.from({ length: TEAM }, (_, n) => Math.floor((n * people) / TEAM));
  let network!: IntroductionNetwork;
  const load = cpuMs(() => { network = new IntroductionNetwork({ people, ties: made, team }); });
  const builds = Math.max(5, Math.round(2_000_000 / made.a.length));
  const build = cpuMs(() => { for (let n = 0; n < builds; n++) network.tree.build(); }) / builds;
  const { graph, tree } = network;
  const hubs = Array.from({ length: people }, (_, person) => person).sort((x, y) => graph.degree[y]! - graph.degree[x]!).slice(0, 40).filter((person) => !team.includes(person));
  process.stdout.write(`\n${people.toLocaleString('en')} people, ${graph.ties.toLocaleString('en')} ties, the best known knows ${graph.degree[hubs[0]!]}; a team of ${TEAM}\n`);
  row('load with first tree; tree alone (CPU)', `${load.toFixed(0)} ms; ${build.toFixed(1)} ms`);
  const bytes = graph.to.byteLength + graph.cost.byteLength + graph.start.byteLength * 3;
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
  if (values.peers !== undefined) besidePeers(values.peers, network, team, warming, asked);
  updates(network, made, random, build, hubs);
}

/** Each kind of change by itself, at random; then strong ties from one of the team to the best known, which change the tree for nearly everybody. */
function updates(network: IntroductionNetwork, made: MadeUp, random: Random, build: number, hubs: readonly number[]): void {
  const { people } = network.graph;
  const count = Math.min(20_000, made.a.length >> 2);
  const timed = (what: string, work: (n: number) => void): void => {
    const times: number[] = [];
    const each = cpuMs(() => { for (let n = 0; n < count; n++) times.push(ms(() => work(n))); }) / count;
    row(what, `mean ${us(each).padStart(7)} (CPU)  p50 ${us(quantile(times, 0.5)).padStart(7)}  p99 ${us(quantile(times, 0.99)).padStart(7)}  max ${us(quantile(times, 1)).padStart(9)} µs; a new tree costs ${Math.round(build / each).toLocaleString('en')} of them`);
  };
  const pairs = Array.from({ length: count }, () => Math.floor(random() * people)).map((a) => [a, (a + 1 + Math.floor(random() * (people - 1))) % people] as const);
  const strengths = pairs.map(() => 0.05 + random() * 0.9);
  const some = pairs.map(() => Math.floor(random() * made.a.length));
  const scale = (n: number, by: number) => network.setTie(made.a[some[n]!]!, made.b[some[n]!]!, Math.min(1, made.strength[some[n]!]! * by));
  timed('tie made', (n) => network.setTie(...pairs[n]!, strengths[n]!));
  timed('tie made stronger', (n) => scale(n, 1.3));
  timed('tie made weaker', (n) => scale(n, 0.7));
  timed('tie taken out', (n) => network.removeTie(...pairs[n]!));
  const one = [...network.tree.members][7]!;
  for (const hub of hubs) network.removeTie(one, hub);
  let [strong, gone] = [0, 0];
  const rounds = Math.max(1, Math.round(1_000_000 / made.a.length));
  for (let n = 0; n < rounds; n++) {
    for (const hub of hubs) {
      strong += cpuMs(() => network.setTie(one, hub, 0.95));
      gone += cpuMs(() => network.removeTie(one, hub));
    }
  }
  const share = (sum: number) => `${(sum / rounds / hubs.length / build).toFixed(2)} of a new tree`;
  row('adverse: strong tie to the best known made; taken out (CPU)', `mean ${share(strong)}; ${share(gone)}`);
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

/** The best way alone: none of the libraries has several. A cheaper answer of theirs has more than six ties or passes through a second one of us. */
function besidePeers(folder: string, network: IntroductionNetwork, team: readonly number[], warming: readonly number[], asked: readonly number[]): void {
  const { found, missing } = peersIn(folder, network.graph, team);
  row('libraries of others', `${found.map((peer) => peer.name).join(', ') || 'none found'}${missing.length > 0 ? `; not found: ${missing.join(', ')}` : ''}`);
  const size = Math.max(4, Math.min(60, Math.round(20_000_000 / network.graph.ties)));
  for (const peer of found) {
    for (const target of warming.slice(0, size)) peer.cost(target);
    const ratios: string[] = [];
    const theirs: number[] = [];
    let [cheaper, dearer] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const block = asked.slice(round * size, (round + 1) * size);
      const costs: (number | null)[] = [];
      const mine = block.map((target) => ms(() => { costs.push(network.introductions(target, { k: 1 })[0]?.cost ?? null); }));
      const bare = block.map((target) => ms(() => void network.introductions(target, { k: 1, from: team })));
      const other = block.map((target, n) => ms(() => {
        const cost = peer.cost(target);
        if (cost !== null && cost < (costs[n] ?? Infinity)) cheaper++;
        else if (cost !== costs[n]) dearer++;
      }));
      ratios.push(`${Math.round(quantile(other, 0.5) / quantile(mine, 0.5)).toLocaleString('en')} (${(quantile(other, 0.5) / quantile(bare, 0.5)).toFixed(0)})`);
      theirs.push(...other);
    }
    row(`best way: ${peer.name} ÷ ours (nothing prepared)`, `${ratios.join(', ')} ×; ${quantile(theirs, 0.5).toFixed(2)} ms; of ${ROUNDS * size} answers ${cheaper} cheaper (without our limits), ${dearer} dearer`);
  }
}

function ms(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}
function quantile(list: readonly number[], share: number): number {
  return list.toSorted((x, y) => x - y)[Math.floor(share * (list.length - 1))]!;
}
/** Processor time of this thread alone: a busy machine does not change it much. */
function cpuMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
function us(value: number): string {
  return (value * 1000).toFixed(value < 0.01 ? 2 : 1);
}
function row(what: string, text: string): void {
  process.stdout.write(`  ${what.padEnd(62)} ${text}\n`);
}
