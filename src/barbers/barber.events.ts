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
  'barber.hours_changed',
] as const;
export type BarberEventType = (typeof BARBER_EVENTS)[number];

/** What is told beside the barber himself. */
export interface BarberEventExtras {
  /** Why it happened by itself. */
  readonly reason?: string;
  /** Why a day is not as usual; for those who run the shop. */
  readonly note?: string | null;
  /** Whose hours were changed: of one day, or (null) of the usual week. */
  readonly day?: string | null;
}

/** All tell the whole barber but his commission, so that every client can take it as it is. */
export type BarberEvent = NewEvent<
  BarberEventType,
  BarberEventExtras & { readonly barber: BarberView }
>;

export function barberEvent(
  type: BarberEventType,
  barber: BarberView,
  extras: BarberEventExtras = {},
): BarberEvent {
  return { type, barberIds: [barber.id], data: { ...extras, barber } };
}

export function isBarberEvent(event: NewEvent): event is BarberEvent {
  return (BARBER_EVENTS as readonly string[]).includes(event.type);
}
