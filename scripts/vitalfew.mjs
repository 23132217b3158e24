#!/usr/bin/env node
// `vitalfew …` from anywhere: finds a Node that runs TypeScript as it is, then hands over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const brought = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node');
const enough = Number(process.versions.node.split('.')[0]) >= 24;
if (!enough && !existsSync(brought)) {
  process.stderr.write(`Vitalfew needs Node 24 or newer; this is ${process.versions.node}. Run "npm start" once in ${root}: it brings one along.\n`);
  process.exit(1);
}
const { status } = spawnSync(enough ? process.execPath : brought, [join(root, 'src/cli/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
