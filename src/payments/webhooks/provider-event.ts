import type { ProviderTenderName } from '../tenders/provider-tender';

/** An event of either provider, as far as it says where to look. Nothing else of it is believed. */
export interface ProviderEvent {
  readonly tender: ProviderTenderName;
  readonly eventId: string;
  readonly type: string;
  /** Ids in it that may be ours or name the payment at the provider. */
  readonly hints: readonly string[];
}

/** `opened` or `closed` for news about a dispute, which no resource that we read tells. */
export function disputeNewsOf({ type }: Pick<ProviderEvent, 'type'>): 'opened' | 'closed' | null {
  if (!/^(CUSTOMER\.DISPUTE\.|dispute\.)/.test(type)) return null;
  return /RESOLVED$/.test(type) ? 'closed' : 'opened';
}
