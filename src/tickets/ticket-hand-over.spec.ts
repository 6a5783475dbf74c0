import { refusal } from '../../test/support/refusal';
import { TicketShop } from '../../test/support/ticket-shop';
import type { TicketResponse } from './dto/ticket.response';

const NOBODY = '01990000-0000-7000-8000-00000000dead';

describe('tickets', () => {
  let shop: TicketShop;
  let cut: string;
  let braids: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut'], 2500);
    braids = await shop.service('Braids', ['braids'], 6000);
  });

  afterEach(() => shop.close());

  async function inService(ticket: TicketResponse): Promise<TicketResponse> {
    await shop.lifecycle.call(shop.as(), ticket.id, {});
    return shop.lifecycle.start(shop.as(), ticket.id, {});
  }

  describe('handed back to the queue', () => {
    it('keep their place, while the barber takes the next customer', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);
      shop.clock.advanceMinutes(1);
      const next = await shop.join(cut);
      shop.clock.advanceMinutes(1);
      await shop.join(cut);

      const waiting = await shop.lifecycle.requeue(shop.asBarber(ann), ticket.id, {});

      expect(waiting).toMatchObject({
        state: 'waiting',
        barberId: null,
        assignedAt: null,
        joinedAt: '2026-05-16T09:00:00.000Z',
      });
      expect(await shop.chairOf(ann)).toBe(next.id);
      await shop.lifecycle.cancel(shop.as(), next.id, {});
      expect(await shop.chairOf(ann)).toBe(ticket.id);
    });

    it('go to another barber who is free by then', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);
      const bob = await shop.staff('BOB', ['cut']);
      shop.clock.advanceMinutes(1);

      const seated = await shop.lifecycle.requeue(shop.asBarber(ann), ticket.id, {});

      expect(seated).toMatchObject({ state: 'assigned', barberId: bob });
      expect(await shop.chairOf(ann)).toBeNull();
    });

    it('come back to the same barber when nobody else waits or is free', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);

      const seated = await shop.lifecycle.requeue(shop.asBarber(ann), ticket.id, {});

      expect(seated).toMatchObject({ state: 'assigned', barberId: ann });
    });
  });

  describe('assigned by hand', () => {
    it('go past a wish for one barber only with the reason of a manager', async () => {
      const ann = await shop.hire('ANN', ['cut']);
      const bob = await shop.staff('BOB', ['cut']);
      const wish = { requestedBarberId: ann, onlyRequestedBarber: true };
      const ticket = await shop.join(cut, wish);

      const error = await refusal(
        shop.handOver.assign(shop.as({ kind: 'manager' }), ticket.id, { barberId: bob }),
      );
      const seated = await shop.handOver.assign(shop.as({ kind: 'manager' }), ticket.id, {
        barberId: bob,
        reason: 'Ann is ill',
      });

      expect(error.code).toBe('TICKET_WAITS_FOR_ANOTHER');
      expect(seated).toMatchObject({ state: 'assigned', barberId: bob });
      expect(await shop.chairOf(bob)).toBe(ticket.id);
      const explained = await shop.queries.explain(shop.as(), ticket.id);
      expect(explained.decisions).toMatchObject([
        { policy: 'manual', sentence: 'BOB was chosen by hand: Ann is ill', candidates: [] },
      ]);
    });

    it('out of turn need a reason, which is kept with who was passed', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const bob = await shop.hire('BOB', ['cut']);
      await inService(await shop.join(cut));
      const waiting = await shop.join(cut, {
        requestedBarberId: ann,
        patienceForRequestedBarberMinutes: 120,
      });
      const later = await shop.join(cut, {
        requestedBarberId: ann,
        patienceForRequestedBarberMinutes: 120,
      });
      await shop.shifts.clockIn(shop.as(), bob);
      const choice = { barberId: bob, reason: 'Has a train to catch' };

      const error = await refusal(shop.handOver.assign(shop.as(), later.id, { barberId: bob }));
      await shop.handOver.assign(shop.as(), later.id, choice);

      expect(error.code).toBe('TICKET_OUT_OF_TURN');
      expect(error.details).toEqual({ passed: [waiting.number] });
      const { decisions } = await shop.queries.explain(shop.as(), later.id);
      expect(decisions[0]).toMatchObject({
        policy: 'manual',
        sentence: 'BOB was chosen by hand: Has a train to catch',
        reasons: {
          code: 'assignment.by_hand_because',
          passedTicketIds: [waiting.id],
          expectedMinutes: 30,
        },
      });
      const [event] = (await shop.eventsAfter(0))
        .filter(({ type }) => type === 'ticket.assigned')
        .slice(-1);
      expect(JSON.parse(event!.data)).toMatchObject({
        reason: 'BOB was chosen by hand: Has a train to catch',
      });
    });

    it('need a barber who can do it and is there', async () => {
      const ann = await shop.hire('ANN', ['cut']);
      const bob = await shop.staff('BOB', ['cut']);
      const waiting = await shop.join(braids);
      await shop.join(cut);
      const forAnn = await shop.join(cut);

      const refusals = [
        await refusal(shop.handOver.assign(shop.as(), waiting.id, { barberId: bob })),
        await refusal(shop.handOver.assign(shop.as(), forAnn.id, { barberId: bob })),
        await refusal(shop.handOver.assign(shop.as(), forAnn.id, { barberId: ann })),
        await refusal(shop.handOver.assign(shop.as(), forAnn.id, { barberId: NOBODY })),
      ];

      expect(refusals.map(({ code, details }) => [code, details.status])).toEqual([
        ['BARBER_LACKS_SKILL', undefined],
        ['BARBER_NOT_AVAILABLE', 'busy'],
        ['BARBER_NOT_AVAILABLE', 'off_duty'],
        ['BARBER_NOT_FOUND', undefined],
      ]);
    });
  });

  describe('transferred', () => {
    it('leave a free chair behind, and keep what is done with who did it', async () => {
      const ann = await shop.staff('ANN', ['braids', 'cut']);
      const both = await shop.join(cut, { serviceIds: [braids, cut] });
      const bob = await shop.staff('BOB', ['cut']);
      const ticket = await inService(both);
      const next = await shop.join(braids);
      const [done] = ticket.services;

      const taken = await shop.handOver.transfer(shop.asBarber(ann), ticket.id, {
        barberId: bob,
        servicesDone: [done!.id],
      });
      const completed = await shop.lifecycle.complete(shop.asBarber(bob), ticket.id, {});

      expect(taken).toMatchObject({
        state: 'in_service',
        barberId: bob,
        startedAt: ticket.startedAt,
        assignedAt: ticket.assignedAt,
      });
      expect(completed.services.map((service) => service.barberId)).toEqual([ann, bob]);
      expect(await shop.chairOf(ann)).toBe(next.id);
      expect(await shop.chairOf(bob)).toBeNull();
    });

    it('before the start are called anew', async () => {
      await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);
      const bob = await shop.staff('BOB', ['cut']);
      await shop.lifecycle.call(shop.as(), ticket.id, {});
      shop.clock.advanceMinutes(3);

      const taken = await shop.handOver.transfer(shop.as(), ticket.id, {
        barberId: bob,
        servicesDone: [],
      });

      expect(taken).toMatchObject({
        state: 'assigned',
        calledAt: null,
        assignedAt: '2026-05-16T09:03:00.000Z',
      });
    });

    it('need a barber who can do what is left, and honest words about what is done', async () => {
      const ann = await shop.staff('ANN', ['braids', 'cut']);
      const both = await shop.join(cut, { serviceIds: [braids, cut] });
      const bob = await shop.staff('BOB', ['cut']);
      const [first, second] = both.services.map((service) => service.id);
      const transfer = (servicesDone: string[], barberId = bob) =>
        refusal(shop.handOver.transfer(shop.asBarber(ann), both.id, { barberId, servicesDone }));

      const early = await transfer([String(first)]);
      await inService(both);
      const refusals = [
        early,
        await transfer([]),
        await transfer([String(second)]),
        await transfer([String(first), String(second)]),
        await transfer([NOBODY]),
        await transfer([], ann),
      ];

      expect(refusals.map((error) => error.code)).toEqual([
        'TICKET_SERVICES_DONE_INVALID',
        'BARBER_LACKS_SKILL',
        'BARBER_LACKS_SKILL',
        'TICKET_SERVICES_DONE_INVALID',
        'TICKET_SERVICES_DONE_INVALID',
        'BARBER_NOT_AVAILABLE',
      ]);
      const services = await shop.tickets.servicesOf(shop.reader, both.id);
      expect(services.map((service) => service.barberId)).toEqual([null, null]);
      expect(await shop.chairOf(ann)).toBe(both.id);
    });
  });

  describe('are given to barbers', () => {
    it('who clock in, come back from a break or learn a skill', async () => {
      const first = await shop.join(cut);
      const second = await shop.join(cut);
      const third = await shop.join(braids);

      const ann = await shop.staff('ANN', ['cut']);
      expect(await shop.chairOf(ann)).toBe(first.id);

      await inService(await shop.view(first.id));
      await shop.lifecycle.cancel(shop.as(), second.id, {});
      await shop.lifecycle.complete(shop.as(), first.id, {});
      await shop.shifts.startBreak(shop.asBarber(ann), ann);
      const fourth = await shop.join(cut);
      expect(fourth.state).toBe('waiting');
      await shop.shifts.endBreak(shop.asBarber(ann), ann);
      expect(await shop.chairOf(ann)).toBe(fourth.id);

      await shop.lifecycle.cancel(shop.as(), fourth.id, {});
      expect(await shop.chairOf(ann)).toBeNull();
      await shop.teach(ann, ['braids', 'cut']);
      expect(await shop.chairOf(ann)).toBe(third.id);
    });

    it('with reasons that name everybody on shift', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const bob = await shop.staff('BOB', ['braids']);
      const cat = await shop.staff('CAT', ['cut']);
      await shop.shifts.startBreak(shop.as(), cat);

      const ticket = await shop.join(cut);

      const explained = await shop.queries.explain(shop.as(), ticket.id);
      expect(explained).toEqual({
        ticketId: ticket.id,
        decisions: [
          {
            barberId: ann,
            policy: 'index-1',
            sentence: 'ANN is free and you are next in line.',
            reasons: expect.objectContaining({
              code: 'assignment.next_in_line',
              waitedMinutes: 0,
              passedTicketIds: [],
            }),
            decidedAt: '2026-05-16T09:00:00.000Z',
            candidates: [
              expect.objectContaining({ barberId: ann, why: 'lowest_total', rank: 1 }),
              expect.objectContaining({ barberId: bob, why: 'missing_skill', rank: null }),
              expect.objectContaining({ barberId: cat, why: 'on_break', rank: null }),
            ],
          },
        ],
      });
    });

    it('beyond the first page of a long queue', async () => {
      const long = Array.from({ length: 230 }, () => shop.join(braids));
      await Promise.all(long);
      const last = await shop.join(cut);

      const ann = await shop.staff('ANN', ['cut']);

      expect(await shop.chairOf(ann)).toBe(last.id);
    });
  });
});
