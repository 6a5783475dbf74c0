import type { TicketEntity } from '../../../tickets/ticket.entity';
import type { OrderLineEntity } from '../../order-line.entity';
import type { CustomerKind, PaymentFacts } from './route-plan.types';

type Line = Pick<OrderLineEntity, 'kind' | 'catalogId' | 'barberId'>;

/** What routes may ask of a bill: its services, and whose work its lines are. */
export function billFacts(lines: readonly Line[]): Pick<PaymentFacts, 'serviceIds' | 'barberIds'> {
  const services = lines.filter(({ kind }) => kind === 'service');
  return {
    serviceIds: [...new Set(services.map(({ catalogId }) => catalogId))],
    barberIds: [...new Set(lines.map(({ barberId }) => barberId))],
  };
}

/** Whether the customer is served by whom they asked for. */
export function customerKindOf(
  ticket: Pick<TicketEntity, 'requestedBarberId' | 'barberId'>,
): CustomerKind {
  const { requestedBarberId, barberId } = ticket;
  return requestedBarberId !== null && requestedBarberId === barberId
    ? 'asked_for_barber'
    : 'walk_in';
}
