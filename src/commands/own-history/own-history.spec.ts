import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn, ModuleApp } from '../../../test/support/module-app';
import { type WrittenPast, writeOwnPast } from '../../../test/support/own-past';
import { ShopsModule } from '../../shops/shops.module';
import type { WhatIfAnswer } from '../../tickets/simulation/own/what-if-answer.policy';
import { readDayFile } from '../../tickets/simulation/read-days';
import type { SimulationReport } from '../../tickets/simulation/simulate-files';
import { run as backtest } from '../backtest/backtest.command';
import { run as simulate } from '../simulate/simulate.command';

describe('a shop’s own history', () => {
  let server: ModuleApp;
  let written: WrittenPast;
  let folder: string;
  const path = process.env['DB_PATH'];

  beforeAll(async () => {
    // The server stays open: the commands read beside it.
    folder = mkdtempSync(join(tmpdir(), 'own-history-'));
    const database = join(folder, 'shop.db');
    server = await ModuleApp.start([ShopsModule], { DB_PATH: database });
    const shopId = await server.openShop({ slug: 'own' });
    const request = { seed: 21, barbers: 3, load: 1.05, historyDays: 24 };
    written = await writeOwnPast(server.unitOfWork, commandIn(shopId), request);
    process.env['DB_PATH'] = database;
  }, 60_000);

  afterAll(async () => {
    if (path === undefined) delete process.env['DB_PATH'];
    else process.env['DB_PATH'] = path;
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs a command and gives what it has printed. */
  async function output(command: typeof simulate, argv: string[], status = 0): Promise<string> {
    const texts: string[] = [];
    const keep = (text: string | Uint8Array): boolean => texts.push(String(text)) > 0;
    const out = jest.spyOn(process.stdout, 'write').mockImplementation(keep);
    const err = jest.spyOn(process.stderr, 'write').mockImplementation(keep);
    const actual = await command(argv);
    out.mockRestore();
    err.mockRestore();
    expect([actual, texts.at(-1)]).toEqual([status, texts.at(-1)]);
    return texts.at(-1) ?? '';
  }

  const play = async (...argv: string[]) =>
    JSON.parse(await output(simulate, ['--own', '--json', ...argv])) as SimulationReport & {
      own: Record<string, unknown>;
    };

  it('is played with everybody who came, learned from what was before', async () => {
    const report = await play('--from', '2025-06-19', '--to', '2025-06-21');

    const meant = written.history.filter(({ day }) => day >= 17 && day <= 19);
    const gone = meant.filter(({ outcome }) => outcome === 'noshow').length;
    expect(report.total.customers).toBe(meant.length - gone);
    expect(report.total.eta['ours']!.mae).toBeLessThan(0.75 * report.total.eta['naive']!.mae);
    expect(report.own).toMatchObject({ shop: 'own', from: '2025-06-19', to: '2025-06-21' });
  });

  it('gives the same hash for the same seed, and another for another', async () => {
    const argv = ['--from', '2025-06-20', '--no-estimates', '--seed'];
    const [first, second, other] = [
      await play(...argv, '7'),
      await play(...argv, '7'),
      await play(...argv, '8'),
    ];

    expect(second.total.hash).toBe(first.total.hash);
    expect(other.total.hash).not.toBe(first.total.hash);
  });

  it('is exported as days that are played alike, without half a file beside them', async () => {
    const file = join(folder, 'days.json.gz');
    const own = await play('--from', '2025-06-19', '--no-estimates', '--export', file);
    const again = await output(simulate, ['--days', file, '--json', '--no-estimates']);

    expect((JSON.parse(again) as SimulationReport).total.hash).toBe(own.total.hash);
    expect(readdirSync(folder).filter((name) => !name.startsWith('shop.db'))).toEqual([
      'days.json.gz',
    ]);
  });

  it('keeps what was seen and draws the rest within it', async () => {
    const file = join(folder, 'seen.json');
    await play('--from', '2025-06-02', '--no-estimates', '--export', file);
    const { days, barbers } = readDayFile(file);
    const visits = written.history.filter(({ day }) => day === 0);

    expect(barbers.map(({ ref }) => ref)).toEqual(written.barberIds);
    const { tickets } = days[0]!;
    expect(tickets).toHaveLength(visits.length);
    tickets.forEach((ticket, index) => {
      const { outcome, barber, startedAt = 0, minutes = 0, at } = visits[index]!;
      if (outcome === 'served') {
        // A forgotten "done" is cut; no service here is that long twice over.
        expect(ticket.minutesByBarber[barber!]).toBeGreaterThan(0.6 * minutes);
        expect(ticket.minutesByBarber[barber!]).toBeLessThanOrEqual(minutes + 0.11);
        expect(ticket.patienceMinutes).toBeGreaterThanOrEqual(startedAt - at - 0.11);
      }
      if (outcome === 'left') expect(ticket.patienceMinutes).toBeLessThanOrEqual(30);
      expect(ticket.noShow).toBe(outcome === 'noshow');
    });
    expect(days.map(({ date }) => date)).toContain('2025-06-07');
    expect(days[0]!.barbers![0]).toMatchObject({ shiftStart: 0, shiftEnd: 540, breakMinutes: 30 });
  });

  it('answers what one barber more on Saturdays would have changed', async () => {
    const text = await output(simulate, ['--own', '--what-if', 'add-barber@sat', '--json']);
    const { figures, days, weekdays, sentence, observed } = JSON.parse(text) as WhatIfAnswer;

    expect({ days, weekdays }).toEqual({ days: 2, weekdays: ['sat'] });
    expect(figures.meanWaitMinutes.change.high).toBeLessThan(0);
    expect(figures.lost.change.value).toBeLessThan(0);
    expect(figures.takings.change.value).toBeGreaterThan(0);
    expect(figures.meanWaitMinutes.change.low).toBeLessThan(figures.meanWaitMinutes.change.high);
    // As it is simulated must look like what really happened.
    const { asItIs } = figures.served;
    expect(Math.abs(asItIs.value - observed.served)).toBeLessThan(0.15 * observed.served);
    expect(sentence).toContain('One barber more on Saturdays: customers would wait');
    expect(sentence).toContain('£');
  });

  it('prints the answer as a table for people', async () => {
    const argv = ['--own', '--from', '2025-06-21', '--what-if', 'remove-barber:barber 1'];

    const text = await output(simulate, argv);

    expect(text).toContain('One barber fewer: customers would wait');
    expect(text).toMatch(/mean wait \(min\) +[\d.]+ +[\d.]+ +[\d.]+ +\+?[\d.]+ +\S+ to/);
  });

  it('shows how good the estimates would have been', async () => {
    const file = join(folder, 'log.csv');
    const argv = ['--own', '--json', '--train-days', '16', '--export', file];
    const own = JSON.parse(await output(backtest, argv));
    const again = JSON.parse(
      await output(backtest, ['--log', file, '--train-days', '16', '--json']),
    );

    expect(own).toMatchObject({ trainDays: 16, testDays: 8 });
    expect(own.methods.ours.n).toBeGreaterThan(60);
    expect(own.methods.ours.mae).toBeLessThan(own.methods.refitted.mae);
    expect(again.methods.naive.n).toBe(own.methods.naive.n);
  });

  it.each([
    [['--own', '--shop', 'other'], 1, 'There is no shop "other"; the database has: own'],
    [['--own', '--from', '2030-01-01'], 1, 'own has tickets from 2025-06-02 to 2025-06-25'],
    [['--own', '--from', '2025-02-30'], 2, '--from is a day like 2026-03-28'],
    [['--own', '--from', '2025-06-10', '--to', '2025-06-09'], 2, '--from is after --to'],
    [['--from', '2025-06-10'], 2, '--from belongs to --own'],
    [['--own', '--what-if', 'teach:nobody:fade'], 2, 'has no barber nobody; it has: Barber 0'],
  ])('refuses %j with status %d', async (argv, status, message) => {
    expect(await output(simulate, argv, status)).toContain(message);
  });

  it('says so when there is no database', async () => {
    const before = process.env['DB_PATH'];
    process.env['DB_PATH'] = join(folder, 'none.db');

    expect(await output(simulate, ['--own'], 1)).toContain('There is no database at');

    process.env['DB_PATH'] = before;
  });
});
