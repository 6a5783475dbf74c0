import type { Evidence } from '../evidence';
import type { Deed } from '../play/diary';

const EVENT_OF: Readonly<Record<Deed, string>> = {
  opened: 'ticket.opened',
  called: 'ticket.called',
  requeued: 'ticket.requeued',
  started: 'ticket.started',
  service_added: 'ticket.service_added',
  transferred: 'ticket.transferred',
  completed: 'ticket.completed',
  paid: 'ticket.paid',
  cancelled: 'ticket.cancelled',
  walked_out: 'ticket.walked_out',
  no_show: 'ticket.no_show',
};

/**
 * What the server has confirmed, it has done, once: for each confirmed deed one event, for each
 * event a confirmed deed, and for each paid ticket one order with its payments.
 */
export function checkAcknowledged(evidence: Evidence): string[] {
  const admin = evidence.streams.find(({ audience }) => audience.kind === 'admin');
  const types = new Set(Object.values(EVENT_OF));
  const done = count(
    (admin?.events ?? [])
      .filter((event) => types.has(event.type))
      .map((event) => `${event.type} ${event.ticketId ?? ''}`),
  );
  const confirmed = count(
    evidence.acknowledged.map(({ deed, ticketId }) => `${EVENT_OF[deed]} ${ticketId}`),
  );
  const deviations: string[] = [];
  for (const key of new Set([...done.keys(), ...confirmed.keys()])) {
    const [times, promised] = [done.get(key) ?? 0, confirmed.get(key) ?? 0];
    if (times !== promised) {
      deviations.push(`${key}: confirmed ${promised} times, happened ${times} times`);
    }
  }
  return [...deviations, ...checkOrders(evidence)];
}

function checkOrders({ acknowledged, facts, days }: Evidence): string[] {
  const visits = new Map(days.flatMap((day) => day.visits).map((visit) => [visit.key, visit]));
  const paid = acknowledged.filter(({ deed }) => deed === 'paid');
  const deviations = paid.flatMap(({ ticketId, visit }) => {
    const orders = facts.orders.filter((order) => order.ticketId === ticketId);
    const [order] = orders;
    if (!order || orders.length > 1) return [`Visit ${visit} has ${orders.length} orders`];
    const tenders = visits.get(visit)?.bill.tenders.length ?? 0;
    if (order.payments.length !== tenders) {
      return [`Visit ${visit} paid ${tenders} times, of which ${order.payments.length} are kept`];
    }
    return order.state === 'paid' ? [] : [`The order of visit ${visit} is ${order.state}`];
  });
  if (facts.orders.length !== paid.length) {
    deviations.push(`${paid.length} bills were paid, but there are ${facts.orders.length} orders`);
  }
  return deviations;
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
