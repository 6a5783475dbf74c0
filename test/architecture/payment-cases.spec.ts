import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

// The adversarial cases of payments are numbered from 1 to 80; tests begin their titles with the
// numbers that they show. Whoever removes the last test of a case hears of it here.

const ROOT = join(__dirname, '..', '..');
const FOLDERS = ['src/payments', 'src/reports', 'test/payments'];
const CASES = Array.from({ length: 80 }, (_, index) => index + 1);

const NUMBERS = String.raw`(?<numbers>\d{1,2}(?:,? \d{1,2}(?!\d))*)(?!\d)`;
/** The title of a test: `it('63 split…'`, `it('37 40 both…'`, `it('80: …'`. */
const TITLED = new RegExp(String.raw`\bit(?:\.each\([^)]*\))?\(\s*['"]${NUMBERS}:? `, 'g');
/** A row of a table of tests, by either way of writing it: `['63 split…'` and `[63, 'split…'`. */
const IN_TABLE = new RegExp(String.raw`\[\s*(?:'${NUMBERS} |(?<number>\d{1,2}),\s*'[^' ]+ )`, 'g');

function specsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return specsIn(path);
    return /spec\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** The cases that a spec says to show. Only the suites of cases have tables of them. */
function casesIn(path: string): number[] {
  const text = readFileSync(path, 'utf8');
  const patterns = path.includes('test/payments/') ? [TITLED, IN_TABLE] : [TITLED];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ groups }) =>
      (groups?.['numbers'] ?? groups?.['number'] ?? '').split(/,? /).map(Number),
    ),
  );
}

const shown = new Map<number, Set<string>>();
for (const path of FOLDERS.flatMap((folder) => specsIn(join(ROOT, folder)))) {
  for (const one of casesIn(path)) {
    shown.set(one, (shown.get(one) ?? new Set()).add(relative(ROOT, path)));
  }
}

describe('The adversarial cases of payments', () => {
  it.each(CASES)('%i is shown by a test', (one) => {
    expect([...(shown.get(one) ?? [])]).not.toEqual([]);
  });
});
