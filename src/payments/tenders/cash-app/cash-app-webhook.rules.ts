import { WEBHOOK_BYTES_MAX } from '../providers/webhook-body.rules';
import {
  type DeliveryHeaders,
  GENUINE,
  rejected,
  type WebhookVerdict,
} from '../providers/webhook-verdict';
import {
  isSignatureOf,
  readAuthorization,
  readDelivery,
  type SignatureVariant,
  type SigningKey,
  SKIP_SIGNATURE,
} from './cash-app-signature.rules';

export interface CashAppWebhookRules {
  readonly clientId: string;
  /** Every key that may have signed: the present one and, while it is rotated, the one before. */
  readonly keys: readonly SigningKey[];
  readonly variant: SignatureVariant;
  /** Our public host, as Cash App calls it; what stands in `Host` behind a proxy is not that. */
  readonly publicHost: string;
  /** Path and query of our endpoint. */
  readonly path: string;
  /** Whether the sandbox's stand-in for a signature is taken; never where money moves. */
  readonly isUnsignedTaken: boolean;
}

/**
 * Decides whether Cash App sent a delivery, by its signature over the raw bytes. Which secret to
 * check with is told by the key id in `Authorization`, so keys can be rotated while deliveries
 * signed with the old one are still on their way for up to three days.
 */
export function verifyCashAppWebhook(
  headers: DeliveryHeaders,
  rawBody: Buffer,
  rules: CashAppWebhookRules,
): WebhookVerdict {
  if (rawBody.length > WEBHOOK_BYTES_MAX) return rejected('BODY_TOO_LARGE');
  const { path, publicHost: host, variant } = rules;
  const delivery = readDelivery(headers, { path, host, rawBody });
  if (delivery === null) return rejected('HEADERS_MISSING');
  const { signature, request } = delivery;
  if (signature === SKIP_SIGNATURE) {
    return rules.isUnsignedTaken ? GENUINE : rejected('SIGNATURE_SKIPPED');
  }
  const named = readAuthorization(request.authorization);
  if (named === null || named.clientId !== rules.clientId) return rejected('CLIENT_FOREIGN');
  const key = rules.keys.find(({ keyId }) => keyId === named.keyId);
  if (key === undefined) return rejected('KEY_UNKNOWN');
  return isSignatureOf(signature, request, { secret: key.secret, variant })
    ? GENUINE
    : rejected('SIGNATURE_WRONG');
}
