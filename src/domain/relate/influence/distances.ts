import type { Links } from './network.ts';

/** Distance of what cannot be reached. */
export const FAR = -1;

/** Steps from one person after the other along the lines; the arrays are used again for the next. */
export class Distances {
  /** Where the neighbours of each person begin in `to`. */
  readonly start: Int32Array;
  readonly to: Int32Array;
  /** Steps to each person, FAR where no lines lead. */
  readonly steps: Int32Array;
  /** The people reached, in the order in which they are, `reached` of them. */
  readonly order: Int32Array;
  reached = 0;

  constructor(links: readonly Links[]) {
    this.start = new Int32Array(links.length + 1);
    links.forEach(({ people }, person) => { this.start[person + 1] = this.start[person]! + people.length; });
    this.to = new Int32Array(this.start[links.length]!);
    links.forEach(({ people }, person) => this.to.set(people, this.start[person]!));
    this.steps = new Int32Array(links.length);
    this.order = new Int32Array(links.length);
  }

  from(person: number): this {
    const { start, to, steps, order } = this;
    steps.fill(FAR);
    steps[person] = 0;
    order[0] = person;
    let reached = 1;
    for (let n = 0; n < reached; n++) {
      const here = order[n]!;
      for (let at = start[here]!, end = start[here + 1]!; at < end; at++) {
        const next = to[at]!;
        if (steps[next] !== FAR) continue;
        steps[next] = steps[here]! + 1;
        order[reached++] = next;
      }
    }
    this.reached = reached;
    return this;
  }

  /** The people reached, in numbers' order. */
  people(): number[] {
    return Array.from(this.order.subarray(0, this.reached)).sort((a, b) => a - b);
  }
}
