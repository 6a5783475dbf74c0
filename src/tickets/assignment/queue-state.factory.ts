import type { BarberOnShift } from '../../barbers/barbers.service';
import type { ExpectedBarber } from '../../barbers/hours/planned-shifts.service';
import { hasSlot } from '../arrival/arrival.policy';
import type { TicketEntity, TicketServiceEntity } from '../ticket.entity';
import { restStateOf, shiftEndOf, toExpectedState } from './barber-plan.factory';
import { minutesOf } from './day-minutes.rules';
import type {
  Appointment,
  BarberState,
  CurrentService,
  PartyMembership,
  QueueState,
  WaitingTicket,
} from './queue-state';

const MINUTE_MS = 60_000;

type ServicesOf = ReadonlyMap<string, readonly TicketServiceEntity[]>;

/** The rows that a decision is made of. */
export interface QueueRows {
  readonly shopId: string;
  /** The business day: the origin of the state's minutes. */
  readonly day: { readonly day: string; readonly startsAt: number };
  /** When the doors close today. */
  readonly closesAt: number;
  readonly onShift: readonly BarberOnShift[];
  /** Not at work yet, and expected today: for forecasts; they get nobody before they come. */
  readonly expected: readonly ExpectedBarber[];
  readonly waiting: readonly TicketEntity[];
  /** Booked for soon, and not here yet. */
  readonly booked: readonly TicketEntity[];
  /** Tickets that have a barber. */
  readonly active: readonly TicketEntity[];
  readonly services: ServicesOf;
}

/** Turns rows into what the dispatcher may know, in minutes since the business day began. */
export function toQueueState(rows: QueueRows, now: number): QueueState {
  const { day, active, closesAt } = rows;
  const byId = new Map(active.map((ticket) => [ticket.id, ticket]));
  return {
    seed: `${rows.shopId}/${day.day}`,
    closesAt: minutesOf(closesAt, day),
    barbers: [
      ...rows.onShift.map((atWork) => {
        const ticket = byId.get(atWork.shift.ticketId ?? '') ?? null;
        return toBarberState(atWork, ticket, rows, now);
      }),
      ...rows.expected.map((barber) => toExpectedState(barber, rows)),
    ],
    tickets: [...rows.waiting, ...rows.booked].map((ticket) => toWaitingTicket(ticket, rows)),
  };
}

/** The learner's name for what a customer wants: one service, or several in one sitting. */
export function serviceKey(services: readonly Pick<TicketServiceEntity, 'serviceId'>[]): string {
  const ids = services.map(({ serviceId }) => serviceId);
  return ids.length === 1 ? String(ids[0]) : ids.sort().join('+');
}

function toBarberState(
  atWork: BarberOnShift,
  ticket: TicketEntity | null,
  rows: QueueRows,
  now: number,
): BarberState {
  const { day } = rows;
  const { barber, shift } = atWork;
  return {
    id: barber.id,
    name: barber.name,
    skills: barber.skills,
    shiftStartsAt: minutesOf(shift.startedAt, day),
    shiftEndsAt: shiftEndOf(shift, rows, now),
    rest: restStateOf(atWork, rows, now),
    current: ticket && toCurrentService(ticket, rows),
    idleSince: ticket ? null : minutesOf(shift.idleSince, day),
    earned: shift.earnedCents,
    workedMinutes: shift.workedMs / MINUTE_MS,
    turns: 0,
  };
}

function toCurrentService(ticket: TicketEntity, { services, day }: QueueRows): CurrentService {
  const startedAt = ticket.startedAt ?? ticket.assignedAt ?? ticket.joinedAt;
  return {
    ticketId: ticket.id,
    ...workOf(services.get(ticket.id) ?? []),
    startedAt: minutesOf(startedAt, day),
  };
}

function toWaitingTicket(ticket: TicketEntity, { services, day }: QueueRows): WaitingTicket {
  const joinedAt = minutesOf(ticket.joinedAt, day);
  const { requestedBarberId: barberId, onlyRequestedBarber: isOnlyThatBarber } = ticket;
  const toleranceMinutes = ticket.waitsForBarberMinutes ?? 0;
  const appointment = appointmentOf(ticket, day);
  const hasWish = barberId !== null && appointment === null;
  return {
    id: ticket.id,
    joinedAt,
    placeAt: minutesOf(ticket.queueKey, day),
    presentSince: ticket.isHere && ticket.state !== 'booked' ? joinedAt : null,
    ...(ticket.isHere || ticket.expectedAt === null
      ? {}
      : { expectedAt: minutesOf(ticket.expectedAt, day) }),
    ...workOf(services.get(ticket.id) ?? []),
    skills: ticket.requiredSkills,
    request: hasWish ? { barberId, isOnlyThatBarber, toleranceMinutes } : null,
    party: partyOf(ticket, day),
    appointment,
  };
}

/** Whom the slot is booked with is in the wish. */
function appointmentOf(ticket: TicketEntity, day: QueueRows['day']): Appointment | null {
  if (ticket.bookedAt === null || !hasSlot(ticket)) return null;
  return { at: minutesOf(ticket.bookedAt, day), barberId: ticket.requestedBarberId };
}

function partyOf(ticket: TicketEntity, day: QueueRows['day']): PartyMembership | null {
  const { partyId: id, partyMode: mode, chairHeldSince } = ticket;
  if (id === null || mode === null) return null;
  const heldSince = chairHeldSince === null ? null : minutesOf(chairHeldSince, day);
  return { id, mode, chairHeldSince: heldSince };
}

function workOf(services: readonly TicketServiceEntity[]): {
  service: string;
  menuMinutes: number;
  price: number;
} {
  let menuMinutes = 0;
  let price = 0;
  for (const { durationMinutes, priceCents } of services) {
    menuMinutes += durationMinutes;
    price += priceCents;
  }
  return { service: serviceKey(services), menuMinutes, price };
}
