// `npm run lock:fill` and `npm run lock:check`.
//
// A package such as esbuild or @swc/core names one optional package for each platform. A registry
// that lacks some of them (a mirror of one platform, a proxy that lags) makes `npm install` leave
// them out of the lock without a word, and `npm ci` then refuses that lock: "Missing: … from lock
// file". This adds what is missing as entries with a version and a platform but no hash, which is
// enough for `npm ci`. `--check` changes nothing and fails when an entry is missing, or when the
// lock names the registry of the machine that wrote it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './lib/prepare.mjs';

const file = join(root, 'package-lock.json');
const isCheck = process.argv.includes('--check');

const systems = {
  ...sameName('aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'),
  windows: 'win32',
};
const processors = {
  ...sameName('arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'),
  ppc64le: 'ppc64',
  wasm: 'wasm32',
};

function sameName(words) {
  return Object.fromEntries(words.split(' ').map((word) => [word, word]));
}

/** Reads os, cpu and libc off a name such as `@swc/core-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.slice(name.lastIndexOf('/') + 1).split(/[-_.]/);
  const system = words.map((word) => systems[word]).find(Boolean);
  const processor = words.map((word) => processors[word]).find(Boolean);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : system === 'linux' && words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  if (!system && !processor && !words.includes('universal')) return undefined;
  return {
    ...(processor && { cpu: [processor] }),
    ...(libc && { libc: [libc] }),
    ...(system && { os: [system] }),
  };
}

/** Where Node would find `name` when the package at `from` requires it, or undefined. */
function resolve(packages, from, name) {
  for (let folder = from; ; ) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above === -1 ? '' : folder.slice(0, above);
  }
}

function* missingEntries(packages) {
  for (const [parentPath, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (resolve(packages, parentPath, name)) continue;
      yield { parentPath, parent, name, version };
    }
  }
}

function stubOf({ parent, name, version }) {
  const platform = platformOf(name);
  // Only an exact version can be entered without asking a registry for it.
  if (!platform || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return undefined;
  return {
    version,
    ...platform,
    ...(parent.dev && { dev: true }),
    ...(parent.devOptional && { devOptional: true }),
    ...(parent.peer && { peer: true }),
    optional: true,
  };
}

const lock = JSON.parse(readFileSync(file, 'utf8'));
const problems = [];
let added = 0;

for (const missing of missingEntries(lock.packages)) {
  const title = `${missing.name}@${missing.version}, wanted by ${missing.parentPath}`;
  const stub = isCheck ? undefined : stubOf(missing);
  if (stub) {
    lock.packages[`node_modules/${missing.name}`] = stub;
    added += 1;
  } else {
    problems.push(`missing: ${title}`);
  }
}
for (const [path, entry] of Object.entries(lock.packages)) {
  if (entry.resolved === undefined || entry.link) continue;
  problems.push(`names where it came from (remove "resolved"): ${path}`);
}

if (added > 0) {
  const paths = Object.keys(lock.packages).sort();
  lock.packages = Object.fromEntries(paths.map((path) => [path, lock.packages[path]]));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
if (!isCheck) say(`package-lock.json: ${added} entries added.`);
for (const problem of problems) say(`package-lock.json ${problem}`);
if (problems.length > 0) {
  say(
    isCheck ? 'Run "npm run lock:fill" and commit the lock.' : 'These have to be mended by hand.',
  );
  process.exitCode = 1;
}
