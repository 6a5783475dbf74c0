import type { Actor } from '../platform/database/command';
import { TICKET_EXAMPLE } from './dto/ticket.response';
import { shortName, visibleTo } from './ticket-visibility.policy';

const ticket = { ...TICKET_EXAMPLE, note: 'Scar behind the left ear', endReason: 'In a hurry' };

function actor(kind: Actor['kind'], barberId: string | null = null): Actor {
  return { kind, id: 'somebody', barberId };
}

describe('what somebody sees of a ticket', () => {
  it.each(['owner', 'manager'] as const)('is everything for the %s', (kind) => {
    expect(visibleTo(actor(kind), ticket)).toBe(ticket);
  });

  it('is everything for the barber who has the customer', () => {
    expect(visibleTo(actor('barber', ticket.barberId), ticket)).toBe(ticket);
  });

  it('is everything but the note for other barbers', () => {
    expect(visibleTo(actor('barber', 'another'), ticket)).toEqual({ ...ticket, note: null });
  });

  it('is nothing that the staff noted for the customer', () => {
    expect(visibleTo(actor('customer'), ticket)).toEqual({
      ...ticket,
      note: null,
      endReason: null,
    });
  });

  it.each(['kiosk', 'lobby'] as const)('is short name and place for the %s', (kind) => {
    expect(visibleTo(actor(kind), ticket)).toEqual({
      ...ticket,
      customerName: 'Daniel K.',
      note: null,
      services: [],
      endReason: null,
    });
  });
});

describe('a short name', () => {
  it.each([
    ['Daniel Kowalski', 'Daniel K.'],
    ['  daniel   van der berg ', 'daniel B.'],
    ['Dan', 'Dan'],
    ['Zoë Ångström', 'Zoë Å.'],
    ['Ann 😀', 'Ann 😀.'],
    ['', ''],
  ])('of "%s" is "%s"', (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  it('of nobody is nothing', () => {
    expect(shortName(null)).toBeNull();
  });
});
