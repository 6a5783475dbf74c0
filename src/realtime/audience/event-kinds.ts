/** How much of an event is anybody's business but the owner's and the managers'. */
export type EventKind = 'ticket' | 'barber' | 'earnings' | 'internal';

/** Every type of event, by kind, with what it says. */
export const EVENTS: Readonly<Record<EventKind, Readonly<Record<string, string>>>> = {
  ticket: {
    'ticket.opened': 'A customer took a ticket and waits.',
    'ticket.assigned': 'A barber was found for the ticket.',
    'ticket.called': 'The customer was called to the chair.',
    'ticket.started': 'The cut began.',
    'ticket.service_added': 'A service was added.',
    'ticket.completed': 'The cut is done; the bill is not paid yet.',
    'ticket.cancelled': 'The customer does not want to wait any more and said so.',
    'ticket.no_show': 'The customer did not come when called.',
    'ticket.walked_out': 'The customer left without a word.',
    'ticket.requeued': 'The ticket went back to its place in the queue.',
    'ticket.transferred': 'Another barber took the ticket over.',
    'ticket.paid': 'The bill of the ticket is paid.',
    'ticket.arrived': 'A customer who was on the way is here.',
    'ticket.deferred': 'The customer comes later than said, and gave up some places for it.',
    'ticket.passed_over': 'The turn came before the customer; somebody who was here went first.',
    'ticket.moved': 'The ticket was given another place in the queue by hand.',
  },
  barber: {
    'barber.created': 'A barber joined the shop.',
    'barber.updated': 'Something about a barber was changed.',
    'barber.clocked_in': 'A shift began.',
    'barber.clocked_out': 'A shift ended.',
    'barber.break_started': 'A break began.',
    'barber.break_ended': 'A break ended.',
  },
  earnings: {
    'earnings.credited': 'A barber earned commission and tip with a paid bill.',
  },
  internal: {
    'shop.created': 'The shop was set up.',
    'shop.updated': 'The settings of the shop were changed.',
    'service.created': 'A service was added to the catalog.',
    'service.updated': 'A service of the catalog was changed.',
    'product.created': 'A product was added to the catalog.',
    'product.updated': 'A product of the catalog was changed.',
    'account.created': 'Somebody may sign in from now on.',
    'account.updated': 'Somebody may not sign in any more, or may again.',
    'account.signed_in': 'Somebody signed in.',
    'account.signed_out': 'Somebody signed out.',
    'account.pin_set': 'A barber has a new PIN.',
    'account.password_set': 'Somebody has a new password.',
    'account.admin_key_used': 'The key for emergencies was used.',
    'session.revoked': 'A signed-in browser was signed out by somebody else.',
    'api_token.created': 'A device or program got a token.',
    'api_token.revoked': 'A token was taken back.',
    'order.opened': 'A bill was opened.',
    'order.repriced': 'The tip of an open bill was changed.',
    'order.paid': 'A bill is paid in full.',
    'order.voided': 'An open bill was thrown away.',
    'walk_in.lost': 'People left before they took a ticket; says what that cost.',
    'merchant_account.created': 'An account was added that money may go to.',
    'merchant_account.updated': 'A merchant account was changed, or has new credentials.',
    'payment_route.created': 'A payment route was added.',
    'payment_route.updated': 'A payment route was changed.',
    'payment_route.removed': 'A payment route was taken off the list.',
    'payment_routing.updated': 'The order of the payment routes was changed, or how to choose.',
    'payment.captured': 'Money was taken for a bill.',
    'payment.updated': 'A payment at a provider came further, or a person should look at it.',
    'payment.refund_settled': 'Money was given back by a provider, or was refused.',
  },
};

const KIND_OF = new Map<string, EventKind>(
  (Object.keys(EVENTS) as EventKind[]).flatMap((kind) =>
    Object.keys(EVENTS[kind]).map((type) => [type, kind] as const),
  ),
);

/** A type that nobody has thought about yet is for the owner's and managers' eyes only. */
export function kindOf(type: string): EventKind {
  return KIND_OF.get(type) ?? 'internal';
}
