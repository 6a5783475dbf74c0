import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../support/certificates';
import { freePort, ServerProgram } from '../support/server-program';

// The program as a shop runs it: started, stopped, killed in the middle of work, started again.

jest.setTimeout(60_000);

const ADMIN_KEY = '7f3b9c1e5d8a2046b1e7c3f9d5a08264e1b7c3d9f5a20846';
const WRITERS = 8;
const KILLS = 3;

let folder: string;
const running: ServerProgram[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fusion-program-'));
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const databasePath = () => join(folder, 'data', 'shop.db');

async function start(environment = {}, port?: number): Promise<ServerProgram> {
  const server = await ServerProgram.start({ DB_PATH: databasePath(), ...environment }, port);
  running.push(server);
  return server;
}

async function post(server: ServerProgram, path: string, body: object, headers = {}) {
  const answer = await fetch(server.address + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${ADMIN_KEY}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { id: string; ticket?: { id: string } },
  };
}

const SHOP = {
  shop: { name: 'Kill cuts', timeZone: 'UTC', currency: 'USD' },
  owner: { email: 'olivia@cuts.example', password: 'comb over coffee' },
};

describe('the program', () => {
  it('prints a one-time link that sets up the owner once', async () => {
    const server = await start();
    const [, token] = /\/setup\/#(fsu_\S+)/.exec(server.output.words) ?? [];

    const page = await fetch(`${server.address}/setup/`);
    const first = await post(server, '/v1/setup', { token, ...SHOP }, { authorization: '' });
    const second = await post(server, '/v1/setup', { token, ...SHOP }, { authorization: '' });

    expect(page.status).toBe(200);
    expect(first.status).toBe(201);
    expect(second.status).toBeGreaterThanOrEqual(400);
  });

  it('logs one JSON object a line, each with an event, and no secret in any', async () => {
    const server = await start({ LOG_LEVEL: 'trace', ADMIN_KEY });
    await post(server, '/v1/setup', SHOP);
    await post(server, '/v1/auth/sign-in', SHOP.owner);
    await server.stop();

    const lines = server.output.logs.trim().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('event');
    expect(server.output.logs).toContain('"event":"server.started"');
    for (const secret of [ADMIN_KEY, SHOP.owner.password, SHOP.owner.email]) {
      expect(server.output.logs).not.toContain(secret);
    }
  });

  it('keeps its file to its owner alone', async () => {
    await start();

    expect(statSync(databasePath()).mode & 0o077).toBe(0);
  });

  it('ends with status 0 on SIGTERM, in good time, though connections are open', async () => {
    const server = await start();
    await fetch(`${server.address}/health/live`);

    const startedAt = performance.now();
    const ending = server.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const live = await fetch(`${server.address}/health/live`);
    const ready = await fetch(`${server.address}/health/ready`);

    // It still serves, but wants to be left.
    expect([live.status, ready.status]).toEqual([200, 503]);
    expect(live.headers.get('connection')).toBe('close');
    expect(await ending).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('refuses to start in production without a strong ADMIN_KEY, and says so without it', async () => {
    for (const key of ['', 'godmode123']) {
      const server = ServerProgram.launch(await freePort(), {
        NODE_ENV: 'production',
        DB_PATH: databasePath(),
        ADMIN_KEY: key,
      });

      expect(await server.exit()).toBe(1);
      expect(server.output.words).toContain('ADMIN_KEY');
      expect(server.output.words).not.toContain('godmode123');
    }
  });

  describe('says in a sentence, once, what keeps it from starting:', () => {
    async function expectRefusal(
      environment: Record<string, string>,
      says: readonly string[],
      port?: number,
    ): Promise<void> {
      const server = ServerProgram.launch(port ?? (await freePort()), {
        DB_PATH: databasePath(),
        ...environment,
      });
      running.push(server);

      expect(await server.exit()).toBe(1);
      for (const words of says) expect(server.output.words).toContain(words);
      expect(server.output.words.trim().split('\n')).toHaveLength(2);
      expect(server.output.logs).not.toContain('ExceptionHandler');
    }

    it('a port that is taken', async () => {
      const other = createServer();
      const port = await freePort();
      await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
      try {
        await expectRefusal({}, [`PORT ${port} is taken`], port);
        await expectRefusal({ METRICS_PORT: String(port) }, [`METRICS_PORT ${port} is taken`]);
      } finally {
        other.close();
      }
    });

    it('a database that cannot be made where DB_PATH says', async () => {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      mkdirSync(join(folder, 'shop.db.lock'));

      for (const path of [
        '/proc/nowhere/shop.db',
        join(file, 'shop.db'),
        join(folder, 'shop.db'),
      ]) {
        await expectRefusal({ DB_PATH: path }, [`DB_PATH (${path}) cannot be written`]);
      }
    });

    it('a damaged database, with the way to restore it', async () => {
      const path = join(folder, 'damaged.db');
      writeFileSync(path, 'no database '.repeat(1_000));

      await expectRefusal({ DB_PATH: path }, [`DB_PATH (${path})`, 'copy the last backup']);
    });

    it('another server on the same file', async () => {
      await start();

      await expectRefusal({}, [`Another Fusion server already runs on ${databasePath()}`]);
    });

    it('a certificate without its key', async () => {
      const [one, other] = [makeCertificate({ name: 'one' }), makeCertificate({ name: 'other' })];
      const paths = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') };
      writeFileSync(paths.TLS_CERT, one.pem);
      await expectRefusal(paths, [`TLS_KEY (${paths.TLS_KEY}) cannot be read (ENOENT)`]);

      writeFileSync(paths.TLS_KEY, other.keyPem);
      await expectRefusal(paths, [`TLS_CERT (${paths.TLS_CERT})`, 'its own key']);
    });
  });

  it('has every acknowledged ticket once after kill -9 under load', async () => {
    const port = await freePort();
    let server = await start({ ADMIN_KEY }, port);
    await post(server, '/v1/setup', SHOP);
    const service = await post(server, '/v1/services', {
      name: 'Cut',
      priceCents: 3000,
      durationMinutes: 30,
      skills: [],
    });
    const acknowledged = new Map<string, string>();
    const unanswered = new Set<string>();

    const open = async (key: string) => {
      const answer = await post(
        server,
        '/v1/tickets',
        { customerName: key, serviceIds: [service.body.id] },
        { 'idempotency-key': key },
      );
      if (answer.status !== 201) throw new Error(`Refused with ${answer.status}`);
      acknowledged.set(key, answer.body.ticket?.id ?? '');
      unanswered.delete(key);
    };
    const writeUntilKilled = async (writer: string) => {
      for (let i = 0; ; i += 1) {
        const key = `${writer}-${i}`;
        unanswered.add(key);
        try {
          await open(key);
        } catch {
          return;
        }
      }
    };

    for (let kill = 0; kill < KILLS; kill += 1) {
      const writers = Array.from({ length: WRITERS }, (_, w) => writeUntilKilled(`${kill}-${w}`));
      await new Promise((resolve) => setTimeout(resolve, 150 + 130 * kill));
      await server.stop('SIGKILL');
      await Promise.all(writers);
      server = await start({ ADMIN_KEY }, port);
      // The caller does not know what became of these, and sends them again with their keys.
      for (const key of [...unanswered]) await open(key);
    }

    const kept = new Map<string, string[]>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await fetch(
        `${server.address}/v1/tickets?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
        { headers: { authorization: `Bearer ${ADMIN_KEY}` } },
      );
      const { items, nextCursor } = (await page.json()) as {
        items: { id: string; customerName: string }[];
        nextCursor: string | null;
      };
      for (const { id, customerName } of items) {
        kept.set(customerName, [...(kept.get(customerName) ?? []), id]);
      }
      cursor = nextCursor;
    }
    expect(acknowledged.size).toBeGreaterThan(50);
    expect(kept.size).toBe(acknowledged.size);
    for (const [key, id] of acknowledged) expect(kept.get(key)).toEqual([id]);
  });
});
