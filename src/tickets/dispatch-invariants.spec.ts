import { TicketShop } from '../../test/support/ticket-shop';
import { DomainError } from '../platform/errors/problem';
import { DispatchTimer } from './assignment/dispatch-timer.service';
import type { WaitingTicket } from './assignment/queue-state';
import { obstacle } from './assignment/verdict.policy';
import { holdsChair, TICKET_STATES, type TicketState } from './ticket.transitions';

interface TicketRow {
  readonly id: string;
  readonly state: TicketState;
  readonly barber_id: string | null;
  readonly required_skills: string;
  readonly requested_barber_id: string | null;
  readonly only_requested_barber: number;
  readonly joined_at: number;
  readonly waits_for_barber_minutes: number | null;
}

interface ChairRow {
  readonly barber_id: string;
  readonly ticket_id: string | null;
  readonly skills: string;
  readonly is_on_break: number;
}

const SKILLS = ['beard', 'braids', 'cut', 'fade'] as const;
const CODES = ['ANN', 'BOB', 'CAT', 'DAN', 'EVE'] as const;
const COMMANDS_PER_STORY = 300;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A shop where people do anything at any time, as far as they are let. */
class Story {
  private readonly barbers: string[] = [];
  private readonly services: string[] = [];
  private readonly joined: string[] = [];
  readonly refusals = new Map<string, number>();

  constructor(
    private readonly shop: TicketShop,
    private readonly chance: () => number,
  ) {}

  async begin(): Promise<void> {
    for (const skill of SKILLS) this.services.push(await this.shop.service(skill, [skill]));
    for (const code of CODES) this.barbers.push(await this.shop.hire(code, this.someSkills()));
  }

  /** One command; a refusal is an answer like any other. */
  async go(): Promise<void> {
    this.shop.clock.advanceMinutes(Math.floor(this.chance() * 4));
    // Patience may have run out meanwhile; the timer looks then.
    await this.shop.get(DispatchTimer).tick();
    try {
      await this.command();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.refusals.set(error.code, (this.refusals.get(error.code) ?? 0) + 1);
    }
  }

  private async command(): Promise<unknown> {
    const { shop } = this;
    const owner = shop.as();
    const barberId = this.pick(this.barbers);
    const ticketId = this.joined.length > 0 ? this.pick(this.joined.slice(-15)) : '';
    switch (Math.floor(this.chance() * 23)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return this.join();
      case 4:
      case 5:
        return shop.shifts.clockIn(owner, barberId);
      case 6:
        return shop.shifts.clockOut(owner, barberId);
      case 7:
        return shop.shifts.startBreak(owner, barberId);
      case 8:
        return shop.shifts.endBreak(owner, barberId);
      case 9:
        return shop.teach(barberId, this.someSkills());
      case 10:
        return shop.lifecycle.call(owner, ticketId, {});
      case 11:
      case 12:
      case 13:
        return shop.lifecycle.start(owner, ticketId, {});
      case 14:
      case 15:
        return shop.lifecycle.complete(owner, ticketId, {});
      case 16:
        return shop.lifecycle.requeue(owner, ticketId, {});
      case 17:
        return shop.additions.addService(owner, ticketId, { serviceId: this.pick(this.services) });
      case 18:
        return shop.handOver.assign(owner, ticketId, { barberId, reason: 'Because' });
      case 19:
        return shop.handOver.transfer(owner, ticketId, {
          barberId,
          servicesDone: [],
          reason: 'Because',
        });
      case 20:
        return shop.shifts.withdrawPlan(owner, barberId);
      default:
        return shop.lifecycle[this.pick(['cancel', 'noShow', 'walkOut'] as const)](
          owner,
          ticketId,
          {},
        );
    }
  }

  private async join(): Promise<void> {
    const requestedBarberId = this.chance() < 0.4 ? this.pick(this.barbers) : undefined;
    const serviceIds = [this.pick(this.services), this.pick(this.services)].slice(
      0,
      this.chance() < 0.3 ? 2 : 1,
    );
    const onlyRequestedBarber = requestedBarberId !== undefined && this.chance() < 0.5;
    const wish = { serviceIds, requestedBarberId, onlyRequestedBarber };
    this.joined.push((await this.shop.tickets.open(this.shop.as(), wish)).ticket.id);
  }

  private someSkills(): string[] {
    return SKILLS.filter(() => this.chance() < 0.6);
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.chance() * items.length)] as T;
  }
}

