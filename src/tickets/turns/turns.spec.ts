import { TicketShop } from '../../../test/support/ticket-shop';
import { Turns } from './turns.service';

const NOTHING_PLANNED = {
  ...{ isLastClient: false, shiftEndsAt: null, breakFrom: null, breakEndsAt: null },
};

describe('the turn list', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut'], 2500);
  });

  afterEach(() => shop.close());

  it('shows whose turn it is, what everybody had, and why', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    shop.clock.advanceMinutes(10);
    const bob = await shop.staff('BOB', ['cut']);
    const cal = await shop.staff('CAL', ['cut']);
    await shop.shifts.startBreak(shop.as(), cal);
    await shop.hire('DAN', ['cut']);

    const first = await shop.join(cut);
    await shop.lifecycle.start(shop.as(), first.id, {});
    shop.clock.advanceMinutes(20);
    await shop.lifecycle.complete(shop.as(), first.id, {});
    const asked = await shop.join(cut, { requestedBarberId: bob, onlyRequestedBarber: true });
    await shop.lifecycle.start(shop.as(), asked.id, {});
    shop.clock.advanceMinutes(5);

    const { at, businessDay, turns } = await shop.get(Turns).read(shop.asBarber(bob));

    expect([at, businessDay]).toEqual(['2026-05-16T09:35:00.000Z', '2026-05-16']);
    expect(turns).toEqual([
      {
        ...{ position: 1, barberId: ann, name: 'ANN', status: 'available' },
        ...{ idleSince: '2026-05-16T09:30:00.000Z', workedMinutes: 35 },
        ...{ takenAt: null, expectedEndsAt: null, ...NOTHING_PLANNED },
        ...{ chairMinutes: 20, turnsTaken: 1, walkInTurns: 1, walkInsServed: 1 },
        why: { sentence: expect.stringContaining('ANN'), decidedAt: '2026-05-16T09:10:00.000Z' },
      },
      {
        ...{ position: 2, barberId: bob, name: 'BOB', status: 'busy' },
        ...{ idleSince: null, workedMinutes: 25, chairMinutes: 0, ...NOTHING_PLANNED },
        ...{ turnsTaken: 1, walkInTurns: 0, walkInsServed: 0 },
        ...{ takenAt: '2026-05-16T09:30:00.000Z', expectedEndsAt: expect.stringMatching(/T09:5/) },
        why: expect.objectContaining({ decidedAt: '2026-05-16T09:30:00.000Z' }),
      },
      {
        ...{ position: 3, barberId: cal, name: 'CAL', status: 'on_break' },
        ...{ idleSince: '2026-05-16T09:10:00.000Z', workedMinutes: 0 },
        ...{ takenAt: null, expectedEndsAt: null, ...NOTHING_PLANNED, chairMinutes: 0 },
        ...{ turnsTaken: 0, walkInTurns: 0, walkInsServed: 0, why: null },
      },
    ]);
    expect(JSON.stringify(turns)).not.toMatch(/cents|commission/i);
  });

  it('shows what is planned: the end, the last client, the break', async () => {
    const ann = await shop.hire('ANN', ['cut']);
    const at = (minutes: number) => new Date(shop.clock.now() + minutes * 60_000).toISOString();
    await shop.plan(ann, {
      startsAt: shop.wallClock(),
      endsAt: shop.wallClock(40),
      break: { at: shop.wallClock(5), minutes: 10, windowMinutes: 0 },
    });
    await shop.shifts.clockIn(shop.as(), ann);
    const rows = async () => (await shop.get(Turns).read(shop.as())).turns;
    expect(await rows()).toMatchObject([{ shiftEndsAt: at(40), breakFrom: at(5) }]);

    await shop.timePasses(5);
    expect(await rows()).toMatchObject([
      { status: 'on_break', breakFrom: null, breakEndsAt: at(10) },
    ]);
    await shop.timePasses(10);
    await shop.shifts.endBreak(shop.as(), ann);
    await shop.join(cut);

    expect(await rows()).toMatchObject([{ isLastClient: true, breakFrom: null }]);
  });
});
