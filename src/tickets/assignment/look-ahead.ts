import { isFree, mayTake } from './availability';
import type { CompiledFloor } from './compile-floor';
import { callTicket, chooseBarber, closeRanks } from './decide';
import type { DispatchSettings } from './dispatch-settings';
import { type Floor, FloorSnapshot, NONE } from './floor';
import { FutureSource } from './future';
import { indexOf, refreshShopTerms } from './index-rule';
import type { Learned } from './learned';
import { beginService, EVERYBODY, type Play, playForward } from './play-forward';
import { SeededRandom } from './seeded-random';
import { LOST_COST, MISSED_REQUEST_COST, OVERTIME_COST, waitCost } from './service-cost';

/** One thing to do now: seat a ticket with a barber, or seat nobody (both NONE). */
export interface Choice {
  ticket: number;
  barber: number;
  /** How many who could have been seated now, and asked for nobody, are passed. */
  passes: number;
  /** How much worse rule 4 rates this barber than its own favourite for the ticket. */
  indexLead: number;
}

/** What the look-ahead decided, with the numbers that speak for it. */
export interface LookAheadVerdict {
  choice: Choice;
  /** What rule 4 would have done. */
  usual: Choice;
  /** Expected cost saved against the usual choice over the horizon; 0 when it was taken. */
  saved: number;
}

const HOLD: Choice = { ticket: NONE, barber: NONE, passes: 0, indexLead: 0 };

/**
 * Rule 6: plays every choice forward on the same sampled futures and departs from rule 4 only when
 * that is better by one standard error and a margin. Null when nobody can be seated.
 */
export class LookAhead {
  private readonly random = new SeededRandom(0);
  private readonly costs: Float64Array[] = [];

  constructor(
    private readonly compiled: CompiledFloor,
    private readonly learned: Learned,
    private readonly settings: DispatchSettings,
  ) {}

  decide(now: number, seed: number): LookAheadVerdict | null {
    const { floor } = this.compiled;
    const choices = this.choices(now);
    const usual = choices[0];
    if (!usual) return null;
    if (choices.length === 1) return { choice: usual, usual, saved: 0 };
    this.playAll(floor, choices, now, seed);
    return this.pick(choices, usual);
  }

  /** The usual choice first, then the others. */
  private choices(now: number): Choice[] {
    const { floor } = this.compiled;
    const { tickets, guardMinutes } = this.settings.lookAhead;
    const choices: Choice[] = [];
    let considered = 0;
    let passed = 0;
    let mayHold = true;
    refreshShopTerms(floor, now);
    floor.claimedMinutes.fill(0);
    floor.isKept.fill(0);
    for (let place = 0; place < floor.queueLength && considered < tickets; place += 1) {
      const ticket = floor.queue[place] as number;
      const usual = chooseBarber(floor, ticket, now, this.settings);
      if (usual === NONE) continue;
      choices.push({ ticket, barber: usual, passes: passed, indexLead: 0 });
      // Another barber could take the chair from somebody of the same party.
      if (floor.requestOf[ticket] !== usual && floor.isSideBySide[ticket] === 0) {
        this.addOtherBarbers(choices, choices.length - 1, now);
      }
      considered += 1;
      if (floor.requestOf[ticket] === NONE) passed += 1;
      if (now - (floor.joinedAt[ticket] as number) > guardMinutes || isDue(floor, ticket, now)) {
        mayHold = false;
        break;
      }
    }
    if (choices.length > 0 && mayHold) choices.push(HOLD);
    return choices;
  }

  private addOtherBarbers(choices: Choice[], usualAt: number, now: number): void {
    const { floor } = this.compiled;
    const { ticket, barber: usual, passes } = choices[usualAt] as Choice;
    const lowest = indexOf(floor, ticket, usual, now, this.settings);
    for (let barber = 0; barber < floor.barberCount; barber += 1) {
      if (barber === usual || !isFree(floor, barber, now)) continue;
      if (!mayTake(floor, ticket, barber, now, this.settings)) continue;
      const indexLead = indexOf(floor, ticket, barber, now, this.settings) - lowest;
      choices.push({ ticket, barber, passes, indexLead });
    }
  }

