/** A chair's state; numbers, because the floor is copied thousands of times a second. */
export const IDLE = 0;
export const BUSY = 1;
export const RESTING = 2;

/** State of a barber's break. */
export const REST_NONE = 0;
export const REST_PENDING = 1;
export const REST_RUNNING = 2;

/** "No barber", "no request", "no party". */
export const NONE = -1;

/**
 * The shop floor in compiled form: barbers and tickets as indices into flat arrays. One object
 * holds what the dispatcher decides on and, for simulated futures only, what will happen.
 *
 * Per barber-and-profile matrices are rows by profile, columns by barber.
 */
export class Floor {
  readonly barberCount: number;
  readonly profileCount: number;
  readonly ticketCapacity: number;

  // Barbers: who and when. Never change while a future is played.
  readonly shiftStartsAt: Float64Array;
  readonly shiftEndsAt: Float64Array;
  readonly restEarliestAt: Float64Array;
  readonly restLatestAt: Float64Array;
  readonly restMinutes: Float64Array;
  /** Share of all customers who ask for this barber. */
  readonly requestShare: Float64Array;
  /** Standard deviation of the log of today's pace, as far as it is unknown. */
  readonly paceLogSd: Float64Array;

  // Barbers: how things stand. Change with every decision.
  readonly status: Uint8Array;
  readonly startedAt: Float64Array;
  readonly currentMedian: Float64Array;
  /** How often such a service is already over by now: 0 just begun, towards 1 overdue. */
  readonly currentShareOver: Float64Array;
  readonly idleSince: Float64Array;
  readonly earned: Float64Array;
  readonly workedMinutes: Float64Array;
  readonly restState: Uint8Array;
  readonly restUntil: Float64Array;
  /** Hidden from decisions: when the running service will end in this future. */
  readonly endsAt: Float64Array;
  /** Hidden from decisions: factor on this barber's minutes in this future. */
  readonly paceFactor: Float64Array;

  // Profiles: what a kind of customer needs.
  readonly able: Uint8Array;
  readonly medianMinutes: Float64Array;
  readonly demandShare: Float64Array;

  // Tickets: those waiting first, simulated arrivals after them.
  readonly profileOf: Int32Array;
  readonly requestOf: Int32Array;
  readonly isOnlyRequest: Uint8Array;
  readonly joinedAt: Float64Array;
  readonly toleranceEndsAt: Float64Array;
  readonly price: Float64Array;
  /** From when the ticket may be called: presence, or the slot of an appointment. */
  readonly callableFrom: Float64Array;
  /** The slot of a booked client; Infinity for walk-ins. */
  readonly bookedAt: Float64Array;
  readonly bookedBarber: Int32Array;
  readonly partyOf: Int32Array;
  readonly isSideBySide: Uint8Array;
  /** Watches how long it would wait, never takes a chair. */
  readonly isObserver: Uint8Array;
  /** Hidden from decisions: when this customer gives up, and whether the chair is called in vain. */
  readonly leavesAt: Float64Array;
  readonly isGone: Uint8Array;
  /** Hidden from decisions: log of how much longer than the median this customer takes. */
  readonly difficulty: Float64Array;
  /** Result of a future: when the ticket was called; Infinity if never. */
  readonly calledAt: Float64Array;
  /** Result of a future: by whom the ticket was called. */
  readonly calledBy: Int32Array;

  // The queue, in order of service. Only the first `queueLength` entries count.
  readonly queue: Int32Array;
  queueLength = 0;
  /** By party: since when a chair is kept; NaN when none is. */
  readonly partyHeldSince: Float64Array;

  hasBookings = false;
  hasSideBySide = false;
  logSd = 0.3;
  /** Mean over median of a service. */
  meanFactor = 1.05;
  /** See `expectedTotalTable`. */
  totalTable: Float64Array = new Float64Array(0);

  // Scratch and result of one decision.
  /** By barber: the chair is kept empty for a party that is a chair short (its mark); 0: it is not. */
  readonly isKept: Uint8Array;
  /** Pairs decided on last: the first `assignedCount` entries count. */
  readonly assignedTickets: Int32Array;
  readonly assignedBarbers: Int32Array;
  assignedCount = 0;
  /** Mean earnings a minute worked over all barbers; 0 before anybody has worked. */
  earnedPerMinute = 0;
  readonly claimedMinutes: Float64Array;
  readonly scarcity: Float64Array;
  /** By barber: how well each could stand in for another, 0 to 1. */
  readonly readiness: Float64Array;

