import { z } from 'zod';

/** A key of Cash App as shown in its dashboard or answered by its API. */
const cashAppId = z.string().regex(/^[\w.-]{1,128}$/, 'letters, digits, ".", "_" and "-"');

/** Written by many without a scheme, which then is http. */
const proxy = z
  .string()
  .transform((text) => (text.includes('://') ? text : `http://${text}`))
  .pipe(z.url({ protocol: /^https?$/ }));

/** What connects a shop with PayPal and Cash App Pay; each is off until its settings are there. */
export const providerSettings = {
  /** From the app in PayPal's developer dashboard; both or none. */
  PAYPAL_CLIENT_ID: z.string().min(1).optional(),
  PAYPAL_SECRET: z.string().min(1).optional(),
  PAYPAL_ENVIRONMENT: z.enum(['sandbox', 'live']).default('sandbox'),
  /** Id of the webhook at PayPal that leads here; without it deliveries cannot be checked. */
  PAYPAL_WEBHOOK_ID: z
    .string()
    .regex(/^[A-Za-z0-9]{1,50}$/, 'letters and digits')
    .refine((id) => id !== 'WEBHOOK_ID', 'the id of a webhook, not its placeholder')
    .optional(),
  /** Address of an emulator instead of PayPal; not in production. */
  PAYPAL_BASE_URL: z.url().optional(),

  CASH_APP_CLIENT_ID: cashAppId.optional(),
  CASH_APP_MERCHANT_ID: z.string().min(1).optional(),
  /** The API key that signs, and its secret. Expires after 30 days. */
  CASH_APP_KEY_ID: cashAppId.optional(),
  CASH_APP_SECRET: z.string().min(1).optional(),
  /** The key before, while it is rotated: deliveries signed with it are still taken. */
  CASH_APP_PREVIOUS_KEY_ID: cashAppId.optional(),
  CASH_APP_PREVIOUS_SECRET: z.string().min(1).optional(),
  CASH_APP_ENVIRONMENT: z.enum(['sandbox', 'live']).default('sandbox'),
  /** Airport code of the region nearest to this server. */
  CASH_APP_REGION: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters')
    .default('PDX'),
  /** How signed text is put together; `skip` signs nothing and works in the sandbox alone. */
  CASH_APP_SIGNATURE: z.enum(['sample', 'prose', 'skip']).default('sample'),
  /** Address of an emulator instead of Cash App; not in production. */
  CASH_APP_BASE_URL: z.url().optional(),

  /** Milliseconds that a call to a provider may take in all. */
  PROVIDER_DEADLINE_MS: z.coerce.number().int().min(200).max(10_000).default(8_000),

  /** Proxies to the outside, also read from the names in lower case. */
  HTTPS_PROXY: proxy.optional(),
  HTTP_PROXY: proxy.optional(),
  NO_PROXY: z.string().default(''),
  /** PEM file of an authority to trust beside the usual ones, such as an inspecting proxy's. */
  OUTBOUND_CA: z.string().min(1).optional(),
};

/** Of the settings above, those that are secret. */
export const PROVIDER_SECRETS = [
  'PAYPAL_SECRET',
  'CASH_APP_SECRET',
  'CASH_APP_PREVIOUS_SECRET',
  // They may hold a password.
  'HTTPS_PROXY',
  'HTTP_PROXY',
] as const;

/** Settings that other programs write in lower case, and expect to be read so. */
export const LOWER_CASE_TOO = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'] as const;

export type ProviderSettings = Readonly<z.infer<z.ZodObject<typeof providerSettings>>>;

const PAIRS = [
  ['PAYPAL_CLIENT_ID', 'PAYPAL_SECRET'],
  ['CASH_APP_KEY_ID', 'CASH_APP_SECRET'],
  ['CASH_APP_PREVIOUS_KEY_ID', 'CASH_APP_PREVIOUS_SECRET'],
] as const;

/** What of these settings does not go together, one line each, naming variables alone. */
export function providerFaults(settings: ProviderSettings, isProduction: boolean): string[] {
  const faults: string[] = [];
  for (const [one, other] of PAIRS) {
    if ((settings[one] === undefined) === (settings[other] === undefined)) continue;
    const missing = settings[one] === undefined ? one : other;
    faults.push(`${missing} is missing: set both ${one} and ${other}, or none.`);
  }
  for (const name of ['PAYPAL_BASE_URL', 'CASH_APP_BASE_URL'] as const) {
    if (isProduction && settings[name] !== undefined) {
      faults.push(`${name} is for emulators: unset it in production.`);
    }
  }
  const isLive = isProduction || settings.CASH_APP_ENVIRONMENT === 'live';
  if (isLive && settings.CASH_APP_SIGNATURE === 'skip') {
    faults.push('CASH_APP_SIGNATURE may be "skip" in the sandbox alone.');
  }
  return faults;
}
