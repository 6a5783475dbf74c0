import type { ProviderSettings } from '../../../platform/config/provider-settings';
import { isProviderTender, type ProviderTenderName } from '../../tenders/provider-tender';
import type { Tender } from '../../tenders/tender.rules';
import {
  type CashAppCredentials,
  type Credentials,
  cashAppCredentials,
  type PayPalCredentials,
  paypalCredentials,
} from './credentials.schema';

/** Whether credentials are of the kind that a tender's provider gives out. */
export function fitsTender(tender: Tender, credentials: Credentials): boolean {
  return isProviderTender(tender) && SCHEMAS[tender].safeParse(credentials).success;
}

const SCHEMAS = { paypal: paypalCredentials, cash_app: cashAppCredentials } as const;

/** Credentials as they were sealed, or null when they are not what was sealed here. */
export function readCredentials(tender: ProviderTenderName, text: string): Credentials | null {
  return SCHEMAS[tender].safeParse(JSON.parse(text)).data ?? null;
}

/**
 * Whose account credentials lead to, whatever their secret. Money already taken lies there, so it
 * never changes for a stored account.
 */
export function identityOf(credentials: Credentials): string {
  return 'merchantId' in credentials
    ? `${credentials.environment}/${credentials.clientId}/${credentials.merchantId}`
    : `${credentials.environment}/${credentials.clientId}`;
}

/** What people know the account by. */
export function lastFourOf(credentials: Credentials): string {
  const name = 'merchantId' in credentials ? credentials.merchantId : credentials.clientId;
  return name.slice(-4);
}

/** The server's settings with an account's credentials in place of its own. */
export function settingsWith<S extends ProviderSettings>(settings: S, credentials: Credentials): S {
  return 'merchantId' in credentials
    ? withCashApp(settings, credentials)
    : withPayPal(settings, credentials);
}

function withPayPal<S extends ProviderSettings>(settings: S, own: PayPalCredentials): S {
  return {
    ...settings,
    PAYPAL_CLIENT_ID: own.clientId,
    PAYPAL_SECRET: own.secret,
    PAYPAL_ENVIRONMENT: own.environment,
    PAYPAL_WEBHOOK_ID: own.webhookId ?? undefined,
  };
}

function withCashApp<S extends ProviderSettings>(settings: S, own: CashAppCredentials): S {
  // Unsigned calls are for sandboxes alone, whatever the server's own account is.
  const isSkipping = own.environment === 'live' && settings.CASH_APP_SIGNATURE === 'skip';
  return {
    ...settings,
    CASH_APP_CLIENT_ID: own.clientId,
    CASH_APP_MERCHANT_ID: own.merchantId,
    CASH_APP_KEY_ID: own.keyId,
    CASH_APP_SECRET: own.secret,
    CASH_APP_PREVIOUS_KEY_ID: undefined,
    CASH_APP_PREVIOUS_SECRET: undefined,
    CASH_APP_ENVIRONMENT: own.environment,
    ...(isSkipping && { CASH_APP_SIGNATURE: 'sample' as const }),
  };
}
