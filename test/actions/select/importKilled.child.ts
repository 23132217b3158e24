/**
 * Imports a file and takes it back out, saying before and after each step what it is at; the test kills it somewhere.
 * Arguments: data directory, database URL ('' for SQLite), file. Waits for a byte on stdin before it begins.
 */
import { createReadStream } from 'node:fs';
import { SYSTEM, type Context } from '#actions/act.ts';
import { openLive } from '#actions/live.ts';
import { checkImport } from '#actions/select/importing/checkImport.ts';
import { commitImport } from '#actions/select/importing/commitImport.ts';
import { receiveFile } from '#actions/select/importing/receiveFile.ts';
import { undoImport } from '#actions/select/importing/undoImport.ts';
import { openStore } from '#storage/connect.ts';
import { readImport } from '#storage/select/imports.ts';

const [dataDir, databaseUrl, file] = process.argv.slice(2) as [string, string, string];
const store = await openStore({ dataDir, databaseUrl: databaseUrl || undefined });
const context: Context = { store, actor: SYSTEM, now: () => new Date(), live: await openLive(store), dataDir };
const say = (word: string) => void process.stdout.write(`${word}\n`);

say('ready');
await new Promise((resolve) => { process.stdin.once('data', resolve); });
say('upload');
const id = await receiveFile(context, { fileName: 'crash.csv', content: createReadStream(file) });
say('check');
const { ended: checked } = await checkImport(context, id, (await readImport(store.read, id))!.findings!.plan);
await checked;
say('commit');
await (await commitImport(context, id)).ended;
say('undo');
await (await undoImport(context, id)).ended;
say('end');
await new Promise(() => {});
