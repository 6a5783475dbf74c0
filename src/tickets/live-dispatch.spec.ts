import { TicketShop } from '../../test/support/ticket-shop';
import { ShopsService } from '../shops/shops.service';
import { DispatchService } from './assignment/dispatch.service';

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
    await shop.unit((tx) => shop.get(DispatchService).dispatch(tx));
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

    await timePasses(61);

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
});