function wishOf(ticket: TicketRow): Pick<WaitingTicket, 'skills' | 'request'> {
  const barberId = ticket.requested_barber_id;
  const isOnlyThatBarber = ticket.only_requested_barber === 1;
  const toleranceMinutes = ticket.waits_for_barber_minutes ?? 0;
  return {
    skills: JSON.parse(ticket.required_skills) as string[],
    request: barberId === null ? null : { barberId, isOnlyThatBarber, toleranceMinutes },
  };
}

function isPatient(ticket: TicketRow, now: number): boolean {
  return now - ticket.joined_at < (ticket.waits_for_barber_minutes ?? 0) * 60_000;
}

/** What must hold after every unit, whatever was done. */
async function check(shop: TicketShop): Promise<void> {
  const tickets = await shop.reader.query<TicketRow>('SELECT * FROM tickets');
  const chairs = await shop.reader.query<ChairRow>(
    `SELECT shifts.barber_id, shifts.ticket_id, barbers.skills,
       EXISTS (SELECT 1 FROM breaks WHERE breaks.shift_id = shifts.id AND breaks.ended_at IS NULL)
       AS is_on_break
     FROM shifts JOIN barbers ON barbers.id = shifts.barber_id WHERE shifts.ended_at IS NULL`,
  );

  const holding = tickets.filter((ticket) => holdsChair(ticket.state));
  const byTicket = holding.map((ticket) => `${ticket.barber_id} ${ticket.id}`).sort();
  const byChair = chairs
    .filter((chair) => chair.ticket_id !== null)
    .map((chair) => `${chair.barber_id} ${chair.ticket_id}`)
    .sort();
  expect(byChair).toEqual(byTicket);
  expect(new Set(holding.map((ticket) => ticket.barber_id)).size).toBe(holding.length);

  const idle = chairs.filter((chair) => chair.ticket_id === null && chair.is_on_break === 0);
  for (const ticket of tickets.filter(({ state }) => state === 'waiting')) {
    const able = idle.filter((chair) => {
      const barber = { id: chair.barber_id, skills: JSON.parse(chair.skills) as string[] };
      return obstacle(wishOf(ticket), { ...barber, current: null, rest: null }) === null;
    });
    // Somebody who would rather wait for another barber a while may do so while others are free.
    const wanted = chairs.find((chair) => chair.barber_id === ticket.requested_barber_id);
    const mayHold = wanted && !idle.includes(wanted) && isPatient(ticket, shop.clock.now());
    if (!mayHold) expect(able).toEqual([]);
  }
}

/** What must hold of the whole history. */
async function checkHistory(shop: TicketShop): Promise<void> {
  const [events] = await shop.reader.query<{ first: number; last: number; count: number }>(
    'SELECT min(sequence) AS first, max(sequence) AS last, count(*) AS count FROM events',
  );
  expect(events).toEqual({ first: 1, last: events!.count, count: events!.count });

  const told = await shop.reader.query<{ id: string; state: string; told: string }>(
    `SELECT tickets.id, tickets.state, (
       SELECT json_extract(data, '$.ticket.state') FROM events
       WHERE ticket_id = tickets.id ORDER BY sequence DESC LIMIT 1
     ) AS told FROM tickets`,
  );
  expect(told.filter((ticket) => ticket.state !== ticket.told)).toEqual([]);

  const listed: string[] = [];
  for (const state of TICKET_STATES) {
    let cursor: string | undefined;
    do {
      const page = await shop.queries.list(shop.as(), { state, cursor, limit: 50 });
      expect(page.items.every((ticket) => ticket.state === state)).toBe(true);
      listed.push(...page.items.map((ticket) => ticket.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  expect(listed.sort()).toEqual(told.map((ticket) => ticket.id).sort());
}

describe('whatever people do, after every unit', () => {
  it.each([1, 2, 3])(
    'no ticket waits for a barber who is free and able, and chairs agree (story %i)',
    async (seed) => {
      const shop = await TicketShop.open();
      try {
        const story = new Story(shop, chanceFrom(seed));
        await story.begin();
        for (let step = 0; step < COMMANDS_PER_STORY; step += 1) {
          await story.go();
          await check(shop);
        }
        await checkHistory(shop);
        expect([...story.refusals.keys()]).toContain('TICKET_TRANSITION_ILLEGAL');
      } finally {
        await shop.close();
      }
    },
    60_000,
  );

  it('holds as well when all of it comes at once', async () => {
    const shop = await TicketShop.open();
    try {
      const story = new Story(shop, chanceFrom(4));
      await story.begin();
      for (let round = 0; round < 20; round += 1) {
        await Promise.all(Array.from({ length: 30 }, () => story.go()));
        await check(shop);
      }
      await checkHistory(shop);
    } finally {
      await shop.close();
    }
  }, 60_000);
});
