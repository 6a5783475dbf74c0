import type {
  BarberState,
  CurrentService,
  QueueState,
  RestPlan,
  WaitingTicket,
} from '../../tickets/assignment/queue-state';
import { learnCompletion, startDay } from '../../tickets/durations/duration-learner';
import { type DurationModel, fitDurations } from '../../tickets/durations/duration-model';
import { type DurationState, emptyDurationState } from '../../tickets/durations/duration-state';
import { type LogKnowledge, medianOf } from './log-knowledge';
import type { LoggedVisit } from './visit-log';

/** An arrival that found somebody waiting, with what was known at that moment. */
export interface QueuedArrival {
  visit: LoggedVisit;
  state: QueueState;
  now: number;
  durations: DurationModel;
  /** Barbers in service or free to serve. */
  barbersOn: number;
  /** The wait of whoever was called last before; null before the first call of the day. */
  lastWaitSeconds: number | null;
}

/** Beyond this share of past absences, whoever is still away is taken to have gone home. */
const GONE_HOME_SHARE = 0.9;
/** Shifts are not in a log; nobody goes home in a simulated future. */
const NEVER = 1e9;

/** Walks through a log as if living it: learns at every completion, looks up at every arrival. */
export class LogReplay {
  private durationState: DurationState = emptyDurationState();
  private durations: DurationModel = fitDurations(this.durationState);

  constructor(private readonly knowledge: LogKnowledge) {}

  /** Plays one day; `onQueued` may be left out to learn only. */
  playDay(day: readonly LoggedVisit[], onQueued?: (arrival: QueuedArrival) => void): void {
    this.durationState = startDay(this.durationState);
    this.durations = fitDurations(this.durationState);
    const completions = day
      .filter(({ outcome }) => outcome === 'served')
      .sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0));
    let completed = 0;
    for (const visit of day) {
      while ((completions[completed]?.endedAt ?? Number.POSITIVE_INFINITY) <= visit.joinedAt) {
        this.learn(completions[completed] as LoggedVisit);
        completed += 1;
      }
      if (onQueued) this.look(day, visit, onQueued);
    }
    for (; completed < completions.length; completed += 1) {
      this.learn(completions[completed] as LoggedVisit);
    }
  }

  private learn(visit: LoggedVisit): void {
    const { minutesPerSecond, turnaroundSeconds } = this.knowledge;
    const seconds = (visit.endedAt ?? 0) - (visit.startedAt ?? 0) + turnaroundSeconds;
    const { state, model } = learnCompletion(this.durationState, this.durations, {
      barberId: visit.barber ?? '',
      service: visit.service,
      menuMinutes: this.menuMinutes(visit.service),
      minutes: seconds * minutesPerSecond,
    });
    this.durationState = state;
    this.durations = model;
  }

  private look(
    day: readonly LoggedVisit[],
    visit: LoggedVisit,
    onQueued: (arrival: QueuedArrival) => void,
  ): void {
    const now = visit.joinedAt;
    const { waiting, seen, lastWaitSeconds } = snapshotOf(day, visit, now);
    if (waiting.length === 0) return;
    const barbers = [...seen].map(([id, last]) => this.barberState(id, last, waiting, now));
    const on = barbers.filter((barber) => barber !== null);
    const state: QueueState = {
      seed: `log|${visit.ticket}`,
      closesAt: NEVER,
      barbers: on,
      tickets: [...waiting, visit].map((ticket) => this.waitingTicket(ticket)),
    };
    const barbersOn = on.filter(({ rest }) => rest === null).length;
    const { durations } = this;
    onQueued({ visit, state, now: this.minutes(now), durations, barbersOn, lastWaitSeconds });
  }

  /** Null for somebody who has gone home, or has been away for longer than any break. */
  private barberState(
    id: string,
    last: LoggedVisit,
    waiting: readonly LoggedVisit[],
    now: number,
  ): BarberState | null {
    const { turnaroundSeconds, skills } = this.knowledge;
    const able = skills.get(id);
    const endedAt = (last.endedAt ?? 0) + turnaroundSeconds;
    const isBusy = endedAt > now;
    const isWanted = waiting.some(
      ({ service, requestedBarber, requestSeconds }) =>
        (able?.has(service) ?? true) &&
        (requestedBarber === null || requestedBarber === id || requestSeconds !== undefined),
    );
    const rest = !isBusy && isWanted ? this.absence(endedAt, now) : null;
    if (rest === 'gone') return null;
    return {
      id,
      name: id,
      skills: able ? [...able] : [...this.knowledge.serviceSeconds.keys()],
      shiftStartsAt: -NEVER,
      shiftEndsAt: NEVER,
      rest,
      current: isBusy ? this.currentService(last) : null,
      idleSince: isBusy ? null : this.minutes(endedAt),
      earned: 0,
      workedMinutes: 0,
      turns: 0,
    };
  }

  /** A free barber with somebody to serve is away: for how long, past absences tell. */
  private absence(endedAt: number, now: number): RestPlan | 'gone' {
    const { absencesSeconds, meanServiceSeconds } = this.knowledge;
    const elapsed = now - endedAt;
    const longer = absencesSeconds.filter((absence) => absence > elapsed);
    const isLong = elapsed > meanServiceSeconds / 2;
    if (isLong && longer.length < absencesSeconds.length * (1 - GONE_HOME_SHARE)) return 'gone';
    const seconds = isLong ? medianOf(longer) : elapsed + this.knowledge.turnaroundSeconds;
    const startedAt = this.minutes(endedAt);
    return {
      earliestAt: startedAt,
      latestAt: startedAt,
      minutes: this.minutes(seconds),
      startedAt,
    };
  }

  private currentService(visit: LoggedVisit): CurrentService {
    return {
      ticketId: visit.ticket,
      service: visit.service,
      menuMinutes: this.menuMinutes(visit.service),
      price: 0,
      startedAt: this.minutes(visit.startedAt ?? 0),
    };
  }

  private waitingTicket(visit: LoggedVisit): WaitingTicket {
    const { requestedBarber } = visit;
    return {
      id: visit.ticket,
      joinedAt: this.minutes(visit.joinedAt),
      presentSince: this.minutes(visit.joinedAt),
      service: visit.service,
      skills: [visit.service],
      menuMinutes: this.menuMinutes(visit.service),
      price: 0,
      request:
        requestedBarber === null
          ? null
          : {
              barberId: requestedBarber,
              isOnlyThatBarber: visit.requestSeconds === undefined,
              toleranceMinutes: this.minutes(visit.requestSeconds ?? 0),
            },
      party: null,
      appointment: null,
    };
  }

  private menuMinutes(service: string): number {
    const seconds = this.knowledge.serviceSeconds.get(service) ?? this.knowledge.meanServiceSeconds;
    return this.minutes(Math.max(1, seconds));
  }

  private minutes(seconds: number): number {
    return seconds * this.knowledge.minutesPerSecond;
  }
}

