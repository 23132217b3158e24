interface Tie { to: number; cost: number }
interface Way { people: number[]; cost: number }

/** k shortest loopless paths as the books have them: Yen (1971) over Dijkstra (1959) with a binary heap, maps and objects. */
export class Textbook {
  private readonly ties = new Map<number, Tie[]>();

  add(from: number, to: number, cost: number): void {
    const known = this.ties.get(from);
    if (known) known.push({ to, cost });
    else this.ties.set(from, [{ to, cost }]);
  }

  /** Costs of the k best ways from any source (no way passes a second one) to a target. */
  ways(sources: readonly number[], target: number, k: number): number[] {
    // Searched from the target, so that any source is an end.
    const ends = new Set(sources);
    const first = this.dijkstra(target, ends, new Set(), new Set());
    if (!first) return [];
    const found: Way[] = [first];
    const candidates: Way[] = [];
    while (found.length < k) {
      const previous = found.at(-1)!;
      for (let at = 0; at < previous.people.length - 1; at++) {
        const root = previous.people.slice(0, at + 1);
        const shut = new Set(found.filter(({ people }) => root.every((person, n) => people[n] === person)).map(({ people }) => people[at + 1]!));
        const spur = this.dijkstra(root.at(-1)!, ends, new Set(root.slice(0, -1)), shut);
        if (!spur) continue;
        const people = [...root.slice(0, -1), ...spur.people];
        if (candidates.some((way) => String(way.people) === String(people))) continue;
        candidates.push({ people, cost: this.cost(root) + spur.cost });
      }
      if (candidates.length === 0) break;
      candidates.sort((x, y) => x.cost - y.cost);
      found.push(candidates.shift()!);
    }
    return found.map(({ cost }) => cost);
  }

  private cost(people: readonly number[]): number {
    return people.slice(1).reduce((sum, person, n) => sum + this.ties.get(people[n]!)!.find(({ to }) => to === person)!.cost, 0);
  }

  private dijkstra(from: number, ends: ReadonlySet<number>, barred: ReadonlySet<number>, shut: ReadonlySet<number>): Way | null {
    const costs = new Map<number, number>([[from, 0]]);
    const before = new Map<number, number>();
    const done = new Set<number>();
    const heap: Tie[] = [{ to: from, cost: 0 }];
    while (heap.length > 0) {
      const { to: person, cost } = pop(heap);
      if (done.has(person)) continue;
      done.add(person);
      if (ends.has(person)) {
        const people = [person];
        while (before.has(people.at(-1)!)) people.push(before.get(people.at(-1)!)!);
        return { people: people.reverse(), cost };
      }
      for (const tie of this.ties.get(person) ?? []) {
        if (done.has(tie.to) || barred.has(tie.to) || (person === from && shut.has(tie.to))) continue;
        const sum = cost + tie.cost;
        if (sum >= (costs.get(tie.to) ?? Infinity)) continue;
        costs.set(tie.to, sum);
        before.set(tie.to, person);
        push(heap, { to: tie.to, cost: sum });
      }
    }
    return null;
  }
}

function push(heap: Tie[], item: Tie): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (heap[up]!.cost <= item.cost) break;
    heap[at] = heap[up]!;
    at = up;
  }
  heap[at] = item;
}

function pop(heap: Tie[]): Tie {
  const top = heap[0]!;
  const item = heap.pop()!;
  if (heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.cost < heap[child]!.cost) child++;
    if (heap[child]!.cost >= item.cost) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
  return top;
}
