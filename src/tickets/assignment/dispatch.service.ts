import { Injectable } from '@nestjs/common';
import { type BarberOnShift, BarbersService } from '../../barbers/barbers.service';
import { ShiftsService } from '../../barbers/shifts.service';
import type { Transaction } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { businessDaySpan } from '../../platform/time/business-day';
import { ShopsService } from '../../shops/shops.service';
import { missingSkills } from '../../shops/skill.rules';
import { DemandMemory } from '../demand/demand-memory.service';
import { toTicketResponse } from '../dto/ticket.response';
import { DurationMemory } from '../durations/duration-memory.service';
import type { TicketEntity } from '../ticket.entity';
import { ticketEvent } from '../ticket.events';
import { TicketRepository } from '../ticket.repository';
import { nextState } from '../ticket.transitions';
import { type Place, TicketListRepository } from '../ticket-list.repository';
import { AssignmentRepository } from './assignment.repository';
import { minutesOf, momentAt } from './day-minutes.rules';
import { dispatch } from './dispatch';
import { DispatchSchedule } from './dispatch-schedule';
import { policyOf } from './dispatch-settings';
import { mayRestNow, mustRestNow, nextDueAt } from './due-times.rules';
import type { ExplanationCode } from './explanations';
import { HeldChairs } from './held-chairs.service';
import { QueueRowsReader } from './queue-rows.service';
import { toQueueState } from './queue-state.factory';
import type { Verdict } from './verdict';
import { verdictOf } from './verdict.policy';

/** Decided on together; longer queues are gone through page by page. */
const QUEUE_PAGE = 100;

/** Reasons for which a chair stays empty although somebody could sit in it. */
const KEEPS_CHAIR: ReadonlySet<ExplanationCode> = new Set(['hold.party_chairs', 'hold.look_ahead']);

type Seated = Map<string, TicketEntity>;

/**
 * Brings waiting tickets and free barbers together, inside the unit that may have freed the one
 * or needs the other: reads the plain state, lets the dispatcher decide, writes what it decided.
 * After every unit no ticket waits while a barber is free who may serve it, but for those who
 * wait for the barber they asked for.
 */
@Injectable()
export class DispatchService {
  constructor(
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
    private readonly tickets: TicketRepository,
    private readonly queue: TicketListRepository,
    private readonly rows: QueueRowsReader,
    private readonly heldChairs: HeldChairs,
    private readonly shifts: ShiftsService,
    private readonly assignments: AssignmentRepository,
    private readonly durations: DurationMemory,
    private readonly demand: DemandMemory,
    private readonly schedule: DispatchSchedule,
  ) {}

  /** Goes through the queue, without one ticket if asked. Gives the tickets that got a barber. */
  async dispatch(tx: Transaction, options: { passOver?: string } = {}): Promise<Seated> {
    const seated: Seated = new Map();
    let after: Place | undefined;
    for (;;) {
      const free = await this.barbers.listFree(tx, tx.shopId);
      if (free.length === 0) return seated;
      this.noteDueTimes(tx, free, options.passOver !== undefined);
      const page = await this.queue.findWaiting(tx, tx.shopId, QUEUE_PAGE, after);
      const waiting = page.filter((ticket) => ticket.id !== options.passOver);
      const isLast = page.length < QUEUE_PAGE;
      const mayRest = isLast && options.passOver === undefined;
      const isChairKept = await this.match(tx, waiting, free, { seated, mayRest });
      if (isLast || isChairKept) return seated;
      after = page.at(-1);
    }
  }

  /**
   * After a ticket has joined the queue: there is work only if somebody free may serve it. Gives
   * the ticket as it is then.
   */
  async offer(tx: Transaction, ticket: TicketEntity): Promise<TicketEntity> {
    const free = await this.barbers.listFree(tx, tx.shopId);
    if (!free.some((atWork) => mayServe(atWork, ticket))) return ticket;
    return (await this.dispatch(tx)).get(ticket.id) ?? ticket;
  }

