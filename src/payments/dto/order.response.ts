import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import { pageResponse } from '../../platform/http/pagination';
import { type Bill, claimedCentsOf, dueCentsOf, toTipShareEntities } from '../bill.rules';
import type { OrderEntity } from '../order.entity';
import type { OrderLineEntity } from '../order-line.entity';
import type { PaymentEntity } from '../payment.entity';
import type { TipChoice } from '../pricing/order-pricing.types';
import { discount, tip, tipSplit } from './order.fields';
import { PAYMENT_EXAMPLE, payment, toPaymentResponse } from './payment.response';

const line = z.object({
  id: z.uuid(),
  kind: z.enum(['service', 'product', 'gift_card']),
  catalogId: z.uuid().describe('Of a gift card: its stored value.'),
  name: z.string(),
  barberId: z.uuid().nullable(),
  quantity: z.int(),
  unitPriceCents: z.int().describe("In a package: the line's share of its price."),
  menuUnitPriceCents: z.int().describe('The price outside of any package.'),
  packageId: z.uuid().nullable(),
  discount: discount.nullable().describe('Off this line alone.'),
  taxBasisPoints: z.int(),
  priceIncludesTax: z.boolean(),
  listCents: z.int(),
  discountCents: z.int().describe("With the line's part of the order's discount."),
  netCents: z.int().describe('After discount, without tax.'),
  taxCents: z.int(),
});

export const order = z.object({
  id: z.uuid(),
  ticketId: z.uuid().nullable(),
  businessDay: z.iso.date().describe('The day that it was opened on.'),
  state: z.enum(['open', 'paid', 'voided']),
  currency: z.string(),
  lines: z.array(line),
  discount: discount.nullable(),
  promotions: z.array(z.object({ code: z.string(), discountCents: z.int() })),
  packageIds: z
    .array(z.uuid())
    .nullable()
    .describe('The packages that were chosen; null: those that are recognised.'),
  tip,
  tipSplit: tipSplit.nullable().describe('Null: by what each barber did.'),
  listCents: z.int(),
  discountCents: z.int(),
  netCents: z.int(),
  taxCents: z.int(),
  tipCents: z.int(),
  totalCents: z.int().describe('Net, tax and tip.'),
  paidCents: z.int(),
  claimedCents: z.int().describe('Said to be sent, but nobody has confirmed it yet.'),
  dueCents: z.int().describe('With what is only claimed.'),
  tipShares: z.array(z.object({ barberId: z.uuid(), tipCents: z.int() })),
  payments: z.array(payment),
  openedAt: moment,
  paidAt: moment.nullable(),
  version: z.int(),
});

/** An order with its lines, tip and payments. */
export class OrderResponse extends createZodDto(order) {}
export class OrderPageResponse extends createZodDto(pageResponse(order)) {}

interface ShownParts {
  readonly lines: readonly OrderLineEntity[];
  readonly tipShares: readonly { readonly barberId: string; readonly tipCents: number }[];
  readonly payments: readonly PaymentEntity[];
}

export function toOrderResponse(entity: OrderEntity, parts: ShownParts): OrderResponse {
  return {
    id: entity.id,
    ticketId: entity.ticketId,
    businessDay: entity.businessDay,
    state: entity.state,
    currency: entity.currency,
    lines: parts.lines.map(toLine),
    discount: entity.discount,
    promotions: entity.promotions.map(({ code, discountCents }) => ({ code, discountCents })),
    packageIds: entity.packageIds,
    tip: toTip(entity.tip),
    tipSplit: toTipSplit(entity.tipSplit),
    listCents: entity.listCents,
    discountCents: entity.discountCents,
    netCents: entity.netCents,
    taxCents: entity.taxCents,
    tipCents: entity.tipCents,
    totalCents: entity.totalCents,
    paidCents: entity.paidCents,
    claimedCents: claimedCentsOf(parts.payments),
    dueCents: entity.state === 'voided' ? 0 : dueCentsOf(entity),
    tipShares: parts.tipShares.map(({ barberId, tipCents }) => ({ barberId, tipCents })),
    payments: parts.payments.map(toPaymentResponse),
    openedAt: toMoment(entity.openedAt),
    paidAt: entity.paidAt === null ? null : toMoment(entity.paidAt),
    version: entity.version,
  };
}

/** The order of a bill that is being worked on. */
export function toBillResponse({ order: entity, lines, payments, priced }: Bill): OrderResponse {
  const tipShares = toTipShareEntities(entity, priced);
  return toOrderResponse(entity, { lines, tipShares, payments });
}

function toLine(entity: OrderLineEntity): OrderResponse['lines'][number] {
  return {
    id: entity.id,
    kind: entity.kind,
    catalogId: entity.catalogId,
    name: entity.name,
    barberId: entity.barberId,
    quantity: entity.quantity,
    unitPriceCents: entity.unitPriceCents,
    menuUnitPriceCents: entity.menuUnitPriceCents,
    packageId: entity.packageId,
    discount: entity.discount,
    taxBasisPoints: entity.taxBasisPoints,
    priceIncludesTax: entity.priceIncludesTax,
    listCents: entity.listCents,
    discountCents: entity.discountCents,
    netCents: entity.netCents,
    taxCents: entity.taxCents,
  };
}

function toTipSplit(split: OrderEntity['tipSplit']): OrderResponse['tipSplit'] {
  switch (split?.mode) {
    case undefined:
    case 'by_service':
      return null;
    case 'pool':
      return { kind: 'pool', members: split.members.map((member) => ({ ...member })) };
    case 'shares':
      return {
        kind: 'shares',
        shares: split.shares.map(({ barberId, amountCents }) => ({
          barberId,
          tipCents: amountCents,
        })),
      };
  }
}

function toTip({ mode, ...choice }: TipChoice): OrderResponse['tip'] {
  return { kind: mode, ...choice } as OrderResponse['tip'];
}

/** A cut at 32.00 with tax in the price and 20 % tip, paid in cash. */
export const ORDER_EXAMPLE: OrderResponse = {
  id: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  ticketId: '0198c5f0-7a43-7c11-a3c5-6f1f0b7c9d21',
  businessDay: '2026-03-28',
  state: 'paid',
  currency: 'GBP',
  lines: [
    {
      id: '0198c5f1-2c10-7b7a-9d53-1f50a1b2c3d4',
      kind: 'service',
      catalogId: '0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9e',
      name: 'Skin fade',
      barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
      quantity: 1,
      unitPriceCents: 3200,
      menuUnitPriceCents: 3200,
      packageId: null,
      discount: null,
      taxBasisPoints: 2000,
      priceIncludesTax: true,
      listCents: 3200,
      discountCents: 0,
      netCents: 2667,
      taxCents: 533,
    },
  ],
  discount: null,
  promotions: [],
  packageIds: null,
  tipSplit: null,
  tip: { kind: 'percent', basisPoints: 2000 },
  listCents: 3200,
  discountCents: 0,
  netCents: 2667,
  taxCents: 533,
  tipCents: 640,
  totalCents: 3840,
  paidCents: 3840,
  claimedCents: 0,
  dueCents: 0,
  tipShares: [{ barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c', tipCents: 640 }],
  payments: [PAYMENT_EXAMPLE],
  openedAt: '2026-03-28T10:12:00.000Z',
  paidAt: '2026-03-28T10:12:00.000Z',
  version: 2,
};

/** The same before anything is paid. */
export const OPEN_ORDER_EXAMPLE: OrderResponse = {
  ...ORDER_EXAMPLE,
  state: 'open',
  paidCents: 0,
  dueCents: 3840,
  payments: [],
  paidAt: null,
  version: 1,
};
