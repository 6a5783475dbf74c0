// `npm run dev [-- ARGUMENTS]`: runs src/main.ts from its source and starts it anew when a file
// below src changes. Folders are watched, not files: many editors save by putting a new file in the
// place of the old one, which a watch on the file (as `node --watch` has) loses.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import {
  endWithNpm,
  ensureInstalled,
  ensureWebBuilt,
  requireNode,
  root,
  say,
} from './lib/prepare.mjs';

const settleMs = 80;
const patienceMs = 5_000;

requireNode();
ensureInstalled();
ensureWebBuilt();
endWithNpm();

const program = [join(root, 'tools', 'run-ts.mjs'), join(root, 'src', 'main.ts')];
const watched = new Map();
let server = start();
let timer;
let isRestarting = false;
let isStale = false;

function start() {
  const child = spawn(process.execPath, [...program, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  child.on('exit', (code, signal) => {
    if (isRestarting) return;
    say(`The server ended (${signal ?? code}); waiting for a change.`);
  });
  return child;
}

function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

function end(child) {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(impatience);
      resolve(undefined);
    });
    child.kill('SIGTERM');
  });
}

async function restart() {
  isStale = true;
  if (isRestarting) return;
  isRestarting = true;
  while (isStale) {
    isStale = false;
    await end(server);
  }
  say('A file changed; starting anew.');
  server = start();
  isRestarting = false;
}

function watchBelow(folder) {
  if (!watched.has(folder)) {
    const watcher = watch(folder, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const known of watched.keys()) if (!existsSync(known)) forget(known);
        watchBelow(join(root, 'src'));
        restart();
      }, settleMs);
    });
    watcher.on('error', () => forget(folder));
    watched.set(folder, watcher);
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) watchBelow(join(folder, entry.name));
  }
}

/** A folder that is gone needs no watch, and may come back under the same name. */
function forget(folder) {
  watched.get(folder)?.close();
  watched.delete(folder);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    isRestarting = true;
    await end(server);
    process.exit();
  });
}

watchBelow(join(root, 'src'));
