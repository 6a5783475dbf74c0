import type { RecordedDay, RecordedVisit } from '../recording/recorded-day';
import { byKey } from '../recording/recorded-day';
import type { BarberFact, TicketFact } from './api';
import { type Caller, Refusal } from './caller';
import { ChairWork } from './chair-work';
import { type Floor, idOf, MINUTE, SECOND, visitOf } from './floor';
import { Listener, type ReceivedEvent } from './listener';

type Shift = RecordedDay['shifts'][number];

const CALL_AFTER = 3 * SECOND;
const WALK_TO_CHAIR = 20 * SECOND;
const NO_SHOW_AFTER = 3 * MINUTE;

/** What takes a ticket from a barber. */
const ENDS: readonly string[] = [
  'ticket.completed',
  'ticket.cancelled',
  'ticket.no_show',
  'ticket.walked_out',
];

/** After which there is hair on the floor. */
const SAT_DOWN: readonly string[] = ['ticket.completed', 'ticket.transferred'];

/**
 * A barber during one shift. He knows only what his socket tells him: who is assigned to him he
 * calls, serves for as long as was recorded, and lets go.
 */
export class BarberActor {
  private readonly id: string;
  private phone: Caller | null = null;
  private listener: Listener | null = null;
  private ticketId: string | null = null;
  private work: ChairWork | null = null;
  /** Until then he sweeps up. */
  private readyAt = 0;
  private breakMinutesDue = 0;
  private isResting = false;
  private isShiftOver = false;
  private isGone = false;

  constructor(
    private readonly floor: Floor,
    private readonly shift: Shift,
  ) {
    this.id = idOf(floor.shop.barbers, shift.barber);
  }

  async startShift(): Promise<void> {
    const { floor, shift } = this;
    const { server, shop, manager } = floor;
    const { headers } = await manager.as(null).exchange('POST', '/v1/auth/barber-sign-in', {
      shop: shop.slug,
      code: shift.barber,
      pin: idOf(shop.pins, shift.barber),
    });
    const cookie = headers.getSetCookie().map((header) => header.split(';', 1)[0]);
    const phone = manager.as({ kind: 'cookie', cookie: cookie.join('; ') });
    this.phone = phone;
    this.listener = new Listener({
      name: `barber ${shift.barber}`,
      shopId: shop.id,
      audience: { kind: 'barber', barberId: this.id },
      namespace: '/barber',
      address: () => server.address,
      headers: () => phone.headers,
      onEvent: (event) => this.hear(event),
    });
    await floor.gallery.admit(this.listener);
    await phone.post(`/v1/barbers/${this.id}/clock-in`);
  }

  async takeBreak(minutes: number): Promise<void> {
    this.breakMinutesDue += minutes;
    await this.restIfFree();
  }

  async endShift(): Promise<void> {
    this.isShiftOver = true;
    await this.restIfFree();
  }

  async loseConnection(minutes: number): Promise<void> {
    const { listener, floor } = this;
    if (!listener?.isListening) return;
    listener.drop();
    floor.timeline.at(floor.timeline.now() + minutes * MINUTE, async () => {
      if (!this.isGone) await listener.connect();
    });
  }

  private hear({ type, data }: ReceivedEvent): void {
    const ticket = data.ticket as TicketFact | undefined;
    if (!ticket || !type.startsWith('ticket.')) return;
    const isMine = ticket.barberId === this.id;
    if (type === 'ticket.assigned' && isMine) this.take(ticket);
    else if (type === 'ticket.transferred' && isMine) this.takeOver(ticket);
    else if (ticket.id === this.ticketId && (!isMine || ENDS.includes(type))) this.letGo(type);
  }

  private take(ticket: TicketFact): void {
    const visit = visitOf(this.floor, ticket.note);
    this.ticketId = ticket.id;
    this.work = this.workOn(ticket, visit);
    const callsAt = Math.max(this.floor.timeline.now() + CALL_AFTER, this.readyAt);
    this.plan(ticket.id, callsAt, () => this.call(ticket.id, visit));
  }

  private takeOver(ticket: TicketFact): void {
    const visit = visitOf(this.floor, ticket.note);
    this.ticketId = ticket.id;
    this.work = this.workOn(ticket, visit);
    this.work.goOn();
  }

