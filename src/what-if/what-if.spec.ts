import { commandIn, ModuleApp } from '../../test/support/module-app';
import { type WrittenPast, writeOwnPast } from '../../test/support/own-past';
import { AuthModule } from '../auth/auth.module';
import { BarbersModule } from '../barbers/barbers.module';
import { CatalogModule } from '../catalog/catalog.module';
import { ShopsModule } from '../shops/shops.module';
import { OwnHistory } from '../tickets/simulation/own-history.service';
import { TicketsModule } from '../tickets/tickets.module';
import { WhatIfDto } from './dto/what-if.dto';
import { toWhatIfResponse } from './dto/what-if.response';
import { WhatIfModule } from './what-if.module';
import { WhatIfService } from './what-if.service';
import work from './what-if.worker';
import { WhatIfThread } from './what-if-thread.service';

/** Works without a thread; the real one runs in what-if.e2e-spec.ts. */
class Inline extends WhatIfThread {
  override run = async (question: Parameters<WhatIfThread['run']>[0]) => work(question);
}

describe('what if', () => {
  let server: ModuleApp;
  let shopId: string;
  let written: WrittenPast;
  let questions: WhatIfService;

  beforeAll(async () => {
    const modules = [ShopsModule, CatalogModule, BarbersModule, AuthModule, TicketsModule];
    server = await ModuleApp.start([...modules, WhatIfModule]);
    shopId = await server.openShop({ slug: 'busy' });
    const request = { seed: 31, barbers: 3, load: 1.1, historyDays: 14 };
    written = await writeOwnPast(server.unitOfWork, commandIn(shopId), request);
    questions = new WhatIfService(server.get(OwnHistory), new Inline());
  }, 60_000);

  afterAll(() => server.stop());

  const ask = (body: unknown, shop = shopId) => {
    const question = WhatIfDto.schema.parse(body);
    return questions.ask(commandIn(shop), question);
  };

  it('tells of a barber more: shorter waits, fewer lost, more taken', async () => {
    const answer = await ask({ changes: [{ kind: 'add_barber' }] });

    const { figures, currency, days, weekdays } = toWhatIfResponse(answer);
    expect({ currency, weekdays }).toEqual({ currency: 'GBP', weekdays: null });
    expect(days).toBeGreaterThan(5);
    expect(figures.meanWaitMinutes.change.high).toBeLessThan(0);
    expect(figures.lost.change.high).toBeLessThan(0);
    expect(figures.takingsCents.change.low).toBeGreaterThan(0);
    expect(Number.isInteger(figures.takingsCents.whatIf.value)).toBe(true);
  });

  it('tells of a barber fewer, with what was seen beside it', async () => {
    const barberId = written.barberIds[0];
    const answer = await ask({
      from: '2025-06-09',
      to: '2025-06-13',
      changes: [{ kind: 'remove_barber', barberId, weekday: 'fri' }],
    });

    expect(answer).toMatchObject({ days: 1, weekdays: ['fri'], from: '2025-06-09' });
    expect(answer.figures.lost.change.value).toBeGreaterThan(0);
    expect(answer.observed.served).toBe(
      written.history.filter(({ day, outcome }) => day === 11 && outcome === 'served').length,
    );
    expect(answer.sentence).toContain('So few days show little');
  });

  it.each([
    [{ kind: 'move_breaks', minutes: -45 }, 'Breaks 45 minutes earlier'],
    [{ kind: 'open_later', minutes: 60 }, 'Opening 60 minutes later'],
    [{ kind: 'close_later', minutes: 30, weekday: 'sat' }, 'Closing 30 minutes later on Saturdays'],
  ])('plays %j', async (change, words) => {
    const answer = await ask({ from: '2025-06-13', to: '2025-06-14', changes: [change] });

    expect(answer.sentence).toContain(words);
    const changes = Object.values(answer.figures).map(({ change: { value } }) => value);
    expect(changes.some((value) => value !== 0)).toBe(true);
  });

  it('plays a skill taught, together with something else', async () => {
    const changes = [
      { kind: 'teach', barberId: written.barberIds[1], skill: 'shave' },
      { kind: 'add_barber', skills: ['cut'], weekday: 'sat' },
    ];

    const { sentence, days } = await ask({ from: '2025-06-12', changes });

    expect(days).toBe(4);
    expect(sentence).toMatch(
      /^One barber taught "shave" and one barber more who can do cut on Sat/,
    );
  });

  it('closing earlier loses those who come then', async () => {
    const answer = await ask({
      from: '2025-06-10',
      to: '2025-06-11',
      changes: [{ kind: 'close_later', minutes: -120 }],
    });

    expect(answer.figures.lost.change.value).toBeGreaterThan(0);
    expect(answer.notes.join(' ')).toContain('Nobody is made up for hours');
  });

  it('works out one question of a shop at a time', async () => {
    const first = ask({ from: '2025-06-15', changes: [{ kind: 'add_barber' }] });

    await expect(ask({ changes: [{ kind: 'add_barber' }] })).rejects.toMatchObject({
      code: 'WHAT_IF_RUNNING',
    });
    expect((await first).days).toBe(1);
  });

  it('refuses what cannot be answered', async () => {
    const change = { kind: 'add_barber' };
    const nobody = '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c';

    await expect(ask({ from: '2025-07-01', changes: [change] })).rejects.toMatchObject({
      code: 'WHAT_IF_NO_DAYS',
    });
    await expect(
      ask({ from: '2025-06-02', to: '2025-12-31', changes: [change] }),
    ).rejects.toMatchObject({ code: 'WHAT_IF_TOO_MUCH' });
    await expect(
      ask({ changes: [{ kind: 'remove_barber', barberId: nobody }] }),
    ).rejects.toMatchObject({ code: 'WHAT_IF_IMPOSSIBLE' });
    await expect(
      ask({ from: '2025-06-09', to: '2025-06-10', changes: [{ ...change, weekday: 'sun' }] }),
    ).rejects.toMatchObject({ code: 'WHAT_IF_IMPOSSIBLE' });
  });

  it.each([
    [{ changes: [] }],
    [{ changes: [{ kind: 'add_barber', skill: 'cut' }] }],
    [{ changes: [{ kind: 'move_breaks', minutes: 1e9 }] }],
    [{ changes: [{ kind: 'hire' }] }],
  ])('does not take %j', (body) => {
    expect(WhatIfDto.schema.safeParse(body).success).toBe(false);
  });
});
