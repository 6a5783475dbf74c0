import { expectedMinutes, isFree, isRestOverdue, mayTake } from './availability';
import { type CompiledFloor, compileFloor } from './compile-floor';
import { callTicket, chooseBarber, putDueBookingsFirst } from './decide';
import type { Assignment, BreakToStart, Candidate, Decision } from './decision';
import type { DispatchSettings } from './dispatch-settings';
import { explain } from './explanations';
import { type Floor, NONE } from './floor';
import { ARRIVAL_ROOM } from './future';
import { holdsOf } from './holds';
import { indexOf, indexTerms, refreshShopTerms } from './index-rule';
import type { Learned } from './learned';
import { LookAhead, takeOffQueue } from './look-ahead';
import { seatingOf } from './parties';
import { nextChangeAt } from './play-forward';
import type { BarberState, QueueState } from './queue-state';
import { explainAssignment } from './reasons';
import { beginRest, shouldRest } from './rests';
import { seedFrom } from './seeded-random';

/** While the look-ahead keeps a chair empty, it thinks again after this many minutes. */
const HOLD_CHECK_MINUTES = 2;

/**
 * Who is next, with whom, and why. Pure: the same state, time, knowledge and settings give the same
 * decision. Call it after every event (join, leave, start, completion, shift and break changes) and
 * at `nextCheckAt`.
 */
export function dispatch(
  state: QueueState,
  now: number,
  learned: Learned,
  settings: DispatchSettings,
): Decision {
  const isLookAhead = settings.mode === 'lookahead';
  const compiled = compileFloor(state, now, learned, settings, isLookAhead ? ARRIVAL_ROOM : 0);
  const { floor } = compiled;
  if (floor.hasBookings) putDueBookingsFirst(floor, now);
  const { assignments, isHolding } = isLookAhead
    ? assignLookingAhead(compiled, state, now, learned, settings)
    : { assignments: assignInOrder(compiled, state, now, settings), isHolding: false };
  const holds = holdsOf(compiled, now, settings, isHolding);
  const breaksToStart = isHolding ? overdueRests(floor, state, now) : rests(floor, state, now);
  return {
    assignments,
    breaksToStart,
    holds,
    nextCheckAt: checkAt(floor, now, settings, isHolding),
  };
}

function assignInOrder(
  compiled: CompiledFloor,
  state: QueueState,
  now: number,
  settings: DispatchSettings,
): Assignment[] {
  const { floor } = compiled;
  const assignments: Assignment[] = [];
  refreshShopTerms(floor, now);
  floor.claimedMinutes.fill(0);
  let place = 0;
  while (place < floor.queueLength) {
    const ticket = floor.queue[place] as number;
    const barber = chooseBarber(floor, ticket, now, settings);
    if (barber === NONE) {
      place += 1;
      continue;
    }
    assignments.push(seat(compiled, state, { ticket, barber, saved: null }, now, settings));
  }
  return assignments;
}

function assignLookingAhead(
  compiled: CompiledFloor,
  state: QueueState,
  now: number,
  learned: Learned,
  settings: DispatchSettings,
): { assignments: Assignment[]; isHolding: boolean } {
  const assignments: Assignment[] = [];
  const lookAhead = new LookAhead(compiled, learned, settings);
  const seed = seedFrom(state.seed, Math.round(now * 10));
  for (;;) {
    const verdict = lookAhead.decide(now, seed + assignments.length);
    if (!verdict) return { assignments, isHolding: false };
    const { choice, saved } = verdict;
    if (choice.ticket === NONE) return { assignments, isHolding: true };
    assignments.push(seat(compiled, state, { ...choice, saved }, now, settings));
    for (const { ticket, barber } of besideOf(compiled.floor, choice.ticket, now, settings)) {
      assignments.push(seat(compiled, state, { ticket, barber, saved: null }, now, settings));
    }
  }
}

/** Lazily: the others of a party that sits side by side, each with a chair, once one has one. */
function* besideOf(
  floor: Floor,
  seated: number,
  now: number,
  settings: DispatchSettings,
): Generator<{ ticket: number; barber: number }> {
  if (floor.isSideBySide[seated] === 0) return;
  const party = floor.partyOf[seated] as number;
  for (const ticket of floor.queue.slice(0, floor.queueLength)) {
    if (floor.partyOf[ticket] !== party) continue;
    const barber = chooseBarber(floor, ticket, now, settings);
    if (barber !== NONE) yield { ticket, barber };
  }
}

