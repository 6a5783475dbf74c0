import { weekdayOf } from '../../platform/time/business-day';
import { type DemandModel, type DemandProfile, NO_DEMAND } from './demand-model';
import { learnDemand, type VisitOfDay } from './learn-demand';
import { fitPatience, type Patience } from './patience-fit';

/** What a shop remembers of who comes and when. Plain JSON, renewed once a day. */
export interface DemandState {
  version: 1;
  visits: number;
  /** Days on which anybody came, by weekday: 0 is Monday. */
  daysByWeekday: readonly number[];
  /** First by weekday, then by the hour after the business day has begun: who joined. */
  arrivals: ReadonlyArray<readonly number[]>;
  /** Shares of the kinds of customers, as seen. */
  profiles: readonly DemandProfile[];
  noShowShare: number;
  /** Minutes; null while too few have left. States of before it was learned are without. */
  patience?: Patience | null;
}

/** When a day takes customers, in minutes of the business day. */
export interface DayFrame {
  /** 0 is Monday. */
  weekday: number;
  opensAt: number;
  lastJoinAt: number;
  /** How long a chair is kept for somebody who does not come. */
  noShowMinutes: number;
}

const WEEKDAYS = 7;
const HOURS = 25;
/** The rate of all days counts for a weekday's own like this many days of it. */
const WEEKDAY_PRIOR_DAYS = 2;
/** Before the first days are over, nobody is expected: as if that had been seen on one day. */
const QUIET_PRIOR_DAYS = 1;
/** Customers whom everybody can serve count like this many, so that a few do not make a rule. */
const PROFILE_PRIOR_VISITS = 30;

/** Counts past visits. Deterministic: the same visits give the same state. */
export function rememberDemand(visits: readonly VisitOfDay[]): DemandState {
  const days = new Set(visits.map(({ day }) => day));
  const daysByWeekday = new Array<number>(WEEKDAYS).fill(0);
  for (const day of days) (daysByWeekday[weekdayOf(day) - 1] as number) += 1;
  const arrivals = daysByWeekday.map(() => new Array<number>(HOURS).fill(0));
  for (const { day, joinedAt } of visits) {
    const hour = Math.min(HOURS - 1, Math.max(0, Math.floor(joinedAt / 60)));
    const ofDay = arrivals[weekdayOf(day) - 1] as number[];
    (ofDay[hour] as number) += 1;
  }
  const frame = { opensAt: 0, lastJoinAt: HOURS * 60, noShowMinutes: NO_DEMAND.noShowMinutes };
  const { profiles, noShowShare } = learnDemand(visits, frame);
  const waits = visits.flatMap(({ wait }) => (wait ? [wait] : []));
  const counted = { visits: visits.length, daysByWeekday, arrivals };
  return { version: 1, ...counted, profiles, noShowShare, patience: fitPatience(waits) };
}

/**
 * What to expect of one day. With little history it goes towards knowing nothing: nobody comes,
 * and whoever does can be served by everybody.
 */
export function demandOn(state: DemandState | null, frame: DayFrame): DemandModel {
  const { lastJoinAt, noShowMinutes } = frame;
  if (state === null || state.visits === 0) return { ...NO_DEMAND, lastJoinAt, noShowMinutes };
  const { patience } = state;
  return {
    ...NO_DEMAND,
    slotMinutes: 60,
    firstSlotStartsAt: 0,
    arrivalsPerMinute: Array.from({ length: HOURS }, (_, hour) => rateIn(state, hour, frame)),
    lastJoinAt,
    profiles: shrunkProfiles(state),
    noShowShare: state.noShowShare,
    ...(patience && {
      patienceMedianMinutes: patience.median,
      patienceLogSd: patience.logSd,
    }),
    noShowMinutes,
  };
}

function rateIn(state: DemandState, hour: number, { weekday, opensAt }: DayFrame): number {
  if ((hour + 1) * 60 <= opensAt) return 0;
  const allDays = sum(state.daysByWeekday) + QUIET_PRIOR_DAYS;
  const all = sum(state.arrivals.map((hours) => hours[hour] ?? 0)) / allDays;
  const days = state.daysByWeekday[weekday] ?? 0;
  const own = state.arrivals[weekday]?.[hour] ?? 0;
  return (own + WEEKDAY_PRIOR_DAYS * all) / (days + WEEKDAY_PRIOR_DAYS) / 60;
}

function shrunkProfiles({ profiles, visits }: DemandState): DemandProfile[] {
  const kept = visits / (visits + PROFILE_PRIOR_VISITS);
  const meanOf = (value: (profile: DemandProfile) => number): number =>
    sum(profiles.map((profile) => profile.share * value(profile)));
  const anybody: DemandProfile = {
    service: '',
    skills: [],
    menuMinutes: Math.round(meanOf(({ menuMinutes }) => menuMinutes)),
    price: Math.round(meanOf(({ price }) => price)),
    requestedBarberId: null,
    isOnlyThatBarber: false,
    share: 1 - kept,
  };
  return [...profiles.map((profile) => ({ ...profile, share: profile.share * kept })), anybody];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
