import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings';
import type { Transaction } from '../platform/database/unit-of-work';
import { ShopsService } from '../shops/shops.service';
import { type Bill, freeCentsOf } from './bill.rules';
import type { ProviderRequest } from './dto/take-payment.dto';
import { OperationsService } from './operations/operations.service';
import { nextReadAt } from './operations/reading-schedule.rules';
import { NO_PROVIDER, type PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { PaymentRouter, type RouteChoice } from './routing/planning/payment-router.service';
import { amountToPay } from './tenders/payment-amount.rules';
import type { ProviderTender } from './tenders/provider-tender';
import { ProviderTenders } from './tenders/provider-tenders';
import { TENDER_UNAVAILABLE } from './tenders/tender.problems';

/** Nobody waits longer for a provider to take a request. */
const DRAFT_MS = 15 * 60_000;
const RETURN_TOKEN_BYTES = 24;

/** Commits what a customer is to be asked for, at the amount of the bill and no other. */
@Injectable()
export class PaymentDrafts {
  constructor(
    private readonly shops: ShopsService,
    private readonly payments: PaymentRepository,
    private readonly operations: OperationsService,
    private readonly providers: ProviderTenders,
    private readonly router: PaymentRouter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Drafts a payment to the account that the shop's routes choose.
   *
   * @throws PAYMENT_OVER_DUE, PAYMENT_UNDER_WAY, PAYMENT_NOT_ROUTABLE, TENDER_UNAVAILABLE, and what
   *   the tender has to object
   */
  async make(tx: Transaction, bill: Bill, request: ProviderRequest): Promise<PaymentEntity> {
    const amountCents = amountToPay(request.amountCents, freeCentsOf(bill));
    const choice = await this.router.choose(tx, bill, { tender: request.tender, amountCents });
    return this.makeBy(tx, bill, { request, amountCents, choice });
  }

  /**
   * Drafts the same payment once more to the next account; null when there is none. Only for a
   * payment of which certainly nothing came.
   */
  async makeAfter(
    tx: Transaction,
    bill: Bill,
    request: ProviderRequest,
    failed: PaymentEntity,
  ): Promise<PaymentEntity | null> {
    const { tender } = request;
    const { amountCents } = failed;
    const choice = await this.router.chooseAfter(tx, bill, { tender, amountCents }, failed.id);
    return choice && this.makeBy(tx, bill, { request, amountCents, choice });
  }

  private async makeBy(
    tx: Transaction,
    bill: Bill,
    wanted: {
      readonly request: ProviderRequest;
      readonly amountCents: number;
      readonly choice: RouteChoice;
    },
  ): Promise<PaymentEntity> {
    const { request, amountCents, choice } = wanted;
    const { currency } = bill.order;
    const { tender } = request;
    const provider = await this.providers.of(tx, { tender, ...choice });
    assertAvailable(provider, currency);
    provider.assertPayable(amountCents, currency);

    const payment = { ...this.draftOf(tx, bill, { provider, amountCents }), ...accountOf(choice) };
    await this.payments.insert(tx, payment);
    await this.router.keep(tx, payment, choice);
    const channel = request.tender === 'cash_app' ? request.channel : 'browser';
    await this.operations.prepare(tx, {
      ...{ payment, kind: 'create', amountCents, currency },
      request: { ...this.pagesOf(payment), channel },
    });
    return payment;
  }

  private draftOf(
    tx: Transaction,
    { shop, order }: Bill,
    { provider, amountCents }: { readonly provider: ProviderTender; readonly amountCents: number },
  ): PaymentEntity {
    const draft: PaymentEntity = {
      ...NO_PROVIDER,
      ...{ id: tx.newId(), shopId: tx.shopId, orderId: order.id },
      ...{ tender: provider.tender, state: 'draft' as const, amountCents, roundingCents: 0 },
      ...{ tenderedCents: null, changeCents: null, reference: null, lastFour: null },
      registerId: null,
      ...{ begunAt: tx.now, capturedAt: null, expiresAt: tx.now + DRAFT_MS },
      businessDay: this.shops.businessDay(shop, tx.now),
      merchantAccount: provider.merchantAccount,
      region: provider.region,
      returnToken: randomBytes(RETURN_TOKEN_BYTES).toString('base64url'),
    };
    return { ...draft, nextReadAt: nextReadAt(draft, tx.now) };
  }

  /** Where the customer's browser comes back to; the page asks how the payment stands. */
  private pagesOf({ returnToken }: Pick<PaymentEntity, 'returnToken'>) {
    const { PUBLIC_URL, PORT, TLS_CERT } = this.settings;
    const origin = PUBLIC_URL ?? `${TLS_CERT ? 'https' : 'http'}://localhost:${PORT}`;
    const returnUrl = `${origin}/pay/?payment=${returnToken}`;
    return { returnUrl, cancelUrl: `${returnUrl}&cancelled=1` };
  }
}

function accountOf({ merchantAccountId, ownerBarberId }: RouteChoice) {
  return { merchantAccountId, ownerBarberId };
}

function assertAvailable(provider: ProviderTender, currency: string): void {
  const availability = provider.availability(currency);
  if (availability.isAvailable) return;
  const { reason, details } = availability;
  throw TENDER_UNAVAILABLE.error({ tender: provider.tender, reason, details });
}
