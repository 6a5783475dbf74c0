/** How much of an event is anybody's business but the owner's and the managers'. */
export type EventKind = 'ticket' | 'barber' | 'earnings' | 'internal';

/** Every type of event, by kind, with what it says. */
export const EVENTS: Readonly<Record<EventKind, Readonly<Record<string, string>>>> = {
  ticket: {
    'ticket.booked': 'A customer has booked a slot and is not here yet.',
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
    'ticket.payment_undone': 'The sale was undone; the ticket is to be paid again.',
    'ticket.arrived': 'A customer who was on the way is here.',
    'ticket.deferred': 'The customer comes later than said, and gave up some places for it.',
    'ticket.passed_over': 'The turn came before the customer; somebody who was here went first.',
    'ticket.chair_held': 'A chair is kept so that a party can sit side by side.',
    'ticket.moved': 'The ticket was given another place in the queue by hand.',
    'ticket.estimate_changed': 'The wait that a waiting customer is told is another one now.',
  },
  barber: {
    'barber.created': 'A barber joined the shop.',
    'barber.updated': 'Something about a barber was changed.',
    'barber.clocked_in': 'A shift began.',
    'barber.clocked_out': 'A shift ended.',
    'barber.break_started': 'A break began.',
    'barber.break_ended': 'A break ended.',
    'barber.hours_changed': 'The planned hours of a barber were changed.',
  },
  earnings: {
    'earnings.credited': 'A barber earned commission and tip with a paid bill.',
    'earnings.adjusted': 'A refund or correction changed what a barber earned; says by how much.',
  },
  internal: {
    'shop.created': 'The shop was set up.',
    'shop.updated': 'The settings of the shop were changed.',
    'service.created': 'A service was added to the catalog.',
    'service.updated': 'A service of the catalog was changed.',
    'product.created': 'A product was added to the catalog.',
    'product.updated': 'A product of the catalog was changed.',
    'package.created': 'Services are offered together at one price.',
    'package.updated': 'A package of the catalog was changed.',
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
    'order.repriced': 'Lines, discounts or tip of an open bill were changed.',
    'order.paid': 'A bill is paid in full.',
    'order.voided': 'An open bill was thrown away.',
    'order.refund_requested': 'A provider was asked to give money back.',
    'order.refunded': 'Money of a bill was given back.',
    'order.refund_failed': 'A provider has refused to give money back.',
    'order.corrected': 'A line or a tip was given to another barber.',
    'order.reversed': 'A paid bill of today was undone as a whole.',
    'drawer.opened': 'A drawer was opened with its float.',
    'drawer.moved': 'Cash came into a drawer or left it, other than by a sale.',
    'drawer.counted': 'A drawer was counted; says by how much it was over or short.',
    'payout.made': 'A barber was paid commission and tips.',
    'settlement.imported': 'What a provider has settled was held against the books.',
    'day.closed': 'A business day was closed; has the totals and the hash of the journal.',
    'day.reopened': 'A closed day was opened again; says why.',
    'walk_in.lost': 'People left before they took a ticket; says what that cost.',
    'payment.captured': 'Money was taken for a bill.',
    'payment.claimed': 'A customer says to have sent money; nobody has seen it yet.',
    'payment.rejected': 'Money that was said to be sent has not come.',
    'receipt.reprinted': 'A receipt was printed again.',
    'promotion.created': 'A discount is promised to whoever names a code.',
    'promotion.updated': 'A promotion was prolonged, ended or funded.',
    'stored_value.issued': 'The shop owes a gift card or store credit.',
    'stored_value.code_set': 'A gift card or store credit has a code, or a new one.',
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
