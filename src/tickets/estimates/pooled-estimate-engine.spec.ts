import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { busyBarber, NOTHING_LEARNED, queueState, ticket } from '../../../test/support/queue';
import { DEFAULT_SETTINGS } from '../assignment/dispatch-settings';
import { InlineEstimateEngine } from './estimate-engine';
import { PooledEstimateEngine } from './pooled-estimate-engine.service';

const QUESTION = {
  kind: 'queue' as const,
  state: queueState([busyBarber('ann', 90)], [ticket('t1', 91)]),
  now: 100,
  learned: NOTHING_LEARNED,
  settings: DEFAULT_SETTINGS,
  factors: { below: 1, above: 1 },
};

describe('the thread for estimates', () => {
  let folder: string;
  let engine: PooledEstimateEngine | undefined;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fusion-estimates-'));
  });

  afterEach(() => engine?.onApplicationShutdown());
  afterAll(() => rmSync(folder, { recursive: true }));

  const withThread = (program: string) => {
    const file = join(folder, `${Math.random()}.js`);
    writeFileSync(file, program);
    engine = new PooledEstimateEngine(file);
    return engine;
  };

  it('is asked with plain data', async () => {
    const pooled = withThread('module.exports = (task) => [Object.keys(task).sort()];');

    const [asked] = await pooled.run(QUESTION);

    expect(asked).toEqual(['factors', 'kind', 'learned', 'now', 'settings', 'state']);
  });

  it('is done without when it dies, and not asked again for a while', async () => {
    const pooled = withThread('module.exports = () => process.exit(1);');
    const expected = await new InlineEstimateEngine().run(QUESTION);

    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(pooled.isPooled).toBe(true);
      expect(await pooled.run(QUESTION)).toEqual(expected);
    }

    expect(pooled.isPooled).toBe(false);
    expect(await pooled.run(QUESTION)).toEqual(expected);
  });

  it('ends with the server, and late questions are answered all the same', async () => {
    const pooled = withThread('module.exports = () => [];');
    await pooled.run(QUESTION);

    await pooled.onApplicationShutdown();

    expect(await pooled.run(QUESTION)).toHaveLength(1);
  });
});
