import type { Random } from '#domain/random.ts';
import type { IntroductionNetwork } from '#domain/relate/path/introductions.ts';
import type { Repair } from '#domain/relate/path/changes.ts';
import { cpuMs, ms, quantile, row, us } from './clock.ts';
import type { MadeUp } from './socialNetwork.ts';

/** Changes whose processor time is read at one go: reading it for each costs as much as the change. */
const TOGETHER = 20;

/** Each kind of change by itself, at random; then strong ties from one of the team to the best known, which change the tree for nearly everybody. */
export function updates(network: IntroductionNetwork, made: MadeUp, random: Random, build: number, hubs: readonly number[]): void {
  const { people } = network.graph;
  const count = Math.min(20_000, made.a.length >> 2);
  const timed = (what: string, work: (n: number) => void): void => {
    const times: number[] = [];
    let [sum, worst] = [0, 0];
    for (let n = 0; n < count; n += TOGETHER) {
      const cpu = cpuMs(() => { for (let one = n; one < n + TOGETHER && one < count; one++) times.push(ms(() => work(one))); });
      sum += cpu;
      worst = Math.max(worst, cpu);
    }
    const each = sum / count;
    row(what, `mean ${us(each).padStart(7)} (CPU)  p50 ${us(quantile(times, 0.5)).padStart(7)}  p99 ${us(quantile(times, 0.99)).padStart(7)} µs; the worst ${TOGETHER} together ${worst.toFixed(1)} ms (CPU); a new tree costs ${Math.round(build / each).toLocaleString('en')} of one`);
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
  let [strong, gone, worst] = [0, 0, 0];
  const rounds = Math.max(1, Math.round(1_000_000 / made.a.length));
  for (let n = 0; n < rounds; n++) {
    for (const hub of hubs) {
      const [made, removed] = [cpuMs(() => network.setTie(one, hub, 0.95)), cpuMs(() => network.removeTie(one, hub))];
      strong += made;
      gone += removed;
      worst = Math.max(worst, made, removed);
    }
  }
  const share = (sum: number) => `${(sum / rounds / hubs.length / build).toFixed(2)} of a new tree`;
  row('adverse: strong tie to the best known made; taken out (CPU)', `mean ${share(strong)}; ${share(gone)}; the worst ${worst.toFixed(1)} ms = ${(worst / build).toFixed(2)}`);
  // As the server does it: other requests are answered between two portions.
  const portions: number[] = [];
  const drive = (repair: Repair) => {
    for (let done = false; !done;) portions.push(cpuMs(() => { done = repair.next().done === true; }));
  };
  for (const hub of hubs) for (const strength of [0.95, 0]) drive(network.settingTie(one, hub, strength));
  row('the same in portions (CPU)', `${(portions.length / hubs.length / 2).toFixed(0)} each; p50 ${quantile(portions, 0.5).toFixed(1)}  p99 ${quantile(portions, 0.99).toFixed(1)}  the longest ${Math.max(...portions).toFixed(1)} ms`);
}
