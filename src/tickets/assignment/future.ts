import type { DemandModel } from '../demand/demand-model';
import { lognormalBeyond, lognormalCumulative, normalFromUniform } from '../durations/lognormal';
import { type ArrivalKind, compileDemand } from './compile-demand';
import type { CompiledFloor } from './compile-floor';
import { BUSY, type Floor, NONE } from './floor';
import type { SeededRandom } from './seeded-random';

/** Room on the floor for the arrivals of one future; more than this in an hour is a parade. */
export const ARRIVAL_ROOM = 40;

/** Draws the hidden part of futures: who leaves, who comes, how long everything takes. */
export class FutureSource {
  private readonly kinds: readonly ArrivalKind[];
  private readonly requestOfKind: readonly number[];
  private readonly floor: Floor;
  private readonly waiting: number;
  private readonly shareOutOfPatience: Float64Array;
  /** Arrivals of the last future drawn: their numbers on the floor are from `waiting` on. */
  arrivals = 0;

  constructor(
    compiled: CompiledFloor,
    private readonly demand: DemandModel,
    private readonly now: number,
    private readonly horizonEndsAt: number,
  ) {
    this.floor = compiled.floor;
    this.waiting = compiled.tickets.length;
    this.kinds = compileDemand(demand).kinds;
    this.requestOfKind = this.kinds.map(({ requestedBarberId }) =>
      requestedBarberId === null ? NONE : (compiled.barberIndex.get(requestedBarberId) ?? NONE),
    );
    this.shareOutOfPatience = new Float64Array(this.waiting);
    const { patienceMedianMinutes, patienceLogSd } = demand;
    for (let ticket = 0; ticket < this.waiting; ticket += 1) {
      const waited = now - (this.floor.joinedAt[ticket] as number);
      this.shareOutOfPatience[ticket] = lognormalCumulative(
        waited,
        patienceMedianMinutes,
        patienceLogSd,
      );
    }
  }

  /** Fills the hidden fields of the floor with one possible future. */
  draw(random: SeededRandom): void {
    const { floor } = this;
    for (let barber = 0; barber < floor.barberCount; barber += 1) this.drawChair(barber, random);
    for (let ticket = 0; ticket < this.waiting; ticket += 1) this.drawCustomer(ticket, random);
    this.drawArrivals(random);
  }

  private drawChair(barber: number, random: SeededRandom): void {
    const { floor, now } = this;
    const normal = normalFromUniform(random.next());
    floor.paceFactor[barber] = Math.exp((floor.paceLogSd[barber] as number) * normal);
    const uniform = random.next();
    if (floor.status[barber] !== BUSY) return;
    const startedAt = floor.startedAt[barber] as number;
    floor.endsAt[barber] =
      startedAt +
      lognormalBeyond(uniform, {
        elapsedMinutes: now - startedAt,
        shareOver: floor.currentShareOver[barber] as number,
        medianMinutes: floor.currentMedian[barber] as number,
        logSd: floor.logSd,
      });
  }

  private drawCustomer(ticket: number, random: SeededRandom): void {
    const { floor, demand } = this;
    const joinedAt = floor.joinedAt[ticket] as number;
    floor.difficulty[ticket] = floor.logSd * normalFromUniform(random.next());
    const uniform = random.next();
    const isGone = random.next() < demand.noShowShare;
    const isBooked = floor.bookedAt[ticket] !== Number.POSITIVE_INFINITY;
    floor.isGone[ticket] = isGone && !isBooked ? 1 : 0;
    floor.leavesAt[ticket] = isBooked
      ? Number.POSITIVE_INFINITY
      : joinedAt +
        lognormalBeyond(uniform, {
          elapsedMinutes: this.now - joinedAt,
          shareOver: this.shareOutOfPatience[ticket] as number,
          medianMinutes: demand.patienceMedianMinutes,
          logSd: demand.patienceLogSd,
        });
  }

  private drawArrivals(random: SeededRandom): void {
    const { floor, demand, horizonEndsAt } = this;
    const end = Math.min(horizonEndsAt, demand.lastJoinAt);
    this.arrivals = 0;
    if (this.kinds.length === 0) return;
    let at = this.now;
    const room = Math.min(ARRIVAL_ROOM, floor.ticketCapacity - this.waiting);
    while (this.arrivals < room) {
      at = nextArrivalAt(demand, at, end, random);
      if (at >= end) return;
      this.placeArrival(this.waiting + this.arrivals, at, random);
      this.arrivals += 1;
    }
  }

  private placeArrival(ticket: number, at: number, random: SeededRandom): void {
    const { floor, demand } = this;
    const kindNumber = this.pickKind(random.next());
    const kind = this.kinds[kindNumber] as ArrivalKind;
    floor.profileOf[ticket] = kind.row;
    floor.requestOf[ticket] = this.requestOfKind[kindNumber] as number;
    floor.isOnlyRequest[ticket] = kind.isOnlyThatBarber ? 1 : 0;
    floor.joinedAt[ticket] = at;
    floor.callableFrom[ticket] = at;
    floor.price[ticket] = kind.price;
    floor.difficulty[ticket] = floor.logSd * normalFromUniform(random.next());
    floor.isGone[ticket] = random.next() < demand.noShowShare ? 1 : 0;
    floor.leavesAt[ticket] =
      at +
      demand.patienceMedianMinutes *
        Math.exp(demand.patienceLogSd * normalFromUniform(random.next()));
    floor.toleranceEndsAt[ticket] =
      at +
      demand.toleranceMedianMinutes *
        Math.exp(demand.toleranceLogSd * normalFromUniform(random.next()));
  }

  private pickKind(uniform: number): number {
    let kind = 0;
    while (kind < this.kinds.length - 1 && uniform > (this.kinds[kind] as ArrivalKind).shareUpTo) {
      kind += 1;
    }
    return kind;
  }
}

/** The next walk-in after `at`, slot by slot with that slot's rate; `end` or later when none. */
function nextArrivalAt(demand: DemandModel, at: number, end: number, random: SeededRandom): number {
  let patience = -Math.log(1 - random.next());
  let from = at;
  while (from < end) {
    const slot = Math.floor((from - demand.firstSlotStartsAt) / demand.slotMinutes);
    const rate = demand.arrivalsPerMinute[slot] ?? 0;
    const slotEndsAt = demand.firstSlotStartsAt + (slot + 1) * demand.slotMinutes;
    if (rate * (slotEndsAt - from) >= patience) return from + patience / rate;
    patience -= rate * (slotEndsAt - from);
    from = slotEndsAt;
  }
  return end;
}
