import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ranks from './ranks.json';

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

const root = join(__dirname, '..', '..');
const config = join(root, '.dependency-cruiser.cjs');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** What the rules say of the tree below `folder`/src. A program, since it is an ES module only. */
function violationsIn(folder: string): Violation[] {
  const result = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', config, '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!result.stdout.startsWith('{')) throw new Error(`${result.stderr}${result.stdout}`);
  const report = JSON.parse(result.stdout) as { summary: { violations: Violation[] } };
  return report.summary.violations;
}

/** Each a file, what it imports, and the rule that must find it. */
const faults: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['platform/clock.ts', 'shops/shops.service', 'rank-of-platform'],
  ['platform/guarded.ts', 'auth/admin.guard', 'rank-of-platform'],
  ['shops/shops.service.ts', 'barbers/barbers.service', 'rank-of-shops'],
  ['catalog/catalog.service.ts', 'barbers/barbers.service', 'rank-of-catalog'],
  ['barbers/barbers.service.ts', 'catalog/catalog.service', 'rank-of-barbers'],
  ['auth/sessions.service.ts', 'tickets/tickets.service', 'rank-of-auth'],
  ['barbers/pins.service.ts', 'auth/account.errors', 'rank-of-barbers'],
  ['tickets/tickets.service.ts', 'payments/payments.service', 'rank-of-tickets'],
  ['tickets/deep/inside.ts', 'payments/ledger/chart.rules', 'rank-of-tickets'],
  ['payments/payments.service.ts', 'reports/reports.service', 'rank-of-payments'],
  ['reports/reports.service.ts', 'realtime/realtime.service', 'rank-of-reports'],
  ['realtime/realtime.service.ts', 'health/health.service', 'rank-of-realtime'],
  ['telemetry/telemetry.service.ts', 'metrics/metrics.service', 'rank-of-telemetry'],
  ['health/health.service.ts', 'app.module', 'rank-of-health'],
  ['metrics/metrics.service.ts', 'commands/fusion', 'rank-of-metrics'],
  ['maintenance/maintenance.service.ts', 'uplink/uplink.service', 'rank-of-maintenance'],
  ['uplink/uplink.service.ts', 'unranked/new.service', 'rank-of-uplink'],
  ['payments/orders.service.ts', 'tickets/ticket.repository', 'only-what-is-shown'],
  ['payments/drawer.service.ts', 'tickets/dto/ticket.response', 'only-what-is-shown'],
  ['reports/day.service.ts', 'payments/ledger/post', 'only-what-is-shown'],
  ['app.module.ts', 'shops/shop.repository', 'not-past-the-service'],
  ['commands/fusion.ts', 'shops/dto/shop.dto', 'not-past-the-service'],
  ['tickets/assign.service.ts', 'barbers/barber.entity', 'entities-as-types-only'],
  ['shops/a.ts', 'shops/b', 'no-circles'],
  ['shops/sample.ts', '../test/support/sample', 'no-tests-in-the-product'],
  ['shops/reuse.ts', 'shops/shop.rules.spec', 'no-tests-in-the-product'],
  ['shops/random.ts', 'some-test-library', 'no-developer-packages-in-the-product'],
];

/** What the rules must let pass. */
const virtues: readonly (readonly [from: string, to: string])[] = [
  ['shops/shops.controller.ts', 'auth/admin.guard'],
  ['shops/hours.controller.ts', 'auth/actor.decorator'],
  ['shops/shops.module.ts', 'auth/auth.module'],
  ['payments/checkout.service.ts', 'tickets/ticket.errors'],
  ['payments/checkout.module.ts', 'tickets/tickets.module'],
  ['payments/wait.rules.ts', 'tickets/estimates/wait.policy'],
  ['payments/share.rules.ts', 'barbers/commission.rules'],
  ['payments/tenders/cash/cash.tender.ts', 'payments/ledger/post'],
  ['realtime/board.service.ts', 'tickets/ticket.events'],
  ['tickets/place.service.ts', 'platform/database/anything'],
  ['main.ts', 'app.module'],
  ['server.ts', 'realtime/socket-adapter'],
  ['catalog/price.rules.spec.ts', 'some-test-library'],
  ['catalog/cut.rules.spec.ts', '../test/support/sample'],
];

function plant(folder: string): void {
  const texts = new Map<string, string>();
  const add = (path: string, line: string): void => {
    texts.set(path, `${texts.get(path) ?? ''}${line}\n`);
  };
  const importing = (from: string, to: string): string => {
    const up = '../'.repeat(from.split('/').length - 1) || './';
    return `import { x } from '${to.startsWith('some-') ? to : up + to}'; export const y = x;`;
  };
  for (const [from, to] of [...faults, ...virtues]) {
    add(`src/${from}`, importing(from, to));
    if (!to.startsWith('some-')) add(join('src', `${to}.ts`), 'export const x = 1;');
  }
  add('src/shops/b.ts', importing('shops/b.ts', 'shops/a'));
  add('src/tickets/typed.service.ts', "import type { x } from '../barbers/barber.entity';");
  add('package.json', '{"devDependencies": {"some-test-library": "1.0.0"}}');
  add('tsconfig.json', '{}');
  add('node_modules/some-test-library/package.json', '{"name": "some-test-library"}');
  add('node_modules/some-test-library/index.js', 'exports.x = 1;');
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('the ranks of modules', () => {
  it('hold in src', () => {
    expect(violationsIn(root).map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([]);
  });

  it('name every folder of src but commands', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'commands')
      .map((entry) => entry.name);

    expect(folders.filter((name) => !ranks.flat().includes(name))).toEqual([]);
  });
});

describe('the rules about imports', () => {
  let folder: string;
  let found: Violation[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fusion-imports-'));
    plant(folder);
    found = violationsIn(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(faults)('find %s importing %s', (from, to, rule) => {
    const target = to.startsWith('some-') ? to : join('src', `${to}.ts`);

    expect(found).toContainEqual(
      expect.objectContaining({
        rule: expect.objectContaining({ name: rule }),
        from: `src/${from}`,
        to: expect.stringContaining(target),
      }),
    );
  });

  it.each(virtues)('let %s import %s', (from) => {
    expect(found.filter((violation) => violation.from === `src/${from}`)).toEqual([]);
  });

  it('let an entity of another module be imported as a type', () => {
    const from = 'src/tickets/typed.service.ts';

    expect(found.filter((violation) => violation.from === from)).toEqual([]);
  });
});