  private playAll(floor: Floor, choices: readonly Choice[], now: number, seed: number): void {
    const { futures, horizonMinutes } = this.settings.lookAhead;
    const { demand } = this.learned;
    const until = now + horizonMinutes;
    const source = new FutureSource(this.compiled, demand, now, until);
    const snapshot = new FloorSnapshot(floor);
    const waiting = this.compiled.tickets.length;
    const play: Play = {
      settings: this.settings,
      firstArrival: waiting,
      arrivals: 0,
      noShowMinutes: demand.noShowMinutes,
      tracked: EVERYBODY,
      until,
    };
    while (this.costs.length < choices.length) this.costs.push(new Float64Array(futures));
    const queued = floor.queue.slice(0, floor.queueLength);
    for (let future = 0; future < futures; future += 1) {
      this.random.restart(seed + Math.imul(future, 0x9e3779b1));
      source.draw(this.random);
      play.arrivals = source.arrivals;
      // The draw sets when running services end; the snapshot must hand that to every choice.
      const endsAt = floor.endsAt.slice();
      for (let number = 0; number < choices.length; number += 1) {
        const choice = choices[number] as Choice;
        snapshot.restore();
        floor.endsAt.set(endsAt);
        resetResults(floor, queued, waiting, source.arrivals);
        const isHold = choice.ticket === NONE;
        if (!isHold) this.seat(floor, choice, now, play);
        playForward(floor, play, now, !isHold);
        (this.costs[number] as Float64Array)[future] = costOf(floor, queued, play);
      }
    }
    snapshot.restore();
    resetResults(floor, queued, waiting, 0);
    for (const ticket of queued) floor.leavesAt[ticket] = Number.POSITIVE_INFINITY;
  }

  private seat(floor: Floor, choice: Choice, now: number, play: Play): void {
    floor.assignedCount = 0;
    takeOffQueue(floor, choice.ticket);
    if (callTicket(floor, choice.ticket, choice.barber, now)) {
      beginService(floor, choice.ticket, choice.barber, now, play);
    }
  }

  private pick(choices: readonly Choice[], usual: Choice): LookAheadVerdict {
    const { futures, margin, passingMargin, indexWeight } = this.settings.lookAhead;
    const usualCosts = this.costs[0] as Float64Array;
    let best: LookAheadVerdict = { choice: usual, usual, saved: 0 };
    let highest = 0;
    for (let number = 1; number < choices.length; number += 1) {
      const costs = this.costs[number] as Float64Array;
      let sum = 0;
      let squares = 0;
      for (let future = 0; future < futures; future += 1) {
        const saved = (usualCosts[future] as number) - (costs[future] as number);
        sum += saved;
        squares += saved * saved;
      }
      const mean = sum / futures;
      const variance = Math.max(0, squares / futures - mean * mean);
      const error = Math.sqrt(variance / (futures - 1));
      const choice = choices[number] as Choice;
      // What the horizon does not see: being passed hurts, and the index keeps the day in balance.
      const unseen = passingMargin * choice.passes + indexWeight * choice.indexLead;
      const gain = mean - unseen;
      if (gain > error + margin && gain > highest) {
        highest = gain;
        best = { choice, usual, saved: mean };
      }
    }
    return best;
  }
}

function isDue(floor: Floor, ticket: number, now: number): boolean {
  return (floor.bookedAt[ticket] as number) <= now;
}

export function takeOffQueue(floor: Floor, ticket: number): void {
  for (let place = 0; place < floor.queueLength; place += 1) {
    if (floor.queue[place] === ticket) floor.queue[place] = NONE;
  }
  closeRanks(floor);
}

function resetResults(
  floor: Floor,
  queued: Int32Array,
  firstArrival: number,
  arrivals: number,
): void {
  for (const ticket of queued) floor.calledAt[ticket] = Number.POSITIVE_INFINITY;
  for (let ticket = firstArrival; ticket < firstArrival + arrivals; ticket += 1) {
    floor.calledAt[ticket] = Number.POSITIVE_INFINITY;
  }
}

/** Cost of a future to everybody in it, up to where it was played. */
function costOf(floor: Floor, queued: Int32Array, play: Play): number {
  let cost = 0;
  for (const ticket of queued) cost += ticketCost(floor, ticket, play.until);
  const end = play.firstArrival + play.arrivals;
  for (let ticket = play.firstArrival; ticket < end; ticket += 1) {
    cost += ticketCost(floor, ticket, play.until);
  }
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    const overtime = (floor.endsAt[barber] as number) - (floor.shiftEndsAt[barber] as number);
    if (overtime > 0) cost += OVERTIME_COST * overtime;
  }
  return cost;
}

function ticketCost(floor: Floor, ticket: number, until: number): number {
  const calledAt = floor.calledAt[ticket] as number;
  const leavesAt = floor.leavesAt[ticket] as number;
  const joinedAt = floor.joinedAt[ticket] as number;
  if (leavesAt <= Math.min(calledAt, until)) return LOST_COST;
  if (calledAt > until) return waitCost(until - joinedAt);
  const requested = floor.requestOf[ticket] as number;
  const isMissed = requested !== NONE && floor.calledBy[ticket] !== requested;
  return waitCost(calledAt - joinedAt) + (isMissed ? MISSED_REQUEST_COST : 0);
}
