import { Injectable } from '@nestjs/common';
import { BARBER_INACTIVE } from '../barbers/barber.problems';
import { BarbersService } from '../barbers/barbers.service';
import { CatalogService } from '../catalog/catalog.service';
import type { Transaction } from '../platform/database/unit-of-work';
import { assert } from '../platform/errors/problem';
import type { ShopEntity } from '../shops/shop.entity';
import type { TicketEntity, TicketServiceEntity } from '../tickets/ticket.entity';
import { TicketsService } from '../tickets/tickets.service';
import type { GiftCardRequest, OrderLineRequest } from './dto/order.fields';
import { PRICE_DIFFERS } from './order.problems';
import type { OrderLine } from './pricing/order-pricing.types';

/** Makes the lines of an order, at the prices of the ticket or the catalog; never the caller's. */
@Injectable()
export class OrderLinesService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly barbers: BarbersService,
    private readonly tickets: TicketsService,
  ) {}

  /**
   * The services of a ticket, each at the price it had when the customer chose it; or at today's,
   * in a shop that does not honour quoted prices.
   */
  async ofTicket(
    tx: Transaction,
    ticket: TicketEntity,
    { honoursQuotedPrices }: Pick<ShopEntity, 'honoursQuotedPrices'>,
  ): Promise<OrderLine[]> {
    const services = await this.tickets.servicesOf(tx, ticket.id);
    const today = honoursQuotedPrices
      ? new Map<string, CatalogItem>()
      : await this.today(tx, services);
    return services.map((service) => {
      const { priceCents, isTaxable, ...tax } = today.get(service.serviceId) ?? service;
      return {
        id: tx.newId(),
        kind: 'service',
        catalogId: service.serviceId,
        name: service.name,
        barberId: service.barberId ?? ticket.barberId,
        quantity: 1,
        unitPriceCents: priceCents,
        taxable: isTaxable,
        tipEligible: true,
        ...ownTaxOf(tax),
      };
    });
  }

  /** A gift card as a line. Its money is owed, not earned, so it has neither tax nor barber. */
  ofGiftCard(tx: Transaction, { amountCents, holder }: GiftCardRequest): OrderLine {
    return {
      id: tx.newId(),
      kind: 'gift_card',
      catalogId: tx.newId(),
      name: holder === undefined ? 'Gift card' : `Gift card for ${holder}`,
      barberId: null,
      quantity: 1,
      unitPriceCents: amountCents,
      taxable: false,
      tipEligible: false,
    };
  }

  /**
   * What is sold over the counter, at today's prices.
   *
   * @throws SERVICE_NOT_FOUND, SERVICE_INACTIVE, PRODUCT_NOT_FOUND, PRODUCT_INACTIVE,
   *   BARBER_NOT_FOUND, BARBER_INACTIVE, PRICE_DIFFERS
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

  /** @throws BARBER_NOT_FOUND, BARBER_INACTIVE */
  async assertSellers(
    tx: Transaction,
    requests: readonly { readonly barberId?: string | undefined }[],
  ): Promise<void> {
    for (const barberId of new Set(requests.flatMap((request) => request.barberId ?? []))) {
      const barber = await this.barbers.get(tx, tx.shopId, barberId);
      if (!barber.isActive) throw BARBER_INACTIVE.error({ barberId });
    }
  }

  private async today(
    tx: Transaction,
    services: readonly TicketServiceEntity[],
  ): Promise<Map<string, CatalogItem>> {
    const ids = services.map(({ serviceId }) => serviceId);
    const found = await this.catalog.findServices(tx, tx.shopId, ids);
    return new Map(found.map((service) => [service.id, service]));
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
  readonly taxBasisPoints: number | null;
  readonly priceIncludesTax: boolean | null;
}

/** How an item is taxed where it differs from the shop. */
function ownTaxOf(item: Pick<CatalogItem, 'taxBasisPoints' | 'priceIncludesTax'>) {
  const { taxBasisPoints, priceIncludesTax } = item;
  const taxMode = priceIncludesTax ? ('inclusive' as const) : ('exclusive' as const);
  return {
    ...(taxBasisPoints !== null && { taxBasisPoints }),
    ...(priceIncludesTax !== null && { taxMode }),
  };
}

function toLine(id: string, request: OrderLineRequest, item: CatalogItem): OrderLine {
  const { expectedUnitPriceCents, discount } = request;
  if (expectedUnitPriceCents !== undefined && expectedUnitPriceCents !== item.priceCents) {
    throw PRICE_DIFFERS.error({
      catalogId: item.id,
      expectedUnitPriceCents,
      unitPriceCents: item.priceCents,
    });
  }
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
    ...ownTaxOf(item),
    ...(discount && { discount }),
  };
}
