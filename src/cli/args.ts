import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageFault } from './faults.ts';

/** A command line taken apart; what it does not know is a UsageFault. */
export function readArgs<const O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageFault((error as Error).message);
  }
}
