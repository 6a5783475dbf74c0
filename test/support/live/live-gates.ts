import type { TicketEntity } from '../../../src/tickets/ticket.entity';
import type { Chair, LiveFloor } from './live-floor';

/*
 * The gates of the dispatcher, said a second time: on rows instead of compiled floors, slowly and
 * plainly. Each gives what breaks it, in words; nothing is as it should be.
 */

const MINUTE_MS = 60_000;
const OVERTIME_MS = 15 * MINUTE_MS;
const SLOT_DELAY_MS = 10 * MINUTE_MS;
const SLOT_RELEASE_MS = 12 * MINUTE_MS;
const EARLY_MS = 10 * MINUTE_MS;
const HOLD_MS = 10 * MINUTE_MS;
/** In look-ahead mode nobody who has waited longer is passed or kept waiting on purpose. */
const GUARD_MS = 34 * MINUTE_MS;
/** Rounding of minutes. */
const EPSILON_MS = 5;

type Gate = (floor: LiveFloor) => string[];

const byPeople = new Set(['manual', 'transfer']);

function isAble(chair: Chair, ticket: TicketEntity): boolean {
  return ticket.requiredSkills.every((skill) => chair.skills.includes(skill));
}

function isIdle(chair: Chair, now: number): boolean {
  if (chair.ticketId !== null || chair.isOnBreak) return false;
  if (chair.plannedEndsAt !== null && now >= chair.plannedEndsAt) return false;
  return chair.restLatestAt === null || now < chair.restLatestAt;
}

/** The slot that a ticket still has a right to; null for walk-ins and for who came too late. */
function slotOf(ticket: TicketEntity, now: number): number | null {
  const { bookedAt, state, joinedAt } = ticket;
  if (bookedAt === null) return null;
  const since = state === 'booked' ? now : joinedAt;
  return since < bookedAt + SLOT_RELEASE_MS ? bookedAt : null;
}

function endsInTime(floor: LiveFloor, ticket: TicketEntity, chair: Chair): boolean {
  const endsAt = floor.now + floor.minutes(ticket, chair.barberId) * MINUTE_MS;
  const { plannedEndsAt } = chair;
  if (plannedEndsAt !== null && endsAt > plannedEndsAt + OVERTIME_MS + EPSILON_MS) return false;
  return floor.tickets.every((other) => {
    const at = slotOf(other, floor.now);
    if (at === null || other.id === ticket.id || other.requestedBarberId !== chair.barberId) {
      return true;
    }
    const isToCome = other.state === 'booked' || other.state === 'waiting';
    const isFirst = at < (slotOf(ticket, floor.now) ?? Number.POSITIVE_INFINITY);
    return !isToCome || !isFirst || endsAt <= at + SLOT_DELAY_MS + EPSILON_MS;
  });
}

/** Whether a ticket may wait for the barber of its wish or of its slot although others are free. */
function mayWaitForWish(floor: LiveFloor, ticket: TicketEntity): boolean {
  const { requestedBarberId: barberId } = ticket;
  if (barberId === null) return false;
  const slot = slotOf(ticket, floor.now);
  const patienceMs = (ticket.waitsForBarberMinutes ?? 0) * MINUTE_MS;
  const until = slot === null ? ticket.joinedAt + patienceMs : slot + SLOT_RELEASE_MS;
  if (floor.now >= until) return false;
  const wished = floor.chairs.find((chair) => chair.barberId === barberId);
  if (!wished) return floor.planned.has(barberId);
  return !(
    isIdle(wished, floor.now) &&
    isAble(wished, ticket) &&
    endsInTime(floor, ticket, wished)
  );
}

function isHeld(floor: LiveFloor, ticket: TicketEntity): boolean {
  const { chairHeldSince } = ticket;
  return chairHeldSince !== null && floor.now < chairHeldSince + HOLD_MS;
}

function waitingHere(floor: LiveFloor): TicketEntity[] {
  return floor.tickets.filter(({ state, isHere }) => state === 'waiting' && isHere);
}

