import { medianMinutes } from '../durations/duration-model';
import { expectedTotalTable, lognormalCumulative } from '../durations/lognormal';
import { compileDemand, type ProfileRow, profileKey } from './compile-demand';
import type { DispatchSettings } from './dispatch-settings';
import { BUSY, Floor, IDLE, NONE, REST_NONE, REST_PENDING, REST_RUNNING, RESTING } from './floor';
import type { Learned } from './learned';
import type { BarberState, QueueState, WaitingTicket } from './queue-state';

/** A floor with the way back to the ids that it was compiled from. */
export interface CompiledFloor {
  floor: Floor;
  barberIds: readonly string[];
  barberNames: readonly string[];
  barberIndex: ReadonlyMap<string, number>;
  /** Waiting tickets in the order of service; their index is their number on the floor. */
  tickets: readonly WaitingTicket[];
  /** Parties of whom somebody was seated side by side in this decision. */
  partiesSeated: Set<number>;
}

const tables = new Map<number, Float64Array>();

/** Rounded, so that a shop whose spread moves in the fourth digit finds its table again. */
function tableFor(logSd: number): Float64Array {
  const key = Math.round(logSd * 1000);
  let table = tables.get(key);
  if (!table) {
    table = expectedTotalTable(key / 1000);
    if (tables.size > 500) tables.clear();
    tables.set(key, table);
  }
  return table;
}

/**
 * Turns plain state into the flat form that decisions run on. `extraTickets` leaves room for the
 * arrivals of simulated futures.
 */
export function compileFloor(
  state: QueueState,
  now: number,
  learned: Learned,
  settings: DispatchSettings,
  extraTickets = 0,
): CompiledFloor {
  const demand = compileDemand(learned.demand);
  const tickets = inOrderOfService(state.tickets, settings);
  const { rows, rowOf } = collectRows(demand.rows, demand.rowByKey, tickets);
  const parties = new Map<string, number>();
  for (const { party } of tickets) {
    if (party && !parties.has(party.id)) parties.set(party.id, parties.size);
  }
  const floor = new Floor({
    barbers: state.barbers.length,
    profiles: rows.length,
    tickets: tickets.length + extraTickets,
    parties: parties.size,
  });
  const { residualLogSd } = learned.durations;
  floor.logSd = residualLogSd;
  floor.meanFactor = Math.exp((residualLogSd * residualLogSd) / 2);
  floor.totalTable = tableFor(residualLogSd);

  const barberIndex = new Map<string, number>();
  state.barbers.forEach((barber, index) => {
    barberIndex.set(barber.id, index);
    compileBarber(floor, index, barber, now, learned);
    floor.requestShare[index] = demand.requestShares.get(barber.id) ?? 0;
  });
  rows.forEach((row, index) => compileRow(floor, index, row, state.barbers, learned));
  tickets.forEach((ticket, index) => {
    compileTicket(floor, index, ticket, rowOf[index] as number, now, settings);
    floor.requestOf[index] = requestIndex(ticket, barberIndex);
    floor.isOnlyRequest[index] = ticket.request?.isOnlyThatBarber ? 1 : 0;
    const booked = ticket.appointment?.barberId ?? null;
    if (booked !== null) floor.bookedBarber[index] = barberIndex.get(booked) ?? NONE;
    if (ticket.party) {
      const party = parties.get(ticket.party.id) as number;
      floor.partyOf[index] = party;
      floor.partyHeldSince[party] = ticket.party.chairHeldSince ?? Number.NaN;
    }
    floor.queue[index] = index;
  });
  floor.queueLength = tickets.length;
  return {
    floor,
    barberIds: state.barbers.map(({ id }) => id),
    barberNames: state.barbers.map(({ name }) => name),
    barberIndex,
    tickets,
    partiesSeated: new Set(),
  };
}

/**
 * Rule 2: by joining; a booked client counts from the slot, a party from its first member, and
 * somebody from afar who came too late for the place from being there. Ties by ticket id.
 */
function inOrderOfService(
  tickets: readonly WaitingTicket[],
  settings: DispatchSettings,
): WaitingTicket[] {
  const firstOfParty = new Map<string, number>();
  for (const ticket of tickets) {
    if (!ticket.party) continue;
    const first = firstOfParty.get(ticket.party.id) ?? Number.POSITIVE_INFINITY;
    firstOfParty.set(ticket.party.id, Math.min(first, placeOf(ticket, settings)));
  }
  return tickets
    .map((ticket) => ({
      ticket,
      place: ticket.party
        ? (firstOfParty.get(ticket.party.id) as number)
        : placeOf(ticket, settings),
    }))
    .sort(
      (a, b) =>
        a.place - b.place ||
        a.ticket.joinedAt - b.ticket.joinedAt ||
        (a.ticket.id < b.ticket.id ? -1 : 1),
    )
    .map(({ ticket }) => ticket);
}

function placeOf(ticket: WaitingTicket, settings: DispatchSettings): number {
  if (ticket.appointment) return ticket.appointment.at;
  if (ticket.placeAt !== undefined) return ticket.placeAt;
  const { joinedAt, presentSince } = ticket;
  if (presentSince === null) return joinedAt;
  return presentSince - joinedAt > settings.remoteGraceMinutes ? presentSince : joinedAt;
}

