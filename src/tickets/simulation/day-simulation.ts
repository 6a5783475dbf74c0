import type { Learned } from '../assignment/learned';
import type { BarberState, QueueState } from '../assignment/queue-state';
import { learnCompletion } from '../durations/duration-learner';
import {
  type Day,
  type DayBarber,
  type DayFile,
  type DayTicket,
  serviceKey,
  shopOn,
} from './day-file';
import type { DayRecord, Visit } from './day-record';
import type { Policy } from './policy';
import type { ShopKnowledge } from './shop-knowledge';
import type { Trigger } from './trigger';
import { waitingTicket } from './waiting-ticket';

export interface DaySimulationOptions {
  /** This ticket waits however long it takes, and is there when called. */
  patientTicket?: number;
  /** Told of everybody who is not seated at once, with what is known at that moment. */
  onMustWait?: (ticket: DayTicket, state: QueueState, now: number, learned: Learned) => void;
  /** Milliseconds from any origin; without it decisions are not timed. */
  stopwatch?: () => number;
}

interface Chair {
  barber: DayBarber;
  current: { ticket: DayTicket; startedAt: number; endsAt: number; isGone: boolean } | null;
  restStartedAt: number | null;
  isRestDone: boolean;
  idleSince: number;
  earned: number;
  busyMinutes: number;
  workedMinutes: number;
  turns: number;
  overtimeMinutes: number;
}

/**
 * A discrete-event simulation of one day. Only this class reads the hidden fields of a ticket;
 * the policy gets the state that a live shop would have.
 */
export class DaySimulation {
  private readonly chairs: Chair[];
  private readonly visits: Visit[] = [];
  private readonly decisionMs: number[] = [];
  private readonly arrivals: readonly DayTicket[];
  private waiting: Array<{ ticket: DayTicket; leavesAt: number }> = [];
  private nextCheckAt = Number.POSITIVE_INFINITY;
  private nextArrival = 0;
  private now = 0;
  private knowledge: ShopKnowledge;

  private readonly file: DayFile;

  constructor(
    file: DayFile,
    private readonly day: Day,
    private readonly policy: Policy,
    dawn: ShopKnowledge,
    private readonly options: DaySimulationOptions = {},
  ) {
    this.file = shopOn(file, day);
    this.knowledge = dawn;
    this.arrivals = [...day.tickets].sort((a, b) => a.arrivesAt - b.arrivesAt || a.id - b.id);
    this.chairs = this.file.barbers.map((barber) => ({
      barber,
      current: null,
      restStartedAt: null,
      isRestDone: barber.breakMinutes <= 0,
      idleSince: barber.shiftStart,
      earned: 0,
      busyMinutes: 0,
      workedMinutes: 0,
      turns: 0,
      overtimeMinutes: 0,
    }));
  }

  run(): DayRecord {
    this.now = this.file.opensAt;
    this.consult({ kind: 'other' });
    for (
      let next = this.nextEventAt();
      next < Number.POSITIVE_INFINITY;
      next = this.nextEventAt()
    ) {
      this.now = next;
      this.consult(this.handleOneEvent());
    }
    for (const { ticket } of this.waiting) {
      this.visits.push(notCalled(ticket, 'closed', this.file.closesAt));
    }
    return {
      day: this.day.day,
      visits: this.visits.sort((a, b) => a.ticket.arrivesAt - b.ticket.arrivesAt),
      busyMinutes: this.chairs.map(({ busyMinutes }) => busyMinutes),
      earned: this.chairs.map(({ earned }) => earned),
      overtimeMinutes: this.chairs.map(({ overtimeMinutes }) => overtimeMinutes),
      decisionMs: this.decisionMs,
    };
  }

  private nextEventAt(): number {
    let next = this.nextCheckAt;
    const arrival = this.arrivals[this.nextArrival];
    if (arrival) next = Math.min(next, Math.max(this.now, arrival.arrivesAt));
    for (const chair of this.chairs) next = Math.min(next, this.nextChairEventAt(chair));
    for (const { leavesAt } of this.waiting) next = Math.min(next, leavesAt);
    return next;
  }

  private nextChairEventAt(chair: Chair): number {
    if (chair.current) return chair.current.endsAt;
    if (chair.restStartedAt !== null) return chair.restStartedAt + chair.barber.breakMinutes;
    const { shiftStart, shiftEnd } = chair.barber;
    if (shiftStart > this.now) return shiftStart;
    if (shiftEnd <= this.now || chair.isRestDone) return Number.POSITIVE_INFINITY;
    const { earliestAt, latestAt } = this.restWindow(chair);
    if (earliestAt > this.now) return earliestAt;
    return latestAt > this.now ? latestAt : Number.POSITIVE_INFINITY;
  }

  /** Completions before departures before arrivals: the order of a shop that looks up in time. */
  private handleOneEvent(): Trigger {
    for (const chair of this.chairs) {
      if (chair.current && chair.current.endsAt <= this.now) return this.completeService(chair);
      if (chair.restStartedAt !== null && this.nextChairEventAt(chair) <= this.now) {
        chair.restStartedAt = null;
        chair.isRestDone = true;
        chair.idleSince = this.now;
        return { kind: 'other' };
      }
    }
    const leaver = this.waiting.find(({ leavesAt }) => leavesAt <= this.now);
    if (leaver) {
      this.waiting = this.waiting.filter((other) => other !== leaver);
      this.visits.push(notCalled(leaver.ticket, 'left', this.now));
      return { kind: 'other' };
    }
    const arrival = this.arrivals[this.nextArrival];
    if (arrival && arrival.arrivesAt <= this.now) {
      this.nextArrival += 1;
      // In front of a closed door nobody waits.
      if (arrival.arrivesAt < this.file.opensAt || arrival.arrivesAt > this.file.lastJoinAt) {
        this.visits.push(notCalled(arrival, 'closed', arrival.arrivesAt));
        return { kind: 'other' };
      }
      const isPatient = arrival.id === this.options.patientTicket;
      const leavesAt = isPatient
        ? Number.POSITIVE_INFINITY
        : arrival.arrivesAt + arrival.patienceMinutes;
      this.waiting.push({ ticket: arrival, leavesAt });
      return { kind: 'joined', ticketId: String(arrival.id) };
    }
    return { kind: 'other' };
  }