/** Who waits, who was seen today with whom last, and the last wait, as known at `now`. */
function snapshotOf(
  day: readonly LoggedVisit[],
  arrival: LoggedVisit,
  now: number,
): { waiting: LoggedVisit[]; seen: Map<string, LoggedVisit>; lastWaitSeconds: number | null } {
  const waiting: LoggedVisit[] = [];
  const seen = new Map<string, LoggedVisit>();
  let lastCalledAt = Number.NEGATIVE_INFINITY;
  let lastWaitSeconds: number | null = null;
  for (const visit of day) {
    if (visit.joinedAt > now || visit === arrival) break;
    const { startedAt, barber } = visit;
    if (startedAt !== null && startedAt <= now && barber !== null) {
      if (startedAt > (seen.get(barber)?.startedAt ?? Number.NEGATIVE_INFINITY)) {
        seen.set(barber, visit);
      }
      if (startedAt > lastCalledAt) {
        lastCalledAt = startedAt;
        lastWaitSeconds = startedAt - visit.joinedAt;
      }
    } else if (isStillThere(visit, day, now)) waiting.push(visit);
  }
  return { waiting, seen, lastWaitSeconds };
}

/** Those who left are there until they leave; unsaid, until somebody later was called first. */
function isStillThere(visit: LoggedVisit, day: readonly LoggedVisit[], now: number): boolean {
  if (visit.outcome === 'served') return true;
  if (visit.endedAt !== null) return visit.endedAt > now;
  return !day.some(
    ({ joinedAt, startedAt }) =>
      joinedAt > visit.joinedAt && startedAt !== null && startedAt <= now,
  );
}
