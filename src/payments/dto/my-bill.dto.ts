import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion } from '../../platform/http/fields';
import { tip } from './order.fields';
import { TIP_PRESETS_EXAMPLE, tipPreset } from './tip-presets.response';

/** The customer's own word on the tip; among whom it is shared is the shop's affair. */
export class SetMyTipDto extends createZodDto(z.strictObject({ tip, expectedVersion })) {}

/** What a customer may choose from: tips with what they come to, and ways to pay alone. */
export class MyBillChoicesResponse extends createZodDto(
  z.object({
    tips: z.array(tipPreset),
    tenders: z
      .array(z.enum(['paypal', 'cash_app']))
      .describe('Those that can be offered now; none: pay at the desk or at the chair.'),
  }),
) {}

export const MY_BILL_CHOICES_EXAMPLE: MyBillChoicesResponse = {
  tips: TIP_PRESETS_EXAMPLE.presets,
  tenders: ['paypal', 'cash_app'],
};

/** Where the receipt of a paid bill is. The link is the right to see it. */
export class MyReceiptResponse extends createZodDto(z.object({ number: z.int(), link: z.url() })) {}
