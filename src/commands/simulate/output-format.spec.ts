import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DayFile } from '../../tickets/simulation/day-file';
import { generateShop } from '../../tickets/simulation/generate-shop';
import { POLICY_NAMES } from '../../tickets/simulation/policy';
import { DayFileError, parseDayFile, readDayFile } from '../../tickets/simulation/read-days';
import type { SimulationReport } from '../../tickets/simulation/simulate-files';
import { run } from './simulate.command';

/** What readers of the figures rely on. */
const FIGURES = [
  ...['customers', 'served', 'lost', 'meanWait', 'p90Wait', 'longestWait', 'cost', 'earningsCv'],
  ...['utilisation', 'overtimeMinutes', 'unskilled', 'hardRequestsKept', 'softRequestsKept'],
  ...['overtaken', 'decisionMsP99'],
];
const ESTIMATES = ['n', 'mae', 'bias', 'coverage80', 'width80', 'winkler80', 'msMean'];

describe('the output of fusion simulate', () => {
  const file = generateShop({ seed: 3, barbers: 3, load: 0.5, days: 2, historyDays: 1 });
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'format-'));
    writeFileSync(join(folder, 'one.json'), JSON.stringify(file));
    writeFileSync(join(folder, 'two.json.gz'), gzipSync(JSON.stringify({ ...file, shop: 4 })));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  async function report(policy: string): Promise<SimulationReport> {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const status = await run(['--days', `${folder}/*.json*`, '--policy', policy, '--json']);
    const text = String(write.mock.calls[0]?.[0]);
    write.mockRestore();
    expect(status).toBe(0);
    return JSON.parse(text) as SimulationReport;
  }

  it.each(POLICY_NAMES)('has every figure for %s, by file and in total', async (policy) => {
    const { files, total, ...rest } = await report(policy);

    expect(rest).toEqual({ policy });
    expect(files.map((result) => result.file)).toEqual(['one.json', 'two.json.gz']);
    for (const result of [...files, total]) {
      const numbers: Record<string, unknown> = { ...result };
      for (const name of FIGURES) expect([name, typeof numbers[name]]).toEqual([name, 'number']);
      expect(result.hash).toMatch(/^[0-9a-f]{16}$/);
      expect(Object.keys(result.eta)).toEqual(['naive', 'ours']);
      for (const eta of Object.values(result.eta)) {
        const figures: Record<string, unknown> = { ...eta };
        for (const name of ESTIMATES)
          expect([name, typeof figures[name]]).toEqual([name, 'number']);
      }
    }
    expect(total.customers).toBe(files.reduce((sum, { customers }) => sum + customers, 0));
  });

  type Edit = (copy: DayFile) => void;
  const edits: Array<[string, Edit, string]> = [
    [
      'a text for a number',
      (f) => Object.assign(f.days[0]!.tickets[2]!, { arrivesAt: '9:00' }),
      'days[0].tickets[2].arrivesAt',
    ],
    ['a field missing', (f) => Reflect.deleteProperty(f, 'closesAt'), 'closesAt'],
    [
      'a list too short',
      (f) => f.days[1]!.tickets[0]!.minutesByBarber.pop(),
      'day 101, ticket 0: minutesByBarber is incomplete',
    ],
    [
      'a barber nobody knows',
      (f) => Object.assign(f.days[0]!.tickets[0]!, { requestedBarber: 9 }),
      'requestedBarber 9 is no barber',
    ],
    ['a ticket twice', (f) => f.days[0]!.tickets.push(f.days[0]!.tickets[0]!), 'two of that id'],
    [
      'an outcome of its own',
      (f) => Object.assign(f.history[1]!, { outcome: 'gone' }),
      'history[1].outcome',
    ],
    [
      'a service without an end',
      (f) => Reflect.deleteProperty(f.history.find((v) => v.outcome === 'served')!, 'minutes'),
      'served needs barber, startedAt and minutes',
    ],
    ['no barber', (f) => f.barbers.splice(0), 'barbers'],
    [
      'others on one day',
      (f) => Object.assign(f.days[0]!, { barbers: f.barbers.slice(1) }),
      'day 100: barbers are not those of the file',
    ],
  ];

  it.each(edits)('refuses %s and says where', (_title, edit, where) => {
    const copy = structuredClone(file);
    edit(copy);
    const parse = (): DayFile => parseDayFile(JSON.stringify(copy), 'x.json');

    expect(parse).toThrow(DayFileError);
    expect(parse).toThrow(`x.json: `);
    expect(parse).toThrow(where);
    expect(parse).toThrow('Correct it');
  });

  it('refuses what cannot be read at all, with one line and status 2', async () => {
    writeFileSync(join(folder, 'torn.gz'), gzipSync('{"shop": 1}').subarray(0, 20));
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

    const status = await run(['--days', join(folder, 'torn.gz')]);

    const text = String(write.mock.calls[0]?.[0]);
    write.mockRestore();
    expect(status).toBe(2);
    expect(text).toContain('torn.gz: cannot be read');
    expect(() => readDayFile(join(folder, 'none.json'))).toThrow('cannot be read');
    expect(() => parseDayFile('{"shop":', 'x.json')).toThrow('x.json: is not JSON');
  });
});
