// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rows } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, 'node_modules', '.cache', 'upkeep');
/**
 * @param {Step} step
 * @param {boolean} alone - Only then may it write to the terminal while it runs.
 */
async function take({ name, what, commands, advice }, alone) {
  const started = performance.now();
  if (alone) console.log(`\n▸ ${name}: ${what}`);
  for (const command of commands) {
    const { code, output } = await run(command, alone);
    if (code === 0) continue;
    const failure = `✗ ${name} failed: "${command}" ended with ${code}. ${advice}`;
    throw new Error(output ? `${output}\n${failure}` : failure);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`✓ ${name}: ${what}, ${seconds} s`);
}

/**
 * @param {string} command
 * @param {boolean} alone
 * @returns {Promise<{ code: number | NodeJS.Signals, output: string }>}
 */
function run(command, alone) {
  const child = spawn(command, { cwd: root, shell: true, stdio: alone ? 'inherit' : 'pipe' });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 1, output }));
  });
}

/** Adds up what the test runners wrote down; a runner that died wrote nothing and adds nothing. */
function summary() {
  const files = names.map((name) => join(reports, `${name}-report.json`)).filter(existsSync);
  if (files.length === 0) return 'tests: none ran';

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const counts = report.stats ? countedByPlaywright(report) : countedByVitest(report);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  return `tests: ${total.passed} passed, ${total.failed} failed${skipped}`;
}

/** @param {any} report - A test that only passed on a second try has failed once. */
function countedByPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed, skipped: stats.skipped };
}

/** @param {any} report - A file that could not be loaded has no tests, but it has failed. */
function countedByVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  testResults,
}) {
  const unloaded = testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

const names = rows.flat().map((step) => step.name);
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = values.only?.split(',') ?? names;
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no step "${unknown.join(', ')}". The steps are: ${names.join(', ')}.`);
  process.exit(2);
}

process.env['PATH'] = join(root, 'node_modules', '.bin') + delimiter + process.env['PATH'];
mkdirSync(reports, { recursive: true });
for (const name of names) rmSync(join(reports, `${name}-report.json`), { force: true });

for (const row of rows) {
  const steps = row.filter((step) => chosen.includes(step.name));
  const results = await Promise.allSettled(steps.map((step) => take(step, row.length === 1)));
  const failures = results.filter((result) => result.status === 'rejected');
  if (failures.length > 0) {
    for (const { reason } of failures) console.error(`\n${reason.message}`);
    process.exitCode = 1;
    break;
  }
}
if (chosen.some((name) => ['unit', 'package', 'e2e'].includes(name))) console.log(`\n${summary()}`);
