import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EndedWait, fitPatience } from '../../tickets/demand/patience-fit';
import type { DayFile } from '../../tickets/simulation/day-file';
import { generateShop } from '../../tickets/simulation/generate-shop';
import { backtest } from './backtest';
import { run } from './backtest.command';

import { parseVisitLog, splitIntoDays, VisitLogError } from './visit-log';

const HEADER = 'ticket,service,requested_barber,joined_at,started_at,ended_at,barber,outcome';

/** The past of a made-up shop, written as a shop would export it. */
function logOf(file: DayFile): string {
  const clock = (day: number, minutes: number): string =>
    new Date(Date.UTC(2025, 4, 1 + day, 9, 0, 0) + minutes * 60_000).toISOString();
  const lines = file.history
    .filter(({ outcome }) => outcome === 'served' || outcome === 'left')
    .map((visit, number) => {
      const { day, at, service, requestedBarber, onlyThatBarber, outcome } = visit;
      const wanted = onlyThatBarber ? String(requestedBarber) : '';
      const startedAt = visit.startedAt ?? 0;
      const served =
        outcome === 'served'
          ? [clock(day, startedAt), clock(day, startedAt + (visit.minutes ?? 0)), visit.barber]
          : ['', '', ''];
      return [number, service, wanted, clock(day, at), ...served, outcome].join(',');
    });
  return [HEADER, ...lines].join('\n');
}

describe('fusion backtest', () => {
  const file = generateShop({ seed: 21, barbers: 5, load: 1, days: 0, historyDays: 24 });
  const days = splitIntoDays(parseVisitLog(logOf(file), 'log'));

  it('cuts a log at its nights', () => {
    expect(days).toHaveLength(24);
  });

  it('predicts better than position times mean, refitted or not, and than the last wait', () => {
    const { methods } = backtest(days, 16, () => 0);

    expect(methods.ours.n).toBeGreaterThan(80);
    expect(methods.ours.mae).toBeLessThan(0.7 * methods.naive.mae);
    expect(methods.ours.mae).toBeLessThan(0.8 * methods.lastWait.mae);
    expect(methods.ours.mae).toBeLessThan(methods.refitted.mae);
  });

  it('gives the same figures twice', () => {
    expect(backtest(days, 16, () => 0)).toEqual(backtest(days, 16, () => 0));
  });

  it('prints what the format asks for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backtest-'));
    const path = join(folder, 'log.csv');
    writeFileSync(path, logOf(file));
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);

    const status = await run(['--log', path, '--train-days', '18', '--json']);

    const report = JSON.parse(String(write.mock.calls[0]?.[0])) as ReturnType<typeof backtest>;
    write.mockRestore();
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(Object.keys(report.methods)).toEqual(['naive', 'refitted', 'lastWait', 'ours']);
    expect(report.methods.ours).toHaveProperty('coverage80');
    expect(report.testDays).toBe(6);
  });

  it.each([
    [[]],
    [['--log', 'x', '--train-days', 'two']],
    [['--logg', 'x']],
    [['--log', 'no/such/log.csv']],
    [['--log', 'x', '--own']],
  ])('refuses %j', async (argv) => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

    expect(await run(argv)).toBe(2);

    write.mockRestore();
  });
});

describe('a log', () => {
  it('may have seconds or ISO times, quoted cells and slips', () => {
    const text = `${HEADER}\n1,"cut, wash",,0,60,120,ann,served\n2,cut,ann,1970-01-01T00:01:00Z,,,,left\n3,cut,,90,30,20,bob,served\n`;

    const visits = parseVisitLog(text, 'log.csv');

    expect(visits).toHaveLength(2);
    expect(visits[0]).toMatchObject({ service: 'cut, wash', joinedAt: 0, endedAt: 120 });
    expect(visits[1]).toMatchObject({ joinedAt: 60, requestedBarber: 'ann', outcome: 'left' });
  });

  it.each([
    ['ticket,service\n1,cut', 'the column requested_barber is missing'],
    [`${HEADER}\n1,cut,,noon,,,,left`, 'line 2: "noon" is no time'],
    [
      `${HEADER}\n1,cut,,0,,,,left\n2,cut,,9,,,,gone`,
      'line 3: outcome is "gone", not served or left',
    ],
    [`${HEADER}\n1,cut,,,,,,left`, 'line 2: joined_at is empty'],
    [`${HEADER}\n`, 'log.csv: has no tickets'],
  ])('says what is wrong: %j', (text, message) => {
    expect(() => parseVisitLog(text, 'log.csv')).toThrow(VisitLogError);
    expect(() => parseVisitLog(text, 'log.csv')).toThrow(message);
  });

  it('tells how patient people are, those served counted as more patient', () => {
    const left = Array.from(
      { length: 40 },
      (_, index): EndedWait => ({
        waited: 200 + index * 20,
        end: 'left',
      }),
    );
    const served = Array.from({ length: 200 }, (): EndedWait => ({ waited: 300, end: 'served' }));
    const missing = left.map(({ waited }): EndedWait => ({ waited, end: 'missing' }));

    const only = fitPatience(left)!.median;

    expect(fitPatience([...left, ...served])!.median).toBeGreaterThan(only);
    expect(fitPatience([...missing, ...served.slice(0, 20)])!.median).toBeLessThan(only);
    expect(fitPatience(left.slice(0, 5))).toBeNull();
  });
});
