/** Milliseconds of the wall clock that some work takes. */
export function ms(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** Processor time of this thread alone, in milliseconds: a busy machine does not change it much. */
export function cpuMs(work: () => void): number {
  const before = threadTime();
  work();
  return threadTime() - before;
}

/** Linux brings the time of a thread up to date every 4 ms only, but for the thread that asks for the time of its process: so that is asked for first. */
function threadTime(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export function quantile(list: readonly number[], share: number): number {
  return list.toSorted((x, y) => x - y)[Math.floor(share * (list.length - 1))]!;
}

/** Milliseconds as microseconds. */
export function us(value: number): string {
  return (value * 1000).toFixed(value < 0.01 ? 2 : 1);
}

export function row(what: string, text: string): void {
  process.stdout.write(`  ${what.padEnd(62)} ${text}\n`);
}

/** Ratios of blocks that were measured in turn: their median and the least. */
export function medianAndLeast(ratios: readonly number[]): string {
  const shown = (ratio: number) => (ratio < 100 ? ratio.toPrecision(2) : Math.round(ratio).toLocaleString('en'));
  return `${shown(quantile(ratios, 0.5))} (${shown(Math.min(...ratios))}) ×`;
}
