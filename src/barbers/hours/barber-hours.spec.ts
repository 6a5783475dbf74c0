import { commandIn, ModuleApp } from '../../../test/support/module-app';
import { refusal } from '../../../test/support/refusal';
import type { Actor } from '../../platform/database/command';
import { Database } from '../../platform/database/unit-of-work';
import { ShopsModule } from '../../shops/shops.module';
import { ShopsService } from '../../shops/shops.service';
import { BarberQueries } from '../barber-queries.service';
import { BarbersModule } from '../barbers.module';
import { BarbersService } from '../barbers.service';
import { ShiftsService } from '../shifts.service';
import { BarberHours } from './barber-hours.service';
import { PlannedShifts } from './planned-shifts.service';
import { ShiftEndSweep } from './shift-end-sweep.service';
import { ShiftEnds } from './shift-ends.service';
import { NO_WEEK, type WorkDay } from './work-plan.rules';

const SATURDAY = '2026-05-16';
const workday: WorkDay = {
  startsAt: '09:00',
  endsAt: '17:00',
  break: { at: '13:00', minutes: 30, windowMinutes: 30 },
};
const week = { ...NO_WEEK, sat: workday };
const at = (time: string) => `2026-05-16T${time}:00.000Z`;

describe('planned hours of barbers', () => {
  let app: ModuleApp;
  let hours: BarberHours;
  let shifts: ShiftsService;
  let shopId: string;
  let ann: string;

  beforeEach(async () => {
    app = await ModuleApp.start([ShopsModule, BarbersModule]);
    hours = app.get(BarberHours);
    shifts = app.get(ShiftsService);
    shopId = await app.openShop({ slug: 'plan', timeZone: 'UTC' });
    const input = { code: 'ANN', name: 'Ann', skills: [], commissionBasisPoints: 5000 };
    ann = (await app.get(BarbersService).create(commandIn(shopId), input)).id;
  });

  afterEach(() => app.stop());

  const owner = () => commandIn(shopId);
  const as = (barberId: string) => {
    const actor: Actor = { kind: 'barber', id: 'account', barberId };
    return commandIn(shopId, actor);
  };
  const show = () => app.get(BarberQueries).show(owner(), ann);
  const expected = async () => {
    const { reader } = app.get(Database);
    const shop = await app.get(ShopsService).get(reader, shopId);
    const now = app.clock.now();
    const list = await app.get(PlannedShifts).listExpected(reader, shop, SATURDAY, now);
    return list.map(({ barber, span }) => [barber.name, new Date(span.startsAt).toISOString()]);
  };

  it('are a usual week, and days that are not as usual', async () => {
    expect(await hours.show(owner(), ann)).toEqual({
      ...{ barberId: ann, week: NO_WEEK, days: [], version: 0 },
    });

    await hours.setWeek(owner(), ann, { week });
    await hours.setDay(owner(), ann, '2026-05-23', { hours: null, reason: 'Ill' });
    expect(await hours.show(as(ann), ann)).toEqual({
      ...{ barberId: ann, week, version: 1 },
      days: [{ day: '2026-05-23', hours: null, reason: 'Ill' }],
    });

    expect((await hours.clearDay(owner(), ann, '2026-05-23')).days).toEqual([]);
  });

  it('are for the barber himself and for those who run the shop', async () => {
    expect(await refusal(hours.show(as('somebody'), ann))).toMatchObject({
      code: 'BARBER_NOT_YOU',
    });
  });

  it('are refused when nobody can work them, or somebody was faster', async () => {
    const impossible = { ...week, sun: { ...workday, endsAt: '09:00' } };
    expect(await refusal(hours.setWeek(owner(), ann, { week: impossible }))).toMatchObject({
      code: 'BARBER_HOURS_IMPOSSIBLE',
      details: { weekday: 'sun', reason: 'empty_shift' },
    });
    await hours.setWeek(owner(), ann, { week });
    expect(await refusal(hours.setWeek(owner(), ann, { week, expectedVersion: 3 }))).toMatchObject({
      code: 'BARBER_HOURS_STALE',
      details: { currentVersion: 1 },
    });
  });

  it('are taken onto the shift with clocking in', async () => {
    await hours.setWeek(owner(), ann, { week });

    expect(await shifts.clockIn(owner(), ann)).toMatchObject({
      shiftEndsAt: at('17:00'),
      plannedBreak: { earliestAt: at('12:30'), latestAt: at('13:30'), minutes: 30 },
    });
  });

  it('of today hold at once for a shift that has begun', async () => {
    await shifts.clockIn(owner(), ann);
    expect(await show()).toMatchObject({ shiftEndsAt: null, plannedBreak: null });

    await hours.setDay(owner(), ann, SATURDAY, { hours: { ...workday, endsAt: '15:00' } });
    expect(await show()).toMatchObject({ shiftEndsAt: at('15:00') });
    await hours.clearDay(owner(), ann, SATURDAY);

    expect(await show()).toMatchObject({ shiftEndsAt: null, plannedBreak: null });
  });

  it('give way to what a barber says of today: leaves at, stays until', async () => {
    const ends = app.get(ShiftEnds);
    expect(await refusal(ends.set(owner(), ann, '16:00'))).toMatchObject({
      code: 'BARBER_OFF_DUTY',
    });
    await hours.setWeek(owner(), ann, { week });
    await shifts.clockIn(owner(), ann);

    expect(await ends.set(as(ann), ann, '20:00')).toMatchObject({ shiftEndsAt: at('20:00') });
    expect(await ends.set(owner(), ann, null)).toMatchObject({ shiftEndsAt: null });
    app.clock.advanceMinutes(120);
    expect(await ends.set(owner(), ann, '01:30')).toMatchObject({
      shiftEndsAt: '2026-05-17T01:30:00.000Z',
    });
    expect(await refusal(ends.set(as('somebody'), ann, '16:00'))).toMatchObject({
      code: 'BARBER_NOT_YOU',
    });
  });

  it('refuse an end that has passed', async () => {
    await shifts.clockIn(owner(), ann);
    app.clock.advanceMinutes(120);

    expect(await refusal(app.get(ShiftEnds).set(owner(), ann, '10:30'))).toMatchObject({
      code: 'BARBER_HOURS_IMPOSSIBLE',
      details: { reason: 'end_passed' },
    });
  });

  it('clock out who has forgotten it, a quarter of an hour after the end', async () => {
    await shifts.clockIn(owner(), ann);
    await app.get(ShiftEnds).set(owner(), ann, '12:00');
    const sweep = app.get(ShiftEndSweep);
    app.clock.advanceMinutes(194);
    expect(await sweep.sweep()).toBe(0);
    app.clock.advanceMinutes(1);

    expect(await sweep.sweep()).toBe(1);
    expect(await show()).toMatchObject({ status: 'off_duty' });
  });

  it('tell who is still to come today: late for a while, then not any more, once gone not again', async () => {
    expect(await expected()).toEqual([]);
    await hours.setDay(owner(), ann, SATURDAY, { hours: { ...workday, startsAt: '10:00' } });
    expect(await expected()).toEqual([['Ann', at('10:00')]]);

    app.clock.advanceMinutes(75);
    expect(await expected()).toEqual([['Ann', at('10:25')]]);
    app.clock.advanceMinutes(45);
    expect(await expected()).toEqual([]);

    await hours.setDay(owner(), ann, SATURDAY, { hours: { ...workday, startsAt: '12:00' } });
    expect(await expected()).toEqual([['Ann', at('12:00')]]);
    await shifts.clockIn(owner(), ann);
    expect(await expected()).toEqual([]);
    await shifts.clockOut(owner(), ann);
    expect(await expected()).toEqual([]);
  });

  it('tell of every change, and keep the reason to those who run the shop', async () => {
    await hours.setDay(owner(), ann, SATURDAY, { hours: null, reason: 'Ill' });

    const [event] = await app.reader.query<{ type: string; data: string }>(
      'SELECT type, data FROM events ORDER BY sequence DESC LIMIT 1',
    );
    expect(event?.type).toBe('barber.hours_changed');
    expect(JSON.parse(event?.data ?? '')).toMatchObject({ day: SATURDAY, note: 'Ill' });
  });
});
