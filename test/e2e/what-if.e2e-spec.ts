import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiTokenEntity } from '../../src/auth/api-tokens/api-token.entity';
import { hashOfToken, newToken } from '../../src/auth/token.rules';
import { ShopsModule } from '../../src/shops/shops.module';
import { commandIn, ModuleApp } from '../support/module-app';
import { writeOwnPast } from '../support/own-past';
import { ServerProgram } from '../support/server-program';

// The program as it is shipped, with the worker thread of dist.

jest.setTimeout(90_000);

/** While a question is worked out, at least so many others are answered; a blocked loop answers none. */
const OTHERS_ANSWERED_MIN = 10;

describe('a question to the program', () => {
  const tokens: Record<string, string> = { owner: newToken('fat_'), kiosk: newToken('fat_') };
  let folder: string;
  let server: ServerProgram;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fusion-what-if-'));
    const path = join(folder, 'shop.db');
    const writing = await ModuleApp.start([ShopsModule], { DB_PATH: path });
    const shopId = await writing.openShop({ slug: 'own' });
    const request = { seed: 11, barbers: 5, load: 1, historyDays: 40 };
    await writeOwnPast(writing.unitOfWork, commandIn(shopId), request);
    await writing.unitOfWork.run(commandIn(shopId), async (tx) => {
      for (const [name, token] of Object.entries(tokens)) {
        await tx.insert(ApiTokenEntity, {
          ...{ id: tx.newId(), shopId, name, role: name as 'owner' | 'kiosk' },
          ...{ tokenHash: hashOfToken(token), createdBy: 'test', createdAt: tx.now },
          ...{ expiresAt: null, revokedAt: null },
        });
      }
    });
    await writing.stop();
    server = await ServerProgram.start({ DB_PATH: path });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(body: object, token = tokens['owner']) {
    const answer = await fetch(`${server.address}/v1/what-if`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    const { status, headers } = answer;
    return { status, headers, body: (await answer.json()) as Record<string, unknown> };
  }

  it('is not for a kiosk', async () => {
    const question = { changes: [{ kind: 'add_barber' }] };

    expect(await ask(question, tokens['kiosk'])).toMatchObject({ status: 403 });
  });

  it('is worked out beside everything else, one at a time, and not too often', async () => {
    const question = {
      changes: [
        { kind: 'add_barber', weekday: 'sat' },
        { kind: 'open_later', minutes: 15 },
      ],
    };
    const first = ask(question);
    let isAnswered = false;
    void first.then(() => {
      isAnswered = true;
    });
    const second = await ask(question);
    let others = 0;
    while (!isAnswered) {
      expect((await fetch(`${server.address}/health/live`)).status).toBe(200);
      if (!isAnswered) others += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }

    expect(second).toMatchObject({ status: 409, body: { code: 'WHAT_IF_RUNNING' } });
    expect(await first).toMatchObject({ status: 200, body: { currency: 'GBP', weekdays: null } });
    expect(others).toBeGreaterThanOrEqual(OTHERS_ANSWERED_MIN);

    const statuses: number[] = [];
    for (let times = 0; times < 15 && !statuses.includes(429); times += 1) {
      const next = await ask({ changes: [{ kind: 'teach', barberId: 'x', skill: 'cut' }] });
      statuses.push(next.status);
      if (next.status === 429) expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
