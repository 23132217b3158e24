// All checks in one go: types, lint, tests on both engines, then the journeys in a real browser.
// Ends with one line that counts them all, and with exit code 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'vitalfew-results-'));
/** Journeys that passed at the second attempt only: no failure, but each a race somebody should find. */
const unsteady = [];
const total = { passed: 0, failed: 0, skipped: 0 };
const script = (path) => join(root, 'node_modules', path);

function step(name, file, args, env = {}) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  process.stdout.write(`   ${name}: ${status === 0 ? 'ok' : 'failed'} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  return status === 0;
}

function count(file, read, ok) {
  if (existsSync(file)) {
    const found = read(JSON.parse(readFileSync(file, 'utf8')));
    for (const key of Object.keys(total)) total[key] += found[key];
    // A run that broke down outside of its tests has failed too.
    if (!ok && found.failed === 0) total.failed++;
  } else if (!ok) total.failed++;
}

function check(name, file, args) {
  if (step(name, file, args)) total.passed++;
  else total.failed++;
}

check('types', script('typescript/bin/tsc'), ['-p', '.']);
check('lint', script('oxlint/bin/oxlint'), ['--quiet']);

const unit = join(scratch, 'vitest.json');
const unitOk = step('tests on SQLite and PostgreSQL', script('vitest/vitest.mjs'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`]);
count(unit, (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests + r.numTodoTests }), unitOk);

// A shared machine may stall for longer than any limit: once more, then, with a server and a demo of its own.
const browser = join(scratch, 'journeys.json');
const browserOk = step('journeys in the browser', script('@playwright/test/cli.js'), ['test', '--retries=1', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: browser });
count(browser, (r) => {
  unsteady.push(...r.suites.flatMap((file) => file.specs.filter((spec) => spec.tests.some((one) => one.status === 'flaky')).map((spec) => `${file.file} › ${spec.title}`)));
  return { passed: r.stats.expected + r.stats.flaky, failed: r.stats.unexpected, skipped: r.stats.skipped };
}, browserOk);

rmSync(scratch, { recursive: true, force: true });
for (const name of unsteady) process.stdout.write(`\nAt the second attempt only: ${name}`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 ? 0 : 1);
