import type { RecordedVisit } from '../recording/recorded-day';
import type { CheckedOut, TicketFact } from './api';
import { type Floor, idOf, MINUTE, visitOf } from './floor';
import type { ReceivedEvent } from './listener';

const PAYS_AFTER = 1.5 * MINUTE;

/** Whoever stands at the till: hears that somebody is done, and takes the money as recorded. */
export class CashierActor {
  private floor: Floor | null = null;

  /** The admin's socket is connected before there is anything to do. */
  begin(floor: Floor): void {
    this.floor = floor;
  }

  hear({ type, data }: ReceivedEvent): void {
    const { floor } = this;
    if (!floor || type !== 'ticket.completed') return;
    const ticket = data.ticket as TicketFact;
    const visit = visitOf(floor, ticket.note);
    floor.timeline.at(floor.timeline.now() + PAYS_AFTER, () => this.checkOut(floor, ticket, visit));
  }

  private async checkOut(floor: Floor, ticket: TicketFact, visit: RecordedVisit): Promise<void> {
    const { shop, manager, diary } = floor;
    const { products, discount, tip, tenders } = visit.bill;
    await manager.post<CheckedOut>('/v1/checkout', {
      ticketId: ticket.id,
      ...(products.length > 0 && {
        products: products.map(({ product, quantity }) => ({
          productId: idOf(shop.products, product),
          quantity,
          barberId: ticket.barberId,
        })),
      }),
      ...(discount && { discount: { kind: 'amount', ...discount } }),
      ...(tip && { tip }),
      tenders,
    });
    diary.acknowledge('paid', visit.key, ticket.id);
  }
}
