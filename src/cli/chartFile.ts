import { besideRank, type BesideRank } from '#domain/relate/influence/besideRank.ts';
import { CommandFault } from './faults.ts';
import { readTiesFile } from './tiesFile.ts';

export interface ChartRead { readonly rank: BesideRank; readonly names: readonly string[]; /** People without a line in the network, and people of it who are not in the chart. */ readonly without: { readonly lines: number; readonly rank: number } }

/**
 * Influence beside an organisation chart in a file: a row a person, `from` reports to `to`; the top has no row or reports to himself. People are those of the network by their
 * names; whoever is in one of the two only is left out. Throws CommandFault for a person with two bosses and for reports that go in a circle.
 */
export async function readChart(file: string, names: readonly string[], influence: readonly number[]): Promise<ChartRead> {
  const chart = await readTiesFile(file, undefined, Infinity);
  const numbers = new Map(names.map((name, person) => [name, person]));
  const all = [...names];
  const numberOf = chart.names.map((name) => numbers.get(name) ?? all.push(name) - 1);
  const boss = new Array<number | null>(all.length).fill(null);
  for (const { from, to } of chart.ties) {
    const [person, above] = [numberOf[from]!, numberOf[to]!];
    if (person === above) continue;
    if (boss[person] !== null && boss[person] !== above) throw new CommandFault(`${file}: ${all[person]} reports to two people, ${all[boss[person]!]} and ${all[above]}.`);
    boss[person] = above;
  }
  const inChart = new Set(numberOf);
  try {
    const rank = besideRank(all.map((_, person) => influence[person] ?? null), boss, inChart);
    return { rank, names: all, without: { lines: all.length - names.length, rank: names.filter((_, person) => !inChart.has(person)).length } };
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFault(`${file}: reports go in a circle.`);
    throw error;
  }
}
