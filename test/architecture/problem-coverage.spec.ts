import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(ROOT, folder, path));
}

/** Refusals that no request can bring about in a test, and why. */
const NOT_PROVOKED: Readonly<Record<string, string>> = {
  INTERNAL_ERROR: 'stands for faults that are not known; a known one would be mended',
};

describe('Every problem code', () => {
  const codes = filesBelow('src', /\.problems\.ts$/).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/code: '([A-Z_]+)'/g)].map(([, code]) => code ?? ''),
  );
  const tests = [...filesBelow('src', /\.spec\.ts$/), ...filesBelow('test', /spec\.ts$/)]
    .filter((path) => path !== __filename)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

  it('is found', () => {
    expect(codes.length).toBeGreaterThan(50);
  });

  it('is met in a test', () => {
    const unmet = codes.filter((code) => !(code in NOT_PROVOKED) && !tests.includes(code));

    expect(unmet).toEqual([]);
  });
});
