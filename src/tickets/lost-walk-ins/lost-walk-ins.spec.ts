import { TicketShop } from '../../../test/support/ticket-shop';
import { LostWalkIns } from './lost-walk-ins.service';

describe('lost walk-ins', () => {
  let shop: TicketShop;
  let cut: string;
  const days = { from: '2026-05-16', to: '2026-05-16' };
  const base = { partySize: 1, serviceIds: [] };

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut'], 2500);
  });

  afterEach(() => shop.close());

  const lose = (input: Parameters<LostWalkIns['add']>[1]) =>
    shop.get(LostWalkIns).add(shop.as({ kind: 'kiosk' }), input);

  it('cost what they asked for, or else the average ticket, once there is one', async () => {
    await lose({ ...base, reason: 'wait_too_long' });
    await lose({ ...base, reason: 'wait_too_long', partySize: 2, serviceIds: [cut] });
    await shop.staff('ANN', ['cut']);
    const ticket = await shop.join(cut, { serviceIds: [cut, cut] });
    await shop.lifecycle.start(shop.as(), ticket.id, {});
    await shop.lifecycle.complete(shop.as(), ticket.id, {});
    await lose({ ...base, reason: 'other', note: 'Dog outside', quotedMinutes: 20 });

    expect(await shop.get(LostWalkIns).list(shop.as(), days)).toMatchObject({
      count: 3,
      people: 4,
      lostCents: 10_000,
      reasons: [
        { reason: 'other', count: 1, people: 1, lostCents: 5000 },
        { reason: 'wait_too_long', count: 2, people: 3, lostCents: 5000 },
      ],
      items: [
        { note: 'Dog outside', quotedMinutes: 20, lostCents: 5000, basis: 'average_ticket' },
        { partySize: 2, lostCents: 5000, basis: 'services' },
        { lostCents: 0, basis: 'unknown' },
      ],
    });
  });

  it('are told with their money, and answered to the kiosk without', async () => {
    const before = await shop.sequence();

    const receipt = await lose({ ...base, reason: 'emergency', serviceIds: [cut] });

    expect(receipt).not.toHaveProperty('lostCents');
    const [event] = await shop.eventsAfter(before);
    expect(event?.type).toBe('walk_in.lost');
    expect(JSON.parse(event?.data ?? '')).toEqual({
      lostWalkIn: { ...receipt, lostCents: 2500, basis: 'services' },
    });
  });

  it('belong to their business day', async () => {
    await lose({ ...base, reason: 'emergency' });

    const tomorrow = { from: '2026-05-17', to: '2026-05-17' };
    expect(await shop.get(LostWalkIns).list(shop.as(), tomorrow)).toMatchObject({
      ...{ count: 0, people: 0, lostCents: 0, reasons: [], items: [] },
    });
  });
});
