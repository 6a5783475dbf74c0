// `npm test [-- JEST ARGUMENTS]`: installs and builds what is missing, runs the tests and closes
// with one plain line of totals. The build is there because end-to-end tests start dist/main.js.
// The pages' unit tests run first, unless arguments choose among the others.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt, ensureInstalled, requireNode, root } from './lib/prepare.mjs';

const chosen = process.argv.slice(2);
const module = (path) => join(root, 'node_modules', path);

/** Jest and vitest write the same report. */
const runners = [
  {
    name: 'jest',
    command: [module('jest/bin/jest.js'), '--json', ...chosen],
    cwd: root,
  },
  ...(chosen.length > 0
    ? []
    : [
        {
          name: 'vitest',
          command: [module('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'],
          cwd: join(root, 'web'),
        },
      ]),
].reverse();

requireNode();
ensureInstalled();
ensureBuilt();
if (chosen.length === 0 || chosen.includes('browser')) ensureBrowser();

const totals = { passed: 0, failed: 0, skipped: 0 };
let isReported = false;
mkdirSync(join(root, '.cache'), { recursive: true });

for (const { name, command, cwd } of runners) {
  const results = join(root, '.cache', `${name}-results.json`);
  rmSync(results, { force: true });
  const run = spawnSync(process.execPath, [...command, `--outputFile=${results}`], {
    cwd,
    stdio: 'inherit',
  });
  if (run.status !== 0) process.exitCode = run.status ?? 1;
  if (!existsSync(results)) continue;
  const report = JSON.parse(readFileSync(results, 'utf8'));
  isReported = true;
  totals.passed += report.numPassedTests;
  // A file that does not even load holds no failed test, yet is a failure.
  totals.failed += report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0);
  totals.skipped += report.numPendingTests + report.numTodoTests;
}
if (isReported) {
  process.stdout.write(
    `\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`,
  );
}
