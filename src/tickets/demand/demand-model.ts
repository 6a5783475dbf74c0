/** A kind of customer that this shop sees: what is asked for, and of whom. */
export interface DemandProfile {
  service: string;
  skills: readonly string[];
  menuMinutes: number;
  /** Price in the smallest unit of the shop's currency, or any one unit used throughout. */
  price: number;
  requestedBarberId: string | null;
  isOnlyThatBarber: boolean;
  /** Share of all arrivals, 0 to 1. */
  share: number;
}

/** Who comes, when, and how long they stay: learned from the shop's own past, or the defaults. */
export interface DemandModel {
  /** Expected walk-ins per minute, by slot of the day. */
  arrivalsPerMinute: readonly number[];
  /** Minutes in a slot. */
  slotMinutes: number;
  /** The moment, in the state's minutes, at which the first slot begins. */
  firstSlotStartsAt: number;
  /** Nobody joins from this moment on. */
  lastJoinAt: number;
  profiles: readonly DemandProfile[];
  /** Share of called customers who are gone. */
  noShowShare: number;
  /** Patience of a waiting customer, lognormal. */
  patienceMedianMinutes: number;
  patienceLogSd: number;
  /** How long those with a soft request wait for that barber, lognormal. */
  toleranceMedianMinutes: number;
  toleranceLogSd: number;
  /** Chair time lost by calling somebody who is gone. */
  noShowMinutes: number;
}

/**
 * Before any data: nobody else comes, everybody waits a usual time. Medians from published
 * surveys of salons and clinics.
 */
export const NO_DEMAND: DemandModel = {
  arrivalsPerMinute: [],
  slotMinutes: 30,
  firstSlotStartsAt: 0,
  lastJoinAt: 0,
  profiles: [],
  noShowShare: 0.04,
  patienceMedianMinutes: 45,
  patienceLogSd: 0.6,
  toleranceMedianMinutes: 15,
  toleranceLogSd: 0.5,
  noShowMinutes: 3,
};
