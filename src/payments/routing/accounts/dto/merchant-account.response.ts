import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { isProviderTender } from '../../../tenders/provider-tender';
import { TENDERS } from '../../../tenders/tender.rules';
import type { MerchantAccountEntity } from '../merchant-account.entity';

const merchantAccount = z.object({
  id: z.uuid(),
  name: z.string(),
  tender: z.enum(TENDERS),
  ownerBarberId: z.uuid().nullable(),
  credentials: z
    .enum(['own', 'settings', 'none'])
    .describe('`settings`: those of the server’s settings. `none`: a label, nobody is called.'),
  lastFour: z.string().nullable().describe('Of what the provider calls the account by.'),
  fingerprint: z.string().nullable().describe('Tells one secret from another.'),
  isEnabled: z.boolean(),
  version: z.int(),
});

/** An account without anything secret. */
export class MerchantAccountResponse extends createZodDto(merchantAccount) {}
export class MerchantAccountListResponse extends createZodDto(
  z.object({ items: z.array(merchantAccount) }),
) {}

export function toMerchantAccountResponse(entity: MerchantAccountEntity): MerchantAccountResponse {
  const { id, name, tender, ownerBarberId, lastFour, fingerprint, isEnabled, version } = entity;
  const shared = isProviderTender(tender) ? 'settings' : 'none';
  const credentials = entity.sealedCredentials === null ? shared : 'own';
  return {
    id,
    name,
    tender,
    ownerBarberId,
    credentials,
    lastFour,
    fingerprint,
    isEnabled,
    version,
  };
}

export const MERCHANT_ACCOUNT_EXAMPLE: MerchantAccountResponse = {
  id: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a71',
  name: 'Ben’s PayPal',
  tender: 'paypal',
  ownerBarberId: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a61',
  credentials: 'own',
  lastFour: 'x7Qe',
  fingerprint: '5be27a3f90c1',
  isEnabled: true,
  version: 1,
};