  private letGo(eventType: string): void {
    const { floor, work } = this;
    const cleanup = SAT_DOWN.includes(eventType) ? (work?.cleanupMinutes ?? 0) : 0;
    this.readyAt = floor.timeline.now() + cleanup * MINUTE;
    this.ticketId = null;
    this.work = null;
    // The next ticket may come with the same commit; it goes before the break.
    floor.timeline.at(floor.timeline.now(), () => this.restIfFree());
  }

  private workOn(ticket: TicketFact, visit: RecordedVisit): ChairWork {
    const { phone, floor } = this;
    if (!phone) throw new Error(`${this.shift.barber} is not at work`);
    const { pace } = byKey(floor.shop.recorded.barbers, this.shift.barber);
    return new ChairWork({
      floor,
      phone,
      ticketId: ticket.id,
      visit,
      pace,
      plan: (when, action) => this.plan(ticket.id, when, action),
    });
  }

  /** Something to do for a ticket; dropped when he does not have it any more by then. */
  private plan(ticketId: string, when: number, action: () => Promise<void>): void {
    this.floor.timeline.at(when, async () => {
      if (this.ticketId === ticketId) await action();
    });
  }

  private async call(ticketId: string, visit: RecordedVisit): Promise<void> {
    const { phone, floor, work } = this;
    await phone?.post(`/v1/tickets/${ticketId}/call`);
    floor.diary.acknowledge('called', visit.key, ticketId);
    const now = floor.timeline.now();
    if (visit.letsOthersGoFirst && !floor.diary.hasHappened('requeued', visit.key)) {
      this.plan(ticketId, now + WALK_TO_CHAIR, async () => {
        await phone?.post(`/v1/tickets/${ticketId}/requeue`, { reason: 'On the telephone' });
        floor.diary.acknowledge('requeued', visit.key, ticketId);
      });
    } else if (visit.isNoShow) {
      this.plan(ticketId, now + NO_SHOW_AFTER, async () => {
        await phone?.post(`/v1/tickets/${ticketId}/no-show`);
        floor.diary.acknowledge('no_show', visit.key, ticketId);
      });
    } else this.plan(ticketId, now + WALK_TO_CHAIR, async () => work?.start());
  }

  private async restIfFree(): Promise<void> {
    const { phone } = this;
    if (!phone || this.ticketId !== null || this.isResting || this.isGone) return;
    if (this.isShiftOver) await this.leave(phone);
    else if (this.breakMinutesDue > 0) await this.rest(phone);
  }

  private async rest(phone: Caller): Promise<void> {
    const { timeline } = this.floor;
    this.isResting = true;
    try {
      if (await this.isTooLate(phone, 'start-break')) {
        this.isResting = false;
        return;
      }
    } catch (error) {
      this.isResting = false;
      throw error;
    }
    const backAt = timeline.now() + this.breakMinutesDue * MINUTE;
    this.breakMinutesDue = 0;
    timeline.at(backAt, async () => {
      this.isResting = false;
      await phone.post(`/v1/barbers/${this.id}/end-break`);
      await this.restIfFree();
    });
  }

  private async leave(phone: Caller): Promise<void> {
    const { floor, listener } = this;
    this.isGone = true;
    try {
      if (await this.isTooLate(phone, 'clock-out')) {
        this.isGone = false;
        return;
      }
    } catch (error) {
      this.isGone = false;
      throw error;
    }
    floor.timeline.at(floor.timeline.now() + MINUTE, async () => {
      if (listener && !listener.isListening) await listener.connect();
      if (listener) await floor.gallery.dismiss(listener);
      await this.signOut(phone);
    });
  }

  /** The next customer was faster: it is only a plan then, and he asks again after this one. */
  private async isTooLate(phone: Caller, what: 'start-break' | 'clock-out'): Promise<boolean> {
    const { afterTicket } = await phone.post<BarberFact>(`/v1/barbers/${this.id}/${what}`);
    if (afterTicket === null) return false;
    await phone.post(`/v1/barbers/${this.id}/withdraw-plan`);
    return true;
  }

  private async signOut(phone: Caller): Promise<void> {
    try {
      await phone.exchange('POST', '/v1/auth/sign-out');
    } catch (error) {
      // Repeated because the first answer was lost: then he is signed out already.
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
    }
  }
}
