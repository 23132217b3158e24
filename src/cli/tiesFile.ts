import { basename } from 'node:path';
import { openTable } from '#actions/files/openTable.ts';
import { unpacked } from '#actions/files/unpacked.ts';
import { tieColumns, TieReading } from '#domain/relate/readTies.ts';
import { CommandFault } from './faults.ts';

/** What both commands say of their file. */
export const TIES_FILE = 'CSV or XLSX with the headers from,to[,strength], names or numbers in the cells; may be packed by gzip';

/**
 * People and ties of a file. Throws CommandFault with the row and column of every cell that cannot be read.
 * @param column the column of the strength, where its header is not one of those known
 * @param most the largest strength that may stand there
 */
export async function readTiesFile(file: string, column: string | undefined, most: number): Promise<TieReading> {
  return await unpacked(file, async (plain) => {
    let reading: TieReading | null = null;
    for await (const batch of (await openTable(plain, basename(file))).rows()) {
      for (const { row, cells } of batch) {
        if (reading) reading.add(row, cells);
        else {
          const plan = tieColumns(cells, column);
          if (typeof plan === 'string') throw new CommandFault(`${file}: ${plan}`);
          reading = new TieReading(plan, most);
        }
      }
    }
    if (reading === null) throw new CommandFault(`${file}: there is nothing in it.`);
    if (reading.faulty > 0) throw new CommandFault(`${file}: ${reading.faulty} rows cannot be read. Mend them and try again:\n${reading.faults.map(({ sentence }) => `  ${sentence}`).join('\n')}`);
    if (reading.ties.length === 0) throw new CommandFault(`${file}: there is not one tie in it.`);
    return reading;
  });
}
