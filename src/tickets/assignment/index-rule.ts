import { expectedTotalMinutes } from '../durations/lognormal';
import { expectedMinutes } from './availability';
import type { DispatchSettings } from './dispatch-settings';
import { BUSY, type Floor, REST_PENDING, RESTING } from './floor';

/** Before this many minutes in the chair, what a barber has earned says little about the day. */
const EARNINGS_PRIOR_MINUTES = 60;

/** The terms of the index for one barber and ticket, in minutes of idling; lower is better. */
export interface IndexTerms {
  scarcity: number;
  requests: number;
  earnings: number;
  minutes: number;
  restOverrun: number;
  idle: number;
}

/** Rule 4: the price of giving this ticket to this barber. Sums `indexTerms`, without allocating. */
export function indexOf(
  floor: Floor,
  ticket: number,
  barber: number,
  now: number,
  settings: DispatchSettings,
): number {
  const { weights } = settings;
  const minutes = expectedMinutes(floor, ticket, barber);
  return (
    weights.scarcity * (floor.scarcity[barber] as number) +
    weights.requests * (floor.requestShare[barber] as number) +
    weights.earnings * earningsLead(floor, barber) +
    weights.minutes * minutes +
    weights.restOverrun * restOverrun(floor, barber, now + minutes) -
    weights.idle * (now - (floor.idleSince[barber] as number))
  );
}

/** The same, term by term: what staff are shown as the reason. */
export function indexTerms(
  floor: Floor,
  ticket: number,
  barber: number,
  now: number,
  settings: DispatchSettings,
): IndexTerms {
  const { weights } = settings;
  const minutes = expectedMinutes(floor, ticket, barber);
  return {
    scarcity: weights.scarcity * (floor.scarcity[barber] as number),
    requests: weights.requests * (floor.requestShare[barber] as number),
    earnings: weights.earnings * earningsLead(floor, barber),
    minutes: weights.minutes * minutes,
    restOverrun: weights.restOverrun * restOverrun(floor, barber, now + minutes),
    idle: -weights.idle * (now - (floor.idleSince[barber] as number)),
  };
}

/** How much more an hour worked this barber has earned than all together; 0.1 is 10 % more. */
function earningsLead(floor: Floor, barber: number): number {
  const usual = floor.earnedPerMinute;
  if (usual <= 0) return 0;
  const earned = (floor.earned[barber] as number) + usual * EARNINGS_PRIOR_MINUTES;
  return earned / ((floor.workedMinutes[barber] as number) + EARNINGS_PRIOR_MINUTES) / usual - 1;
}

function restOverrun(floor: Floor, barber: number, endsAt: number): number {
  if (floor.restState[barber] !== REST_PENDING) return 0;
  return Math.max(0, endsAt - (floor.restLatestAt[barber] as number));
}

/** Brings the terms that all candidates share up to date: scarcity by who is on shift, earnings. */
export function refreshShopTerms(floor: Floor, now: number): void {
  let earned = 0;
  let worked = 0;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    earned += floor.earned[barber] as number;
    worked += floor.workedMinutes[barber] as number;
  }
  floor.earnedPerMinute = worked > 0 ? earned / worked : 0;
  refreshScarcity(floor, now);
}

/** A barber who is free in this many minutes stands in half as well as one who is free now. */
const STAND_IN_MINUTES = 15;

/**
 * Scarcity of a barber: the demand that would be hard to serve without, each kind divided by how
 * many could stand in, those soon free counting in part. Demand that everybody can serve weighs
 * the same on all and drops out.
 */
function refreshScarcity(floor: Floor, now: number): void {
  const { barberCount, profileCount, readiness } = floor;
  floor.scarcity.fill(0);
  for (let barber = 0; barber < barberCount; barber += 1) {
    readiness[barber] = readinessOf(floor, barber, now);
  }
  for (let profile = 0; profile < profileCount; profile += 1) {
    const share = floor.demandShare[profile] as number;
    if (share === 0) continue;
    const row = profile * barberCount;
    let holders = 0;
    for (let barber = 0; barber < barberCount; barber += 1) {
      if (floor.able[row + barber] === 1) holders += readiness[barber] as number;
    }
    if (holders === 0) continue;
    for (let barber = 0; barber < barberCount; barber += 1) {
      if (floor.able[row + barber] === 1) (floor.scarcity[barber] as number) += share / holders;
    }
  }
}

/** 1 for a free barber, less the longer the chair is taken, 0 off shift. */
function readinessOf(floor: Floor, barber: number, now: number): number {
  if (now < (floor.shiftStartsAt[barber] as number)) return 0;
  if (now >= (floor.shiftEndsAt[barber] as number)) return 0;
  let freeAt = now;
  if (floor.status[barber] === BUSY) {
    const startedAt = floor.startedAt[barber] as number;
    const median = floor.currentMedian[barber] as number;
    freeAt = startedAt + expectedTotalMinutes(floor.totalTable, now - startedAt, median);
  } else if (floor.status[barber] === RESTING) {
    freeAt = floor.restUntil[barber] as number;
  }
  return STAND_IN_MINUTES / (STAND_IN_MINUTES + Math.max(0, freeAt - now));
}
