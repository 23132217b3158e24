import { hopPenalty, MOST_TIES } from '#domain/relate/path/cost.ts';
import { IntroductionNetwork, type Introduction } from '#domain/relate/path/introductions.ts';
import type { Diversity } from '#domain/relate/path/search.ts';
import { PairTies, type TieReading } from '#domain/relate/readTies.ts';
import { TIE_DEFAULTS } from '#domain/relate/ties.ts';
import { readArgs } from './args.ts';
import { CommandFault, UsageFault } from './faults.ts';
import { jsonRows } from './jsonRows.ts';
import { readTiesFile, TIES_FILE } from './tiesFile.ts';

/** What a tie counts where no tie of a file says how strong it is. */
const UNSTATED = 0.5;
const DIVERSITIES: readonly Diversity[] = ['last', 'disjoint', 'none'];

export const INTRO_USAGE = `vitalfew intro --graph EDGES --from A[,B…] --to C [--k 5] [--hops ${MOST_TIES}] [--ban X[,Y…]] [--diverse ${DIVERSITIES.join('|')}] [--willingness ${TIE_DEFAULTS.willingness}] [--strength COLUMN] [--default STRENGTH]

Who can introduce us to somebody: the best ways through people who know one another, as JSON on standard output.
  --graph        ${TIES_FILE}.
                 strength: 0 to 1, 0 is no tie. A tie of unknown strength (empty cell) is used only with --default;
                 where no tie states a strength, each counts as ${UNSTATED}. Ties have no direction; of several the stronger counts.
  --from         who of us may ask; no way passes through a second one
  --to           whom we want to reach
  --k            how many ways, at most; default 5
  --hops         ties a way has at most, 1 to ${MOST_TIES}
  --ban          people to be left out of it
  --diverse      last (default): no two ways with the same last introduction; disjoint: nobody between the ends twice; none: simply the best
  --willingness  how likely each is to pass the request on, 0.05 to 1: lower means shorter ways
  --strength     the column of the strength, where it is called otherwise
  --default      what a tie counts that states no strength`;

