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
  /** Hours and shifts of days of the history that differed from the file's. */
  pastFrames?: DayFrame[];
}

/** A day's own hours and shifts, where they differ from the file's. */
export interface DayFrame {
  day: number;
  /** The calendar date, where the days are a shop's own: `2026-03-28`. */
  date?: string;
  opensAt?: number;
  closesAt?: number;
  lastJoinAt?: number;
  /** All barbers of the file, in its order; who was not there has a shift without length. */
  barbers?: DayBarber[];
}

export interface DayBarber {
  id: number;
  /** As customers know the barber, and by what the shop's books know the barber. */
  name?: string;
  ref?: string;
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
  /** When somebody who was not served was seen to be gone. */
  goneAt?: number;
  /** What the ticket itself says, where the history is a shop's own. */
  skills?: string[];
  price?: number;
  waitsForBarberMinutes?: number;
}

export interface Day extends DayFrame {
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

/** The shop as it is on one day. */
export function shopOn(file: DayFile, frame: DayFrame | undefined): DayFile {
  if (!frame) return file;
  const { opensAt, closesAt, lastJoinAt, barbers } = file;
  return {
    ...file,
    opensAt: frame.opensAt ?? opensAt,
    closesAt: frame.closesAt ?? closesAt,
    lastJoinAt: frame.lastJoinAt ?? lastJoinAt,
    barbers: frame.barbers ?? barbers,
  };
}

/** The learner's key: an add-on makes another service of it. */
export function serviceKey(ticket: { service: string; addOn: boolean }): string {
  return ticket.addOn ? `${ticket.service}+` : ticket.service;
}
