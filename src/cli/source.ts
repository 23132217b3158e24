import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { addFile } from '#actions/insight/addSource.ts';
import { findSource } from '#storage/insight/sources.ts';
import { accountNamed } from './accountNamed.ts';
import { CommandFault, UsageFault } from './faults.ts';
import { asProgram } from './place.ts';

/** `vitalfew source add FILE --account A [--title T] [--published DAY]`: brings a document about a customer and reads it. */
export async function sourceCommand(args: readonly string[]): Promise<number> {
  const { positionals: [verb, file, ...more], values } = parsed(args);
  if (verb !== 'add' || file === undefined || more.length > 0) throw new UsageFault('source add FILE --account A [--title TITLE] [--published YYYY-MM-DD]');
  // Opened first: a file that is not there is said before anything is begun.
  await using handle = await open(file);
  return await asProgram(async (context) => {
    const account = await accountNamed(context.store, values.account);
    const source = { fileName: basename(file), title: values.title ?? '', publishedOn: values.published ?? null, url: null };
    const { id, read } = await addFile(context, account.id, source, handle.createReadStream({ autoClose: false }));
    await read;
    const row = (await findSource(context.store.read, { userId: null, scope: 'all' }, id))!;
    if (row.state === 'failed') throw new CommandFault(`${file}: ${(JSON.parse(row.error!) as { message: string }).message}`);
    process.stdout.write(`${JSON.stringify({ id, account: account.key, title: row.title, format: row.format, language: row.language, pages: row.pages, letters: row.letters })}\n`);
    return 0;
  });
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { account: { type: 'string' }, title: { type: 'string' }, published: { type: 'string' } } });
  } catch (error) {
    throw new UsageFault((error as Error).message);
  }
}
