// `npm run check`: all that must hold before a commit, two steps at a time, each with its output
// only when it fails. `--static` leaves the tests out, for where `npm test` runs them anyway.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, requireNode, root, say } from './lib/prepare.mjs';

const script = (path, ...args) => [join(root, path), ...args];
const jest = (project) => script('node_modules/jest/bin/jest.js', '--selectProjects', project);

// The longest first: with two lanes that is the shortest whole.
const steps = [
  {
    name: 'lint',
    command: script('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  },
  { name: 'api', command: script('tools/api.mjs', '--check') },
  { name: 'types', command: script('node_modules/typescript/bin/tsc', '--noEmit') },
  {
    name: 'types of web',
    command: script('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web'),
  },
  { name: 'architecture', command: jest('architecture'), isTest: true },
  {
    name: 'unit of web',
    command: script('node_modules/vitest/vitest.mjs', 'run', '--root', 'web'),
    isTest: true,
  },
  { name: 'unit', command: jest('unit'), isTest: true },
  {
    name: 'types of tools',
    command: script('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tools'),
  },
  { name: 'unused', command: script('node_modules/knip/bin/knip.js', '--no-progress') },
  { name: 'format', command: script('node_modules/@biomejs/biome/bin/biome', 'check', '.') },
  { name: 'lock', command: script('tools/fill-lock.mjs', '--check') },
];

function run({ name, command }) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    child.on('close', (code) => {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
      say(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${name}`);
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

requireNode();
ensureInstalled();

const isStatic = process.argv.includes('--static');
const queue = steps.filter((step) => !(isStatic && step.isTest));
const failed = [];

async function lane() {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    if (!(await run(step))) failed.push(step.name);
  }
}

await Promise.all([lane(), lane()]);
if (failed.length > 0) {
  say(`\nFailed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
