import { z } from 'zod';

const environment = z
  .enum(['sandbox', 'live'])
  .describe('`sandbox` moves no money.')
  .meta({ example: 'live' });

/** Visible characters without spaces, as providers make keys of. */
const key = z
  .string()
  .regex(/^[\x21-\x7e]{1,256}$/, 'visible characters without spaces, up to 256');
/** Goes into signed headers and addresses. */
const id = z.string().regex(/^[\w.-]{1,128}$/, 'letters, digits, ".", "_" and "-"');

const secret = key.describe('Kept encrypted and never shown again.');

export const paypalCredentials = z
  .strictObject({
    clientId: key.describe('From the app in PayPal’s developer dashboard.'),
    secret,
    environment,
    webhookId: z
      .string()
      .regex(/^[A-Za-z0-9]{1,50}$/, 'letters and digits')
      .refine((value) => value !== 'WEBHOOK_ID', 'the id of a webhook, not its placeholder')
      .nullable()
      .default(null)
      .describe('The webhook of this account that leads to this server.'),
  })
  .meta({ id: 'PayPalCredentials' });

export const cashAppCredentials = z
  .strictObject({
    clientId: id,
    merchantId: key,
    keyId: id.describe('The API key that signs; expires after 30 days.'),
    secret,
    environment,
  })
  .meta({ id: 'CashAppCredentials' });

export type PayPalCredentials = z.output<typeof paypalCredentials>;
export type CashAppCredentials = z.output<typeof cashAppCredentials>;
export type Credentials = PayPalCredentials | CashAppCredentials;
