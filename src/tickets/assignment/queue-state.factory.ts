import type { ShiftPlan } from '../../barbers/barber-status.rules';
import type { BarberOnShift } from '../../barbers/barbers.service';
import type { TicketEntity, TicketServiceEntity } from '../ticket.entity';
import type {
  BarberState,
  CurrentService,
  QueueState,
  RestPlan,
  WaitingTicket,
} from './queue-state';

const MINUTE_MS = 60_000;

/** Nobody says how long a break will be; it is expected to last this long, and a little at least. */
const USUAL_BREAK_MINUTES = 20;

type ServicesOf = ReadonlyMap<string, readonly TicketServiceEntity[]>;

/** The rows that a decision is made of. */
export interface QueueRows {
  readonly shopId: string;
  /** The business day: the origin of the state's minutes. */
  readonly day: { readonly day: string; readonly startsAt: number };
  /** When the doors close today. */
  readonly closesAt: number;
  readonly onShift: readonly BarberOnShift[];
  readonly waiting: readonly TicketEntity[];
  /** Tickets that have a barber. */
  readonly active: readonly TicketEntity[];
  readonly services: ServicesOf;
}

/** Minutes of a business day, with fractions. */
export function minutesOf(at: number, day: { readonly startsAt: number }): number {
  return (at - day.startsAt) / MINUTE_MS;
}

/** Turns rows into what the dispatcher may know, in minutes since the business day began. */
export function toQueueState(rows: QueueRows, now: number): QueueState {
  const { day, active, closesAt } = rows;
  const byId = new Map(active.map((ticket) => [ticket.id, ticket]));
  return {
    seed: `${rows.shopId}/${day.day}`,
    closesAt: minutesOf(closesAt, day),
    barbers: rows.onShift.map((atWork) => {
      const ticket = byId.get(atWork.shift.ticketId ?? '') ?? null;
      return toBarberState(atWork, ticket, rows, now);
    }),
    tickets: rows.waiting.map((ticket) => toWaitingTicket(ticket, rows)),
  };
}

/** The learner's name for what a customer wants: one service, or several in one sitting. */
export function serviceKey(services: readonly Pick<TicketServiceEntity, 'serviceId'>[]): string {
  const ids = services.map(({ serviceId }) => serviceId);
  return ids.length === 1 ? String(ids[0]) : ids.sort().join('+');
}

function toBarberState(
  { barber, shift, breakStartedAt }: BarberOnShift,
  ticket: TicketEntity | null,
  rows: QueueRows,
  now: number,
): BarberState {
  const { day } = rows;
  return {
    id: barber.id,
    name: barber.name,
    skills: barber.skills,
    shiftStartsAt: minutesOf(shift.startedAt, day),
    // Nobody new for somebody who goes home after this customer.
    shiftEndsAt: shift.plan === 'clock_out' ? minutesOf(now, day) : Number.POSITIVE_INFINITY,
    rest:
      breakStartedAt === null
        ? restPlanned(shift.plan, rows, now)
        : restSince(breakStartedAt, rows, now),
    current: ticket && toCurrentService(ticket, rows),
    idleSince: ticket ? null : minutesOf(shift.idleSince, day),
    earned: shift.earnedCents,
    workedMinutes: shift.workedMs / MINUTE_MS,
    turns: 0,
  };
}

/** A break that begins as soon as the chair is empty. */
function restPlanned(plan: ShiftPlan | null, { day }: QueueRows, now: number): RestPlan | null {
  if (plan !== 'break') return null;
  const at = minutesOf(now, day);
  return { earliestAt: at, latestAt: at, minutes: USUAL_BREAK_MINUTES, startedAt: null };
}

function restSince(startedAt: number, { day }: QueueRows, now: number): RestPlan {
  const since = minutesOf(startedAt, day);
  const minutes = Math.max(USUAL_BREAK_MINUTES, minutesOf(now, day) - since + 1);
  return { earliestAt: since, latestAt: since, minutes, startedAt: since };
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
  return {
    id: ticket.id,
    joinedAt,
    placeAt: minutesOf(ticket.queueKey, day),
    presentSince: ticket.isHere ? joinedAt : null,
    ...(ticket.isHere || ticket.expectedAt === null
      ? {}
      : { expectedAt: minutesOf(ticket.expectedAt, day) }),
    ...workOf(services.get(ticket.id) ?? []),
    skills: ticket.requiredSkills,
    request: barberId === null ? null : { barberId, isOnlyThatBarber, toleranceMinutes },
    party: null,
    appointment: null,
  };
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
