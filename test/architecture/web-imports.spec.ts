import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

const root = join(__dirname, '..', '..');
const web = join(root, 'web');
const config = join(web, '.dependency-cruiser.cjs');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

function violationsIn(folder: string): string[] {
  const result = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', config, '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!result.stdout.startsWith('{')) throw new Error(`${result.stderr}${result.stdout}`);
  const report = JSON.parse(result.stdout) as { summary: { violations: Violation[] } };
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

/** Each a file, what it imports, and the rule that must find it; null where none may. */
const imports: readonly (readonly [from: string, to: string, rule: string | null])[] = [
  ['lib/a', 'ui/button', 'layer-of-lib'],
  ['ui/b', 'features/tickets/card', 'layer-of-ui'],
  ['features/tickets/c', 'routes/barber/page', 'layer-of-features'],
  ['routes/barber/d', 'app/barber', 'layer-of-routes'],
  ['features/tickets/e', 'features/payments/sheet', 'neighbours-in-features'],
  ['routes/admin/f', 'routes/barber/page', 'neighbours-in-routes'],
  ['ui/g', 'lib/words', null],
  ['features/tickets/h', 'ui/button', null],
  ['features/tickets/i', 'features/tickets/card', null],
  ['routes/admin/j', 'features/payments/sheet', null],
  ['app/k', 'routes/barber/page', null],
];

describe('the imports of the pages', () => {
  it('go downwards only', () => {
    expect(violationsIn(web)).toEqual([]);
  });
});

describe('the rules about the imports of the pages', () => {
  let folder: string;
  let found: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fusion-web-imports-'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write('tsconfig.json', '{}');
    for (const [from, to] of imports) {
      const up = '../'.repeat(from.split('/').length - 1);
      write(`src/${from}.ts`, `import { x } from '${up}${to}'; export const y = x;`);
      write(`src/${to}.ts`, 'export const x = 1;');
    }
    found = violationsIn(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(imports)('judge %s importing %s', (from, to, rule) => {
    const own = found.filter((violation) => violation.includes(`src/${from}.ts`));

    expect(own).toEqual(rule === null ? [] : [`${rule}: src/${from}.ts -> src/${to}.ts`]);
  });
});
