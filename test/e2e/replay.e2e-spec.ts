import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../../src/commands/replay/evidence';
import { examine } from '../../src/commands/replay/examine';
import type { Outcome } from '../../src/commands/replay/outcome/outcome';
import { type ReplayHooks, replay } from '../../src/commands/replay/replay.command';

const root = join(__dirname, '..', '..');
const saturday = join(root, 'test/fixtures/recorded-days/saturday.json');

/** The server needs its compiled form, since it is a process of its own; `npm test` makes it. */
const serverModule = join(root, 'dist/commands/replay/replay-server.js');

/** What a replay of the Saturday's first hours came to. */
async function play(argv: readonly string[], hooks: ReplayHooks = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fusion-replay-test-'));
  const json = join(folder, 'outcome.json');
  let printed = '';
  try {
    const code = await replay([saturday, ...argv, '--json', json], {
      serverModule,
      print: (text) => {
        printed += text;
      },
      ...hooks,
    });
    const outcome = JSON.parse(readFileSync(json, 'utf8')) as Outcome;
    return { code, printed, outcome, shop: outcome.shops[0]! };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Mutable<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : T extends readonly (infer Item)[]
      ? Mutable<Item>[]
      : { -readonly [K in keyof T]: Mutable<T[K]> };

/** A copy of what was seen, to be falsified. */
function falsified(evidence: Evidence, change: (copy: Mutable<Evidence>) => void): Evidence {
  const streams = evidence.streams.map(
    ({ name, shopId, audience, since, until, events, resumes, complaints }) =>
      structuredClone({ name, shopId, audience, since, until, events, resumes, complaints }),
  );
  const copy = structuredClone({ ...evidence, streams }) as unknown as Mutable<Evidence>;
  change(copy);
  return copy;
}

/** Which checks have something to say. */
function failedChecks(evidence: Evidence): string[] {
  return examine(evidence)
    .findings.filter(({ deviations }) => deviations.length > 0)
    .map(({ check }) => check);
}

describe('a replayed Saturday', () => {
  let evidence: Evidence;
  let played: Awaited<ReturnType<typeof play>>;

  beforeAll(async () => {
    played = await play(['--until', '10:00'], {
      tamper: (seen) => {
        evidence = seen;
        return seen;
      },
    });
  }, 60_000);

  it('is as it should be', () => {
    expect(played.printed).toContain('Everything is as it should be.');
    expect(played.outcome.isGood).toBe(true);
    expect(played.code).toBe(0);
  });

  it('tells sales, waits, and latency from commit to socket', () => {
    const { shop } = played;

    expect(shop.sales.totalCents).toBeGreaterThan(0);
    expect(shop.waitMinutes.count).toBeGreaterThan(0);
    expect(shop.latencyMs.count).toBeGreaterThan(100);
    expect(shop.latencyMs.p99).toBeGreaterThan(0);
    expect(played.printed).toMatch(/commit to socket, ms +mean .*p50 .*p99/);
  });

  it('lets sockets go away and come back for what they have missed', () => {
    expect(played.shop.sockets.resumes).toBeGreaterThan(0);
  });

  const stream = (copy: Mutable<Evidence>, kind: string) =>
    copy.streams.find(({ audience }) => audience.kind === kind)!;
  const report = (copy: Mutable<Evidence>) =>
    copy.facts.reports.get('2026-05-16') as { sales: { tipsCents: number } };

  it.each<[string, (copy: Mutable<Evidence>) => void, string]>([
    [
      'an event that a screen did not get',
      (copy) => void stream(copy, 'lobby').events.splice(5, 1),
      'Every socket got exactly its events',
    ],
    [
      'an event that came twice',
      (copy) => void stream(copy, 'barber').events.splice(3, 0, stream(copy, 'barber').events[3]!),
      'Every socket got exactly its events',
    ],
    [
      'events out of order',
      (copy) => void stream(copy, 'ticket').events.reverse(),
      'Every socket got exactly its events',
    ],
    [
      "an event of somebody else's ticket",
      (copy) => {
        const own = stream(copy, 'ticket');
        const other = stream(copy, 'admin').events.find(
          (event) => event.sequence > own.since && event.ticketId !== own.events[0]!.ticketId,
        )!;
        own.events.push(other);
        own.events.sort((a, b) => a.sequence - b.sequence);
      },
      'Every socket got exactly its events',
    ],
    [
      'a full name on the screen',
      (copy) => {
        const told = stream(copy, 'lobby').events.find(({ type }) => type === 'ticket.opened')!;
        (told.data.ticket as { customerName: string }).customerName = 'Daniel Kowalski';
      },
      'Every socket got exactly its events',
    ],
    [
      'a gap in the history',
      (copy) => void stream(copy, 'admin').events.splice(40, 1),
      'Every socket got exactly its events',
    ],
    [
      'a ticket that is lost',
      (copy) => void copy.facts.tickets.pop(),
      'Every arrival is accounted for',
    ],
    [
      'a write that was confirmed and is not there',
      (copy) => void copy.acknowledged.push({ ...copy.acknowledged[0]!, deed: 'service_added' }),
      'Every confirmed write is there, once',
    ],
    [
      'a payment that is there twice',
      (copy) => {
        const [order] = copy.facts.orders;
        order!.payments.push(order!.payments[0]!);
      },
      'Every confirmed write is there, once',
    ],
    [
      'a cent that is missing in the books',
      (copy) => {
        copy.facts.entries[0]!.postings[0]!.amountCents -= 1;
      },
      'The ledger sums to zero and is the recount',
    ],
    [
      'a cent that was moved between accounts',
      (copy) => {
        const [first, second] = copy.facts.entries[0]!.postings;
        first!.amountCents -= 1;
        second!.amountCents += 1;
      },
      'The ledger sums to zero and is the recount',
    ],
    [
      'a cent too much in the report',
      (copy) => {
        report(copy).sales.tipsCents += 1;
      },
      'The day reports equal the recount to the cent',
    ],
    [
      'a cent less in the recording',
      (copy) => {
        copy.shop.recorded.services.forEach((service) => {
          service.priceCents -= 1;
        });
      },
      'The day reports equal the recount to the cent',
    ],
  ])('would betray %s', (_title, change, check) => {
    expect(failedChecks(evidence)).toEqual([]);
    expect(failedChecks(falsified(evidence, change))).toContain(check);
  });
});

describe('the replay command', () => {
  it('ends with 1 on a deviation and says what it is', async () => {
    const { code, printed, outcome } = await play(['--until', '08:30'], {
      tamper: (evidence) => falsified(evidence, (copy) => void copy.facts.orders.pop()),
    });

    expect(code).toBe(1);
    expect(outcome.isGood).toBe(false);
    expect(printed).toContain('FAILED  Every confirmed write is there, once');
  }, 60_000);

  it('keeps every confirmed write when the server is killed in the midst of it', async () => {
    const { code, printed, shop } = await play(['--until', '09:00', '--kill', '2']);

    expect(printed).not.toContain('FAILED');
    expect(code).toBe(0);
    expect(shop.kills).toBe(2);
  }, 60_000);

  it('plays on a clock that runs, too', async () => {
    const { code, printed } = await play(['--until', '08:45', '--speed', '1500']);

    expect(printed).not.toContain('FAILED');
    expect(code).toBe(0);
  }, 60_000);

  it.each([
    [['--speed', 'fast', 'x.json']],
    [['no-such-file.json']],
    [[saturday, '--database', saturday]],
  ])('ends with 2 on wrong use: %p', async (argv) => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

    const code = await replay(argv);

    expect(code).toBe(2);
    expect(said).toHaveBeenCalled();
    said.mockRestore();
  });
});
