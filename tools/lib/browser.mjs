// The browser of the browser tests. No package brings one, so it comes from the system.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './prepare.mjs';

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function hasBrowser() {
  return places.some((path) => path !== '' && existsSync(path));
}

function apt(...args) {
  const options = { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 };
  return spawnSync('apt-get', args, /** @type {any} */ (options)).status === 0;
}

/**
 * Sees to it that there is a Chromium where that can be done without asking, and says what is
 * missing otherwise. The tests then leave the browser out, except in CI, where that is a failure.
 */
export function ensureBrowser() {
  if (hasBrowser()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the browser tests …');
    if (apt('update') && apt('install', '-y', 'chromium') && hasBrowser()) return;
  }
  say(
    'No Chromium here, so the browser tests are left out. Install it ("apt-get install chromium"),\n' +
      'or name one that you have: CHROMIUM=/path/to/chromium npm test',
  );
}
