import type { ProviderOutcome } from './providers/provider-outcome';
import type { Tender } from './tender.rules';
import type { TenderCapabilities } from './tender-handler';

/** Tenders whose money moves at a provider, by calls that may fail in every way. */
export const PROVIDER_TENDERS = ['paypal', 'cash_app'] as const;
export type ProviderTenderName = (typeof PROVIDER_TENDERS)[number];

export function isProviderTender(tender: Tender): tender is ProviderTenderName {
  return (PROVIDER_TENDERS as readonly Tender[]).includes(tender);
}

/** What the customer has to do before money can move. */
export type CustomerAction =
  | { readonly kind: 'redirect'; readonly url: string }
  | {
      readonly kind: 'scan';
      readonly qrImageUrl: string;
      readonly qrSvgUrl: string;
      /** For a customer who is on the phone already. */
      readonly mobileUrl: string;
      /** The code is good until then; UTC epoch milliseconds. */
      readonly refreshesAt: number;
    };

/** What a call says beside the amount; committed with the operation, so repetitions say the same. */
export interface OperationRequest {
  /** What is acted upon: the approved order or grant, or the capture to be refunded. */
  readonly targetRef?: string;
  /** Where the customer's browser goes afterwards. */
  readonly returnUrl?: string;
  readonly cancelUrl?: string;
  /** `desk`: the customer looks at our screen; `browser`: is on a phone or computer of their own. */
  readonly channel?: 'desk' | 'browser';
}

/** One intended change at a provider, as it was committed before the first call. */
export interface ProviderOperation {
  readonly id: string;
  readonly paymentId: string;
  readonly amountCents: number;
  readonly currency: string;
  /** The provider does a thing once for each key. */
  readonly providerKey: string;
  readonly region: string | null;
  readonly request: OperationRequest;
  /** The provider's id of what came of it, once we know. */
  readonly providerRef: string | null;
}

/** What tells repetitions of an operation from a new one. */
export interface ProviderKey {
  readonly providerKey: string;
  readonly region: string | null;
}

/** The provider asks the customer now. */
export interface StartedPayment {
  /** The provider's id of its order or request. */
  readonly providerRef: string;
  readonly action: CustomerAction | null;
  /** When the provider stops asking; UTC epoch milliseconds. */
  readonly expiresAt: number;
}

/** Money that a provider has moved, or has promised to when `isPending`. */
export interface MovedMoney {
  readonly ref: string;
  readonly isPending: boolean;
  /** The provider's fee in minor units; null while unknown. */
  readonly feeCents: number | null;
  /** Some of it has been given back, by us or by somebody at the provider's own pages. */
  readonly isRefunded: boolean;
}

/** A payment as the provider sees it at this moment. */
export interface ProviderView {
  readonly approval: 'waiting' | 'approved' | 'declined' | 'expired' | 'unfamiliar';
  /** What a capture acts upon, once approved. */
  readonly captureTarget: string | null;
  readonly action: CustomerAction | null;
  readonly expiresAt: number | null;
  /** What became of the money; null when none was moved as far as the provider knows. */
  readonly capture: ProviderOutcome<MovedMoney> | null;
}

/** Whom to ask about which payment. */
export interface PaymentAtProvider {
  readonly id: string;
  readonly providerRef: string;
  readonly captureRef: string | null;
  readonly amountCents: number;
  readonly currency: string;
  readonly region: string | null;
}

/** Whether a tender can be offered now; the shop stays open without it. */
export type TenderAvailability =
  | { readonly isAvailable: true }
  | {
      readonly isAvailable: false;
      readonly reason: 'settings_missing' | 'credentials_refused' | 'unreachable' | 'currency';
      /** Names of settings, or a code of what happened. */
      readonly details: readonly string[];
    };

export type OperationKind = 'create' | 'capture' | 'refund';

/**
 * One provider as the operations machinery sees it. Every method is one attempt and tells how it
 * ended; it is called after the operation was committed, and never within a unit of work.
 */
export interface ProviderTender {
  readonly tender: ProviderTenderName;
  readonly capabilities: TenderCapabilities;
  availability(currency?: string): TenderAvailability;
  /** The merchant account that new payments go to; kept with each payment. */
  readonly merchantAccount: string | null;
  /** The provider's region for new payments, if it has any. */
  readonly region: string | null;
  /** Derived from the operation's id alone, and from where we are. */
  newKey(operationId: string): ProviderKey;
  /** How long the provider remembers a key, in milliseconds: afterwards only ask. */
  keyLifetimeMs(kind: OperationKind): number;
  /** Asserts that an amount can be asked for, before anything is committed. */
  assertPayable(amountCents: number, currency: string): void;

  /** Whether a refusal leaves it to the customer to approve the same thing again. */
  isApprovedAnew(code: string): boolean;

  start(operation: ProviderOperation): Promise<ProviderOutcome<StartedPayment>>;
  capture(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>>;
  refund(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>>;
  /** What became of a refund whose answer was lost. */
  queryRefund(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>>;
  /** The payment with its approval and capture. */
  read(payment: PaymentAtProvider): Promise<ProviderOutcome<ProviderView>>;
}