function requestIndex(ticket: WaitingTicket, barbers: ReadonlyMap<string, number>): number {
  const wanted = ticket.request?.barberId ?? ticket.appointment?.barberId ?? null;
  return wanted === null ? NONE : (barbers.get(wanted) ?? NONE);
}

function collectRows(
  demandRows: readonly ProfileRow[],
  rowByKey: ReadonlyMap<string, number>,
  tickets: readonly WaitingTicket[],
): { rows: ProfileRow[]; rowOf: number[] } {
  const rows = [...demandRows];
  const own = new Map<string, number>();
  const rowOf = tickets.map((ticket) => {
    const key = profileKey(ticket);
    const known = rowByKey.get(key) ?? own.get(key);
    if (known !== undefined) return known;
    const { service, menuMinutes, skills } = ticket;
    own.set(key, rows.length);
    return rows.push({ service, menuMinutes, skills, share: 0 }) - 1;
  });
  return { rows, rowOf };
}

function compileRow(
  floor: Floor,
  row: number,
  needs: ProfileRow,
  barbers: readonly BarberState[],
  learned: Learned,
): void {
  floor.demandShare[row] = needs.share;
  barbers.forEach((barber, index) => {
    const cell = row * floor.barberCount + index;
    floor.able[cell] = needs.skills.every((skill) => barber.skills.includes(skill)) ? 1 : 0;
    floor.medianMinutes[cell] = medianMinutes(
      learned.durations,
      barber.id,
      needs.service,
      needs.menuMinutes,
    );
  });
}

function compileBarber(
  floor: Floor,
  index: number,
  barber: BarberState,
  now: number,
  learned: Learned,
): void {
  const { durations } = learned;
  floor.shiftStartsAt[index] = barber.shiftStartsAt;
  floor.shiftEndsAt[index] = barber.shiftEndsAt;
  floor.paceLogSd[index] = durations.paces.get(barber.id)?.logSd ?? durations.unknownPaceLogSd;
  floor.earned[index] = barber.earned;
  floor.workedMinutes[index] = barber.workedMinutes;
  floor.idleSince[index] = Math.min(now, barber.idleSince ?? now);
  floor.status[index] = IDLE;
  compileRest(floor, index, barber);
  const { current } = barber;
  if (!current) return;
  const median = medianMinutes(durations, barber.id, current.service, current.menuMinutes);
  floor.status[index] = BUSY;
  floor.startedAt[index] = current.startedAt;
  floor.currentMedian[index] = median;
  floor.currentShareOver[index] = lognormalCumulative(
    now - current.startedAt,
    median,
    durations.residualLogSd,
  );
  floor.earned[index] += current.price;
  floor.workedMinutes[index] += median * floor.meanFactor;
}

function compileRest(floor: Floor, index: number, barber: BarberState): void {
  const { rest } = barber;
  floor.restState[index] = REST_NONE;
  if (!rest) return;
  floor.restEarliestAt[index] = rest.earliestAt;
  floor.restLatestAt[index] = rest.latestAt;
  floor.restMinutes[index] = rest.minutes;
  floor.restState[index] = REST_PENDING;
  if (rest.startedAt === null) return;
  floor.restState[index] = REST_RUNNING;
  floor.status[index] = RESTING;
  floor.restUntil[index] = rest.startedAt + rest.minutes;
}

function compileTicket(
  floor: Floor,
  index: number,
  ticket: WaitingTicket,
  row: number,
  now: number,
  settings: DispatchSettings,
): void {
  floor.profileOf[index] = row;
  floor.joinedAt[index] = ticket.joinedAt;
  floor.price[index] = ticket.price;
  floor.toleranceEndsAt[index] = ticket.joinedAt + (ticket.request?.toleranceMinutes ?? 0);
  if (ticket.appointment) {
    floor.hasBookings = true;
    floor.bookedAt[index] = ticket.appointment.at;
    // Booked for one barber means that barber; the slot is theirs to keep or to give up.
    floor.toleranceEndsAt[index] = ticket.appointment.at + settings.bookingReleaseMinutes;
  }
  floor.callableFrom[index] = callableFrom(ticket, now, settings);
  if (ticket.party?.mode === 'side_by_side') {
    floor.hasSideBySide = true;
    floor.isSideBySide[index] = 1;
  }
}

function callableFrom(ticket: WaitingTicket, now: number, settings: DispatchSettings): number {
  if (ticket.appointment) {
    const earliest = ticket.appointment.at - settings.bookingEarlyMinutes;
    // Not there yet: expected on time, or any minute now when already late.
    return ticket.presentSince === null ? Math.max(ticket.appointment.at, now + 1) : earliest;
  }
  if (ticket.presentSince !== null) return Number.NEGATIVE_INFINITY;
  const expectedAt = ticket.expectedAt ?? ticket.joinedAt + settings.remoteTravelMinutes;
  return Math.max(expectedAt, now + 1);
}
