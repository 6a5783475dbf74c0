import type { RecordedEvent } from '../platform/events/event';
import { domainLogLine } from './domain-log-line.rules';

const event = (type: string, data: object, barberIds: string[] = []): RecordedEvent => ({
  shopId: 'shop-1',
  sequence: 7,
  id: 'event-1',
  type,
  occurredAt: Date.parse('2026-05-16T09:12:04.318Z'),
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  actor: { kind: 'barber', id: 'account-1', barberId: 'ana' },
  ticketId: 'ticket-1',
  barberIds,
  data,
});

const base = {
  shopId: 'shop-1',
  sequence: 7,
  eventId: 'event-1',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  occurredAt: '2026-05-16T09:12:04.318Z',
  actor: 'barber',
  actorId: 'account-1',
  ticketId: 'ticket-1',
};

describe('domainLogLine', () => {
  it('tells amount, tender, barber and trace of a payment', () => {
    const data = {
      orderId: 'order-1',
      ticketId: 'ticket-1',
      paymentId: 'payment-1',
      tender: 'card_terminal',
      amountCents: 4000,
      changeCents: 0,
      reference: '4111 1111 1111 1111',
      lastFour: '1111',
    };

    expect(domainLogLine(event('payment.captured', data, ['ana']))).toEqual({
      ...base,
      event: 'payment.captured',
      orderId: 'order-1',
      paymentId: 'payment-1',
      tender: 'card_terminal',
      amountCents: 4000,
      changeCents: 0,
      barberIds: ['ana'],
    });
  });

  it('names those whose work is on a bill, and its totals', () => {
    const order = {
      id: 'order-1',
      ticketId: 'ticket-1',
      state: 'paid',
      totalCents: 4500,
      tipCents: 500,
      discount: { reason: 'friend of Dan' },
      lines: [
        { id: 'l1', name: 'Haircut', barberId: 'ana', netCents: 3500 },
        { id: 'l2', name: 'Wax', barberId: 'ben', netCents: 500 },
        { id: 'l3', name: 'Gel', barberId: null },
      ],
    };

    expect(domainLogLine(event('order.paid', { order }))).toEqual({
      ...base,
      event: 'order.paid',
      orderId: 'order-1',
      state: 'paid',
      totalCents: 4500,
      tipCents: 500,
      barberIds: ['ana', 'ben'],
    });
  });

  it('says nothing that a person has typed', () => {
    const data = {
      ticket: {
        id: 'ticket-1',
        number: 17,
        state: 'waiting',
        customerName: 'CANARY Dan Kowalski',
        note: 'CANARY 07911 123456',
        requestedBarberId: 'ana',
        phone: 'CANARY',
        endReason: 'CANARY',
        services: [{ name: 'CANARY' }],
        customerId: { id: 'CANARY' },
      },
      reason: 'CANARY is free',
      email: 'CANARY@example.com',
    };

    const line = domainLogLine(event('ticket.opened', data));

    expect(JSON.stringify(line)).not.toContain('CANARY');
    expect(line).toMatchObject({ number: 17, state: 'waiting', requestedBarberId: 'ana' });
  });
});
