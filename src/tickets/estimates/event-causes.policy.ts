import type { RecordedEvent } from '../../platform/events/event';
import type { Cause } from './estimate-reasons.policy';

/** What is looked at in events. */
interface EventData {
  readonly ticket?: {
    readonly id: string;
    readonly queueKey: number;
    readonly startedAt: string | null;
  };
  readonly barber?: {
    readonly name: string;
    readonly skills: readonly string[];
    readonly afterTicket: 'break' | 'clock_out' | null;
  };
}

type Ticket = NonNullable<EventData['ticket']>;
type Barber = NonNullable<EventData['barber']>;
type Kind = Pick<Cause, 'code' | 'direction'>;

const AHEAD: Readonly<Record<string, Kind>> = {
  'ticket.assigned': { code: 'moved_up', direction: 'shorter' },
  'ticket.cancelled': { code: 'left_ahead', direction: 'shorter' },
  'ticket.walked_out': { code: 'left_ahead', direction: 'shorter' },
  'ticket.no_show': { code: 'left_ahead', direction: 'shorter' },
  'ticket.deferred': { code: 'later_ahead', direction: 'shorter' },
  'ticket.arrived': { code: 'came_ahead', direction: 'longer' },
  'ticket.service_added': { code: 'more_ahead', direction: 'longer' },
  'ticket.requeued': { code: 'back_in_queue', direction: 'longer' },
};
const OWN: Readonly<Record<string, Kind>> = {
  'ticket.moved': { code: 'own_moved', direction: 'either' },
  'ticket.deferred': { code: 'own_later', direction: 'either' },
  'ticket.service_added': { code: 'own_services', direction: 'either' },
};
/** Whoever is concerned: where in the queue it happens does not tell whose wait it moves. */
const ANYWHERE: Readonly<Record<string, Kind>> = {
  'ticket.opened': { code: 'more_people', direction: 'longer' },
  'ticket.booked': { code: 'more_people', direction: 'longer' },
  'ticket.chair_held': { code: 'order_changed', direction: 'either' },
  'ticket.moved': { code: 'order_changed', direction: 'either' },
  'ticket.transferred': { code: 'order_changed', direction: 'either' },
  // A chair that becomes free moves everybody up, and so does the one who takes it.
  'ticket.completed': { code: 'moved_up', direction: 'shorter' },
  'ticket.started': { code: 'moved_up', direction: 'shorter' },
  'shop.updated': { code: 'shop_changed', direction: 'either' },
};
const BARBER: Readonly<Record<string, Kind>> = {
  'barber.clocked_in': { code: 'barber_started', direction: 'shorter' },
  'barber.clocked_out': { code: 'barber_left', direction: 'longer' },
  'barber.break_started': { code: 'barber_on_break', direction: 'longer' },
  'barber.break_ended': { code: 'barber_back', direction: 'shorter' },
  'barber.hours_changed': { code: 'barber_changed', direction: 'either' },
};

/** Every event after which a wait may be another one. */
export const WAIT_MOVING_EVENTS: ReadonlySet<string> = new Set([
  ...Object.keys(AHEAD),
  ...Object.keys(OWN),
  ...Object.keys(ANYWHERE),
  ...Object.keys(BARBER),
  'barber.updated',
]);

/** What an event explains of the waits after it. */
export function causesOf(event: RecordedEvent): Cause[] {
  const { type } = event;
  const { ticket, barber } = event.data as EventData;
  const causes: Cause[] = [];
  const add = (kind: Kind | undefined, whom: Cause['concerns'], name: string | null = null) => {
    if (kind) causes.push({ ...kind, barber: name, concerns: whom });
  };
  if (barber) add(barberKind(type, barber), { skills: barber.skills }, barber.name);
  if (ticket) {
    add(OWN[type], { ticketId: ticket.id });
    add(AHEAD[type], isInChair(ticket) ? null : { behind: ticket });
  }
  add(ANYWHERE[type], null);
  return causes;
}

function barberKind(type: string, barber: Barber): Kind | undefined {
  if (type !== 'barber.updated') return BARBER[type];
  if (barber.afterTicket === 'break') return { code: 'barber_break_next', direction: 'longer' };
  if (barber.afterTicket !== null) return { code: 'barber_leaves_next', direction: 'longer' };
  return { code: 'barber_changed', direction: 'either' };
}

/** Whoever sits in a chair is ahead of everybody. */
function isInChair({ startedAt }: Ticket): boolean {
  return startedAt !== null;
}
