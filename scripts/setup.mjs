// Makes the folder ready to run: packages as the lock file says, a Node new enough, the web part built.
// Plain JavaScript that runs on Node 20, because it is what brings the newer one. Does nothing when nothing is missing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const WANTED = 24;
const root = join(import.meta.dirname, '..');
const at = (...parts) => join(root, ...parts);
const web = process.argv.includes('--web');
const started = Date.now();

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(`\n${text}`);
  process.exit(1);
}

/** Runs npm of this very installation with the machine's own Node: the one we bring lies in the folder that npm empties. */
function npm(...words) {
  const { npm_execpath: cli, npm_node_execpath: own } = process.env;
  const node = own && existsSync(own) ? own : process.execPath;
  const [command, first] = cli && cli.endsWith('.js') ? [node, [cli]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  execFileSync(command, [...first, ...words, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: command.endsWith('.cmd') });
}

function fingerprint(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function stampIs(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

const brought = at('node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Whether npm scripts would run a Node that is too old. From the second start on they find the brought one, which runs this too. */
function nodeIsMissing() {
  if (existsSync(brought)) return false;
  const isTheBroughtOne = process.execPath.startsWith(at('node_modules'));
  return isTheBroughtOne || Number(process.versions.node.split('.')[0]) < WANTED;
}

/** Adds a Node to a folder of its own (so that no later npm command takes it away) and puts it where npm scripts look first. */
function bringNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  say(`This machine runs Node ${process.versions.node}; adding Node ${WANTED} to this folder (${name}) …`);
  const folder = at('node_modules/.runtime');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  try {
    npm('install', '--no-save', '--no-package-lock', '--prefix', folder, `${name}@${WANTED}`);
  } catch {
    fail(`Vitalfew needs Node ${WANTED} or newer, this is ${process.versions.node}, and ${name}@${WANTED} could not be installed. Install Node ${WANTED} and try again.`);
  }
  const target = join(folder, 'node_modules', name, 'bin', basename(brought));
  mkdirSync(dirname(brought), { recursive: true });
  rmSync(brought, { force: true });
  if (process.platform === 'win32') copyFileSync(target, brought);
  else symlinkSync(relative(dirname(brought), target), brought);
}

function install() {
  const stamp = at('node_modules/.vitalfew-packages');
  const wanted = `${fingerprint(at('package-lock.json'))} ${process.platform}-${process.arch}`;
  if (!stampIs(stamp, wanted)) {
    say('Installing packages (first start, or the lock file changed) …');
    try {
      npm('ci', '--include=dev', '--include=optional');
    } catch {
      fail('The packages could not be installed. Is the npm registry reachable? Then run the command again.');
    }
    writeFileSync(stamp, wanted);
  }
  if (nodeIsMissing()) bringNode();
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

/** What the web part is made from: names, sizes and times are enough, and read in some milliseconds. */
function webFingerprint() {
  const sources = [...['src/web', 'src/contract', 'src/domain'].flatMap((folder) => filesUnder(at(folder))), at('vite.config.ts'), at('package-lock.json')];
  const hash = createHash('sha256');
  for (const file of sources) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function buildWeb() {
  const stamp = at('dist/.web');
  const wanted = webFingerprint();
  if (existsSync(at('dist/web/index.html')) && stampIs(stamp, wanted)) return;
  say('Building the screens …');
  try {
    execFileSync(existsSync(brought) ? brought : process.execPath, [at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
  } catch {
    fail('The screens could not be built; what went wrong stands above.');
  }
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

install();
if (web) buildWeb();
if (Date.now() - started > 2000) say(`Ready after ${Math.round((Date.now() - started) / 1000)} s.`);
