import type { RecordedVisit } from '../recording/recorded-day';
import type { MyTicketFact, OpenedTicket } from './api';
import type { Caller } from './caller';
import { type Floor, idOf, MINUTE } from './floor';
import { Listener, type ReceivedEvent } from './listener';

const LAST_EVENTS: readonly string[] = [
  'ticket.paid',
  'ticket.cancelled',
  'ticket.no_show',
  'ticket.walked_out',
];

/** Somebody who walks in, takes a ticket, follows it on the phone, and may lose patience. */
export class CustomerActor {
  private phone: Caller | null = null;
  private listener: Listener | null = null;

  constructor(
    private readonly floor: Floor,
    private readonly visit: RecordedVisit,
  ) {}

  async arrive(): Promise<void> {
    const { floor, visit } = this;
    const { shop, kiosk, diary } = floor;
    const opened = await kiosk.post<OpenedTicket>('/v1/tickets', {
      customerName: visit.customer,
      note: visit.key,
      serviceIds: visit.services.map(({ service }) => idOf(shop.services, service)),
      ...(visit.barber !== undefined && { requestedBarberId: idOf(shop.barbers, visit.barber) }),
      onlyRequestedBarber: visit.onlyThisBarber,
    });
    const ticketId = opened.ticket.id;
    diary.acknowledge('opened', visit.key, ticketId);
    this.phone = kiosk.as({ kind: 'bearer', token: opened.accessToken });
    if (visit.patienceMinutes !== undefined && !visit.isNoShow) {
      const leavesAt = floor.timeline.now() + visit.patienceMinutes * MINUTE;
      floor.timeline.at(leavesAt, () => this.losePatience(ticketId));
    }
    await this.follow(ticketId);
  }

  /** Loses the connection for some minutes, as phones do. */
  async loseConnection(minutes: number): Promise<void> {
    const { listener, floor } = this;
    if (!listener?.isListening) return;
    listener.drop();
    floor.timeline.at(floor.timeline.now() + minutes * MINUTE, () => listener.connect());
  }

  private async follow(ticketId: string): Promise<void> {
    const { floor, visit, phone } = this;
    if (!phone) return;
    const listener = new Listener({
      name: `customer ${visit.key}`,
      shopId: floor.shop.id,
      audience: { kind: 'ticket', ticketId },
      namespace: '/ticket',
      address: () => floor.server.address,
      headers: () => phone.headers,
      onEvent: (event) => this.hear(event),
    });
    this.listener = listener;
    await floor.gallery.admit(listener);
  }

  private hear(event: ReceivedEvent): void {
    const { floor, listener } = this;
    if (!listener || !LAST_EVENTS.includes(event.type)) return;
    floor.timeline.at(floor.timeline.now(), () => floor.gallery.dismiss(listener));
  }

  /** Goes if nobody has called yet; who sits in the chair stays. */
  private async losePatience(ticketId: string): Promise<void> {
    const { floor, visit, phone } = this;
    const ticket = (await phone?.get<MyTicketFact>('/v1/my-ticket'))?.ticket;
    if (!phone || ticket?.state !== 'waiting') return;
    const seen = { expectedVersion: ticket.version };
    if (visit.leavesBy === 'cancel') {
      await phone.post('/v1/my-ticket/cancel', seen);
      floor.diary.acknowledge('cancelled', visit.key, ticketId);
      return;
    }
    await floor.manager.post(`/v1/tickets/${ticketId}/walk-out`, { ...seen, reason: 'Has gone' });
    floor.diary.acknowledge('walked_out', visit.key, ticketId);
  }
}