function seat(
  compiled: CompiledFloor,
  state: QueueState,
  choice: { ticket: number; barber: number; saved: number | null },
  now: number,
  settings: DispatchSettings,
): Assignment {
  const { floor, barberIds, tickets } = compiled;
  const { ticket, barber, saved } = choice;
  const waiting = tickets[ticket] as (typeof tickets)[number];
  const candidates = candidatesFor(compiled, ticket, now, settings);
  const passed = passedBy(floor, ticket, now);
  const explanation = explainAssignment({
    ticket: waiting,
    barber: state.barbers[barber] as BarberState,
    barbers: state.barbers,
    candidates: candidates.length,
    hasPassed: passed.length > 0,
    isLookAheadChoice: (saved ?? 0) > 0,
    seating: seatingFor(compiled, ticket, now, settings),
  });
  const minutes = expectedMinutes(floor, ticket, barber);
  takeOffQueue(floor, ticket);
  floor.assignedCount = 0;
  callTicket(floor, ticket, barber, now);
  return {
    ticketId: waiting.id,
    barberId: barberIds[barber] as string,
    reasons: {
      explanation,
      waitedMinutes: now - waiting.joinedAt,
      expectedMinutes: minutes,
      passedTicketIds: passed.map((other) => (tickets[other] as { id: string }).id),
      candidates,
      lookAheadSaved: saved,
    },
  };
}

/** How somebody who sits down now does so, as one of a party; null when it is no matter. */
function seatingFor(
  { floor, partiesSeated }: CompiledFloor,
  ticket: number,
  now: number,
  settings: DispatchSettings,
): 'together' | 'apart' | null {
  if (floor.isSideBySide[ticket] === 0) return null;
  const party = floor.partyOf[ticket] as number;
  if (partiesSeated.has(party)) return 'together';
  if (isAlone(floor, ticket)) return null;
  if (seatingOf(floor, ticket, now, settings) !== 'together') return 'apart';
  partiesSeated.add(party);
  return 'together';
}

function isAlone(floor: Floor, ticket: number): boolean {
  const party = floor.partyOf[ticket];
  const waiting = floor.queue.subarray(0, floor.queueLength);
  return waiting.every((other) => other === ticket || floor.partyOf[other] !== party);
}

function candidatesFor(
  compiled: CompiledFloor,
  ticket: number,
  now: number,
  settings: DispatchSettings,
): Candidate[] {
  const { floor, barberIds } = compiled;
  const candidates: Candidate[] = [];
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (!isFree(floor, barber, now) || !mayTake(floor, ticket, barber, now, settings)) continue;
    const terms = indexTerms(floor, ticket, barber, now, settings);
    const total = indexOf(floor, ticket, barber, now, settings);
    candidates.push({ barberId: barberIds[barber] as string, total, terms });
  }
  return candidates.sort((a, b) => a.total - b.total);
}

/** Those before this ticket who are there and still wait. */
function passedBy(floor: Floor, ticket: number, now: number): number[] {
  const passed: number[] = [];
  for (let place = 0; place < floor.queueLength; place += 1) {
    const other = floor.queue[place] as number;
    if (other === ticket) break;
    if ((floor.callableFrom[other] as number) <= now) passed.push(other);
  }
  return passed;
}

function rests(floor: Floor, state: QueueState, now: number): BreakToStart[] {
  const breaks: BreakToStart[] = [];
  state.barbers.forEach((barber, index) => {
    if (!barber.rest || !shouldRest(floor, index, now)) return;
    const code = isRestOverdue(floor, index, now) ? 'rest.overdue' : 'rest.quiet';
    const explanation = explain(code, { barber: barber.name });
    beginRest(floor, index, now);
    breaks.push({ barberId: barber.id, minutes: barber.rest.minutes, explanation });
  });
  return breaks;
}

/** A chair kept empty on purpose is not a quiet moment; only overdue breaks begin. */
function overdueRests(floor: Floor, state: QueueState, now: number): BreakToStart[] {
  return rests(floor, state, now).filter(({ explanation }) => explanation.code === 'rest.overdue');
}

function checkAt(
  floor: Floor,
  now: number,
  settings: DispatchSettings,
  isHolding: boolean,
): number | null {
  let next = isHolding ? now + HOLD_CHECK_MINUTES : Number.POSITIVE_INFINITY;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    // Completions are events, not a matter of time: hide them from the look for what time changes.
    floor.endsAt[barber] = Number.POSITIVE_INFINITY;
    const rest = floor.restLatestAt[barber] as number;
    if (rest > now) next = Math.min(next, rest);
  }
  next = Math.min(next, nextChangeAt(floor, now, settings));
  return Number.isFinite(next) ? next : null;
}
