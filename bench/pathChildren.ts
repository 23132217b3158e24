import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TieGraph } from '#domain/relate/path/tieGraph.ts';

export interface Memory { readonly grown: number; readonly worst: number }

/** An engine of others in a process of its own, which is timed in processor time: on a busy machine the wall clock is against whoever takes long. */
export interface WayPeer {
  readonly name: string;
  /** The k best ways: milliseconds, and their costs. */
  ways(k: number, target: number): Promise<{ ms: number; costs: number[] }>;
  close(): Promise<void>;
}

/** One that we start ourselves, and that times each answer itself. */
export interface ChildPeer extends WayPeer {
  /** Bytes its process grew by the network, and at the worst while it was loaded; null where it was not measured. */
  readonly memory: Memory | null;
  /** Milliseconds for what everybody costs. */
  tree(): Promise<number>;
}

/** A folder with the network in a file as the children read it: people, ties, then two ends and the cost of each; the last person is a source, tied to the whole team at no cost. */
export class SharedFile {
  private readonly folder = mkdtempSync(join(tmpdir(), 'paths-'));
  private readonly file = join(this.folder, 'network');

  constructor({ people, ties, start, degree, to, cost }: TieGraph, team: readonly number[]) {
    const words = new Int32Array(2 + 3 * (ties + team.length));
    words.set([people + 1, ties + team.length]);
    let at = 2;
    const add = (a: number, b: number, value: number) => { words.set([a, b, value], at); at += 3; };
    for (let a = 0; a < people; a++) for (let n = start[a]!, end = n + degree[a]!; n < end; n++) if (to[n]! > a) add(a, to[n]!, cost[n]!);
    for (const one of team) add(people, one, 0);
    writeFileSync(this.file, words);
  }

  /** igraph in C, if its library and a compiler are there. */
  async igraph(): Promise<ChildPeer | null> {
    const program = join(this.folder, 'igraph');
    try {
      execFileSync('cc', ['-O2', '-o', program, join(import.meta.dirname, 'igraphPeer.c'), '-ligraph'], { stdio: 'ignore' });
    } catch {
      return null;
    }
    return await startChild('igraph (C)', program, [this.file]);
  }

  /** scipy, if python3 has it. */
  async scipy(): Promise<ChildPeer | null> {
    return await startChild('scipy', '/usr/bin/python3', [join(import.meta.dirname, 'scipyPeer.py'), this.file]);
  }

  /** Ours, measured in the same way. */
  ours(): Memory {
    return memoryOf(execFileSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'pathMemory.ts'), this.file], { encoding: 'utf8' }))!;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function memoryOf(line: string): Memory | null {
  const [grown = 0, worst = 0] = line.split(' ').map(Number);
  return grown === 0 ? null : { grown, worst };
}

async function startChild(name: string, program: string, parameters: string[]): Promise<ChildPeer | null> {
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<null>((resolve) => child.once('error', () => resolve(null)).once('exit', () => resolve(null)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string | null> => await Promise.race([lines.next().then((line) => (line.done ? null : line.value)), ended]);
  const first = await answer();
  if (first === null) return null;
  const ask = async (line: string): Promise<number[]> => {
    child.stdin.write(`${line}\n`);
    const said = await answer();
    if (said === null) throw new Error(`${name} ended`);
    return said.split(' ').map(Number);
  };
  return {
    name, memory: memoryOf(first),
    ways: async (k, target) => {
      const [took, ...costs] = await ask(`way ${k} ${target}`);
      return { ms: took!, costs };
    },
    tree: async () => (await ask('tree'))[0]!,
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