/** How many chairs may be kept empty for parties: for each, one less than it has members. */
function keptChairs(floor: LiveFloor): number {
  const members = waitingHere(floor).filter((ticket) => isHeld(floor, ticket));
  return members.length - new Set(members.map(({ partyId }) => partyId)).size;
}

function justSeated(floor: LiveFloor, isByRule: boolean) {
  return floor.decided.flatMap(({ ticketId, barberId, policy }) => {
    const ticket = floor.tickets.find(({ id }) => id === ticketId);
    const chair = floor.chairs.find((one) => one.barberId === barberId);
    // Only what still stands: a unit may decide and undo.
    if (!ticket || !chair || chair.ticketId !== ticketId) return [];
    return isByRule && byPeople.has(policy) ? [] : [{ ticket, chair }];
  });
}

const name = ({ ticket, chair }: { ticket: TicketEntity; chair: Chair }) =>
  `number ${ticket.number} to ${chair.barberId}`;

export const LIVE_GATES: Readonly<Record<string, Gate>> = {
  'assigns nobody to somebody without the skill': (floor) =>
    justSeated(floor, false)
      .filter(({ ticket, chair }) => !isAble(chair, ticket))
      .map(name),

  'keeps every hard request, unless people decide': (floor) =>
    justSeated(floor, true)
      .filter(
        ({ ticket, chair }) =>
          ticket.onlyRequestedBarber && ticket.requestedBarberId !== chair.barberId,
      )
      .map(name),

  'begins nothing that ends long after the shift or delays a booked client': (floor) =>
    justSeated(floor, true)
      .filter(({ ticket, chair }) => !endsInTime(floor, ticket, chair))
      .map(name),

  'keeps nobody from a break whose time has come': (floor) =>
    floor.chairs
      .filter((chair) => chair.ticketId === null && !chair.isOnBreak)
      .filter(({ restLatestAt }) => restLatestAt !== null && restLatestAt <= floor.now)
      .filter(({ plannedEndsAt }) => plannedEndsAt === null || plannedEndsAt > floor.now)
      .map(({ barberId }) => `${barberId} has an overdue break and is idle`),

  'passes nobody who could have had that barber': (floor) =>
    justSeated(floor, true).flatMap(({ ticket, chair }) => {
      const isDue = (slotOf(ticket, floor.now) ?? floor.now + 1) <= floor.now;
      if (isDue) return [];
      return waitingHere(floor)
        .filter((other) => other.queueKey < ticket.queueKey && !floor.requeued.has(other.id))
        .filter(({ requestedBarberId, partyMode }) => !requestedBarberId && !partyMode)
        .filter(({ bookedAt }) => bookedAt === null)
        .filter((other) => !floor.isLookAhead || floor.now - other.joinedAt > GUARD_MS)
        .filter((other) => isAble(chair, other) && endsInTime(floor, other, chair))
        .map((other) => `number ${other.number} was passed by ${name({ ticket, chair })}`);
    }),

  'leaves no barber free while somebody waits who may be served': (floor) =>
    waitingHere(floor).flatMap((ticket) => {
      const slot = slotOf(ticket, floor.now);
      if (slot !== null && floor.now < slot - EARLY_MS) return [];
      if (isHeld(floor, ticket) || mayWaitForWish(floor, ticket)) return [];
      if (floor.isLookAhead && floor.now - ticket.joinedAt <= GUARD_MS) return [];
      const { requestedBarberId, onlyRequestedBarber } = ticket;
      const servants = floor.chairs
        .filter((chair) => isIdle(chair, floor.now) && isAble(chair, ticket))
        .filter(({ barberId }) => !onlyRequestedBarber || barberId === requestedBarberId)
        .filter((chair) => endsInTime(floor, ticket, chair));
      if (servants.length <= keptChairs(floor)) return [];
      return [`number ${ticket.number} waits, and ${servants[0]?.barberId} is free`];
    }),
};
