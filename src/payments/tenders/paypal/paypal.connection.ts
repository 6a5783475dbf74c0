import { rootCertificates } from 'node:tls';
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
import type { ProviderOutcome } from '../providers/provider-outcome';
import { PAYPAL_SENT_HEADERS, PayPalClient } from './paypal.client';
import { PAYPAL_COMMON_NAME } from './paypal-certificate.rules';
import { PayPalTokens } from './paypal-tokens';
import { PayPalWebhookVerifier } from './paypal-webhook.verifier';

export interface PayPalConnection {
  readonly client: PayPalClient;
  /** Null until PAYPAL_WEBHOOK_ID is set: then deliveries cannot be told from forgeries. */
  readonly webhooks: PayPalWebhookVerifier | null;
  /** Asks for a token, as every call does; OK when PayPal knows the account. */
  checkCredentials(): Promise<ProviderOutcome<unknown>>;
  /** Opens when PayPal keeps failing. */
  readonly breaker: CircuitBreaker;
  /** Ends idle connections; for the end of the process. */
  close(): Promise<void>;
}

const API = {
  sandbox: 'https://api-m.sandbox.paypal.com',
  live: 'https://api-m.paypal.com',
} as const;

/** The only places that PayPal's certificates come from, by environment. */
const CERTIFICATE_ORIGINS = {
  sandbox: ['https://api.sandbox.paypal.com', API.sandbox],
  live: ['https://api.paypal.com', API.live],
} as const;

/** Puts PayPal's client and verifier together from the settings; opens no connection yet. */
export function connectPayPal(
  settings: ProviderSettings,
  clock: Clock,
  tuning: OutboundTuning = {},
): Connection<PayPalConnection> {
  const missing = missingSettings(settings, ['PAYPAL_CLIENT_ID', 'PAYPAL_SECRET']);
  if (missing.length > 0) return { isAvailable: false, missing };
  const { PAYPAL_CLIENT_ID: clientId, PAYPAL_SECRET: secret } = settings;
  assert(clientId !== undefined && secret !== undefined, 'nothing is missing');

  const { PAYPAL_BASE_URL: emulator, PAYPAL_ENVIRONMENT: environment } = settings;
  const route = routeFrom(settings);
  const shared = { route, clock, isInsideAllowed: emulator !== undefined };
  const http = new OutboundClient({
    ...shared,
    ...tuning,
    name: 'paypal',
    baseUrl: emulator ?? API[environment],
    sentHeaders: PAYPAL_SENT_HEADERS,
  });
  const origins = emulator === undefined ? CERTIFICATE_ORIGINS[environment] : [http.origin];
  const certificateClients = new Map(
    origins.map((origin) => [
      origin,
      new OutboundClient({
        ...shared,
        name: 'paypal-certificates',
        baseUrl: origin,
        sentHeaders: [],
      }),
    ]),
  );
  const tokens = new PayPalTokens(http, clock, { clientId, secret });
  const client = new PayPalClient(http, tokens, clock);

  // An authority for an inspecting proxy must not vouch for PayPal's signatures; an emulator's may.
  const emulated = emulator === undefined ? undefined : route.extraAuthority;
  const authorities = [...rootCertificates, ...(emulated === undefined ? [] : [emulated])];
  const { PAYPAL_WEBHOOK_ID: webhookId } = settings;
  const webhooks =
    webhookId === undefined
      ? null
      : new PayPalWebhookVerifier(clock, {
          webhookId,
          trust: { authorities, commonName: PAYPAL_COMMON_NAME },
          certificateClients,
          client,
        });
  const clients = [http, ...certificateClients.values()];
  const close = async (): Promise<void> => {
    await Promise.all(clients.map((each) => each.close()));
  };
  const checkCredentials = () => tokens.get();
  const { breaker } = http;
  return { isAvailable: true, provider: { client, webhooks, checkCredentials, breaker, close } };
}
