import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fontFromWoff } from './woff.ts';

export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  /** Where it came from, for the first line of a test run. */
  readonly source: 'CHROMIUM_PATH' | 'system' | 'package';
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** No sandbox: test machines often run as root. Nothing calls home. */
const ARGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--font-render-hinting=none'];
const run = promisify(execFile);

/** A Chromium to test with: CHROMIUM_PATH, else the system's, else the one in the npm package. Throws saying how to get one. */
export async function findChromium(env: Record<string, string | undefined> = process.env): Promise<Chromium> {
  const inherited = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const given = env['CHROMIUM_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names no file: ${given}`);
    return { executablePath: given, args: ARGS, env: inherited, source: 'CHROMIUM_PATH' };
  }
  const system = onPath(env['PATH'] ?? '');
  if (system) return { executablePath: system, args: ARGS, env: inherited, source: 'system' };
  if (!existsSync(join(PACKAGE, 'bin/chromium.br'))) throw new Error(howToGetOne('the npm package @sparticuz/chromium is not installed'));
  return fromPackage(inherited);
}

function onPath(path: string): string | undefined {
  return path.split(delimiter).filter(Boolean).flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
}

/** Unpacks the package's browser once (about 200 MB in node_modules/.cache) and finds out which libraries it needs. */
async function fromPackage(env: Record<string, string>): Promise<Chromium> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(ROOT, 'node_modules/.cache/vitalfew', `chromium-${version}`);
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, 'chromium');
  const fonts = { ...env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const withLibraries = { ...fonts, LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter) };
  const failures: string[] = [];
  // A full system has newer libraries of its own; a bare one needs those of the package.
  for (const tried of [fonts, withLibraries]) {
    try {
      await run(executablePath, ['--no-sandbox', '--version'], { env: tried });
      return { executablePath, args: ARGS, env: tried, source: 'package' };
    } catch (error) {
      failures.push(String((error as { stderr?: string }).stderr ?? error).trim().split('\n')[0]!);
    }
  }
  throw new Error(howToGetOne(`the one in @sparticuz/chromium does not start here (${failures.join('; ')})`));
}

/** Into a folder of its own first, so that two runs at the same time or a stop half-way leave nothing half unpacked. */
function unpack(folder: string): void {
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  // The package unpacks into the temporary folder of its process, its libraries only where it believes to be in that cloud.
  execFileSync(process.execPath, ['--input-type=module', '-e', "import chromium from '@sparticuz/chromium'; await chromium.executablePath();"], {
    cwd: ROOT, env: { ...process.env, TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const weight of [400, 700]) {
    const woff = join(ROOT, `node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`);
    if (existsSync(woff)) writeFileSync(join(making, 'fonts', `noto-sans-sc-${weight}.ttf`), fontFromWoff(readFileSync(woff)));
  }
  writeFileSync(join(making, 'fonts.conf'), fontsConf(folder));
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
}

/** The package's Latin font, the Chinese one put beside it, and whatever the system has. */
function fontsConf(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const family = (name: string) => `<alias><family>${name}</family><prefer><family>Open Sans</family><family>Noto Sans SC</family><family>Noto Sans CJK SC</family></prefer></alias>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((dir) => `<dir>${dir}</dir>`).join('')}<cachedir>${join(folder, 'cache')}</cachedir>${['sans-serif', 'system-ui', 'serif'].map(family).join('')}</fontconfig>\n`;
}

function howToGetOne(why: string): string {
  return `No Chromium to test with: ${why}. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to one you have, or run npm ci again.`;
}
