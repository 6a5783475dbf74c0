/**
 * What the dispatcher may know at one moment, as plain data. All times are minutes from one origin
 * that the caller chooses (opening, midnight); fractions are welcome. Ids are opaque strings.
 */
export interface QueueState {
  /** Distinguishes shops and days, so that equal states of two shops draw different futures. */
  seed: string;
  /** When the doors close; work begun before may end a little later. */
  closesAt: number;
  barbers: readonly BarberState[];
  tickets: readonly WaitingTicket[];
}

export interface BarberState {
  id: string;
  /** As customers know the barber; appears in reasons. */
  name: string;
  skills: readonly string[];
  /** Beginning and end of today's shift; a barber who is late or gone early has these moved. */
  shiftStartsAt: number;
  shiftEndsAt: number;
  /** The break still to come or going on; null when taken or not planned. */
  rest: RestPlan | null;
  /** The service in the chair, or the customer called to it; null when the chair is empty. */
  current: CurrentService | null;
  /** Since when the barber has had nobody; null while busy. */
  idleSince: number | null;
  /** Earned today from completed services, in one unit throughout (cents, say). */
  earned: number;
  /** Minutes in the chair today, completed services. */
  workedMinutes: number;
  /** Customers taken today who had not asked for this barber: the "turns" of a salon. */
  turns: number;
}

export interface RestPlan {
  /** A flexible break may begin anywhere in this window; a fixed one has both ends equal. */
  earliestAt: number;
  latestAt: number;
  minutes: number;
  /** Null until it begins. */
  startedAt: number | null;
}

export interface CurrentService {
  ticketId: string;
  /** The learner's key of the service. */
  service: string;
  menuMinutes: number;
  price: number;
  startedAt: number;
}

export interface WaitingTicket {
  id: string;
  /** When the customer joined, on the spot or from afar. Decides the order. */
  joinedAt: number;
  /** The place in the queue as a moment, where people or delays have settled it already. */
  placeAt?: number;
  /** When the customer was first seen in the shop; null while still on the way. */
  presentSince: number | null;
  /** When a customer on the way said to be there; absent: as long as people usually take. */
  expectedAt?: number;
  /** The learner's key of the service. */
  service: string;
  skills: readonly string[];
  menuMinutes: number;
  price: number;
  request: BarberRequest | null;
  party: PartyMembership | null;
  appointment: Appointment | null;
}

export interface BarberRequest {
  barberId: string;
  /** True: nobody else, ever. False: somebody else once the tolerance is out of reach. */
  isOnlyThatBarber: boolean;
  /** "How much longer would you wait for Marco?", counted from joining. Ignored when hard. */
  toleranceMinutes: number;
}

export interface PartyMembership {
  id: string;
  /** Together: one place in the queue, chairs as they come free. Side by side: at one time. */
  mode: 'together' | 'side_by_side';
  /** Since when a chair has been kept for the party; null when none is. */
  chairHeldSince: number | null;
}

export interface Appointment {
  at: number;
  /** Null when any barber will do. */
  barberId: string | null;
}
