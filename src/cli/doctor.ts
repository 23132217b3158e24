import { examine, repair } from '#actions/examine.ts';
import { clearDeleted } from '#actions/afterErasing.ts';
import { CHECKS, MOST, type Check, type Finding } from '#storage/storeCheck.ts';
import { UsageFault } from './faults.ts';
import { asProgram } from './place.ts';

const NAMES: Record<Check, string> = {
  file: 'the file itself', lines: 'invoice lines', tradeMonths: 'sums by month', searchTerms: 'search terms', owners: 'owners', leftovers: 'leftovers', ids: 'next numbers', standings: 'scores',
};

/** `vitalfew doctor [--repair]`: recomputes what is kept and compares; 0 when all is as it should be, else 1. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--repair')) throw new UsageFault('doctor takes nothing but --repair.');
  return await asProgram(async (context) => {
    const found = await examine(context);
    report(found);
    if (!args.includes('--repair')) return found.length === 0 ? 0 : 1;
    process.stdout.write('\nRepairing …\n');
    const left = found.length === 0 ? [] : await repair(context);
    if (found.length > 0) report(left);
    const cleared = await clearDeleted(context.store);
    process.stdout.write(`${'deleted rows'.padEnd(18)}${cleared ? 'cleared from the disk' : 'could not be cleared from the disk now'}\n`);
    return left.length === 0 && cleared ? 0 : 1;
  });
}

function report(found: readonly Finding[]): void {
  for (const check of CHECKS) {
    const finding = found.find((one) => one.check === check);
    const count = finding && (finding.count >= MOST ? `${MOST} or more` : String(finding.count));
    process.stdout.write(`${NAMES[check].padEnd(18)}${finding ? `${count} wrong: ${finding.examples.join('; ')}${finding.count > finding.examples.length ? ' …' : ''}` : 'as they should be'}\n`);
  }
}
