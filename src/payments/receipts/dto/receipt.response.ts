import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { TENDERS } from '../../tenders/tender.rules';
import { PAPER_SIZES } from '../paper';
import type { ReceiptView } from '../receipt-view.rules';

/** A receipt as data: what its page and its print say. */
export class ReceiptResponse extends createZodDto(
  z.object({
    number: z.int().describe("In the shop's receipts, without gaps."),
    orderId: z.uuid(),
    issuedAt: moment,
    reprints: z.int().describe('How often it was printed again.'),
    link: z.string().describe('Its page, for the customer; nobody can guess it.'),
    shop: z.object({
      name: z.string(),
      address: z.string().nullable(),
      taxNumber: z.string().nullable(),
      footer: z.string().nullable(),
    }),
    currency: z.string(),
    lines: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['service', 'product', 'gift_card']),
        barberName: z.string().nullable(),
        quantity: z.int(),
        unitPriceCents: z.int(),
        listCents: z.int(),
        ownDiscountCents: z.int(),
        discountReason: z.string().nullable(),
      }),
    ),
    listCents: z.int(),
    discounts: z
      .array(z.object({ reason: z.string().nullable(), amountCents: z.int() }))
      .describe('Off the whole order.'),
    taxes: z.array(
      z.object({
        basisPoints: z.int(),
        netCents: z.int(),
        taxCents: z.int(),
        isIncluded: z.boolean().describe('Whether the prices of the lines contain it.'),
      }),
    ),
    tipCents: z.int(),
    totalCents: z.int(),
    payments: z.array(
      z.object({
        tender: z.enum(TENDERS),
        amountCents: z.int(),
        roundingCents: z.int(),
        tenderedCents: z.int().nullable(),
        changeCents: z.int().nullable(),
        lastFour: z.string().nullable(),
      }),
    ),
    refunds: z.array(
      z.object({ tender: z.enum(TENDERS), amountCents: z.int(), refundedAt: moment }),
    ),
  }),
) {}

export class ReceiptQuery extends createZodDto(
  z.strictObject({
    format: z.enum(['json', 'html', 'pdf']).default('json'),
    paper: z.enum(PAPER_SIZES).default('a4').describe('Of "html" and "pdf": millimetres or A4.'),
  }),
) {}

/** What may stand behind the link of a receipt. */
export class ReceiptLinkQuery extends createZodDto(
  z.strictObject({
    format: z.enum(['html', 'pdf']).default('html'),
    paper: z.enum(PAPER_SIZES).default('a4'),
  }),
) {}

export function toReceiptResponse(view: ReceiptView, link: string): ReceiptResponse {
  const { name, address, taxNumber, footer } = view.seller;
  return {
    number: view.number,
    orderId: view.orderId,
    issuedAt: toMoment(view.issuedAt),
    reprints: view.reprints,
    link,
    shop: { name, address, taxNumber, footer },
    currency: view.currency,
    lines: view.lines.map((line) => ({ ...line })),
    listCents: view.listCents,
    discounts: view.discounts.map((discount) => ({ ...discount })),
    taxes: view.taxes.map((tax) => ({ ...tax })),
    tipCents: view.tipCents,
    totalCents: view.totalCents,
    payments: view.payments.map((payment) => ({ ...payment })),
    refunds: view.refunds.map(({ refundedAt, ...refund }) => ({
      ...refund,
      refundedAt: toMoment(refundedAt),
    })),
  };
}

export const RECEIPT_EXAMPLE: ReceiptResponse = {
  number: 1042,
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  issuedAt: '2026-03-28T10:12:00.000Z',
  reprints: 0,
  link: 'https://cuts.example/r/0198c5f1-2c12-7d21-8e4f-6a5b4c3d2e1f.kVd3uCqkO2p0Wb1hY5t7xg',
  shop: {
    name: 'Barbershop Fusion',
    address: '12 Mill Lane, London E1 4AB',
    taxNumber: 'GB 123 4567 89',
    footer: null,
  },
  currency: 'GBP',
  lines: [
    {
      name: 'Skin fade',
      kind: 'service',
      barberName: 'Ana',
      quantity: 1,
      unitPriceCents: 3200,
      listCents: 3200,
      ownDiscountCents: 0,
      discountReason: null,
    },
  ],
  listCents: 3200,
  discounts: [],
  taxes: [{ basisPoints: 2000, netCents: 2667, taxCents: 533, isIncluded: true }],
  tipCents: 640,
  totalCents: 3840,
  payments: [
    {
      tender: 'cash',
      amountCents: 3840,
      roundingCents: 0,
      tenderedCents: 4000,
      changeCents: 160,
      lastFour: null,
    },
  ],
  refunds: [],
};
