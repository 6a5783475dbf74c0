// `npm start`: from a fresh clone to a running shop in one command.
import { join } from 'node:path';
import {
  become,
  endWithNpm,
  ensureBuilt,
  ensureInstalled,
  requireNode,
  root,
} from './lib/prepare.mjs';

requireNode();
ensureInstalled();
ensureBuilt();
endWithNpm();
become(join(root, 'dist', 'main.js'), process.argv.slice(2));
