// `npm run test:node24 [-- JEST ARGUMENTS]` and `npm run test:node22`: the tests under another Node,
// which comes as an npm package. They run on a copy of the checkout and of node_modules below
// .cache, since better-sqlite3 has to be compiled anew there and must stay as it is here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureInstalled, requireNode, root, say, stop } from './lib/prepare.mjs';

const [major, ...jestArguments] = process.argv.slice(2);
if (!/^\d+$/.test(major ?? '')) stop('Usage: node tools/test-on-node.mjs MAJOR [JEST ARGUMENTS]');

const home = join(root, '.cache', `node${major}`);
const copy = join(home, 'checkout');
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodeHome = join(home, 'node_modules', nodePackage);
const node = join(nodeHome, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

function installNode() {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private": true}\n');
  say(`Fetching Node ${major} (${nodePackage}) …`);
  const args = ['install', '--no-audit', '--no-fund', '--no-save', `${nodePackage}@${major}`];
  if (run('npm', args, { cwd: home }) !== 0) stop(`Node ${major} could not be installed.`);
}

/** Copies node_modules only when the lock changed: it is some 30 000 files. */
function copyPackages() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const wanted = lock.digest('hex');
  const note = join(home, 'copied-lock-hash');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  say('Copying node_modules …');
  rmSync(note, { force: true });
  const target = join(copy, 'node_modules');
  rmSync(target, { recursive: true, force: true });
  cpSync(join(root, 'node_modules'), target, { recursive: true, verbatimSymlinks: true });
  writeFileSync(note, wanted);
}

/** What git would show, committed or not: no data, no build, no cache. */
function copySources() {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout, status } = spawnSync('git', list, { cwd: root, encoding: 'utf8' });
  if (status !== 0) stop('This needs a git checkout: git names the files to copy.');
  for (const folder of ['src', 'test', 'bench']) {
    rmSync(join(copy, folder), { recursive: true, force: true });
  }
  for (const path of stdout.split('\0').filter((name) => existsSync(join(root, name)))) {
    if (path === '') continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
}

requireNode();
ensureInstalled();
if (!existsSync(node)) installNode();
mkdirSync(copy, { recursive: true });
copyPackages();
copySources();

say(`Testing under ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()} …`);
process.exitCode = run(node, [join(copy, 'tools', 'test.mjs'), ...jestArguments], {
  cwd: copy,
  env: {
    ...process.env,
    PATH: `${join(nodeHome, 'bin')}${delimiter}${process.env.PATH}`,
    // The headers come with the package, so nothing has to be fetched to compile against them.
    npm_config_nodedir: nodeHome,
  },
});
