import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import type { NewEvent } from '../../platform/events/event';
import { Reactions } from '../../platform/events/reactions';
import { ShopsService } from '../../shops/shops.service';
import { ProviderRefunds } from '../operations/provider-refunds.service';
import type { OrderEntity } from '../order.entity';
import { OrderAccess } from '../order-access.service';
import { StoredValueBalances } from '../stored-value/stored-value-balances.service';
import { smallestCoinCents } from '../tenders/cash/cash.rules';
import { type RefundListResponse, toRefundResponse } from './dto/refund.response';
import type { RefundOrderDto } from './dto/refund-order.dto';
import { OrderHistories } from './order-history.service';
import type { RefundEntity } from './refund.entity';
import { refundEvent } from './refund.events';
import {
  ORDER_NOT_PAID,
  PAYMENT_NOT_REFUNDABLE,
  REFUND_CURRENCY_DIFFERS,
  REFUND_OVER_LIMIT,
} from './refund.problems';
import { RefundRepository } from './refund.repository';
import {
  cashRoundingOf,
  isMadeByProvider,
  type PlannedRefund,
  type RefundUnit,
  refundsByPayment,
  unitsToRefund,
} from './refund.rules';
import { RefundBooking } from './refund-booking.service';
import { type OrderHistory, remainingOrder } from './remaining-order.rules';

/** States of a payment whose money can go back. */
const REFUNDABLE_STATES: ReadonlySet<string> = new Set(['captured', 'partially_refunded']);
const STORED_VALUE: ReadonlySet<string> = new Set(['gift_card', 'store_credit']);

