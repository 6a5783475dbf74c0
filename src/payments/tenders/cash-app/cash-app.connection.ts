import type { ProviderSettings } from '../../../platform/config/provider-settings';
import { assert } from '../../../platform/errors/problem';
import type { CircuitBreaker } from '../../../platform/http/outbound/circuit-breaker';
import {
  OutboundClient,
  type OutboundTuning,
} from '../../../platform/http/outbound/outbound-client';
import { routeFrom } from '../../../platform/http/outbound/outbound-route';
import type { Clock } from '../../../platform/time/clock';
import { type Connection, missingSettings } from '../providers/provider-connection';
import type { DeliveryHeaders, WebhookVerdict } from '../providers/webhook-verdict';
import { CASH_APP_SENT_HEADERS, CashAppClient } from './cash-app.client';
import type { SigningKey } from './cash-app-signature.rules';
import { verifyCashAppWebhook } from './cash-app-webhook.rules';

/** A delivery as it came, and where we are known to be. */
export interface CashAppDelivery {
  readonly headers: DeliveryHeaders;
  readonly rawBody: Buffer;
  /** Our public host, from PUBLIC_URL; not the `Host` header behind a proxy. */
  readonly publicHost: string;
  /** Path and query that were asked for. */
  readonly path: string;
}

export interface CashAppConnection {
  readonly client: CashAppClient;
  /** Region for new operations; those under way keep theirs. */
  readonly region: string;
  verifyWebhook(delivery: CashAppDelivery): WebhookVerdict;
  /** Opens when Cash App keeps failing. */
  readonly breaker: CircuitBreaker;
  readonly merchantId: string;
  /** Ends idle connections; for the end of the process. */
  close(): Promise<void>;
}

const API = { sandbox: 'https://sandbox.api.cash.app', live: 'https://api.cash.app' } as const;

/** Puts Cash App's client and verification together from the settings; opens no connection yet. */
export function connectCashApp(
  settings: ProviderSettings,
  clock: Clock,
  tuning: OutboundTuning = {},
): Connection<CashAppConnection> {
  const missing = missingSettings(settings, [
    'CASH_APP_CLIENT_ID',
    'CASH_APP_MERCHANT_ID',
    'CASH_APP_KEY_ID',
    'CASH_APP_SECRET',
  ]);
  if (missing.length > 0) return { isAvailable: false, missing };
  const { CASH_APP_CLIENT_ID: clientId, CASH_APP_MERCHANT_ID: merchantId } = settings;
  const keys = signingKeys(settings);
  const [current] = keys;
  assert(clientId && merchantId && current, 'nothing is missing');

  const { CASH_APP_BASE_URL: emulator, CASH_APP_SIGNATURE: signature } = settings;
  const http = new OutboundClient({
    ...tuning,
    name: 'cash-app',
    baseUrl: emulator ?? API[settings.CASH_APP_ENVIRONMENT],
    route: routeFrom(settings),
    clock,
    sentHeaders: CASH_APP_SENT_HEADERS,
    isInsideAllowed: emulator !== undefined,
  });
  const client = new CashAppClient(http, clock, {
    clientId,
    merchantId,
    currentKey: () => current,
    signature,
  });
  const verifyWebhook = ({ headers, rawBody, publicHost, path }: CashAppDelivery) =>
    verifyCashAppWebhook(headers, rawBody, {
      clientId,
      keys,
      variant: signature === 'skip' ? 'sample' : signature,
      publicHost,
      path,
      // Cash App signs deliveries in the sandbox too: there is no need to take unsigned ones.
      isUnsignedTaken: false,
    });
  const { CASH_APP_REGION: region } = settings;
  return {
    isAvailable: true,
    provider: {
      client,
      region,
      verifyWebhook,
      breaker: http.breaker,
      merchantId,
      close: () => http.close(),
    },
  };
}

/** The present key first, then the one before. */
function signingKeys(settings: ProviderSettings): SigningKey[] {
  const pairs = [
    [settings.CASH_APP_KEY_ID, settings.CASH_APP_SECRET],
    [settings.CASH_APP_PREVIOUS_KEY_ID, settings.CASH_APP_PREVIOUS_SECRET],
  ];
  return pairs.flatMap(([keyId, secret]) => (keyId && secret ? [{ keyId, secret }] : []));
}
