// `npm test [-- JEST ARGUMENTS]`: installs and builds what is missing, runs the tests and closes
// with one plain line of totals. The build is there because end-to-end tests start dist/main.js.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root } from './lib/prepare.mjs';

requireNode();
ensureInstalled();
ensureBuilt();

const results = join(root, '.cache', 'jest-results.json');
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(results, { force: true });

const jest = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);

if (existsSync(results)) {
  const totals = JSON.parse(readFileSync(results, 'utf8'));
  // A file that does not even load holds no failed test, yet is a failure.
  const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
  const skipped = totals.numPendingTests + totals.numTodoTests;
  process.stdout.write(`\n${totals.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`);
}
process.exitCode = jest.status ?? 1;
