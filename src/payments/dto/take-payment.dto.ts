import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { cashAppRequest } from '../tenders/cash-app/cash-app.dto';
import { paypalRequest } from '../tenders/paypal/paypal.dto';
import { type TenderRequest, tenderRequest } from '../tenders/tender-request.dto';

/** A payment by way of a provider: it begins now and ends when the customer has approved. */
const providerRequest = z.discriminatedUnion('tender', [paypalRequest, cashAppRequest]);

export type ProviderRequest = z.output<typeof providerRequest>;

const paymentRequest = z.discriminatedUnion('tender', [
  ...tenderRequest.options,
  ...providerRequest.options,
]);

export function isProviderRequest(
  request: TenderRequest | ProviderRequest,
): request is ProviderRequest {
  return providerRequest.options.some(({ shape }) => shape.tender.value === request.tender);
}

// A class cannot extend a union, so the compiler is told that it extends some object.
const AnyPaymentRequest = createZodDto(paymentRequest) as unknown as {
  new (): object;
  readonly schema: typeof paymentRequest;
};

/** A payment in any tender; its members depend on "tender". */
export class TakePaymentDto extends AnyPaymentRequest {}

/** What a customer may choose: the tender alone. What is to be paid stands in the bill. */
export class PayMyBillDto extends createZodDto(
  z
    .strictObject({ tender: z.enum(['paypal', 'cash_app']) })
    .meta({ example: { tender: 'paypal' } }),
) {}