/** `vitalfew intro`: reads ties, finds ways, prints them. Gives the exit code: 0 also where there is no way (it says so). */
export async function introCommand(args: readonly string[], out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<number> {
  const options = readOptions(args);
  const reading = await readTiesFile(options.graph, options.column, 1);
  const [from, banned] = [peopleOf(reading, options.from), peopleOf(reading, options.ban)];
  const [target] = peopleOf(reading, [options.to]);
  if (from.includes(target!)) throw new CommandFault(`${options.to} is one of those who ask.`);
  if (banned.includes(target!)) throw new CommandFault(`${options.to} is to be reached and left out at once.`);

  const ties = new PairTies(stated(reading, options.unstated, err));
  if (ties.repeated > 0) err.write(`! ${ties.repeated} lines name a tie again; the stronger counts.\n`);
  if (ties.toOneself > 0) err.write(`! ${ties.toOneself} lines tie somebody to himself and were left out.\n`);
  const network = new IntroductionNetwork({ people: reading.names.length, ties, team: from, hops: options.hops, willingness: options.willingness });
  const found = network.introductions(target!, { k: options.k, diversity: options.diverse, banned, strengthOf: (a, b) => ties.strengthOf(a, b) });
  if (found.length === 0) err.write(`There is no way from ${options.from.join(', ')} to ${options.to} in ${options.hops} ties or fewer.\n`);
  const head = { from: from.map((person) => reading.names[person]), to: reading.names[target!], hops: options.hops, diverse: options.diverse, willingness: options.willingness, people: reading.names.length, ties: ties.a.length };
  out.write(jsonRows({ ...head, introductions: found.map((one) => named(one, reading.names)) }));
  return 0;
}

function named({ people, strengths, product, weakest, cost }: Introduction, names: readonly string[]) {
  const called = people.map((person) => names[person]!);
  return { people: called, strengths, product, weakest: { from: called[weakest], to: called[weakest + 1], strength: strengths[weakest] }, cost };
}

/** The ties with their strengths; what became of those that state none is said. */
function stated(reading: TieReading, unstated: number | undefined, err: NodeJS.WritableStream): { from: number; to: number; strength: number }[] {
  const { ties } = reading;
  const missing = ties.filter(({ strength }) => strength === null).length;
  const counts = unstated ?? (missing === ties.length ? UNSTATED : null);
  if (missing > 0 && counts === null) err.write(`! ${missing} lines state no strength and were left out; --default counts them.\n`);
  else if (missing > 0) err.write(`! ${missing === ties.length ? 'No line states a strength; each counts' : `${missing} lines state no strength and count`} as ${counts}.\n`);
  return ties.flatMap(({ from, to, strength }) => ((strength ?? counts) === null ? [] : [{ from, to, strength: (strength ?? counts)! }]));
}

function peopleOf(reading: TieReading, names: readonly string[]): number[] {
  return [...new Set(names.map((name) => {
    const person = reading.find(name);
    if (person !== undefined) return person;
    const alike = reading.names.find((known) => known.normalize('NFKC').toLowerCase() === name.normalize('NFKC').toLowerCase());
    throw new CommandFault(`There is nobody called "${name}" in the file.${alike === undefined ? '' : ` Is "${alike}" meant?`}`);
  }))];
}

interface Options { graph: string; from: string[]; to: string; k: number; hops: number; ban: string[]; diverse: Diversity; willingness: number; column: string | undefined; unstated: number | undefined }

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = readArgs(args, {
    graph: { type: 'string' }, from: { type: 'string', multiple: true }, to: { type: 'string' }, k: { type: 'string', default: '5' }, hops: { type: 'string', default: String(MOST_TIES) }, ban: { type: 'string', multiple: true },
    diverse: { type: 'string', default: 'last' }, willingness: { type: 'string', default: String(TIE_DEFAULTS.willingness) }, strength: { type: 'string' }, default: { type: 'string' },
  });
  const { graph, to } = values;
  if (positionals.length > 0) throw new UsageFault(`"${positionals[0]}" is not understood: name the file with --graph.`);
  if (graph === undefined) throw new UsageFault('Name a file of ties with --graph.');
  const from = listed(values.from);
  if (from.length === 0) throw new UsageFault('Say who asks with --from.');
  if (to === undefined || to.trim() === '') throw new UsageFault('Say whom to reach with --to.');
  const diverse = DIVERSITIES.find((one) => one === values.diverse);
  if (diverse === undefined) throw new UsageFault(`--diverse: ${values.diverse} is none of ${DIVERSITIES.join(', ')}.`);
  const willingness = numberOf('--willingness', values.willingness, 0, 1);
  try {
    hopPenalty(willingness);
  } catch (error) {
    throw new UsageFault(`--willingness: ${(error as Error).message}`);
  }
  const unstated = values.default === undefined ? undefined : numberOf('--default', values.default, 0, 1);
  if (unstated === 0) throw new UsageFault('--default: 0 would be no tie; it is above 0 and at most 1.');
  return { graph, from, to: to.trim(), k: wholeOf('--k', values.k, 1000), hops: wholeOf('--hops', values.hops, MOST_TIES), ban: listed(values.ban), diverse, willingness, column: values.strength, unstated };
}

/** Names in one option, separated by commas, or in several. */
function listed(values: readonly string[] | undefined): string[] {
  return (values ?? []).flatMap((value) => value.split(/[,，]/)).map((name) => name.trim()).filter((name) => name !== '');
}

function numberOf(option: string, text: string, least: number, most: number): number {
  const value = /^\d*\.?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new UsageFault(`${option}: ${text} is no number from ${least} to ${most}.`);
  return value;
}

function wholeOf(option: string, text: string, most: number): number {
  const value = numberOf(option, text, 1, most);
  if (!Number.isInteger(value)) throw new UsageFault(`${option}: ${text} is no whole number.`);
  return value;
}
