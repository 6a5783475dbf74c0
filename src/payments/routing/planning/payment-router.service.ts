import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/sql';
import type { Transaction } from '../../../platform/database/unit-of-work';
import { TicketsService } from '../../../tickets/tickets.service';
import type { Bill } from '../../bill.rules';
import type { PaymentEntity } from '../../payment.entity';
import type { ProviderTenderName } from '../../tenders/provider-tender';
import { PAYMENT_NOT_ROUTABLE } from '../routes/payment-route.problems';
import { billFacts, customerKindOf } from './payment-facts.rules';
import type { RouteDecisionEntity } from './route-decision.entity';
import type { Candidate, RoutePlan } from './route-plan.types';
import { RoutePlanner } from './route-planner.service';
import { RouteUsageRepository } from './route-usage.repository';

/** Where a payment goes, and why: what its decision will say. */
export type RouteChoice = Pick<
  RouteDecisionEntity,
  'routeId' | 'merchantAccountId' | 'reason' | 'attempt' | 'afterPaymentId' | 'plan'
> & { readonly ownerBarberId: string | null };

interface Asked {
  readonly tender: ProviderTenderName;
  readonly amountCents: number;
}

interface Chain {
  readonly attempt: number;
  readonly afterPaymentId: string | null;
  /** Accounts that were tried before; null among them is that of the settings. */
  readonly tried: ReadonlySet<string | null>;
}

const FIRST: Chain = { attempt: 1, afterPaymentId: null, tried: new Set() };

/** Chooses accounts for real payments, in the unit that begins them, and keeps why. */
@Injectable()
export class PaymentRouter {
  constructor(
    private readonly planner: RoutePlanner,
    private readonly decisions: RouteUsageRepository,
    private readonly tickets: TicketsService,
  ) {}

  /** @throws PAYMENT_NOT_ROUTABLE with the reasons of every route */
  async choose(tx: Transaction, bill: Bill, asked: Asked): Promise<RouteChoice> {
    const plan = await this.planFor(tx, bill, asked);
    const choice = choiceOf(plan, FIRST);
    if (choice === null) throw PAYMENT_NOT_ROUTABLE.error({ rejected: plan.rejected });
    return choice;
  }

  /** The next account for a payment of which certainly nothing came; null when all were tried. */
  async chooseAfter(
    tx: Transaction,
    bill: Bill,
    asked: Asked,
    failedId: string,
  ): Promise<RouteChoice | null> {
    const chain = await this.chainOf(tx, failedId);
    return choiceOf(await this.planFor(tx, bill, asked), chain);
  }

  async keep(
    tx: Transaction,
    payment: Pick<PaymentEntity, 'id' | 'orderId'>,
    choice: RouteChoice,
  ): Promise<void> {
    const { routeId, merchantAccountId, reason, attempt, afterPaymentId, plan } = choice;
    await this.decisions.insert(tx, {
      ...{ routeId, merchantAccountId, reason, attempt, afterPaymentId, plan },
      paymentId: payment.id,
      shopId: tx.shopId,
      orderId: payment.orderId,
      number: await this.decisions.nextNumber(tx, tx.shopId),
      decidedAt: tx.now,
    });
  }

  private async planFor(tx: Transaction, bill: Bill, asked: Asked): Promise<RoutePlan> {
    const { shop, order, lines } = bill;
    const ticket =
      order.ticketId === null ? null : await this.tickets.get(tx, shop.id, order.ticketId);
    const customer = ticket && customerKindOf(ticket);
    const wish = { ...asked, ...billFacts(lines), customer };
    return (await this.planner.plan(tx, shop, wish, tx.now)).plan;
  }

  private async chainOf(reader: Reader, failedId: string): Promise<Chain> {
    const tried = new Set<string | null>();
    let attempt = 1;
    let paymentId: string | null = failedId;
    while (paymentId !== null) {
      const decision: RouteDecisionEntity | null = await this.decisions.find(reader, paymentId);
      tried.add(decision?.merchantAccountId ?? null);
      attempt += 1;
      paymentId = decision?.afterPaymentId ?? null;
    }
    return { attempt, afterPaymentId: failedId, tried };
  }
}

/** The first candidate that was not tried; after all of them, the settings if they are left. */
function choiceOf(plan: RoutePlan, chain: Chain): RouteChoice | null {
  const { tried, ...place } = chain;
  const candidate = plan.candidates.find((one) => !tried.has(one.merchantAccountId));
  if (candidate) return { ...toChoice(candidate, chain), ...place, plan };
  if (!plan.isLeftToSettings || tried.has(null)) return null;
  const settings = { routeId: null, merchantAccountId: null, ownerBarberId: null } as const;
  return { ...settings, reason: 'SETTINGS', ...place, plan };
}

function toChoice({ routeId, merchantAccountId, ownerBarberId, reason }: Candidate, chain: Chain) {
  const code = chain.attempt > 1 ? ('NEXT_AFTER_FAILURE' as const) : reason.code;
  return { routeId, merchantAccountId, ownerBarberId, reason: code };
}