/** Gives money back: by line, by amount, or all of it; the way it came or as store credit. */
@Injectable()
export class RefundsService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OrderAccess,
    private readonly histories: OrderHistories,
    private readonly refunds: RefundRepository,
    private readonly booking: RefundBooking,
    private readonly shops: ShopsService,
    private readonly reactions: Reactions,
    private readonly database: Database,
    private readonly providers: ProviderRefunds,
    private readonly cards: StoredValueBalances,
  ) {}

  onModuleInit(): void {
    this.reactions.on(['payment.refund_settled'], async (tx, events) => {
      for (const event of events) await this.settle(tx, event);
    });
  }

  /**
   * Gives back a part of an order that is paid, or the whole. What a provider has to give back is
   * reserved in this unit and booked when the provider has done it.
   *
   * @throws ORDER_NOT_FOUND, ORDER_NOT_PAID, REFUND_CURRENCY_DIFFERS, REFUND_LINE_UNKNOWN,
   *   REFUND_NOTHING_LEFT, REFUND_OVER_REMAINING, REFUND_OVER_LIMIT, PAYMENT_NOT_REFUNDABLE,
   *   STORED_VALUE_NOT_ISSUED, and what a provider has to object
   */
  async refund(
    command: Command,
    orderId: string,
    request: RefundOrderDto,
  ): Promise<RefundListResponse> {
    const made = await this.unitOfWork.run(command, (tx) =>
      this.refundWithin(tx, orderId, request),
    );
    // Made after the commit; if nobody does it now, the provider's sweeper will.
    for (const { state, reference } of made) {
      if (state === 'pending' && reference !== null) {
        await this.providers.complete(command.shopId, reference);
      }
    }
    const ids = new Set(made.map(({ id }) => id));
    const refunds = await this.refunds.ofOrder(this.database.reader, orderId);
    return { items: refunds.filter(({ id }) => ids.has(id)).map(toRefundResponse) };
  }

  private async refundWithin(
    tx: Transaction,
    orderId: string,
    request: RefundOrderDto,
  ): Promise<RefundEntity[]> {
    const order = await this.access.getOrder(tx, tx.command, orderId);
    if (order.state !== 'paid') throw ORDER_NOT_PAID.error({ state: order.state });
    if (request.currency !== undefined && request.currency !== order.currency) {
      throw REFUND_CURRENCY_DIFFERS.error({ currency: order.currency });
    }
    const history = await this.histories.load(tx, tx.shopId, orderId);
    const remaining = remainingOrder(history);
    const units = unitsToRefund(remaining, request);
    const plans = refundsByPayment(units, remaining.payments, request.payments);
    await this.assertWithinLimit(tx, history, plans);
    assertRefundable(history, plans);
    await this.takeCardsBack(tx, history, units);

    const storeCreditId =
      request.destination === 'store_credit' ? await this.issueCredit(tx, order, plans) : null;
    const made: RefundEntity[] = [];
    for (const plan of plans) {
      made.push(await this.make(tx, { order, request, plan, storeCreditId }));
    }
    return made;
  }

  private async make(
    tx: Transaction,
    {
      order,
      request,
      plan,
      storeCreditId,
    }: {
      order: OrderEntity;
      request: RefundOrderDto;
      plan: PlannedRefund;
      storeCreditId: string | null;
    },
  ): Promise<RefundEntity> {
    const { payment, amountCents } = plan;
    const isCredit = request.destination === 'store_credit';
    const tender = isCredit ? 'store_credit' : payment.tender;
    const { paymentId } = payment;
    const refund: RefundEntity = {
      id: tx.newId(),
      shopId: tx.shopId,
      orderId: order.id,
      paymentId,
      state: 'pending',
      destination: request.destination,
      tender,
      registerId: isCredit ? null : (request.registerId ?? payment.registerId),
      currency: order.currency,
      amountCents,
      roundingCents:
        tender === 'cash'
          ? cashRoundingOf(payment, amountCents, smallestCoinCents(order.currency))
          : 0,
      reason: request.reason,
      reference: storeCreditId,
      failure: null,
      businessDay: null,
      requestedBy: tx.command.actor.id,
      requestedAt: tx.now,
      completedAt: null,
    };
    if (isMadeByProvider(refund)) {
      const reference = await this.providers.prepareWithin(tx, { paymentId, amountCents });
      const prepared = { ...refund, reference };
      await this.refunds.insert(tx, prepared, this.booking.partsOf(prepared, plan.units));
      tx.record(refundEvent('order.refund_requested', order, prepared));
      return prepared;
    }
    if (!isCredit && STORED_VALUE.has(tender)) {
      await this.cards.giveBack(tx, { paymentId, orderId: order.id, amountCents });
    }
    await this.refunds.insert(tx, refund, this.booking.partsOf(refund, plan.units));
    return this.booking.complete(tx, order, refund, plan.units);
  }

  private issueCredit(
    tx: Transaction,
    order: OrderEntity,
    plans: readonly PlannedRefund[],
  ): Promise<string> {
    const amountCents = plans.reduce((sum, plan) => sum + plan.amountCents, 0);
    return this.cards.issueCredit(tx, { amountCents, orderId: order.id, holder: null });
  }

  /** Who gives a gift card back gives its money back: it can be taken back once, while it has it. */
  private async takeCardsBack(
    tx: Transaction,
    { lines }: Pick<OrderHistory, 'lines'>,
    units: readonly RefundUnit[],
  ): Promise<void> {
    for (const { cardId, netCents } of cardsOf(lines, units)) {
      await this.cards.takeBack(tx, cardId, netCents);
    }
  }

  private async assertWithinLimit(
    tx: Transaction,
    { refunds }: OrderHistory,
    plans: readonly PlannedRefund[],
  ): Promise<void> {
    if (tx.command.actor.kind === 'owner') return;
    const { refundLimitCents: limitCents } = await this.shops.get(tx, tx.shopId);
    const earlierCents = refunds
      .filter(({ state }) => state !== 'failed')
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
    const amountCents = plans.reduce((sum, plan) => sum + plan.amountCents, earlierCents);
    if (amountCents > limitCents) throw REFUND_OVER_LIMIT.error({ amountCents, limitCents });
  }

  /** Whoever learns how a refund at a provider ended, it is booked or released here, once. */
  private async settle(tx: Transaction, event: NewEvent): Promise<void> {
    const { orderId, operationId, outcome, code } = event.data as {
      readonly orderId: string;
      readonly operationId: string;
      readonly outcome: 'succeeded' | 'declined';
      readonly code: string | null;
    };
    const refunds = await this.refunds.ofOrder(tx, orderId);
    const refund = refunds.find(({ reference }) => reference === operationId);
    // A refund that somebody made at the provider's own pages is not one of ours.
    if (refund?.state !== 'pending') return;
    const order = await this.access.getOrder(tx, tx.command, orderId);
    const history = await this.histories.load(tx, tx.shopId, orderId);
    const units = this.booking.unitsOf(refund, history);
    if (outcome === 'succeeded') {
      await this.booking.complete(tx, order, refund, units);
      return;
    }
    await this.booking.fail(tx, order, refund, code ?? 'declined');
    for (const { cardId, netCents } of cardsOf(history.lines, units)) {
      await this.cards.restore(tx, cardId, netCents);
    }
  }
}

function assertRefundable({ payments }: OrderHistory, plans: readonly PlannedRefund[]): void {
  for (const { payment } of plans) {
    const found = payments.find(({ id }) => id === payment.paymentId);
    assert(found, 'a refund is of a payment of the order');
    const { id: paymentId, state, isDisputed } = found;
    if (isDisputed || !REFUNDABLE_STATES.has(state)) {
      throw PAYMENT_NOT_REFUNDABLE.error({ paymentId, state, isDisputed });
    }
  }
}

/** The gift cards among what is given back; a line of one names the card that it sold. */
function cardsOf(lines: OrderHistory['lines'], units: readonly RefundUnit[]) {
  return units.flatMap((unit) => {
    if (unit.kind !== 'line' || unit.catalogKind !== 'gift_card') return [];
    const line = lines.find(({ id }) => id === unit.lineId);
    assert(line, 'what is given back is a line of the order');
    return { cardId: line.catalogId, netCents: unit.netCents };
  });
}
