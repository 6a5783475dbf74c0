// `node tools/run-ts.mjs FILE.ts [ARGS]`: runs a TypeScript program (bench/, scripts) from its
// source. Each required .ts file is compiled in memory by the compiler and settings of the build,
// so decorators work, which Node's own type stripping would refuse.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { become, ensureInstalled, requireNode, root, stop } from './lib/prepare.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) stop('Usage: node tools/run-ts.mjs FILE.ts [ARGS]');

requireNode();
ensureInstalled();

const require = createRequire(import.meta.url);
const { transformSync } = require('@swc/core');

require('node:module')._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    configFile: join(root, '.swcrc'),
    filename,
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};

become(resolve(file), args);
