import { refusal } from '../../test/support/refusal';
import { TicketShop } from '../../test/support/ticket-shop';
import { ShopsService } from '../shops/shops.service';
import { DispatchTimer } from './assignment/dispatch-timer.service';
import { DurationMemory } from './durations/duration-memory.service';
import { DurationQueries } from './durations/duration-queries.service';

describe('the dispatcher in the shop', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
  });

  afterEach(() => shop.close());

  const timePasses = async (minutes: number): Promise<void> => {
    shop.clock.advanceMinutes(minutes);
    await shop.get(DispatchTimer).tick();
  };

  it('keeps a wish as long as its barber is expected in time, although another is free', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const first = await shop.join(cut, { requestedBarberId: ann });
    await shop.lifecycle.start(shop.as(), first.id, {});
    shop.clock.advanceMinutes(20);
    const bob = await shop.staff('BOB', ['cut']);

    const patient = await shop.join(cut, {
      requestedBarberId: ann,
      patienceForRequestedBarberMinutes: 40,
    });
    const hasty = await shop.join(cut, {
      requestedBarberId: ann,
      patienceForRequestedBarberMinutes: 5,
    });

    expect(patient).toMatchObject({ state: 'waiting', waitsForBarberMinutes: 40 });
    expect(hasty).toMatchObject({ state: 'assigned', barberId: bob });
    const { decisions } = await shop.queries.explain(shop.as(), hasty.id);
    expect(decisions[0]?.sentence).toBe(
      'BOB can take you now; ANN would not be free within the 5 minutes that you wanted to wait.',
    );
    expect(decisions[0]?.candidates[0]?.terms).toMatchObject({ scarcity: 0, minutes: 15.69 });
  });

  it('lets anybody serve once the patience is over, as the shop has it', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    await shop.join(cut);
    await shop.get(ShopsService).update(shop.as(), { patienceForRequestedBarberMinutes: 60 });
    const waiting = await shop.join(cut, { requestedBarberId: ann });
    const bob = await shop.staff('BOB', ['cut']);
    expect(await shop.view(waiting.id)).toMatchObject({ state: 'waiting' });

    await timePasses(59);
    expect(await shop.view(waiting.id)).toMatchObject({ state: 'waiting' });
    await timePasses(2);

    expect(await shop.view(waiting.id)).toMatchObject({ state: 'assigned', barberId: bob });
  });

  it('does not wait for somebody who is not there, or cannot do it', async () => {
    const ann = await shop.hire('ANN', ['cut']);
    const zoe = await shop.staff('ZOE', ['shave']);
    const [bob, cat] = [await shop.staff('BOB', ['cut']), await shop.staff('CAT', ['cut'])];

    const absent = await shop.join(cut, { requestedBarberId: ann });
    const unable = await shop.join(cut, { requestedBarberId: zoe });

    expect([absent.barberId, unable.barberId].sort()).toEqual([bob, cat].sort());
  });

  it('gives the work to who has earned less, when all else is equal', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const dear = await shop.service('Dear', ['cut'], 20_000);
    const first = await shop.join(dear);
    await shop.lifecycle.start(shop.as(), first.id, {});
    const bob = await shop.staff('BOB', ['cut']);
    const second = await shop.join(cut);
    await shop.lifecycle.start(shop.as(), second.id, {});
    shop.clock.advanceMinutes(30);
    await shop.lifecycle.complete(shop.as(), first.id, {});
    await shop.lifecycle.complete(shop.as(), second.id, {});

    const third = await shop.join(cut);

    expect([first.barberId, second.barberId, third.barberId]).toEqual([ann, bob, bob]);
  });

  it('plays the choices forward when the owner has switched that on', async () => {
    await shop.get(ShopsService).update(shop.as(), { dispatchMode: 'look_ahead' });
    await shop.staff('ANN', ['cut']);
    await shop.staff('BOB', ['cut', 'shave']);

    const ticket = await shop.join(cut);

    expect(ticket.state).toBe('assigned');
    const { decisions } = await shop.queries.explain(shop.as(), ticket.id);
    expect(decisions[0]?.policy).toBe('look-ahead-1');
  });

  describe('learns how long services take', () => {
    const serve = async (minutes: number) => {
      const ticket = await shop.join(cut);
      await shop.lifecycle.start(shop.as(), ticket.id, {});
      shop.clock.advanceMinutes(minutes);
      const before = await shop.sequence();
      await shop.lifecycle.complete(shop.as(), ticket.id, {});
      const [told] = await shop.eventsAfter(before);
      return (JSON.parse(told!.data) as { isDurationSuspect: boolean }).isDurationSuspect;
    };
    const explain = async (barberId: string, command = shop.as()) =>
      (await shop.get(DurationQueries).explain(command, barberId, { limit: 50 })).items[0]!;

    it('from every completion, and takes the number apart', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      expect(await explain(ann)).toMatchObject({ menuMinutes: 30, expectedMinutes: 30 });

      for (let served = 0; served < 6; served += 1) expect(await serve(42)).toBe(false);

      const learned = await explain(ann, shop.asBarber(ann));
      expect(learned.expectedMinutes).toBeGreaterThan(36);
      expect(learned.todayPercent).toBeGreaterThan(0);
      expect(learned.text).toContain('the menu says 30');
    });

    it('and marks what was probably forgotten', async () => {
      await shop.staff('ANN', ['cut']);
      expect(await serve(30)).toBe(false);
      expect(await serve(240)).toBe(true);
      expect(await serve(0)).toBe(true);
    });

    it('from what was committed only', async () => {
      const ann = await shop.staff('ANN', ['cut']);
      await serve(45);
      const before = await explain(ann);
      const memory = shop.get(DurationMemory);
      const completion = { barberId: ann, service: cut, menuMinutes: 30, minutes: 10 };
      const undone = shop.unit(async (tx) => {
        await memory.learn(tx, '2026-05-16', completion);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');

      expect(await explain(ann)).toEqual(before);
    });

    it('and tells no barber about another', async () => {
      const [ann, bob] = [await shop.staff('ANN', ['cut']), await shop.staff('BOB', ['cut'])];
      const refused = await refusal(explain(ann, shop.asBarber(bob)));
      expect(refused.code).toBe('BARBER_NOT_YOU');
    });
  });
});
