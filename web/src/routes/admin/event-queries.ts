const QUERIES: readonly (readonly [prefix: string, queries: readonly string[]])[] = [
  ['order.', ['day-report', 'orders', 'order', 'refunds', 'readiness', 'ledger']],
  // Not when it is paid: a bill that is paid is not opened again.
  ['order.repriced', ['order-of-ticket']],
  ['payment.', ['day-report', 'orders', 'order', 'claims', 'attention', 'readiness', 'ledger']],
  ['walk_in.', ['day-report', 'lost-walk-ins']],
  ['ticket.walked_out', ['day-report', 'readiness']],
  ['ticket.completed', ['day-report', 'readiness', 'waits']],
  ['ticket.opened', ['waits']],
  ['ticket.started', ['waits']],
  ['ticket.booked', ['booked']],
  ['ticket.arrived', ['booked']],
  ['ticket.cancelled', ['booked', 'readiness']],
  ['day.', ['days', 'readiness', 'day-close', 'day-report', 'ledger']],
  ['drawer.', ['drawers', 'readiness', 'ledger']],
  ['payout.', ['payouts', 'earnings', 'ledger']],
  ['earnings.', ['earnings']],
  ['receipt.', ['receipt']],
  ['shop.', ['shop', 'waits']],
  ['service.', ['services', 'waits']],
  ['product.', ['products']],
  ['package.', ['packages']],
  ['promotion.', ['promotions']],
  ['stored_value.', ['stored-values']],
  ['barber.', ['barbers', 'waits']],
  ['barber.hours_changed', ['barber-hours']],
  ['merchant_account.', ['merchant-accounts', 'payment-routes', 'tenders']],
  ['payment_rout', ['payment-routes']],
  ['account.', ['accounts', 'sessions']],
  ['session.', ['sessions']],
  ['api_token.', ['api-tokens']],
];

/** What an event makes out of date. Only what is on the screen is asked for again. */
export function queriesOf(type: string): string[][] {
  return QUERIES.filter(([prefix]) => type.startsWith(prefix)).flatMap(([, names]) =>
    names.map((name) => [name]),
  );
}
