// Runs after each installation. Node 22 and later use a release of better-sqlite3 that ships ready
// for every platform. Only the one for Node 20 has to be downloaded or compiled, and only there:
// its own install script is switched off in package.json ("allowScripts"), so that an installation
// under a later Node, such as that of an image, needs neither a compiler nor the time.
import { join } from 'node:path';
import { canOpenDatabase, npm, root } from './lib/prepare.mjs';

if (Number.parseInt(process.versions.node, 10) < 22 && !canOpenDatabase()) {
  npm('run', 'install', '--prefix', join(root, 'node_modules', 'better-sqlite3-12'));
}
