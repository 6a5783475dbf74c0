import { commandIn, ModuleApp } from '../../test/support/module-app';
import type { Actor } from '../platform/database/command';
import { ShopsModule } from '../shops/shops.module';
import { BarberQueries } from './barber-queries.service';
import { BarbersModule } from './barbers.module';
import { BarbersService } from './barbers.service';
import { ShiftsService } from './shifts.service';

const jay = {
  code: 'JB',
  name: 'Jay Brook',
  skills: ['fade', 'beard'],
  commissionBasisPoints: 4500,
};
const kim = { code: 'KM', name: 'Kim Moss', skills: ['fade'], commissionBasisPoints: 4000 };
const asBarber = (barberId: string): Actor => ({ kind: 'barber', id: 'account', barberId });

describe('barbers', () => {
  let app: ModuleApp;
  let barbers: BarbersService;
  let shifts: ShiftsService;
  let shopId: string;
  let jayId: string;

  beforeEach(async () => {
    app = await ModuleApp.start([ShopsModule, BarbersModule]);
    barbers = app.get(BarbersService);
    shifts = app.get(ShiftsService);
    shopId = await app.openShop({ slug: 'fade' });
    jayId = (await barbers.create(commandIn(shopId), jay)).id;
  });

  afterEach(() => app.stop());

  const seat = (barberId: string, ticketId: string) =>
    app.unitOfWork.run(commandIn(shopId), (tx) => barbers.seat(tx, barberId, ticketId));
  const free = (barberId: string) =>
    app.unitOfWork.run(commandIn(shopId), (tx) => barbers.free(tx, barberId));
  const freeNames = async () =>
    (await barbers.listFree(app.reader, shopId)).map(({ barber }) => barber.name);
  const show = (actor?: Actor) => app.get(BarberQueries).show(commandIn(shopId, actor), jayId);

  it('are taken on off duty; the event keeps their commission to itself', async () => {
    expect(await show()).toMatchObject({
      code: 'JB',
      skills: ['beard', 'fade'],
      status: 'off_duty',
      onShiftSince: null,
      afterTicket: null,
      commissionBasisPoints: 4500,
    });
    const event = app.events.at(-1);
    expect(event).toMatchObject({ type: 'barber.created', barberIds: [jayId] });
    expect(JSON.stringify(event)).not.toContain('commission');
  });

  it('see their own commission and nobody else’s', async () => {
    expect(await show(asBarber(jayId))).toHaveProperty('commissionBasisPoints', 4500);
    expect(await show(asBarber('somebody else'))).not.toHaveProperty('commissionBasisPoints');
  });

  it('have a code each', async () => {
    const again = barbers.create(commandIn(shopId), { ...kim, code: 'JB' });
    await expect(again).rejects.toMatchObject({ code: 'BARBER_CODE_TAKEN' });
    const { id } = await barbers.create(commandIn(shopId), kim);

    const taking = barbers.update(commandIn(shopId), id, { code: 'JB' });

    await expect(taking).rejects.toMatchObject({ code: 'BARBER_CODE_TAKEN' });
    const other = await app.openShop({ slug: 'other' });
    await expect(barbers.create(commandIn(other), jay)).resolves.toMatchObject({ code: 'JB' });
  });

  it('are not changed on a stale version, nor from another shop', async () => {
    const stale = barbers.update(commandIn(shopId), jayId, { name: 'J', expectedVersion: 3 });
    await expect(stale).rejects.toMatchObject({
      code: 'BARBER_VERSION_STALE',
      details: { currentVersion: 1 },
    });
    const other = await app.openShop({ slug: 'other' });

    const foreign = barbers.update(commandIn(other), jayId, { name: 'J' });

    await expect(foreign).rejects.toMatchObject({ code: 'BARBER_NOT_FOUND' });
  });

  it('go through a day: in, break, customer, out', async () => {
    const self = commandIn(shopId, asBarber(jayId));
    expect(await shifts.clockIn(self, jayId)).toMatchObject({
      status: 'available',
      onShiftSince: '2026-05-16T09:00:00.000Z',
    });
    expect(await shifts.startBreak(self, jayId)).toMatchObject({ status: 'on_break' });
    expect(await freeNames()).toEqual([]);
    expect(await shifts.endBreak(self, jayId)).toMatchObject({ status: 'available' });
    await seat(jayId, 'ticket');
    expect(await show()).toMatchObject({ status: 'busy', ticketId: 'ticket' });
    await free(jayId);
    expect(await shifts.clockOut(self, jayId)).toMatchObject({
      status: 'off_duty',
      ticketId: null,
    });

    expect(app.events.slice(2).map((event) => event.type)).toEqual([
      'barber.clocked_in',
      'barber.break_started',
      'barber.break_ended',
      'barber.clocked_out',
    ]);
  });

  it('cannot do what contradicts where they are', async () => {
    const owner = commandIn(shopId);
    const refused = async (work: Promise<unknown>, code: string) =>
      expect(work).rejects.toMatchObject({ code });

    await refused(shifts.clockOut(owner, jayId), 'BARBER_OFF_DUTY');
    await refused(shifts.startBreak(owner, jayId), 'BARBER_OFF_DUTY');
    await refused(shifts.endBreak(owner, jayId), 'BARBER_NOT_ON_BREAK');
    await refused(seat(jayId, 'ticket'), 'BARBER_NOT_AVAILABLE');
    await shifts.clockIn(owner, jayId);
    await refused(shifts.clockIn(owner, jayId), 'BARBER_ALREADY_ON_SHIFT');
    await refused(shifts.endBreak(owner, jayId), 'BARBER_NOT_ON_BREAK');
    await shifts.startBreak(owner, jayId);
    await refused(shifts.startBreak(owner, jayId), 'BARBER_ALREADY_ON_BREAK');
    await refused(seat(jayId, 'ticket'), 'BARBER_NOT_AVAILABLE');
    await shifts.endBreak(owner, jayId);
    await seat(jayId, 'ticket');
    await refused(seat(jayId, 'another'), 'BARBER_NOT_AVAILABLE');
    await expect(barbers.update(owner, jayId, { isActive: false })).rejects.toMatchObject({
      code: 'BARBER_HAS_TICKET',
      details: { ticketId: 'ticket' },
    });
  });

  it('clock nobody else in', async () => {
    const { id } = await barbers.create(commandIn(shopId), kim);

    const acting = shifts.clockIn(commandIn(shopId, asBarber(jayId)), id);

    await expect(acting).rejects.toMatchObject({ code: 'BARBER_NOT_YOU' });
  });

  it('are free in the order of their idleness', async () => {
    const { id: kimId } = await barbers.create(commandIn(shopId), kim);
    await shifts.clockIn(commandIn(shopId), jayId);
    app.clock.advanceMinutes(1);
    await shifts.clockIn(commandIn(shopId), kimId);
    expect(await freeNames()).toEqual(['Jay Brook', 'Kim Moss']);

    await seat(jayId, 'ticket');
    app.clock.advanceMinutes(30);
    expect(await freeNames()).toEqual(['Kim Moss']);
    await free(jayId);

    expect(await freeNames()).toEqual(['Kim Moss', 'Jay Brook']);
    expect((await barbers.listOnShift(app.reader, shopId)).map((one) => one.barber.name)).toEqual([
      'Jay Brook',
      'Kim Moss',
    ]);
  });

  it('find the free ones by an index that the busy are not in', async () => {
    const plan = await app.reader.query<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT id FROM shifts
       WHERE shop_id = ? AND ended_at IS NULL AND ticket_id IS NULL ORDER BY idle_since, id`,
      [shopId],
    );

    expect(plan.map((step) => step.detail).join()).toContain('ix_shifts_free');
  });

  it('are clocked out when they leave, and cannot come back in', async () => {
    await shifts.clockIn(commandIn(shopId), jayId);
    await shifts.startBreak(commandIn(shopId), jayId);

    const left = await barbers.update(commandIn(shopId), jayId, { isActive: false });

    expect(left).toMatchObject({ isActive: false, status: 'off_duty' });
    expect(app.events.at(-1)).toMatchObject({
      type: 'barber.updated',
      data: { barber: { isActive: false, status: 'off_duty' } },
    });
    await expect(shifts.clockIn(commandIn(shopId), jayId)).rejects.toMatchObject({
      code: 'BARBER_INACTIVE',
    });
  });

  it('are listed page by page, for customers without codes and skills', async () => {
    await barbers.create(commandIn(shopId), kim);
    const queries = app.get(BarberQueries);

    const first = await queries.list(commandIn(shopId), { limit: 1 });
    const cursor = first.nextCursor ?? undefined;
    const second = await queries.list(commandIn(shopId), { limit: 1, cursor, isActive: 'true' });

    expect([...first.items, ...second.items].map((one) => one.code)).toEqual(['JB', 'KM']);
    expect(second.nextCursor).toBeNull();
    expect((await queries.listPublic('fade', { limit: 1 })).items).toEqual([
      { id: jayId, name: 'Jay Brook', status: 'off_duty' },
    ]);
    expect(await queries.listViews(app.reader, shopId)).toHaveLength(2);
  });
});