  private completeService(chair: Chair): Trigger {
    const barberId = String(chair.barber.id);
    const { current } = chair;
    chair.current = null;
    chair.idleSince = this.now;
    if (!current) return { kind: 'other' };
    const minutes = this.now - current.startedAt;
    chair.overtimeMinutes = Math.max(0, this.now - chair.barber.shiftEnd);
    if (!current.isGone) {
      chair.busyMinutes += minutes;
      chair.workedMinutes += minutes;
      chair.earned += current.ticket.price;
      const { durationState, durations } = this.knowledge;
      const { menuMinutes } = current.ticket;
      const service = serviceKey(current.ticket);
      const completion = { barberId, service, menuMinutes, minutes };
      const { state, model } = learnCompletion(durationState, durations, completion);
      this.knowledge = { ...this.knowledge, durationState: state, durations: model };
    }
    return { kind: 'completed', barberId };
  }

  private consult(trigger: Trigger): void {
    const state = this.state();
    const learned = this.learned();
    const { stopwatch } = this.options;
    const startedAt = stopwatch?.() ?? 0;
    const decision = this.policy.decide(state, this.now, learned, trigger);
    if (stopwatch) this.decisionMs.push(stopwatch() - startedAt);
    for (const { barberId, ticketId } of decision.assignments) this.seat(barberId, ticketId);
    for (const { barberId } of decision.breaksToStart) {
      this.chairOf(barberId).restStartedAt = this.now;
    }
    const { nextCheckAt } = decision;
    this.nextCheckAt =
      nextCheckAt !== null && nextCheckAt > this.now ? nextCheckAt : Number.POSITIVE_INFINITY;
    if (trigger.kind === 'joined') this.tellIfWaiting(trigger.ticketId);
  }

  private tellIfWaiting(ticketId: string): void {
    const { onMustWait } = this.options;
    const waiting = this.waiting.find(({ ticket }) => String(ticket.id) === ticketId);
    if (onMustWait && waiting) {
      onMustWait(waiting.ticket, this.state(), this.now, this.learned());
    }
  }

  private seat(barberId: string, ticketId: string): void {
    const chair = this.chairOf(barberId);
    const { ticket } = this.waiting.find((other) => String(other.ticket.id) === ticketId) ?? {};
    if (!ticket || chair.current || chair.restStartedAt !== null) {
      throw new Error(`Day ${this.day.day}: ${ticketId} cannot be seated with ${barberId}`);
    }
    this.waiting = this.waiting.filter((other) => other.ticket !== ticket);
    const barber = this.chairs.indexOf(chair);
    const isGone = ticket.noShow && ticket.id !== this.options.patientTicket;
    const minutes = isGone ? this.file.noShowMinutes : (ticket.minutesByBarber[barber] ?? 0);
    if (ticket.requestedBarber !== chair.barber.id) chair.turns += 1;
    chair.current = { ticket, startedAt: this.now, endsAt: this.now + minutes, isGone };
    this.visits.push({
      ticket,
      outcome: isGone ? 'noshow' : 'served',
      calledAt: this.now,
      barber,
      goneAt: this.now,
    });
  }

  private chairOf(barberId: string): Chair {
    const chair = this.chairs.find(({ barber }) => String(barber.id) === barberId);
    if (!chair) throw new Error(`There is no barber ${barberId}`);
    return chair;
  }

  private learned(): Learned {
    return { durations: this.knowledge.durations, demand: this.knowledge.demand };
  }

  private restWindow({ barber }: Chair): { earliestAt: number; latestAt: number } {
    const slack = this.policy.breaks === 'flexible' ? barber.breakWindowMinutes : 0;
    return { earliestAt: barber.breakAt - slack, latestAt: barber.breakAt + slack };
  }

  private state(): QueueState {
    return {
      seed: `${this.file.shop}|${this.file.load}|${this.day.day}`,
      closesAt: this.file.closesAt,
      barbers: this.chairs.map((chair) => this.barberState(chair)),
      tickets: this.waiting.map(({ ticket }) => waitingTicket(ticket)),
    };
  }

  private barberState(chair: Chair): BarberState {
    const { barber, current, restStartedAt, isRestDone } = chair;
    return {
      id: String(barber.id),
      name: barber.name ?? `Barber ${barber.id}`,
      skills: barber.skills,
      shiftStartsAt: barber.shiftStart,
      shiftEndsAt: barber.shiftEnd,
      rest: isRestDone
        ? null
        : { ...this.restWindow(chair), minutes: barber.breakMinutes, startedAt: restStartedAt },
      current: current && {
        ticketId: String(current.ticket.id),
        service: serviceKey(current.ticket),
        menuMinutes: current.ticket.menuMinutes,
        price: current.ticket.price,
        startedAt: current.startedAt,
      },
      idleSince: current ? null : chair.idleSince,
      earned: chair.earned,
      workedMinutes: chair.workedMinutes,
      turns: chair.turns,
    };
  }
}

function notCalled(ticket: DayTicket, outcome: 'left' | 'closed', goneAt: number): Visit {
  return { ticket, outcome, calledAt: null, barber: null, goneAt };
}
