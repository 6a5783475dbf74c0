import {
  BROKEN_PROMISE_COST,
  LOST_COST,
  MISSED_REQUEST_COST,
  waitCost,
} from '../assignment/service-cost';
import type { DayFile } from './day-file';
import type { DayRecord, Visit } from './day-record';

/** The benchmark's figures for a policy on some days. */
export interface PolicyMetrics {
  /** All who joined, without those who were gone when called. */
  customers: number;
  served: number;
  /** Left, or still waiting at closing; as a number and as a share of all customers. */
  lost: number;
  lostShare: number;
  meanWait: number;
  p90Wait: number;
  /** Mean over days of the day's longest wait of a served customer. */
  longestWait: number;
  /** Cost C per customer, in minutes. */
  cost: number;
  /** Mean over days: spread of earnings per hour of shift between barbers. */
  earningsCv: number;
  utilisation: number;
  /** Per barber and day. */
  overtimeMinutes: number;
  /** Customers sent to a barber without the skill. */
  unskilled: number;
  unskilledShare: number;
  /** Share of served customers with such a request who got their barber. */
  hardRequestsKept: number;
  softRequestsKept: number;
  /** Share of customers without request who were passed at a barber able to serve both. */
  overtaken: number;
  decisionMsP99: number;
  /** Takings from services, and the prices of what those lost came for; per day, in the prices' unit. */
  revenuePerDay: number;
  lostMoneyPerDay: number;
}

/** Adds up days, of one shop or of many, and turns them into the figures. */
export class MetricsSum {
  private readonly waits: number[] = [];
  private readonly longest: number[] = [];
  private readonly spreads: number[] = [];
  private readonly decisionMs: number[] = [];
  private days = 0;
  private revenue = 0;
  private lostMoney = 0;
  private customers = 0;
  private lost = 0;
  private costs = 0;
  private busyMinutes = 0;
  private shiftMinutes = 0;
  private overtimeMinutes = 0;
  private barberDays = 0;
  private unskilled = 0;
  private overtaken = 0;
  private readonly hard = { asked: 0, kept: 0 };
  private readonly soft = { asked: 0, kept: 0 };

  /** `file` is the shop as it was on that day. */
  addDay(file: DayFile, record: DayRecord): void {
    this.customers += record.visits.filter(({ outcome }) => outcome !== 'noshow').length;
    this.days += 1;
    this.revenue += record.earned.reduce((sum, earned) => sum + earned, 0);
    const waits: number[] = [];
    for (const visit of record.visits) this.addVisit(file, visit, waits);
    this.waits.push(...waits);
    this.longest.push(Math.max(0, ...waits));
    this.overtaken += countOvertaken(file, record.visits);
    this.decisionMs.push(...record.decisionMs);
    const there = file.barbers.flatMap((barber, index) =>
      barber.shiftEnd > barber.shiftStart ? [{ barber, index }] : [],
    );
    for (const { barber, index } of there) {
      this.busyMinutes += record.busyMinutes[index] ?? 0;
      this.shiftMinutes += barber.shiftEnd - barber.shiftStart - barber.breakMinutes;
      this.overtimeMinutes += record.overtimeMinutes[index] ?? 0;
      this.barberDays += 1;
    }
    this.spreads.push(
      coefficientOfVariation(
        there.map(
          ({ barber, index }) =>
            (record.earned[index] ?? 0) / (barber.shiftEnd - barber.shiftStart),
        ),
      ),
    );
  }

  private addVisit(file: DayFile, visit: Visit, waits: number[]): void {
    const { ticket, outcome, calledAt, barber } = visit;
    if (outcome === 'left' || outcome === 'closed') {
      this.lost += 1;
      this.lostMoney += ticket.price;
      this.costs += LOST_COST;
    }
    if (outcome !== 'served' || calledAt === null || barber === null) return;
    const wait = calledAt - ticket.arrivesAt;
    waits.push(wait);
    this.costs += waitCost(wait);
    const chair = file.barbers[barber];
    if (!hasSkills(file, barber, visit)) {
      this.unskilled += 1;
      this.costs += BROKEN_PROMISE_COST;
    }
    if (ticket.requestedBarber === null) return;
    const isKept = chair?.id === ticket.requestedBarber;
    const kind = ticket.onlyThatBarber ? this.hard : this.soft;
    kind.asked += 1;
    if (isKept) kind.kept += 1;
    else this.costs += ticket.onlyThatBarber ? BROKEN_PROMISE_COST : MISSED_REQUEST_COST;
  }

  metrics(): PolicyMetrics {
    const served = this.waits.length;
    const customers = Math.max(1, this.customers);
    return {
      customers: this.customers,
      served,
      lost: this.lost,
      lostShare: this.lost / customers,
      meanWait: mean(this.waits),
      p90Wait: quantile(this.waits, 0.9),
      longestWait: mean(this.longest),
      cost: this.costs / customers,
      earningsCv: mean(this.spreads),
      utilisation: this.busyMinutes / Math.max(1, this.shiftMinutes),
      overtimeMinutes: this.overtimeMinutes / Math.max(1, this.barberDays),
      unskilled: this.unskilled,
      unskilledShare: this.unskilled / Math.max(1, served),
      hardRequestsKept: this.hard.asked ? this.hard.kept / this.hard.asked : 1,
      softRequestsKept: this.soft.asked ? this.soft.kept / this.soft.asked : 1,
      overtaken: this.overtaken / customers,
      decisionMsP99: quantile(this.decisionMs, 0.99),
      revenuePerDay: this.revenue / Math.max(1, this.days),
      lostMoneyPerDay: this.lostMoney / Math.max(1, this.days),
    };
  }
}

/** Customers without a request who saw a later one called first by a barber able to serve both. */
function countOvertaken(file: DayFile, visits: readonly Visit[]): number {
  return visits.filter((visit) => {
    if (visit.ticket.requestedBarber !== null) return false;
    return visits.some(
      (later) =>
        later.ticket.arrivesAt > visit.ticket.arrivesAt &&
        later.calledAt !== null &&
        later.calledAt < visit.goneAt &&
        hasSkills(file, later.barber, visit) &&
        hasSkills(file, later.barber, later),
    );
  }).length;
}

function hasSkills(file: DayFile, barber: number | null, { ticket }: Visit): boolean {
  const skills = barber === null ? [] : (file.barbers[barber]?.skills ?? []);
  return ticket.skills.every((skill) => skills.includes(skill));
}

export function mean(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which `share` of the values lie, interpolated. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return low + (high - low) * (position - below);
}

function coefficientOfVariation(values: readonly number[]): number {
  const average = mean(values);
  if (average === 0) return 0;
  const variance = mean(values.map((value) => (value - average) ** 2));
  return Math.sqrt(variance) / average;
}
