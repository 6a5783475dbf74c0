import { Injectable } from '@nestjs/common';
import { type BarberOnShift, BarbersService } from '../../barbers/barbers.service';
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
import { dispatch } from './dispatch';
import { DispatchSchedule } from './dispatch-schedule';
import { policyOf } from './dispatch-settings';
import { FloorRows } from './floor-rows.service';
import { minutesOf, toQueueState } from './queue-state.factory';
import type { Verdict } from './verdict';
import { verdictOf } from './verdict.policy';

/** Decided on together; longer queues are gone through page by page. */
const QUEUE_PAGE = 100;

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
    private readonly assignments: AssignmentRepository,
    private readonly rows: FloorRows,
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
      const page = await this.queue.findWaiting(tx, tx.shopId, QUEUE_PAGE, after);
      const waiting = page.filter((ticket) => ticket.id !== options.passOver);
      await this.match(tx, waiting, free, seated);
      if (page.length < QUEUE_PAGE) return seated;
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
    await this.barbers.seat(tx, barberId, ticket.id);
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

  private async match(
    tx: Transaction,
    waiting: readonly TicketEntity[],
    free: readonly BarberOnShift[],
    seated: Seated,
  ): Promise<void> {
    // Mostly nobody free may serve anybody who waits; then nothing else needs to be read.
    if (!waiting.some((ticket) => free.some((atWork) => mayServe(atWork, ticket)))) return;
    const shop = await this.shops.get(tx, tx.shopId);
    const day = businessDaySpan(tx.now, shop);
    const state = toQueueState(await this.rows.load(tx, shop, waiting, tx.now), tx.now);
    const durations = await this.durations.modelOf(tx, tx.shopId, day.day);
    const learned = { durations, demand: await this.demand.modelOf(tx, shop, day) };
    const policy = policyOf(shop.dispatchMode);
    const decision = dispatch(state, minutesOf(tx.now, day), learned, policy.settings);
    if (decision.nextCheckAt !== null) {
      this.schedule.note(tx.shopId, Math.ceil(day.startsAt + decision.nextCheckAt * 60_000));
    }
    for (const assignment of decision.assignments) {
      const ticket = waiting.find(({ id }) => id === assignment.ticketId);
      const plain = state.tickets.find(({ id }) => id === assignment.ticketId);
      assert(ticket && plain, 'a decision is about one of the tickets asked about');
      const verdict = verdictOf(assignment, plain, state.barbers, policy.name);
      seated.set(ticket.id, await this.assign(tx, ticket, verdict));
    }
  }
}

/** Whether nothing but time or a wish keeps a free barber from a ticket. */
function mayServe({ barber }: BarberOnShift, ticket: TicketEntity): boolean {
  if (ticket.onlyRequestedBarber && ticket.requestedBarberId !== barber.id) return false;
  return missingSkills(ticket.requiredSkills, barber.skills).length === 0;
}
