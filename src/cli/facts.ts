import { parseArgs } from 'node:util';
import { utcDay } from '#domain/day.ts';
import { weightOf } from '#domain/select/evidence.ts';
import { proofOf } from '#domain/select/fact.ts';
import { readMeasuring } from '#storage/select/accountInputs.ts';
import { listFacts } from '#storage/select/facts.ts';
import { accountNamed } from './accountNamed.ts';
import { UsageFault } from './faults.ts';
import { asProgram } from './place.ts';

const AT_ONCE = 500;

/** `vitalfew facts --account A [--format json|table]`: what is known of a customer, newest first. JSON on standard output. */
export async function factsCommand(args: readonly string[]): Promise<number> {
  const { account: named, format = 'json' } = parsed(args);
  if (format !== 'json' && format !== 'table') throw new UsageFault('--format is json or table.');
  return await asProgram(async ({ store, now }) => {
    const account = await accountNamed(store, named);
    const { halfLives, context: { asOf } } = await readMeasuring(store.read, utcDay(now()));
    const facts = [];
    for (let before: number | undefined; ;) {
      const page = await listFacts(store.read, account.id, { before, limit: AT_ONCE });
      for (const { accountId: _, recordedBy, withdrawnAt: __, ...fact } of page) facts.push({ ...fact, recordedBy: recordedBy?.name ?? null, confidence: Math.round(weightOf(proofOf(fact), asOf, halfLives) * 1000) / 1000 });
      if (page.length < AT_ONCE) break;
      before = page.at(-1)!.id;
    }
    if (format === 'json') process.stdout.write(`${JSON.stringify({ account: { key: account.key, name: account.name }, asOf, facts }, null, 2)}\n`);
    else for (const fact of facts) process.stdout.write(`${fact.observedOn}  ${fact.confidence.toFixed(2)}  ${fact.evidence.padEnd(10)}  ${fact.statement}${fact.source === '' ? '' : `  (${fact.source})`}\n`);
    return 0;
  });
}

function parsed(args: readonly string[]): { account?: string | undefined; format?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { account: { type: 'string' }, format: { type: 'string' } } }).values;
  } catch (error) {
    throw new UsageFault((error as Error).message);
  }
}
