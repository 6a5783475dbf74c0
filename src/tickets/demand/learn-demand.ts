import type { BusinessDay } from '../../platform/time/business-day';
import { type DemandModel, type DemandProfile, NO_DEMAND } from './demand-model';
import type { EndedWait } from './patience-fit';

/** One customer of a past day, as the shop's own log has it. */
export interface PastVisit {
  day: number | string;
  /** When the customer joined, in minutes of that day. */
  joinedAt: number;
  service: string;
  skills: readonly string[];
  menuMinutes: number;
  price: number;
  requestedBarberId: string | null;
  isOnlyThatBarber: boolean;
  outcome: 'served' | 'left' | 'noshow' | 'closed';
}

/** A visit of a shop's own past, with the business day that it belongs to. */
export interface VisitOfDay extends PastVisit {
  day: BusinessDay;
  /** How the wait ended; null when that tells nothing of patience. */
  wait: EndedWait | null;
}

/** Opening hours and habits that the log does not tell. */
export interface DemandFrame {
  opensAt: number;
  lastJoinAt: number;
  noShowMinutes: number;
}

const SLOT_MINUTES = 60;
/** The prior no-show share counts for this many called customers. */
const NO_SHOW_PRIOR_WEIGHT = 100;

/** Learns when people come and what they ask for. Plain shares: 30 days are hundreds of visits. */
export function learnDemand(visits: readonly PastVisit[], frame: DemandFrame): DemandModel {
  const days = new Set(visits.map((visit) => visit.day)).size;
  if (days === 0) return { ...NO_DEMAND, ...frameOf(frame) };
  const openMinutes = Math.max(1, frame.lastJoinAt - frame.opensAt);
  const slots = new Array<number>(Math.ceil(openMinutes / SLOT_MINUTES)).fill(0);
  const profiles = new Map<string, DemandProfile>();
  let called = NO_SHOW_PRIOR_WEIGHT;
  let gone = NO_SHOW_PRIOR_WEIGHT * NO_DEMAND.noShowShare;

  for (const visit of visits) {
    const slot = Math.floor((visit.joinedAt - frame.opensAt) / SLOT_MINUTES);
    const bounded = Math.min(slots.length - 1, Math.max(0, slot));
    slots[bounded] = (slots[bounded] ?? 0) + 1;
    if (visit.outcome === 'served' || visit.outcome === 'noshow') called += 1;
    if (visit.outcome === 'noshow') gone += 1;
    countProfile(profiles, visit, 1 / visits.length);
  }
  const minutesOf = (slot: number): number =>
    Math.min(SLOT_MINUTES, openMinutes - slot * SLOT_MINUTES);
  return {
    ...NO_DEMAND,
    ...frameOf(frame),
    slotMinutes: SLOT_MINUTES,
    arrivalsPerMinute: slots.map((count, slot) => count / days / minutesOf(slot)),
    profiles: [...profiles.values()],
    noShowShare: gone / called,
  };
}

function frameOf(frame: DemandFrame): Partial<DemandModel> {
  return {
    firstSlotStartsAt: frame.opensAt,
    lastJoinAt: frame.lastJoinAt,
    noShowMinutes: frame.noShowMinutes,
  };
}

function countProfile(profiles: Map<string, DemandProfile>, visit: PastVisit, share: number): void {
  const { service, skills, menuMinutes, price, requestedBarberId, isOnlyThatBarber } = visit;
  const key = `${service}|${requestedBarberId ?? ''}|${isOnlyThatBarber}`;
  const known = profiles.get(key);
  if (known) known.share += share;
  else {
    const profile = { service, skills, menuMinutes, price, requestedBarberId, isOnlyThatBarber };
    profiles.set(key, { ...profile, share });
  }
}
