import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { Refusal } from '#domain/refusal.ts';
import { CommandFault, UsageFault } from './faults.ts';

// What was compiled is kept for the next start, which then takes half the time. Where the folder cannot be written, nothing is lost.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/vitalfew'));

/** What runs behind each word: loaded only when asked for, so that `rank` starts without a server. */
const COMMANDS: Record<string, { usage: string; run: (args: readonly string[]) => Promise<number>; help?: () => Promise<string> }> = {
  serve: { usage: 'serve                      start the server (PORT, HOST, DATA_DIR, DATABASE_URL …)', run: async () => (await import('./serve.ts')).serve() },
  rank: {
    usage: 'rank LINES [LINES…]        rank customers from invoice lines, without a server', help: async () => (await import('./rankCommand.ts')).RANK_USAGE,
    run: async (args) => (await import('./rankCommand.ts')).rankCommand(args, process.stdout, process.stderr),
  },
  weigh: {
    usage: 'weigh --pairs FILE         weights from pairwise comparisons (AHP), without a server', help: async () => (await import('./weighCommand.ts')).WEIGH_USAGE,
    run: async (args) => (await import('./weighCommand.ts')).weighCommand(args, process.stdout, process.stderr),
  },
  intro: {
    usage: 'intro --graph EDGES …      who can introduce us to somebody: the best ways, as JSON', help: async () => (await import('./introCommand.ts')).INTRO_USAGE,
    run: async (args) => (await import('./introCommand.ts')).introCommand(args, process.stdout, process.stderr),
  },
  influence: {
    usage: 'influence EDGES            who has influence in a network of people, as JSON', help: async () => (await import('./influenceCommand.ts')).INFLUENCE_USAGE,
    run: async (args) => (await import('./influenceCommand.ts')).influenceCommand(args, process.stdout, process.stderr),
  },
  source: { usage: 'source add FILE --account A  bring a document about a customer and read it', run: async (args) => (await import('./source.ts')).sourceCommand(args) },
  facts: { usage: 'facts --account A          what is known of a customer, as JSON (--format table: as lines)', run: async (args) => (await import('./facts.ts')).factsCommand(args) },
  robust: {
    usage: 'robust LINES [LINES…]      how the ranking stands when the weights vary', help: async () => (await import('./robustCommand.ts')).ROBUST_USAGE,
    run: async (args) => (await import('./robustCommand.ts')).robustCommand(args, process.stdout, process.stderr),
  },
  backup: { usage: 'backup FILE                everything into one archive, also while the server runs', run: async (args) => (await import('./backup.ts')).backupCommand(args) },
  restore: { usage: 'restore FILE               an archive in the place of everything, or nothing; who was erased since stays erased (--erasures FILE)', run: async (args) => (await import('./restore.ts')).restoreCommand(args) },
  doctor: { usage: 'doctor [--repair]          recompute what is kept and compare (exit code 1: differences)', run: async (args) => (await import('./doctor.ts')).doctorCommand(args) },
  demo: { usage: 'demo [--remove]            fill an empty workspace with the demo company, or take it out', run: async (args) => (await import('./demo.ts')).demoCommand(args) },
};

const usage = () => `Usage: vitalfew COMMAND …\n\n${Object.values(COMMANDS).map((command) => `  ${command.usage}`).join('\n')}\n`;

/** Runs a command line and gives its exit code: 0 done, 1 refused or faulty, 2 not understood. */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === 'help') {
    process.stdout.write(usage());
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    process.stderr.write(`${name === undefined ? '' : `There is no command "${name}".\n\n`}${usage()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    process.stdout.write(`${command.help ? await command.help() : `Usage: vitalfew ${command.usage}`}\n`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof UsageFault) {
      process.stderr.write(`${error.message}\n\n${command.help ? await command.help() : usage()}\n`);
      return 2;
    }
    if (error instanceof CommandFault || error instanceof Refusal) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    const { code, path } = error as NodeJS.ErrnoException;
    process.stderr.write(code === 'ENOENT' ? `There is no file ${path}.\n` : code === 'EACCES' ? `${path} may not be read.\n` : `${(error as Error).stack}\n`);
    return 1;
  }
}

// A reader that stops early (`… | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0); });
process.exitCode = await run(process.argv.slice(2));
