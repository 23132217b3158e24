import { WELL_KNOWN } from './choices.ts';
import { UNREACHED } from './cost.ts';
import { mayFollow, type Branch, type Found, type Search } from './search.ts';

/** Children this much dearer than the best are looked at in one go; the rest only when their turn comes, so that a hub with thousands of ties does not fill the queue. */
const SLACK = 120;

/**
 * The cheapest way of a branch where following the bounds straight on has failed: best-first by cost so far + bound (A*; partial
 * expansion after Yoshizumi, Miura and Ishida, 2000). Null when there is none, 'lost' when it gave up.
 */
export function detour(search: Search, branch: Branch, bound: number): Found | null | 'lost' {
  const { graph: { start, degree, to, cost }, sources, hops } = search;
  const { cells, layerStep, personStep } = search.bounds;
  const ties0 = branch.walk.length - 1;
  const person = [branch.walk[ties0]!];
  const parent = [-1];
  const spent = [branch.cost];
  const ties = [ties0];
  const seenTo = [-1];
  const best = new Map<number, number>();
  const queue = new Queue();
  queue.push(0, bound);
  for (let turn = 0; queue.size > 0; turn++) {
    if (turn > search.patience) return 'lost';
    const key = queue.leastKey;
    const node = queue.pop();
    const here = person[node]!;
    if (node > 0 && sources.has(here)) return { walk: [...branch.walk, ...chain(person, parent, node)], cost: spent[node]! };
    if (ties[node]! === hops) continue;
    const layer = (hops - ties[node]! - 1) * layerStep;
    const limit = key + SLACK;
    const [seen, before, steps] = [seenTo[node]!, spent[node]!, ties[node]! + 1];
    let later = UNREACHED;
    const known = node > 0 && seen < 0 && degree[here]! >= WELL_KNOWN ? search.known?.of(search, here, hops - ties[node]!) : undefined;
    if (known !== undefined && known.cost < known.secondCost && !search.banned.has(known.next) && !branch.walk.includes(known.next) && !isOn(person, parent, node, known.next)) {
      // One child is best by itself: the others wait without being read.
      const f = before + known.cost;
      const g = f - cells[layer + known.next * personStep]!;
      const state = known.next * 8 + steps;
      if ((best.get(state) ?? UNREACHED) > g) {
        best.set(state, g);
        queue.push(person.push(known.next) - 1, f);
        parent.push(node);
        spent.push(g);
        ties.push(steps);
        seenTo.push(-1);
      }
      seenTo[node] = f;
      if (known.second >= 0) queue.push(node, before + known.secondCost);
      continue;
    }
    for (let at = start[here]!, end = at + degree[here]!; at < end; at++) {
      const f = before + cost[at]! + cells[layer + to[at]! * personStep]!;
      if (f >= later || f <= seen) continue;
      const next = to[at]!;
      if (node === 0 ? !mayFollow(search, branch, next) : search.banned.has(next) || branch.walk.includes(next) || isOn(person, parent, node, next)) continue;
      if (f > limit) {
        later = f;
        continue;
      }
      const g = before + cost[at]!;
      const state = next * 8 + steps;
      if ((best.get(state) ?? UNREACHED) <= g) continue;
      best.set(state, g);
      queue.push(person.push(next) - 1, f);
      parent.push(node);
      spent.push(g);
      ties.push(steps);
      seenTo.push(-1);
    }
    seenTo[node] = limit;
    if (later < UNREACHED) queue.push(node, later);
  }
  return null;
}

function isOn(person: readonly number[], parent: readonly number[], node: number, wanted: number): boolean {
  for (let at = node; at >= 0; at = parent[at]!) if (person[at] === wanted) return true;
  return false;
}

/** People from behind the start of the search to a node. */
function chain(person: readonly number[], parent: readonly number[], node: number): number[] {
  const people: number[] = [];
  for (let at = node; at > 0; at = parent[at]!) people.push(person[at]!);
  return people.reverse();
}

/** Binary heap of numbers by a whole-number key; equal keys come out in the order they went in. */
class Queue {
  private readonly keys: number[] = [];
  private readonly turns: number[] = [];
  private readonly items: number[] = [];
  private turn = 0;

  get size(): number {
    return this.keys.length;
  }

  get leastKey(): number {
    return this.keys[0]!;
  }

  push(item: number, key: number): void {
    const turn = this.turn++;
    let at = this.keys.length;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.keys[up]! <= key) break;
      this.put(at, up);
      at = up;
    }
    this.keys[at] = key;
    this.turns[at] = turn;
    this.items[at] = item;
  }

  /** Takes the item with the least key. */
  pop(): number {
    const { keys, turns, items } = this;
    const top = items[0]!;
    const key = keys.pop()!;
    const turn = turns.pop()!;
    const item = items.pop()!;
    const size = keys.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (keys[child + 1]! < keys[child]! || (keys[child + 1] === keys[child] && turns[child + 1]! < turns[child]!))) child++;
      if (keys[child]! > key || (keys[child] === key && turns[child]! > turn)) break;
      this.put(at, child);
      at = child;
    }
    keys[at] = key;
    turns[at] = turn;
    items[at] = item;
    return top;
  }

  private put(at: number, from: number): void {
    this.keys[at] = this.keys[from]!;
    this.turns[at] = this.turns[from]!;
    this.items[at] = this.items[from]!;
  }
}
