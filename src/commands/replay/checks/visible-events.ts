/** Whose eyes a socket stands for. */
export type Audience =
  | { readonly kind: 'admin' }
  | { readonly kind: 'barber'; readonly barberId: string }
  | { readonly kind: 'lobby' }
  | { readonly kind: 'ticket'; readonly ticketId: string };

/** As much of an event as it takes to say who may see it; from the admin's own stream. */
export interface StreamEvent {
  readonly sequence: number;
  readonly type: string;
  readonly ticketId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

type Rule = 'everybody' | 'staff and screens' | 'the barber concerned' | 'admin';

/**
 * Who may see what, in the words of the product's description and not of its code: the replay
 * compares the two. What is not listed is for admins only.
 */
const RULES: Readonly<Record<string, Rule>> = {
  'ticket.booked': 'everybody',
  'ticket.opened': 'everybody',
  'ticket.assigned': 'everybody',
  'ticket.called': 'everybody',
  'ticket.started': 'everybody',
  'ticket.service_added': 'everybody',
  'ticket.completed': 'everybody',
  'ticket.cancelled': 'everybody',
  'ticket.no_show': 'everybody',
  'ticket.walked_out': 'everybody',
  'ticket.requeued': 'everybody',
  'ticket.transferred': 'everybody',
  'ticket.paid': 'everybody',
  'ticket.arrived': 'everybody',
  'ticket.deferred': 'everybody',
  'ticket.passed_over': 'everybody',
  'ticket.moved': 'everybody',
  'ticket.chair_held': 'everybody',
  'barber.created': 'staff and screens',
  'barber.updated': 'staff and screens',
  'barber.clocked_in': 'staff and screens',
  'barber.clocked_out': 'staff and screens',
  'barber.break_started': 'staff and screens',
  'barber.break_ended': 'staff and screens',
  'barber.hours_changed': 'staff and screens',
  'earnings.credited': 'the barber concerned',
};

/** Whether an audience is to receive an event of its shop. */
export function maySee(audience: Audience, event: StreamEvent): boolean {
  if (audience.kind === 'admin') return true;
  const rule = RULES[event.type] ?? 'admin';
  switch (rule) {
    case 'everybody':
      return audience.kind !== 'ticket' || event.ticketId === audience.ticketId;
    case 'staff and screens':
      return audience.kind !== 'ticket';
    case 'the barber concerned':
      return audience.kind === 'barber' && event.data.barberId === audience.barberId;
    case 'admin':
      return false;
  }
}

/** Words that no message to an audience may hold in the name of a member, wherever in it. */
const SECRETS: Readonly<Record<Audience['kind'], readonly string[]>> = {
  admin: [],
  barber: ['commission', 'totalCents', 'paidCents', 'tipCents', 'accessToken'],
  lobby: ['commission', 'Cents', 'note', 'endReason', 'accessToken', 'services'],
  ticket: ['commission', 'note', 'endReason', 'tipCents', 'accessToken'],
};

/** What a barber reads only of tickets that he has or has just had. */
const OF_OWN_TICKETS: readonly string[] = ['note'];

/**
 * The first thing in a message that its audience must not read, or null.
 *
 * @param full the same event as the admin got it
 */
export function leakIn(audience: Audience, message: StreamEvent, full: StreamEvent): string | null {
  // Its receiver is the only one who may see it at all.
  if (message.type === 'earnings.credited') return null;
  const members = memberNames(message.data);
  const forbidden =
    audience.kind === 'barber' && !concerns(full, audience.barberId)
      ? [...SECRETS.barber, ...OF_OWN_TICKETS]
      : SECRETS[audience.kind];
  const leaked = members.find((name) => forbidden.some((word) => name.includes(word)));
  return leaked ?? (audience.kind === 'lobby' ? fullNameIn(message) : null);
}

function fullNameIn({ data }: StreamEvent): string | null {
  const ticket = data.ticket as { customerName?: unknown } | undefined;
  const name = ticket?.customerName;
  return typeof name === 'string' && !/^\S+( \S\.)?$/u.test(name) ? 'a full name' : null;
}

function concerns({ data }: StreamEvent, barberId: string): boolean {
  const ticket = data.ticket as { barberId?: unknown } | undefined;
  return ticket?.barberId === barberId || data.fromBarberId === barberId;
}

/** The names of all members that tell something, at any depth. */
function memberNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(memberNames);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const isBlank = member === null || (Array.isArray(member) && member.length === 0);
    return isBlank ? [] : [name, ...memberNames(member)];
  });
}
