const QUERIES: readonly (readonly [prefix: string, queries: readonly string[]])[] = [
  ['order.', ['day-report', 'orders', 'order-of-ticket']],
  ['payment.', ['day-report', 'orders']],
  ['walk_in.', ['day-report']],
  ['ticket.walked_out', ['day-report']],
  ['ticket.completed', ['day-report']],
  ['shop.', ['shop']],
  ['service.', ['services']],
  ['product.', ['products']],
  ['barber.', ['barbers']],
  ['account.', ['accounts']],
  ['api_token.', ['api-tokens']],
];

/** What an event makes out of date. Only what is on the screen is asked for again. */
export function queriesOf(type: string): string[][] {
  return QUERIES.filter(([prefix]) => type.startsWith(prefix)).flatMap(([, names]) =>
    names.map((name) => [name]),
  );
}