  /**
   * Writes a verdict: the barber's chair, the ticket, and the reason. Telling is up to the caller.
   *
   * @throws BARBER_NOT_AVAILABLE
   */
  async seat(
    tx: Transaction,
    ticket: TicketEntity,
    verdict: Verdict,
    changes: Partial<TicketEntity>,
  ): Promise<TicketEntity> {
    const { barberId } = verdict;
    const minutes = verdict.reasons?.expectedMinutes ?? null;
    const endsAt = minutes === null ? null : tx.now + Math.round(minutes * 60_000);
    await this.barbers.seat(tx, barberId, ticket.id, endsAt);
    await this.assignments.insert(tx, verdict);
    return this.tickets.update(tx, ticket, { assignedAt: tx.now, ...changes, barberId });
  }

  /** Gives a waiting ticket to a barber as decided, and tells of it. */
  async assign(tx: Transaction, ticket: TicketEntity, verdict: Verdict): Promise<TicketEntity> {
    const state = nextState(ticket.state, 'assign');
    assert(state, 'only waiting tickets are assigned');
    const seated = await this.seat(tx, ticket, verdict, { state });
    const view = toTicketResponse(seated, await this.tickets.findServices(tx, ticket.id));
    tx.record(ticketEvent('ticket.assigned', { ticket: view, reason: verdict.sentence }));
    return seated;
  }

  /** Decides about a page of the queue; true when a chair is kept empty on purpose. */
  private async match(
    tx: Transaction,
    waiting: readonly TicketEntity[],
    free: readonly BarberOnShift[],
    { seated, mayRest }: { readonly seated: Seated; readonly mayRest: boolean },
  ): Promise<boolean> {
    // Mostly nobody free may serve anybody who waits; then nothing else needs to be read.
    const isServable = waiting.some((ticket) => free.some((atWork) => mayServe(atWork, ticket)));
    const mayBreakBegin = free.some((atWork) =>
      mayRest ? mayRestNow(atWork, tx.now) : mustRestNow(atWork, tx.now),
    );
    if (!isServable && !mayBreakBegin) return false;
    const shop = await this.shops.get(tx, tx.shopId);
    const day = businessDaySpan(tx.now, shop);
    const rows = await this.rows.read(tx, shop, waiting, tx.now);
    const state = toQueueState(rows, tx.now);
    const durations = await this.durations.modelOf(tx, tx.shopId, day.day);
    const learned = { durations, demand: await this.demand.modelOf(tx, shop, day) };
    const policy = policyOf(shop.dispatchMode);
    const decision = dispatch(state, minutesOf(tx.now, day), learned, policy.settings);
    if (decision.nextCheckAt !== null) {
      this.schedule.note(tx.shopId, momentAt(decision.nextCheckAt, day));
    }
    const atWork = state.barbers.slice(0, rows.onShift.length);
    for (const assignment of decision.assignments) {
      const ticket = waiting.find(({ id }) => id === assignment.ticketId);
      const plain = state.tickets.find(({ id }) => id === assignment.ticketId);
      assert(ticket && plain, 'a decision is about one of the tickets asked about');
      const verdict = verdictOf(assignment, plain, atWork, policy.name);
      seated.set(ticket.id, await this.assign(tx, ticket, verdict));
    }
    await this.heldChairs.note(tx, decision.holds, waiting, day);
    for (const { barberId, explanation } of decision.breaksToStart) {
      const isDue = free.some((one) => one.barber.id === barberId && mustRestNow(one, tx.now));
      if (mayRest || isDue) await this.shifts.beginDueBreak(tx, barberId, explanation.text);
    }
    return decision.holds.some(({ explanation }) => KEEPS_CHAIR.has(explanation.code));
  }

  /** Breaks begin by the clock; one that somebody's requeueing has put off begins at once after. */
  private noteDueTimes(tx: Transaction, free: readonly BarberOnShift[], isPutOff: boolean): void {
    const isDueNow = isPutOff && free.some((atWork) => mayRestNow(atWork, tx.now));
    const dueAt = isDueNow ? tx.now : nextDueAt(free, tx.now);
    if (dueAt !== null) this.schedule.note(tx.shopId, dueAt);
  }
}

/** Whether nothing but time or a wish keeps a free barber from a ticket. */
function mayServe({ barber }: BarberOnShift, ticket: TicketEntity): boolean {
  if (ticket.onlyRequestedBarber && ticket.requestedBarberId !== barber.id) return false;
  return missingSkills(ticket.requiredSkills, barber.skills).length === 0;
}
