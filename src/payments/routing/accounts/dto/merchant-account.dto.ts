import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion, line } from '../../../../platform/http/fields';
import { TENDERS } from '../../../tenders/tender.rules';
import { cashAppCredentials, paypalCredentials } from '../credentials.schema';

const fields = {
  name: line(60).describe('What the shop calls it.').meta({ example: 'Ben’s PayPal' }),
  credentials: z
    .union([cashAppCredentials, paypalCredentials])
    .describe('Of the account at the provider. Kept encrypted and never shown again.'),
};

export class CreateMerchantAccountDto extends createZodDto(
  z.strictObject({
    ...fields,
    tender: z
      .enum(TENDERS)
      .exclude(['gift_card', 'store_credit'])
      .describe('The tender whose money goes there.'),
    ownerBarberId: z
      .uuid()
      .nullable()
      .default(null)
      .describe('The barber whose own account it is, who rents a chair; null: the shop’s.'),
    credentials: fields.credentials
      .nullable()
      .default(null)
      .describe('Null: those of the server’s settings. A label such as a terminal has none.'),
  }),
) {}

/** What may be changed of an account; absent members stay as they are. */
export class UpdateMerchantAccountDto extends createZodDto(
  z.strictObject({
    name: fields.name.optional(),
    credentials: fields.credentials
      .optional()
      .describe('A new secret of the same account at the provider.'),
    isEnabled: z
      .boolean()
      .optional()
      .describe('False takes no new payments; those it has are still finished and refunded.'),
    expectedVersion,
  }),
) {}
