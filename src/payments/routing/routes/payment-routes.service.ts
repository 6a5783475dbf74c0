import { Injectable } from '@nestjs/common';
import type { Command } from '../../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../../platform/database/unit-of-work';
import { MerchantAccountsService } from '../accounts/merchant-accounts.service';
import type {
  CreatePaymentRouteDto,
  ReorderPaymentRoutesDto,
  UpdatePaymentRouteDto,
  UpdatePaymentRoutingDto,
} from './dto/payment-route.dto';
import {
  type PaymentRouteListResponse,
  type PaymentRouteResponse,
  toPaymentRouteResponse,
  toPaymentRoutingResponse,
} from './dto/payment-route.response';
import type { PaymentRouteEntity, PaymentRoutingEntity } from './payment-route.entity';
import { paymentRouteEvent, paymentRoutingUpdated } from './payment-route.events';
import {
  PAYMENT_ROUTE_LIMITS_CROSSED,
  PAYMENT_ROUTE_NOT_FOUND,
  PAYMENT_ROUTE_ORDER_INCOMPLETE,
  PAYMENT_ROUTE_VERSION_STALE,
  PAYMENT_ROUTING_VERSION_STALE,
} from './payment-route.problems';
import { PaymentRouteRepository } from './payment-route.repository';
import { leavesRoom } from './route-limits.rules';

/** Keeps the list of routes and how to choose among them. */
@Injectable()
export class PaymentRoutesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly routes: PaymentRouteRepository,
    private readonly accounts: MerchantAccountsService,
  ) {}

  list(shopId: string): Promise<PaymentRouteListResponse> {
    return this.database.snapshot(async (reader) => ({
      routing: toPaymentRoutingResponse(await this.routes.routing(reader, shopId)),
      items: (await this.routes.list(reader, shopId)).map(toPaymentRouteResponse),
    }));
  }

  /** @throws MERCHANT_ACCOUNT_NOT_FOUND, PAYMENT_ROUTE_LIMITS_CROSSED */
  create(command: Command, input: CreatePaymentRouteDto): Promise<PaymentRouteResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      await this.accounts.get(tx, tx.shopId, input.merchantAccountId);
      assertRoom(input);
      const last = (await this.routes.list(tx, tx.shopId)).at(-1);
      const route: PaymentRouteEntity = {
        ...input,
        id: tx.newId(),
        shopId: tx.shopId,
        position: (last?.position ?? 0) + 1,
        removedAt: null,
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.routes.insert(tx, route);
      await this.touchRouting(tx);
      const response = toPaymentRouteResponse(route);
      tx.record(paymentRouteEvent('payment_route.created', response));
      return response;
    });
  }

  /** @throws PAYMENT_ROUTE_NOT_FOUND, PAYMENT_ROUTE_VERSION_STALE, PAYMENT_ROUTE_LIMITS_CROSSED */
  update(
    command: Command,
    id: string,
    input: UpdatePaymentRouteDto,
  ): Promise<PaymentRouteResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, ...wanted } = input;
      const route = await this.getCurrent(tx, id, expectedVersion);
      const changes = { ...wanted, version: route.version + 1, updatedAt: tx.now };
      assertRoom({ ...route, ...changes });
      await this.routes.update(tx, id, changes);
      const response = toPaymentRouteResponse({ ...route, ...changes });
      tx.record(paymentRouteEvent('payment_route.updated', response));
      return response;
    });
  }

  /**
   * Takes a route off the list; its payments keep it.
   *
   * @throws PAYMENT_ROUTE_NOT_FOUND, PAYMENT_ROUTE_VERSION_STALE
   */
  remove(command: Command, id: string, expectedVersion: number | undefined): Promise<void> {
    return this.unitOfWork.run(command, async (tx) => {
      const route = await this.getCurrent(tx, id, expectedVersion);
      const changes = { removedAt: tx.now, updatedAt: tx.now, version: route.version + 1 };
      await this.routes.update(tx, id, changes);
      await this.touchRouting(tx);
      const response = toPaymentRouteResponse({ ...route, ...changes });
      tx.record(paymentRouteEvent('payment_route.removed', response));
    });
  }

  /** @throws PAYMENT_ROUTING_VERSION_STALE, PAYMENT_ROUTE_ORDER_INCOMPLETE */
  reorder(command: Command, input: ReorderPaymentRoutesDto): Promise<PaymentRouteListResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, routeIds } = input;
      await this.assertRoutingIsCurrent(tx, expectedVersion);
      const before = await this.routes.list(tx, tx.shopId);
      const byId = new Map(before.map((route) => [route.id, route]));
      const after = routeIds.map((id) => byId.get(id)).filter((route) => route !== undefined);
      if (new Set(after).size !== before.length || routeIds.length !== before.length) {
        throw PAYMENT_ROUTE_ORDER_INCOMPLETE.error({ routeIds: [...byId.keys()] });
      }
      const items = after.map((route, index) => ({ ...route, position: index + 1 }));
      for (const { id, position } of items) await this.routes.update(tx, id, { position });
      const routing = toPaymentRoutingResponse(await this.touchRouting(tx));
      tx.record(paymentRoutingUpdated(routing, routeIds));
      return { routing, items: items.map(toPaymentRouteResponse) };
    });
  }

  /** @throws PAYMENT_ROUTING_VERSION_STALE */
  updateRouting(
    command: Command,
    input: UpdatePaymentRoutingDto,
  ): Promise<PaymentRouteListResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, ...wanted } = input;
      await this.assertRoutingIsCurrent(tx, expectedVersion);
      const routing = toPaymentRoutingResponse(await this.touchRouting(tx, wanted));
      const items = (await this.routes.list(tx, tx.shopId)).map(toPaymentRouteResponse);
      const routeIds = items.map(({ id }) => id);
      tx.record(paymentRoutingUpdated(routing, routeIds));
      return { routing, items };
    });
  }

  private async getCurrent(
    tx: Transaction,
    id: string,
    expectedVersion: number | undefined,
  ): Promise<PaymentRouteEntity> {
    const route = await this.routes.find(tx, tx.shopId, id);
    if (!route) throw PAYMENT_ROUTE_NOT_FOUND.error({ paymentRouteId: id });
    if (expectedVersion !== undefined && expectedVersion !== route.version) {
      throw PAYMENT_ROUTE_VERSION_STALE.error({ currentVersion: route.version });
    }
    return route;
  }

  private async assertRoutingIsCurrent(
    tx: Transaction,
    expectedVersion: number | undefined,
  ): Promise<void> {
    const { version } = await this.routes.routing(tx, tx.shopId);
    if (expectedVersion !== undefined && expectedVersion !== version) {
      throw PAYMENT_ROUTING_VERSION_STALE.error({ currentVersion: version });
    }
  }

  /** Whoever reorders must have seen every route, so a new or removed one counts as a change. */
  private async touchRouting(
    tx: Transaction,
    wanted: Partial<PaymentRoutingEntity> = {},
  ): Promise<PaymentRoutingEntity> {
    const before = await this.routes.routing(tx, tx.shopId);
    const after = { ...before, ...wanted, version: before.version + 1, updatedAt: tx.now };
    await this.routes.saveRouting(tx, after);
    return after;
  }
}

function assertRoom(route: Parameters<typeof leavesRoom>[0]): void {
  if (!leavesRoom(route)) throw PAYMENT_ROUTE_LIMITS_CROSSED.error();
}
