import { TicketShop } from '../../test/support/ticket-shop';
import { BarberQueries } from '../barbers/barber-queries.service';
import { BarbersService } from '../barbers/barbers.service';

const lunch = { at: '11:00', minutes: 30, windowMinutes: 30 };
const day = { startsAt: '09:00', endsAt: '17:00', break: null };

describe('planned hours in the live shop', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
  });

  afterEach(() => shop.close());

  const barber = (id: string) => shop.get(BarberQueries).show(shop.as(), id);
  const serve = async (id: string, minutes: number) => {
    await shop.lifecycle.start(shop.as(), id, {});
    shop.clock.advanceMinutes(minutes);
    await shop.lifecycle.complete(shop.as(), id, {});
  };
  const lastEvent = async (type: string) => {
    const events = await shop.eventsAfter(0);
    return JSON.parse(events.filter((event) => event.type === type).at(-1)?.data ?? 'null');
  };
  const inMinutes = (minutes: number) => shop.wallClock(minutes);

  describe('the end of a shift', () => {
    it('keeps away whoever would stay more than 15 minutes longer, and nobody else', async () => {
      const ann = await shop.hire('ANN', ['cut']);
      await shop.plan(ann, { ...day, endsAt: inMinutes(14) });
      await shop.shifts.clockIn(shop.as(), ann);
      // 30 minutes by the menu, a little more expected: past the end by more than 15.
      const late = await shop.join(cut);
      expect(late).toMatchObject({ state: 'waiting' });

      await shop.shiftEnds.set(shop.asBarber(ann), ann, inMinutes(17));

      expect(await shop.view(late.id)).toMatchObject({ state: 'assigned', barberId: ann });
      expect(await barber(ann)).toMatchObject({ isLastClient: true });
      expect(await lastEvent('barber.updated')).toMatchObject({ barber: { isLastClient: true } });
    });

    it('is no last client as long as another fits', async () => {
      const ann = await shop.hire('ANN', ['cut']);
      await shop.plan(ann, { ...day, endsAt: inMinutes(60) });
      await shop.shifts.clockIn(shop.as(), ann);

      await shop.join(cut);

      expect(await barber(ann)).toMatchObject({ status: 'busy', isLastClient: false });
      await shop.shiftEnds.set(shop.as(), ann, inMinutes(20));
      expect(await barber(ann)).toMatchObject({ isLastClient: true });
    });

    it('sends nobody to who should have gone home already', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const quick = await shop.service('Quick', ['cut']);
      await shop.shiftEnds.set(shop.as(), ann, inMinutes(10));
      shop.clock.advanceMinutes(10);

      expect(await shop.join(quick)).toMatchObject({ state: 'waiting' });
      await shop.shiftEnds.set(shop.as(), ann, null);
      expect(await shop.chairOf(ann)).not.toBeNull();
    });
  });

  describe('a planned break', () => {
    const withBreak = async (code = 'ANN') => {
      const ann = await shop.hire(code, ['cut']);
      const rest = { ...lunch, at: inMinutes(90) };
      await shop.plan(ann, { ...day, startsAt: inMinutes(0), endsAt: inMinutes(480), break: rest });
      await shop.shifts.clockIn(shop.as(), ann);
      return ann;
    };

    it('begins in the first quiet moment of its window, with the reason', async () => {
      const ann = await withBreak();
      await shop.timePasses(59);
      expect(await barber(ann)).toMatchObject({ status: 'available' });

      await shop.timePasses(1);

      const startedAt = shop.clock.now();
      expect(await barber(ann)).toMatchObject({
        status: 'on_break',
        breakEndsAt: new Date(startedAt + 30 * 60_000).toISOString(),
      });
      expect(await lastEvent('barber.break_started')).toMatchObject({
        reason: 'Nobody is waiting for ANN: a good moment for the break.',
      });
      await shop.timePasses(30);
      await shop.shifts.endBreak(shop.as(), ann);
      expect(await barber(ann)).toMatchObject({ status: 'available', plannedBreak: null });
    });

    it('waits while somebody waits, and comes at the end of the window at the latest', async () => {
      const ann = await withBreak();
      shop.clock.advanceMinutes(55);
      const first = await shop.join(cut);
      const second = await shop.join(cut);
      await serve(first.id, 30);
      // Within the window, but the next one waits.
      expect(await shop.chairOf(ann)).toBe(second.id);
      const third = await shop.join(cut);
      await serve(second.id, 40);

      expect(await barber(ann)).toMatchObject({ status: 'on_break' });
      expect(await shop.view(third.id)).toMatchObject({ state: 'waiting' });
      expect(await lastEvent('barber.break_started')).toMatchObject({
        reason: 'The time for the break of ANN has come.',
      });
      await shop.timePasses(30);
      await shop.shifts.endBreak(shop.as(), ann);
      expect(await shop.chairOf(ann)).toBe(third.id);
    });

    it('that is ended at once comes again a quarter of an hour later', async () => {
      const ann = await withBreak();
      await shop.timePasses(60);
      await shop.shifts.endBreak(shop.as(), ann);
      expect(await barber(ann)).toMatchObject({ status: 'available' });

      await shop.timePasses(14);
      expect(await barber(ann)).toMatchObject({ status: 'available' });
      await shop.timePasses(1);
      expect(await barber(ann)).toMatchObject({ status: 'on_break' });
    });

    it('is not the moment for it when a customer was just given back', async () => {
      const ann = await withBreak();
      shop.clock.advanceMinutes(55);
      const ticket = await shop.join(cut);
      shop.clock.advanceMinutes(10);

      await shop.lifecycle.requeue(shop.as(), ticket.id, {});

      expect(await shop.chairOf(ann)).toBe(ticket.id);
    });

    it('is looked for after a restart as well', async () => {
      await withBreak();
      expect(await shop.get(BarbersService).listShopsAtWork(shop.reader)).toEqual([shop.shopId]);
    });
  });

  describe('a barber who is still to come', () => {
    it('gets nobody before clocking in, but is waited for by who asked', async () => {
      const ann = await shop.hire('ANN', ['cut']);
      await shop.staff('BOB', ['cut']);
      await shop.plan(ann, { ...day, startsAt: inMinutes(20) });
      const wish = { requestedBarberId: ann };

      const patient = await shop.join(cut, { ...wish, patienceForRequestedBarberMinutes: 40 });
      expect(patient).toMatchObject({ state: 'waiting' });
      await shop.timePasses(25);
      expect(await shop.view(patient.id)).toMatchObject({ state: 'waiting' });
      await shop.shifts.clockIn(shop.as(), ann);

      expect(await shop.view(patient.id)).toMatchObject({ state: 'assigned', barberId: ann });
      const { decisions } = await shop.queries.explain(shop.as(), patient.id);
      expect(decisions[0]?.sentence).toBe('ANN, whom you asked for, is free.');
    });

    it('is not among the candidates', async () => {
      const ann = await shop.hire('ANN', ['cut']);
      const bob = await shop.staff('BOB', ['cut']);
      await shop.plan(ann, { ...day, startsAt: inMinutes(20) });

      const { id } = await shop.join(cut);

      const { decisions } = await shop.queries.explain(shop.as(), id);
      expect(decisions[0]?.candidates.map(({ barberId }) => barberId)).toEqual([bob]);
    });
  });
});
