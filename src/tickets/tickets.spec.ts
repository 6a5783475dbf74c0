import { refusal } from '../../test/support/refusal';
import { TicketShop } from '../../test/support/ticket-shop';

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

  describe('when a customer joins', () => {
    it('waits while nobody is on shift, and tells the whole ticket', async () => {
      const before = await shop.sequence();

      const { ticket, accessToken } = await shop.tickets.open(shop.as({ kind: 'kiosk' }), {
        customerName: 'Daniel Kowalski',
        note: 'Short at the sides',
        serviceIds: [cut, braids, cut],
        onlyRequestedBarber: false,
      });

      expect(ticket).toMatchObject({
        number: 1,
        businessDay: '2026-05-16',
        state: 'waiting',
        source: 'kiosk',
        customerName: 'Daniel Kowalski',
        requiredSkills: ['braids', 'cut'],
        barberId: null,
        joinedAt: '2026-05-16T09:00:00.000Z',
        version: 1,
      });
      expect(ticket.services.map((service) => [service.name, service.priceCents])).toEqual([
        ['Cut', 2500],
        ['Braids', 6000],
        ['Cut', 2500],
      ]);
      expect(accessToken).toMatch(/^ftk_[\w-]{43}$/);
      const events = await shop.eventsAfter(before);
      expect(events.map((event) => event.type)).toEqual(['ticket.opened']);
      expect(JSON.parse(events[0]!.data)).toEqual({ ticket });
      const kept = await shop.reader.query<{ all_of_it: string }>(
        `SELECT group_concat(access_token_hash) || (SELECT group_concat(data) FROM events)
         AS all_of_it FROM tickets`,
      );
      expect(kept[0]?.all_of_it).not.toContain(accessToken);
    });

    it('gets the longest idle of equal barbers in the same unit', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      shop.clock.advanceMinutes(5);
      await shop.staff('BOB', ['cut']);
      const before = await shop.sequence();

      const ticket = await shop.join(cut);

      expect(ticket).toMatchObject({ state: 'assigned', barberId: ann, version: 2 });
      expect(await shop.chairOf(ann)).toBe(ticket.id);
      const events = await shop.eventsAfter(before);
      expect(events.map((event) => event.type)).toEqual(['ticket.opened', 'ticket.assigned']);
      expect(JSON.parse(events[1]!.data)).toEqual({
        ticket,
        reason: 'ANN is free and suits you best of the 2 barbers free now.',
      });
    });

    it('is numbered 1, 2, 3, ... and from 1 again on the next business day', async () => {
      const first = await shop.join(cut);
      const second = await shop.join(cut);
      shop.clock.set('2026-05-17T02:59:00Z');
      const lateAtNight = await shop.join(cut);
      shop.clock.set('2026-05-17T03:00:00Z');
      const nextDay = await shop.join(cut);

      const labels = [first, second, lateAtNight, nextDay].map(
        (ticket) => `${ticket.businessDay} ${ticket.number}`,
      );
      expect(labels).toEqual(['2026-05-16 1', '2026-05-16 2', '2026-05-16 3', '2026-05-17 1']);
    });

    it('takes no number when it is refused', async () => {
      await refusal(shop.join(NOBODY));

      expect((await shop.join(cut)).number).toBe(1);
    });

    it('is refused services and barbers that are not there', async () => {
      const gone = await shop.hire('GONE', ['cut']);
      await shop.retire(gone);

      const refusals = [
        await refusal(shop.join(NOBODY)),
        await refusal(shop.join(cut, { requestedBarberId: NOBODY })),
        await refusal(shop.join(cut, { requestedBarberId: gone })),
      ];

      expect(refusals.map((error) => error.code)).toEqual([
        'SERVICE_NOT_FOUND',
        'BARBER_NOT_FOUND',
        'BARBER_INACTIVE',
      ]);
    });

    it('cannot wait for a single barber who cannot do it', async () => {
      const ann = await shop.hire('ANN', ['cut']);
      const wish = { requestedBarberId: ann, onlyRequestedBarber: true };

      const error = await refusal(shop.join(braids, wish));

      expect(error).toMatchObject({
        code: 'BARBER_LACKS_SKILL',
        details: { barberId: ann, missingSkills: ['braids'] },
      });
    });

    it('passes waiting tickets that nobody free may serve', async () => {
      await shop.staff('ANN', ['cut']);
      await shop.join(braids);

      expect((await shop.join(cut)).state).toBe('assigned');
    });

    it('gets the same answer again for the same idempotency key', async () => {
      const idempotency = { scope: 'test', key: 'key-of-one-intention', requestHash: 'hash' };
      const wish = { serviceIds: [cut], onlyRequestedBarber: false };

      const first = await shop.tickets.open({ ...shop.as(), idempotency }, wish);
      const second = await shop.tickets.open({ ...shop.as(), idempotency }, wish);

      expect(second).toEqual(first);
      expect((await shop.join(cut)).number).toBe(2);
    });
  });

  describe('in the chair', () => {
    it('go from call to payment, and the barber takes the next one', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);
      const next = await shop.join(cut);
      shop.clock.advanceMinutes(2);
      const called = await shop.lifecycle.call(shop.asBarber(ann), ticket.id, {});
      const started = await shop.lifecycle.start(shop.asBarber(ann), ticket.id, {});
      shop.clock.advanceMinutes(30);
      const before = await shop.sequence();
      const completed = await shop.lifecycle.complete(shop.asBarber(ann), ticket.id, {});

      expect(called.calledAt).toBe('2026-05-16T09:02:00.000Z');
      expect(started).toMatchObject({ state: 'in_service', version: 4 });
      expect(completed).toMatchObject({
        state: 'completed',
        endedAt: '2026-05-16T09:32:00.000Z',
        services: [{ barberId: ann }],
      });
      const types = (await shop.eventsAfter(before)).map((event) => event.type);
      expect(types).toEqual(['ticket.completed', 'ticket.assigned']);
      expect(await shop.chairOf(ann)).toBe(next.id);

      await shop.unit((tx) => shop.tickets.markPaid(tx, ticket.id));
      const again = await refusal(shop.unit((tx) => shop.tickets.markPaid(tx, ticket.id)));
      const early = await refusal(shop.unit((tx) => shop.tickets.markPaid(tx, next.id)));
      expect((await shop.ticket(ticket.id)).paidAt).not.toBeNull();
      expect(again.code).toBe('TICKET_ALREADY_PAID');
      expect(early.code).toBe('TICKET_NOT_COMPLETED');
    });

    it('are started once, however many start them at the same time', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);

      const attempts = await Promise.allSettled(
        Array.from({ length: 20 }, () => shop.lifecycle.start(shop.asBarber(ann), ticket.id, {})),
      );

      const failures = attempts.filter((attempt) => attempt.status === 'rejected');
      expect(failures).toHaveLength(19);
      for (const { reason } of failures) {
        expect(reason).toMatchObject({
          code: 'TICKET_TRANSITION_ILLEGAL',
          details: {
            state: 'in_service',
            allowed: ['addService', 'complete', 'transfer', 'walkOut'],
          },
        });
      }
    });

    it('are not changed on the grounds of an old version', async () => {
      await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);
      const expectedVersion = ticket.version;
      await shop.lifecycle.call(shop.as(), ticket.id, { expectedVersion });

      const error = await refusal(shop.lifecycle.start(shop.as(), ticket.id, { expectedVersion }));

      expect(error).toMatchObject({
        code: 'TICKET_VERSION_STALE',
        details: { currentVersion: expectedVersion + 1 },
      });
      expect((await shop.ticket(ticket.id)).state).toBe('assigned');
    });

    it('do not exist for barbers who do not have them, nor for other shops', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const bob = await shop.hire('BOB', ['cut']);
      const ticket = await shop.join(cut);
      const elsewhere = { ...shop.as(), shopId: NOBODY };
      const another = shop.as({ kind: 'customer', id: NOBODY });

      for (const command of [shop.asBarber(bob), elsewhere, another]) {
        const error = await refusal(shop.lifecycle.cancel(command, ticket.id, {}));
        expect(error.code).toBe('TICKET_NOT_FOUND');
      }
      expect((await shop.ticket(ticket.id)).barberId).toBe(ann);
    });

    it('may grow by what the barber can do', async () => {
      const ann = await shop.staff('ANN', ['beard', 'cut']);
      const beard = await shop.service('Beard', ['beard'], 1500);
      const { id } = await shop.join(cut);
      const ticket = await shop.lifecycle.start(shop.as(), id, {});

      const grown = await shop.additions.addService(shop.asBarber(ann), ticket.id, {
        serviceId: beard,
      });
      const error = await refusal(
        shop.additions.addService(shop.asBarber(ann), ticket.id, { serviceId: braids }),
      );

      expect(grown.requiredSkills).toEqual(['beard', 'cut']);
      expect(grown.services.map((service) => service.priceCents)).toEqual([2500, 1500]);
      expect(error).toMatchObject({
        code: 'BARBER_LACKS_SKILL',
        details: { barberId: ann, missingSkills: ['braids'] },
      });
      expect(error.advice).toContain('Transfer the ticket');
    });

    it('grow up to twenty services', async () => {
      await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut, { serviceIds: Array<string>(20).fill(cut) });

      const error = await refusal(
        shop.additions.addService(shop.as(), ticket.id, { serviceId: cut }),
      );

      expect(error.code).toBe('TICKET_FULL');
    });

    it('keep the price that was told at the door', async () => {
      const ticket = await shop.join(cut);
      await shop.reprice(cut, 9900);
      const grown = await shop.additions.addService(shop.as(), ticket.id, { serviceId: cut });

      expect(grown.services.map((service) => service.priceCents)).toEqual([2500, 9900]);
    });
  });

  describe('that end early', () => {
    it.each([
      ['cancel', 'cancelled', 'ticket.cancelled'],
      ['noShow', 'no_show', 'ticket.no_show'],
      ['walkOut', 'walked_out', 'ticket.walked_out'],
    ] as const)('by %s free the chair for the next', async (how, state, type) => {
      const ann = await shop.staff('ANN', ['cut']);
      const ticket = await shop.join(cut);
      const next = await shop.join(cut);
      const before = await shop.sequence();

      const ended = await shop.lifecycle[how](shop.as(), ticket.id, { reason: 'Phone rang' });

      expect(ended).toMatchObject({ state, endReason: 'Phone rang', barberId: ann });
      const types = (await shop.eventsAfter(before)).map((event) => event.type);
      expect(types).toEqual([type, 'ticket.assigned']);
      expect(await shop.chairOf(ann)).toBe(next.id);
    });

    it('leave the queue from the middle', async () => {
      const ticket = await shop.join(cut);

      const ended = await shop.lifecycle.cancel(
        shop.as({ kind: 'customer', id: ticket.id }),
        ticket.id,
        {},
      );

      expect(ended).toMatchObject({ state: 'cancelled', barberId: null, endReason: null });
    });

    it('cannot be no-shows before anybody has them', async () => {
      const ticket = await shop.join(cut);

      const error = await refusal(shop.lifecycle.noShow(shop.as(), ticket.id, {}));

      expect(error.details).toEqual({
        state: 'waiting',
        allowed: ['assign', 'addService', 'cancel', 'walkOut', 'arrive', 'defer', 'move'],
      });
    });
  });
});
