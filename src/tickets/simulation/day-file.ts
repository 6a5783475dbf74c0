/** One shop's file of simulated or recorded days. Minutes count from opening. */
export interface DayFile {
  shop: number | string;
  load: string;
  opensAt: number;
  closesAt: number;
  /** Nobody joins from this moment on. */
  lastJoinAt: number;
  /** Already inside all minutes of service. */
  cleanUpMinutes: number;
  /** Chair time lost by calling somebody who is gone. */
  noShowMinutes: number;
  barbers: DayBarber[];
  /** What the shop knows about its past. */
  history: PastTicket[];
  days: Day[];
}

export interface DayBarber {
  id: number;
  skills: string[];
  shiftStart: number;
  shiftEnd: number;
  breakAt: number;
  breakMinutes: number;
  /** A flexible break begins within this many minutes of `breakAt`, before or after. */
  breakWindowMinutes: number;
}

export interface PastTicket {
  day: number;
  at: number;
  service: string;
  addOn: boolean;
  menuMinutes: number;
  requestedBarber: number | null;
  onlyThatBarber: boolean;
  outcome: 'served' | 'left' | 'noshow' | 'closed';
  barber?: number;
  startedAt?: number;
  minutes?: number;
}

export interface Day {
  day: number;
  tickets: DayTicket[];
}

export interface DayTicket {
  id: number;
  arrivesAt: number;
  service: string;
  addOn: boolean;
  skills: string[];
  menuMinutes: number;
  price: number;
  requestedBarber: number | null;
  onlyThatBarber: boolean;
  waitsForBarberMinutes: number;
  /** Hidden from policies and estimators, like the two below: only the simulator may read them. */
  patienceMinutes: number;
  noShow: boolean;
  minutesByBarber: number[];
}

/** The learner's key: an add-on makes another service of it. */
export function serviceKey(ticket: { service: string; addOn: boolean }): string {
  return ticket.addOn ? `${ticket.service}+` : ticket.service;
}
