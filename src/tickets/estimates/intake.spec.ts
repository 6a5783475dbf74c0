import { refusal } from '../../../test/support/refusal';
import { TicketShop } from '../../../test/support/ticket-shop';
import { ShopsService } from '../../shops/shops.service';

const KIOSK = { kind: 'kiosk' } as const;
/** A Saturday in London: open from 08:00 to 17:00 UTC. */
const NOON = '2026-05-16T11:00:00Z';

describe('the intake', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
    shop.clock.set(NOON);
  });

  afterEach(() => shop.close());

  const joinAtKiosk = (wish = {}) => shop.join(cut, wish, shop.as(KIOSK));
  const refused = async (wish = {}) => {
    const { code, details } = await refusal(joinAtKiosk(wish));
    return { code, ...details };
  };
  const change = (changes: Parameters<ShopsService['update']>[1]) =>
    shop.get(ShopsService).update(shop.as(), changes);

  it('goes by the opening hours of the day', async () => {
    expect(await joinAtKiosk()).toMatchObject({ state: 'waiting' });

    shop.clock.set('2026-05-16T07:00:00Z');
    expect(await refused()).toMatchObject({
      code: 'INTAKE_CLOSED',
      reason: 'before_opening',
      opensAt: '2026-05-16T08:00:00.000Z',
    });
    expect(await joinAtKiosk({ arrivesInMinutes: 90 })).toMatchObject({ isHere: false });
    shop.clock.set('2026-05-16T07:45:00Z');
    expect(await joinAtKiosk()).toMatchObject({ state: 'waiting' });
    shop.clock.set('2026-05-16T17:00:00Z');
    expect(await refused()).toMatchObject({ reason: 'after_closing' });
    shop.clock.set('2026-05-17T11:00:00Z');
    expect(await refused()).toMatchObject({ reason: 'closed_today' });
    await change({ closingTimeWithoutHours: '16:00' });
    expect(await joinAtKiosk()).toMatchObject({ state: 'waiting' });
  });

  it('is never closed to the staff, and what they did is on record', async () => {
    shop.clock.set('2026-05-16T20:00:00Z');
    const before = await shop.sequence();

    expect(await shop.join(cut)).toMatchObject({ state: 'waiting' });

    const [opened] = await shop.eventsAfter(before);
    expect(JSON.parse(opened!.data)).toMatchObject({ intakeOverridden: 'after_closing' });
  });

  it('closes by the chance of a chair before closing, not by the clock', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    shop.clock.set('2026-05-16T15:45:00Z');
    const served = await shop.join(cut);
    await shop.lifecycle.start(shop.as(), served.id, {});

    shop.clock.advanceMinutes(1);
    const first = await joinAtKiosk();
    shop.clock.advanceMinutes(1);
    const late = await refused();

    expect(first.state).toBe('waiting');
    expect(late).toMatchObject({ code: 'INTAKE_CLOSED', reason: 'too_late' });
    expect(late).toHaveProperty('probabilitySeated');
    await shop.lifecycle.walkOut(shop.as(), first.id, {});
    shop.clock.advanceMinutes(1);
    expect(await joinAtKiosk({ requestedBarberId: ann, onlyRequestedBarber: true })).toMatchObject({
      state: 'waiting',
    });
  });

  it('may be paused by hand, and the stop may be switched off', async () => {
    await change({ isIntakePaused: true });
    expect(await refused()).toMatchObject({ reason: 'paused' });
    await change({ isIntakePaused: false, stopsIntake: false });
    shop.clock.set('2026-05-16T22:00:00Z');

    expect(await joinAtKiosk()).toMatchObject({ state: 'waiting' });
  });

  it('gives a repeated request the answer that it had before the list closed', async () => {
    const idempotency = { scope: 'kiosk', key: 'a-key-of-the-kiosk', requestHash: 'same' };
    const command = { ...shop.as(KIOSK), idempotency };
    const first = await shop.join(cut, {}, command);
    await change({ isIntakePaused: true });

    expect(await shop.join(cut, {}, command)).toEqual(first);
  });

  describe('at the door', () => {
    const waits = async (query = '', headers = {}) => {
      const url = `/v1/public/shops/test/waits${query}`;
      const answer = await shop.server.inject({ method: 'GET', url, headers });
      return { ...answer, body: answer.body === '' ? null : answer.json() };
    };

    it('shows both waits: whoever is free first, and each barber', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      const served = await shop.join(cut);
      await shop.lifecycle.start(shop.as(), served.id, {});
      shop.clock.advanceMinutes(20);
      const bob = await shop.staff('BOB', ['cut']);
      await shop.lifecycle.start(shop.as(), (await shop.join(cut)).id, {});
      await shop.staff('ZOE', ['shave']);
      shop.clock.advanceMinutes(1);

      const { body, statusCode } = await waits(`?serviceIds=${cut}`);

      expect(statusCode).toBe(200);
      const { chosen, services } = body;
      const of = (id: string) => chosen.barbers.find((one: { id: string }) => one.id === id).wait;
      expect(chosen.barbers.map(({ name }: { name: string }) => name).sort()).toEqual([
        'ANN',
        'BOB',
      ]);
      expect(of(ann).highMinutes).toBeLessThan(of(bob).medianMinutes);
      expect(chosen.anyone.medianMinutes).toBeLessThanOrEqual(of(ann).medianMinutes);
      expect(Date.parse(chosen.anyone.startsAt)).toBe(
        Date.parse(body.at) + chosen.anyone.medianMinutes * 60_000,
      );
      expect(services).toMatchObject([
        { serviceId: cut, name: 'Cut', intake: { isOpen: true, reason: null } },
      ]);
    });

    it('says why nobody is taken in', async () => {
      shop.clock.set('2026-05-16T18:00:00Z');

      const { body } = await waits();

      expect(body).toMatchObject({
        chosen: null,
        services: [
          {
            intake: {
              isOpen: false,
              reason: { code: 'after_closing', text: 'The shop has closed for today.' },
            },
            anyone: null,
          },
        ],
      });
    });

    it('is nothing to wait for with a free chair, and unknown with nobody at work', async () => {
      expect((await waits()).body.services[0].anyone).toBeNull();
      await shop.staff('ANN', ['cut']);
      shop.clock.advanceMinutes(1);

      expect((await waits()).body.services[0].anyone).toMatchObject({ medianMinutes: 0 });
    });

    it('tells who has the answer already that nothing has changed', async () => {
      const first = await waits();
      const headers = { 'if-none-match': String(first.headers.etag) };

      expect((await waits('', headers)).statusCode).toBe(304);
      await shop.staff('ANN', ['cut']);
      expect((await waits('', headers)).statusCode).toBe(200);
    });

    it('refuses what is no list of services', async () => {
      expect((await waits('?serviceIds=nonsense')).statusCode).toBe(400);
      expect((await waits(`?serviceIds=${crypto.randomUUID()}`)).body.code).toBe(
        'SERVICE_NOT_FOUND',
      );
    });
  });
});
