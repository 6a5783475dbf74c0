// `npm run test:node24 [-- JEST ARGUMENTS]` and `npm run test:node22`: the tests under another Node,
// which comes as an npm package. They run in a copy of the checkout below .cache with packages of
// its own, because which of them are installed depends on the Node that installs.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { npm, requireNode, root, say, stop } from './lib/prepare.mjs';

const [major, ...jestArguments] = process.argv.slice(2);
if (!/^\d+$/.test(major ?? '')) stop('Usage: node tools/test-on-node.mjs MAJOR [JEST ARGUMENTS]');

const home = join(root, '.cache', `node${major}`);
const copy = join(home, 'checkout');
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodeHome = join(home, 'node_modules', nodePackage);
const node = join(nodeHome, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function installNode() {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private": true}\n');
  say(`Fetching Node ${major} (${nodePackage}) …`);
  npm(
    'install',
    '--prefix',
    home,
    '--no-audit',
    '--no-fund',
    '--no-save',
    `${nodePackage}@${major}`,
  );
}

/** What git would show, committed or not: no data, no build, no cache. */
function copySources() {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout, status } = spawnSync('git', list, { cwd: root, encoding: 'utf8' });
  if (status !== 0) stop('This needs a git checkout: git names the files to copy.');
  for (const folder of ['src', 'test', 'bench', 'web/src']) {
    rmSync(join(copy, folder), { recursive: true, force: true });
  }
  for (const path of stdout.split('\0').filter((name) => existsSync(join(root, name)))) {
    if (path === '') continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
}

requireNode();
if (!existsSync(node)) installNode();
mkdirSync(copy, { recursive: true });
copySources();

say(`Testing under ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()} …`);
const path = `${join(nodeHome, 'bin')}${delimiter}${process.env.PATH}`;
const tests = spawnSync(node, [join(copy, 'tools', 'test.mjs'), ...jestArguments], {
  cwd: copy,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
process.exitCode = tests.status ?? 1;
