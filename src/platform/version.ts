import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this program, from its package.json (two folders up, in src as in dist). */
export const version: string = (
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  }
).version;
