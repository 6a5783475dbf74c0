import { TicketShop } from '../../test/support/ticket-shop';
import { BarberQueries } from '../barbers/barber-queries.service';

describe('what a barber plans for after the customer', () => {
  let shop: TicketShop;
  let cut: string;
  let ann: string;
  let ticketId: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
    ann = await shop.staff('ANN', ['cut']);
    ticketId = (await shop.join(cut)).id;
  });

  afterEach(() => shop.close());

  const barber = () => shop.get(BarberQueries).show(shop.as(), ann);

  const complete = async () => {
    await shop.lifecycle.start(shop.as(), ticketId, {});
    await shop.lifecycle.complete(shop.as(), ticketId, {});
  };

  it('is shown until then, and the break begins in the unit that empties the chair', async () => {
    const next = await shop.join(cut);
    const planned = await shop.shifts.startBreak(shop.asBarber(ann), ann);
    expect(planned).toMatchObject({ status: 'busy', afterTicket: 'break', ticketId });
    const before = await shop.sequence();

    await complete();

    expect(await barber()).toMatchObject({ status: 'on_break', afterTicket: null });
    expect(await shop.view(next.id)).toMatchObject({ state: 'waiting' });
    const events = await shop.eventsAfter(before);
    expect(events.map(({ type }) => type)).toEqual([
      'ticket.started',
      'ticket.completed',
      'barber.break_started',
    ]);
    await shop.shifts.endBreak(shop.as(), ann);
    expect(await shop.view(next.id)).toMatchObject({ state: 'assigned', barberId: ann });
  });

  it.each(['noShow', 'requeue', 'cancel'] as const)('comes true after %s too', async (end) => {
    await shop.shifts.clockOut(shop.as(), ann);

    await shop.lifecycle[end](shop.as(), ticketId, {});

    expect(await barber()).toMatchObject({ status: 'off_duty', afterTicket: null });
  });

  it('comes true when another barber takes over', async () => {
    const bob = await shop.staff('BOB', ['cut']);
    await shop.shifts.clockOut(shop.as(), ann);

    await shop.handOver.transfer(shop.as(), ticketId, { barberId: bob, servicesDone: [] });

    expect(await barber()).toMatchObject({ status: 'off_duty' });
    expect(await shop.chairOf(bob)).toBe(ticketId);
  });

  it.each(['withdrawPlan', 'endBreak'] as const)('can be given up by %s', async (withdraw) => {
    await shop.shifts.startBreak(shop.as(), ann);

    expect(await shop.shifts[withdraw](shop.as(), ann)).toMatchObject({ afterTicket: null });
    await complete();

    expect(await barber()).toMatchObject({ status: 'available' });
  });

  it('frees who would wait for a barber who goes home', async () => {
    const bob = await shop.staff('BOB', ['cut']);
    await shop.lifecycle.start(shop.as(), ticketId, {});
    shop.clock.advanceMinutes(25);
    const wish = { requestedBarberId: ann, patienceForRequestedBarberMinutes: 60 };
    const waiting = await shop.join(cut, wish);
    expect(waiting.state).toBe('waiting');

    await shop.shifts.clockOut(shop.as(), ann);

    expect(await shop.view(waiting.id)).toMatchObject({ state: 'assigned', barberId: bob });
  });
});
