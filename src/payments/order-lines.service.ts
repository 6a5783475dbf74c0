import { Injectable } from '@nestjs/common';
import { BARBER_INACTIVE } from '../barbers/barber.problems';
import { BarbersService } from '../barbers/barbers.service';
import { CatalogService } from '../catalog/catalog.service';
import type { Transaction } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import type { TicketEntity } from '../tickets/ticket.entity';
import { TicketsService } from '../tickets/tickets.service';
import type { OrderLineRequest } from './dto/order.fields';
import type { OrderLine } from './pricing/order-pricing.types';

/** Makes the lines of an order, at the prices of the ticket or the catalog; never the caller's. */
@Injectable()
export class OrderLinesService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly barbers: BarbersService,
    private readonly tickets: TicketsService,
  ) {}

  /** The services of a ticket, each at the price it had when the customer chose it. */
  async ofTicket(tx: Transaction, ticket: TicketEntity): Promise<OrderLine[]> {
    const services = await this.tickets.servicesOf(tx, ticket.id);
    return services.map((service) => ({
      id: tx.newId(),
      kind: 'service',
      catalogId: service.serviceId,
      name: service.name,
      barberId: service.barberId ?? ticket.barberId,
      quantity: 1,
      unitPriceCents: service.priceCents,
      taxable: service.isTaxable,
      tipEligible: true,
    }));
  }

  /**
   * What is sold over the counter, at today's prices.
   *
   * @throws SERVICE_NOT_FOUND, SERVICE_INACTIVE, PRODUCT_NOT_FOUND, PRODUCT_INACTIVE,
   *   BARBER_NOT_FOUND, BARBER_INACTIVE
   */
  async ofCatalog(tx: Transaction, requests: readonly OrderLineRequest[]): Promise<OrderLine[]> {
    if (requests.length === 0) return [];
    await this.assertSellers(tx, requests);
    const items = await this.itemsOf(tx, requests);
    return requests.map((request) => {
      const item = items.get(request.catalogId);
      assert(item, 'the catalog has found or refused each item');
      return toLine(tx.newId(), request, item);
    });
  }

  private async assertSellers(
    tx: Transaction,
    requests: readonly OrderLineRequest[],
  ): Promise<void> {
    for (const barberId of new Set(requests.flatMap((request) => request.barberId ?? []))) {
      const barber = await this.barbers.get(tx, tx.shopId, barberId);
      if (!barber.isActive) throw BARBER_INACTIVE.error({ barberId });
    }
  }

  private async itemsOf(
    tx: Transaction,
    requests: readonly OrderLineRequest[],
  ): Promise<Map<string, CatalogItem>> {
    const idsOf = (kind: OrderLineRequest['kind']) =>
      requests.filter((request) => request.kind === kind).map((request) => request.catalogId);
    const serviceIds = idsOf('service');
    const productIds = idsOf('product');
    const services =
      serviceIds.length > 0 ? await this.catalog.getServices(tx, tx.shopId, serviceIds) : [];
    const products =
      productIds.length > 0 ? await this.catalog.getProducts(tx, tx.shopId, productIds) : [];
    return new Map([...services, ...products].map((item) => [item.id, item]));
  }
}

interface CatalogItem {
  readonly id: string;
  readonly name: string;
  readonly priceCents: number;
  readonly isTaxable: boolean;
}

function toLine(id: string, request: OrderLineRequest, item: CatalogItem): OrderLine {
  return {
    id,
    kind: request.kind,
    catalogId: item.id,
    name: item.name,
    barberId: request.barberId ?? null,
    quantity: request.quantity,
    unitPriceCents: item.priceCents,
    taxable: item.isTaxable,
    tipEligible: request.kind === 'service',
  };
}
