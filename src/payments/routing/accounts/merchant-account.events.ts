import type { NewEvent } from '../../../platform/events/event';
import type { MerchantAccountResponse } from './dto/merchant-account.response';

/** Tells that an account changed and how it is now; of its credentials only the fingerprint. */
export type MerchantAccountEvent = NewEvent<
  'merchant_account.created' | 'merchant_account.updated',
  { readonly merchantAccount: MerchantAccountResponse }
>;

export function merchantAccountEvent(
  type: MerchantAccountEvent['type'],
  merchantAccount: MerchantAccountResponse,
): MerchantAccountEvent {
  return { type, data: { merchantAccount } };
}
