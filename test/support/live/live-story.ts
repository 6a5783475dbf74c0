import { DomainError } from '../../../src/platform/errors/problem';
import { ShopsService } from '../../../src/shops/shops.service';
import { DispatchTimer } from '../../../src/tickets/assignment/dispatch-timer.service';
import type { TicketState } from '../../../src/tickets/ticket.transitions';
import type { TicketShop } from '../ticket-shop';

const SKILLS = ['beard', 'cut', 'fade'] as const;
const CODES = ['ANN', 'BOB', 'CAT', 'DAN', 'EVE'] as const;
const ROOM = 15;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function refused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

/** A shop where people come alone, in parties and booked, and barbers have plans and change them. */
export class LiveStory {
  private readonly barbers: string[] = [];
  private readonly services: string[] = [];
  private readonly joined: string[] = [];
  /** What happened, to see that a story has all of it. */
  readonly done = new Map<string, number>();

  constructor(
    private readonly shop: TicketShop,
    private readonly chance: () => number,
  ) {}

  async begin(isLookAhead: boolean): Promise<void> {
    const { shop } = this;
    if (isLookAhead) {
      await shop.get(ShopsService).update(shop.as(), { dispatchMode: 'look_ahead' });
    }
    for (const skill of SKILLS) this.services.push(await shop.service(skill, [skill]));
    for (const code of CODES) this.barbers.push(await shop.hire(code, this.someSkills()));
    for (const barberId of this.barbers.slice(0, 3)) {
      await this.planDay(barberId).catch(refused);
      await shop.shifts.clockIn(shop.as(), barberId);
    }
  }

  /** Time passes, and the clock's own decisions are made. */
  async timePasses(): Promise<void> {
    this.shop.clock.advanceMinutes(Math.floor(this.chance() * 5));
    await this.shop.get(DispatchTimer).tick();
  }

  /** One command a second later; a refusal is an answer like any other. */
  async act(): Promise<void> {
    this.shop.clock.advanceMinutes(1 / 60);
    const [what, run] = this.pick(this.commands());
    try {
      await run();
      this.done.set(what, (this.done.get(what) ?? 0) + 1);
    } catch (error) {
      refused(error);
    }
  }

  private commands(): [string, () => Promise<unknown>][] {
    const { shop } = this;
    const owner = shop.as();
    const barberId = this.pick(this.barbers);
    const ticketId = this.joined.length > 0 ? this.pick(this.joined.slice(-ROOM)) : '';
    const times = (count: number, what: string, run: () => Promise<unknown>) =>
      Array.from({ length: count }, (): [string, () => Promise<unknown>] => [what, run]);
    return [
      ...times(2, 'join', () => this.join()),
      ...times(2, 'party', () => this.joinAsParty()),
      ...times(1, 'book', () => this.book()),
      ...times(3, 'arrive', () => shop.arrivals.here(owner, ticketId, {})),
      ...times(4, 'clock in', () => shop.shifts.clockIn(owner, barberId)),
      ...times(1, 'clock out', () => shop.shifts.clockOut(owner, barberId)),
      ...times(1, 'plan', () => this.planDay(barberId)),
      ...times(1, 'end', () => shop.shiftEnds.set(owner, barberId, this.someTime(300))),
      ...times(1, 'break', () => shop.shifts.startBreak(owner, barberId)),
      ...times(3, 'back', () => shop.shifts.endBreak(owner, barberId)),
      ...times(1, 'teach', () => shop.teach(barberId, this.someSkills())),
      ...times(9, 'start', async () =>
        shop.lifecycle.start(owner, await this.oneOf('assigned'), {}),
      ),
      ...times(9, 'complete', async () =>
        shop.lifecycle.complete(owner, await this.oneOf('in_service'), {}),
      ),
      ...times(1, 'requeue', async () =>
        shop.lifecycle.requeue(owner, await this.oneOf('assigned'), {}),
      ),
      ...times(1, 'cancel', () => shop.lifecycle.cancel(owner, ticketId, {})),
      ...times(1, 'no show', async () =>
        shop.lifecycle.noShow(owner, await this.oneOf('assigned'), {}),
      ),
      ...times(1, 'by hand', () =>
        shop.handOver.assign(owner, ticketId, { barberId, reason: 'Because' }),
      ),
    ];
  }

  private async oneOf(state: TicketState): Promise<string> {
    const rows = await this.shop.reader.query<{ id: string }>(
      'SELECT id FROM tickets WHERE state = ? ORDER BY id',
      [state],
    );
    return rows.length === 0 ? '' : this.pick(rows).id;
  }

  private async join(): Promise<void> {
    const wish = { ...this.wish(), serviceIds: [this.pick(this.services)] };
    this.joined.push((await this.shop.tickets.open(this.shop.as(), wish)).ticket.id);
  }

  private async joinAsParty(): Promise<void> {
    const size = this.chance() < 0.3 ? 3 : 2;
    const members = Array.from({ length: size }, () => ({
      ...(this.chance() < 0.3 ? this.wish() : { onlyRequestedBarber: false }),
      serviceIds: [this.pick(this.services)],
    }));
    const mode = this.chance() < 0.7 ? 'side_by_side' : 'together';
    const { tickets } = await this.shop.parties.open(this.shop.as(), { mode, members });
    this.joined.push(...tickets.map(({ ticket }) => ticket.id));
  }

  private async book(): Promise<void> {
    const at = new Date(this.shop.clock.now() + Math.floor(this.chance() * 60) * 60_000);
    const wish = {
      at: at.toISOString(),
      customerName: 'Booked',
      serviceIds: [this.pick(this.services)],
      ...(this.chance() < 0.8 && { barberId: this.pick(this.barbers) }),
    };
    this.joined.push((await this.shop.bookings.book(this.shop.as(), wish)).ticket.id);
  }

  private planDay(barberId: string): Promise<void> {
    const windowMinutes = Math.floor(this.chance() * 30);
    const at = Math.floor(this.chance() * 90);
    const rest = { at: this.shop.wallClock(at), minutes: 20, windowMinutes };
    return this.shop.plan(barberId, {
      startsAt: this.shop.wallClock(this.chance() < 0.5 ? 0 : Math.floor(this.chance() * 40)),
      endsAt: this.shop.wallClock(180 + Math.floor(this.chance() * 200)),
      break: this.chance() < 0.7 ? rest : null,
    });
  }

  private wish() {
    const requestedBarberId = this.chance() < 0.4 ? this.pick(this.barbers) : undefined;
    const onlyRequestedBarber = requestedBarberId !== undefined && this.chance() < 0.4;
    return { requestedBarberId, onlyRequestedBarber };
  }

  private someTime(withinMinutes: number): string {
    return this.shop.wallClock(5 + Math.floor(this.chance() * withinMinutes));
  }

  private someSkills(): string[] {
    const some = SKILLS.filter(() => this.chance() < 0.6);
    return some.length > 0 ? some : [this.pick(SKILLS)];
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.chance() * items.length)] as T;
  }
}
