import { indegree } from '#domain/relate/influence/degree.ts';
import { measure, MOST_RANKED } from '#domain/relate/influence/measure.ts';
import { networkOf } from '#domain/relate/influence/network.ts';
import { readArgs } from './args.ts';
import { readChart } from './chartFile.ts';
import { CommandFault, UsageFault } from './faults.ts';
import { jsonRows } from './jsonRows.ts';
import { readTiesFile, TIES_FILE } from './tiesFile.ts';

/** Beyond, the measures along shortest ways would take more than minutes. */
const MOST_PEOPLE = 20_000;
const MOST_STEPS = 4e9;

export const INFLUENCE_USAGE = `vitalfew influence EDGES [--directed|--undirected] [--strength COLUMN] [--reports CHART]

Who has influence in a network of people: every measure of every person, as JSON on standard output, by PageRank.
  EDGES         ${TIES_FILE}.
                strength: a weight of any size; none counts as 1, 0 is no line
  --directed    a line says that "from" asks "to": influence is being asked (indegree, PageRank, in-closeness). The default.
                Where "from" influences "to", turn the columns round.
  --undirected  a line says that two know each other
  --strength    the column of the weight, where it is called otherwise; weights count in PageRank, eigenvector and constraint

  --reports     an organisation chart, headers from,to: "from" reports to "to". Adds "rank", how far influence (indegree) and rank agree, −1 to 1, and "gaps", of
                each person the steps below the top, who reports to them, and the gap z(influence) − z(rank): above 0 the chart underrates them

  null is a measure that is not defined here: closeness and eigenvector where not everybody reaches everybody, constraint without a line.
  Krackhardt's dimensions are given with the lines read from above to below, and the other way: the upper bound depends on it
  (leastUpperBound as the package sna of R counts it, nearestSuperior by Krackhardt's words).`;

/** `vitalfew influence`: reads lines, measures, prints. Gives the exit code. */
export async function influenceCommand(args: readonly string[], out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<number> {
  const { values, positionals } = readArgs(args, { directed: { type: 'boolean' }, undirected: { type: 'boolean' }, strength: { type: 'string' }, reports: { type: 'string' } });
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageFault('Name a file of lines between people.');
  if (more.length > 0) throw new UsageFault(`One file at a time; "${more[0]}" is a second.`);
  if (values.directed && values.undirected) throw new UsageFault('Either --directed or --undirected.');

  const { names, ties, zero } = await readTiesFile(file, values.strength, Infinity);
  const network = networkOf(names.length, ties.map(({ from, to, strength }) => ({ from, to, weight: strength ?? 1 })), !values.undirected);
  if (network.people > MOST_PEOPLE || network.people * network.lines > MOST_STEPS) throw new CommandFault(`${file}: ${network.people} people and ${network.lines} lines are too many to measure; at most ${MOST_PEOPLE} people, and ${MOST_STEPS / 1e9} billion people × lines.`);
  const own = network.own.filter((weight) => weight > 0).length;
  const repeated = ties.filter(({ from, to }) => from !== to).length - network.lines;
  if (repeated > 0) err.write(`! ${repeated} lines stand again${values.undirected ? ', or the other way round' : ''}; the larger weight counts.\n`);
  if (zero > 0) err.write(`! ${zero} lines have weight 0 and were left out.\n`);
  if (own > 0) err.write(`! ${own} people have a line to themselves, which does not count.\n`);
  if (network.people > MOST_RANKED) err.write(`! Krackhardt's dimensions are left out beyond ${MOST_RANKED} people.\n`);
  const { people, network: whole } = measure(network);
  const chart = values.reports === undefined ? null : await readChart(values.reports, names, indegree(network));
  if (chart && chart.without.lines + chart.without.rank > 0) err.write(`! ${chart.without.rank} people of the lines are not in the chart, ${chart.without.lines} of the chart are in no line; they are not compared.\n`);
  const output = {
    directed: network.directed, people: network.people, lines: network.lines,
    network: { ...whole, cutPeople: whole.cutPeople.map((person) => names[person]) },
    ...(chart ? { rank: { tops: chart.rank.tops.map((person) => chart.names[person]), correlation: chart.rank.correlation }, gaps: chart.rank.people.map((one) => ({ ...one, person: chart.names[one.person] })) } : {}),
    measures: people.map((one) => ({ ...one, person: names[one.person] })),
  };
  out.write(jsonRows(output));
  return 0;
}