  constructor(size: { barbers: number; profiles: number; tickets: number; parties: number }) {
    const { barbers, profiles, tickets, parties } = size;
    this.barberCount = barbers;
    this.profileCount = profiles;
    this.ticketCapacity = tickets;
    this.shiftStartsAt = new Float64Array(barbers);
    this.shiftEndsAt = new Float64Array(barbers);
    this.restEarliestAt = new Float64Array(barbers);
    this.restLatestAt = new Float64Array(barbers);
    this.restMinutes = new Float64Array(barbers);
    this.requestShare = new Float64Array(barbers);
    this.paceLogSd = new Float64Array(barbers);
    this.status = new Uint8Array(barbers);
    this.startedAt = new Float64Array(barbers);
    this.currentMedian = new Float64Array(barbers);
    this.currentShareOver = new Float64Array(barbers);
    this.idleSince = new Float64Array(barbers);
    this.earned = new Float64Array(barbers);
    this.workedMinutes = new Float64Array(barbers);
    this.restState = new Uint8Array(barbers);
    this.restUntil = new Float64Array(barbers);
    this.endsAt = new Float64Array(barbers);
    this.paceFactor = new Float64Array(barbers).fill(1);
    this.able = new Uint8Array(barbers * profiles);
    this.medianMinutes = new Float64Array(barbers * profiles);
    this.demandShare = new Float64Array(profiles);
    this.profileOf = new Int32Array(tickets);
    this.requestOf = new Int32Array(tickets).fill(NONE);
    this.isOnlyRequest = new Uint8Array(tickets);
    this.joinedAt = new Float64Array(tickets);
    this.toleranceEndsAt = new Float64Array(tickets);
    this.price = new Float64Array(tickets);
    this.callableFrom = new Float64Array(tickets);
    this.bookedAt = new Float64Array(tickets).fill(Number.POSITIVE_INFINITY);
    this.bookedBarber = new Int32Array(tickets).fill(NONE);
    this.partyOf = new Int32Array(tickets).fill(NONE);
    this.isSideBySide = new Uint8Array(tickets);
    this.isObserver = new Uint8Array(tickets);
    this.leavesAt = new Float64Array(tickets).fill(Number.POSITIVE_INFINITY);
    this.isGone = new Uint8Array(tickets);
    this.difficulty = new Float64Array(tickets);
    this.calledAt = new Float64Array(tickets).fill(Number.POSITIVE_INFINITY);
    this.calledBy = new Int32Array(tickets).fill(NONE);
    this.queue = new Int32Array(tickets);
    this.partyHeldSince = new Float64Array(parties).fill(Number.NaN);
    this.isKept = new Uint8Array(barbers);
    this.assignedTickets = new Int32Array(barbers + tickets);
    this.assignedBarbers = new Int32Array(barbers + tickets);
    this.claimedMinutes = new Float64Array(barbers);
    this.scarcity = new Float64Array(barbers);
    this.readiness = new Float64Array(barbers);
  }
}

type FlatArray = Float64Array | Uint8Array | Int32Array;

/** The part of a floor that decisions change: kept aside, put back before each future. */
export class FloorSnapshot {
  private readonly parts: ReadonlyArray<readonly [FlatArray, FlatArray]>;
  private readonly queueLength: number;

  constructor(private readonly floor: Floor) {
    const live: FlatArray[] = [
      floor.status,
      floor.startedAt,
      floor.currentMedian,
      floor.idleSince,
      floor.earned,
      floor.workedMinutes,
      floor.restState,
      floor.restUntil,
      floor.endsAt,
      floor.queue,
      floor.partyHeldSince,
    ];
    this.parts = live.map((array) => [array, array.slice()] as const);
    this.queueLength = floor.queueLength;
  }

  restore(): void {
    for (const [live, kept] of this.parts) {
      // Element by element: `set` costs more than the copy on arrays this short.
      for (let index = 0; index < kept.length; index += 1) live[index] = kept[index] as number;
    }
    this.floor.queueLength = this.queueLength;
  }
}
