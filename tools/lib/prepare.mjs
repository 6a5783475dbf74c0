// What must be in place before anything runs: a fitting Node, the packages of the lock, a build of
// the present sources. Uses nothing but Node itself, since it runs before the packages are there.
// Everything it says goes to stderr: stdout belongs to the program that is started.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const installStamp = join(root, 'node_modules', '.fusion-lock-hash');
const buildStamp = join(root, 'dist', '.fusion-source-hash');
const webBuildStamp = join(root, 'web', 'dist', '.fusion-source-hash');

/** Ends the process with a sentence for a human instead of a stack trace. */
export function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Runs a program of Node in a child and returns its exit code; its output is shown on stderr. */
function runNode(script, args) {
  const result = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  return result.status ?? 1;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Does a version satisfy a range of the form `^20.19.0 || >=24.11.0`? Only carets and `>=` are
 * known, which is all that package.json uses.
 */
function satisfies(version, range) {
  const numbers = (text) => text.split('.').map((part) => Number.parseInt(part, 10));
  const [major, minor, patch] = numbers(version);
  return range.split('||').some((alternative) => {
    const match = /^\s*(\^|>=)(\d+)\.(\d+)\.(\d+)\s*$/.exec(alternative);
    if (!match) throw new Error(`A range of this form is not understood: ${alternative}`);
    const [wantMajor, wantMinor, wantPatch] = match.slice(2).map(Number);
    if (major !== wantMajor) return match[1] === '>=' && major > wantMajor;
    return minor > wantMinor || (minor === wantMinor && patch >= wantPatch);
  });
}

export function requireNode() {
  const wanted = readJson(join(root, 'package.json')).engines.node;
  if (satisfies(process.versions.node, wanted)) return;
  stop(
    `Barbershop Fusion needs Node ${wanted}; this is Node ${process.versions.node}.\n` +
      'Install the long-term release from https://nodejs.org (or run "nvm install" here) and try again.',
  );
}

/**
 * The stamp names the lock and the binary interface of Node, because a module that is there for one
 * Node does not load in another.
 */
function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return { lock: lock.digest('hex'), abi: process.versions.modules };
}

function readStamp() {
  try {
    return readJson(installStamp);
  } catch {
    return undefined;
  }
}

/** Are the packages that npm noted in node_modules those of the lock? (Then npm was run by hand.) */
function isInstalled() {
  try {
    const wanted = readJson(join(root, 'package-lock.json')).packages;
    const present = readJson(join(root, 'node_modules', '.package-lock.json')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) =>
        path === '' ||
        present[path]?.version === entry.version ||
        (entry.optional && present[path] === undefined),
    );
  } catch {
    return false;
  }
}

/** Tries the one compiled module in a child, so that a failure leaves nothing loaded here. */
export function canOpenDatabase() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0;
}

/** Runs npm, or ends the process with its messages. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  const isScript = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  const command = isScript ? process.execPath : 'npm';
  const result = spawnSync(command, [...(isScript ? [cli] : []), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !isScript && process.platform === 'win32',
  });
  if (result.status !== 0) {
    stop(`"npm ${args.join(' ')}" failed; its messages stand above.`);
  }
}

/** `npm ci` empties node_modules, and through a link that would be somebody else's. */
function refuseLinkedPackages() {
  const folder = join(root, 'node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  stop(`${folder} is a link to packages that do not match package-lock.json; mend them there.`);
}

export function ensureInstalled() {
  const wanted = wantedStamp();
  const stamp = readStamp();
  if (stamp?.lock === wanted.lock && stamp.abi === wanted.abi) return;

  if (!isInstalled() || !canOpenDatabase()) {
    refuseLinkedPackages();
    say('Installing packages (under Node 20, SQLite may be compiled: about three minutes) …');
    npm('ci', '--include=dev', '--no-audit', '--no-fund');
    if (!canOpenDatabase()) stop('The packages are installed, but better-sqlite3 does not load.');
  }
  writeFileSync(installStamp, `${JSON.stringify(wanted)}\n`);
}

const notSources = new Set(['node_modules', 'dist']);

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (notSources.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** One hash over all that goes in; contents, not dates, so that a checkout changes nothing. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    hash.update(relative(root, path).split(sep).join('/')).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex');
}

function serverHash() {
  const settings = ['.swcrc', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json']
    .concat('package-lock.json')
    .map((name) => join(root, name));
  return hashOf([...settings, ...filesBelow(join(root, 'src'))]);
}

function webHash() {
  return hashOf([join(root, 'package-lock.json'), ...filesBelow(join(root, 'web'))]);
}

function buildServer() {
  const hash = serverHash();
  const code = runNode('node_modules/@nestjs/cli/bin/nest.js', ['build']);
  if (code !== 0) stop('The build failed; its messages stand above.');
  writeFileSync(buildStamp, hash);
}

function buildWeb() {
  const hash = webHash();
  const code = runNode('node_modules/vite/bin/vite.js', ['build', 'web', '--logLevel', 'warn']);
  if (code !== 0) stop('The build of the pages failed; its messages stand above.');
  writeFileSync(webBuildStamp, hash);
}

export function build() {
  buildServer();
  buildWeb();
}

function stampIn(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Builds the pages unless they were made from exactly these sources. */
export function ensureWebBuilt() {
  if (!existsSync(join(root, 'web', 'src'))) return;
  if (stampIn(webBuildStamp) !== webHash()) buildWeb();
}

/** Builds unless dist was made from exactly these sources; a shipped dist without src is taken as is. */
export function ensureBuilt() {
  if (existsSync(join(root, 'src')) && stampIn(buildStamp) !== serverHash()) buildServer();
  ensureWebBuilt();
}

/**
 * npm runs a script in a shell and hands a signal to that shell only, which dies of it without
 * telling its child. So whoever sees its parent gone under npm takes that for the signal.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

/**
 * Goes on as another program in this very process, as exec would: no parent is left to forward
 * signals or exit codes, and the program sees itself as the main module.
 */
export function become(program, args) {
  process.setSourceMapsEnabled(true);
  process.argv = [process.execPath, program, ...args];
  createRequire(import.meta.url)('node:module')._load(program, null, true);
}
