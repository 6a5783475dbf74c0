import { parseArgs } from 'node:util';
import { readSettings } from '../../platform/config/read-settings';
import { codeOf } from '../../platform/errors/start-error';
import { BooksFile } from './books-file';
import { verifyShop } from './verify-shop';

const HELP = `fusion verify [--shop ID|NAME] [--database FILE]

Recomputes the books of one shop or of all: the chain of the journal, every balance, and every
report of a closed day. Reads only, also while the server runs. Names the first entry or day that is
not what it was. FILE is DB_PATH unless given.`;

/** `fusion verify`. Returns the exit code: 0 all is in order, 1 something is not, 2 wrong usage. */
export async function run(argv: string[]): Promise<number> {
  let options: { shop?: string; database?: string; help: boolean };
  try {
    options = parse(argv);
  } catch (error) {
    return complain(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const path = options.database ?? readSettings([]).DB_PATH;
  let file: BooksFile;
  try {
    file = new BooksFile(path);
  } catch (error) {
    return complain(`${path} cannot be read (${codeOf(error)}).`);
  }
  try {
    const shops = file.shops(options.shop);
    if (shops.length === 0 && options.shop) return complain(`There is no shop "${options.shop}".`);
    return verifyAll(file, shops);
  } finally {
    file.close();
  }
}

function verifyAll(file: BooksFile, shops: readonly { id: string; name: string }[]): number {
  let isInOrder = true;
  for (const { id, name } of shops) {
    const { entries, closes, fault } = verifyShop(file, id);
    if (fault !== null) isInOrder = false;
    process.stdout.write(
      fault === null
        ? `${name}: ${entries} entries and ${closes} closed days are in order.\n`
        : `${name}: ${fault}.\n`,
    );
  }
  return isInOrder ? 0 : 1;
}

function parse(argv: string[]): { shop?: string; database?: string; help: boolean } {
  const { values } = parseArgs({
    args: argv,
    strict: true,
    options: {
      shop: { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}
