/**
 * A process that brings a file in and takes it back out, saying each step only after it was acknowledged. Its parent kills
 * it in the middle. Arguments: data directory, file, database URL or "-".
 */
import { createReadStream, writeSync } from 'node:fs';
import { openLive } from '#actions/live.ts';
import { SYSTEM, type Context } from '#actions/act.ts';
import { checkImport } from '#actions/select/importing/checkImport.ts';
import { commitImport } from '#actions/select/importing/commitImport.ts';
import { receiveFile } from '#actions/select/importing/receiveFile.ts';
import { undoImport } from '#actions/select/importing/undoImport.ts';
import { openStore } from '#storage/connect.ts';
import { readImport } from '#storage/select/imports.ts';

const [dataDir, file, databaseUrl] = process.argv.slice(2) as [string, string, string];
// Synchronous: what was said is out even when the process dies in the next instant.
const say = (word: string) => { writeSync(1, `${word}\n`); };

const store = await openStore({ dataDir, ...(databaseUrl === '-' ? {} : { databaseUrl }) });
const context: Context = { store, actor: SYSTEM, now: () => new Date(), live: await openLive(), dataDir };
say('ready');
const id = await receiveFile(context, { fileName: 'lines.csv', content: createReadStream(file) });
say('uploaded');
const { plan } = (await readImport(store.read, id))!.findings!;
await (await checkImport(context, id, plan)).ended;
say('checked');
await (await commitImport(context, id)).ended;
say('committed');
const undoing = await undoImport(context, id);
say('undoing');
await undoing.ended;
say('undone');
process.exit(0);
