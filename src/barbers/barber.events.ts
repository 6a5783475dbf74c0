import type { NewEvent } from '../platform/events/event';
import type { BarberView } from './dto/barber.response';

export type { BarberView };

export const BARBER_EVENTS = [
  'barber.created',
  'barber.updated',
  'barber.clocked_in',
  'barber.clocked_out',
  'barber.break_started',
  'barber.break_ended',
] as const;
export type BarberEventType = (typeof BARBER_EVENTS)[number];

/** All tell the whole barber but his commission, so that every client can take it as it is. */
export type BarberEvent = NewEvent<BarberEventType, { readonly barber: BarberView }>;

export function barberEvent(type: BarberEventType, barber: BarberView): BarberEvent {
  return { type, barberIds: [barber.id], data: { barber } };
}

export function isBarberEvent(event: NewEvent): event is BarberEvent {
  return (BARBER_EVENTS as readonly string[]).includes(event.type);
}
