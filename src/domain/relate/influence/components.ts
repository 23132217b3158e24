import { Distances } from './distances.ts';
import { undirected, type Network } from './network.ts';

/** Groups of people who hang together by lines in any direction, each in the order of numbers, by their first; people without a line are groups of one. */
export function components(network: Network): number[][] {
  const { out, people } = undirected(network);
  const distances = new Distances(out);
  const seen = new Uint8Array(people);
  const groups: number[][] = [];
  for (let person = 0; person < people; person++) {
    if (seen[person]) continue;
    const group = distances.from(person).people();
    for (const other of group) seen[other] = 1;
    groups.push(group);
  }
  return groups;
}

/** Whether everybody reaches everybody along the lines. */
export function stronglyConnected({ people, out, in: into }: Network): boolean {
  return people === 0 || [out, into].every((links) => new Distances(links).from(0).reached === people);
}

/** People without whom a group falls apart (断点), in any direction of the lines; in the order of numbers (Hopcroft and Tarjan, 1973). */
export function cutPeople(network: Network): number[] {
  const { out, people } = undirected(network);
  const entered = new Int32Array(people);
  const lowest = new Int32Array(people);
  const cut = new Set<number>();
  let clock = 0;
  for (let root = 0; root < people; root++) {
    if (entered[root]) continue;
    entered[root] = lowest[root] = ++clock;
    let branches = 0;
    const stack = [{ person: root, parent: -1, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const other = out[top.person]!.people[top.next++];
      if (other === undefined) {
        stack.pop();
        const { person, parent } = top;
        if (parent < 0) continue;
        lowest[parent] = Math.min(lowest[parent]!, lowest[person]!);
        if (parent === root) branches++;
        else if (lowest[person]! >= entered[parent]!) cut.add(parent);
      } else if (!entered[other]) {
        entered[other] = lowest[other] = ++clock;
        stack.push({ person: other, parent: top.person, next: 0 });
      } else if (other !== top.parent) lowest[top.person] = Math.min(lowest[top.person]!, entered[other]!);
    }
    if (branches > 1) cut.add(root);
  }
  return [...cut].sort((a, b) => a - b);
}

/** The largest k for which each person belongs to a group where everybody is tied to at least k others of it (Seidman, 1983), in any direction of the lines. */
export function coreness(network: Network): number[] {
  const { out, people } = undirected(network);
  const left = out.map((links) => links.people.length);
  const core = new Array<number>(people).fill(0);
  const gone = new Uint8Array(people);
  let k = 0;
  for (let taken = 0; taken < people; taken++) {
    let least = -1;
    for (let person = 0; person < people; person++) if (!gone[person] && (least < 0 || left[person]! < left[least]!)) least = person;
    k = Math.max(k, left[least]!);
    core[least] = k;
    gone[least] = 1;
    for (const other of out[least]!.people) if (!gone[other]) left[other]!--;
  }
  return core;
}
