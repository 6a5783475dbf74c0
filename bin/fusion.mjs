#!/usr/bin/env node
// The `fusion` command. In a checkout it builds first when the sources have changed; where only
// dist is shipped (an image) it runs that.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'commands', 'fusion.js');

if (existsSync(join(root, 'src')) && existsSync(join(root, 'tools'))) {
  const { ensureBuilt, ensureInstalled, requireNode } = await import('../tools/lib/prepare.mjs');
  requireNode();
  ensureInstalled();
  ensureBuilt();
}
process.setSourceMapsEnabled(true);
process.argv[1] = program;
createRequire(import.meta.url)('node:module')._load(program, null, true);
