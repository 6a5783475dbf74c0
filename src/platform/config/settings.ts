import { z } from 'zod';
import { PROVIDER_SECRETS, providerSettings } from './provider-settings';

/**
 * Everything that an operator may set, with its meaning. The one list: `.env.example` is tested
 * against it, and nothing else reads the environment.
 */
export const settingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** TCP port of REST, pages and sockets; 0 takes a free one and prints it. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. */
  HOST: z.string().min(1).default('0.0.0.0'),
  /** Address that people's browsers use, for links and QR codes, e.g. `https://cuts.example`. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, hostname: /./ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** The SQLite file. Its folder is made if need be. */
  DB_PATH: z.string().min(1).default('data/fusion.db'),
  /** Write-ahead log; switch off only on file systems that cannot share memory. */
  ENABLE_WAL: z.stringbool().default(true),
  /** Sets up the first owner instead of the one-time link; later only for emergencies. */
  ADMIN_KEY: z.string().optional(),
  /** Seals the credentials of merchant accounts; without it one is made beside the database. */
  CREDENTIALS_SECRET: z.string().optional(),
  /** Certificate chain and key (PEM files). Both or none. */
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  /** Refuse to start without TLS and tell browsers to insist on it. */
  STRICT_TLS: z.stringbool().default(false),
  /** Proxies in front of the server whose X-Forwarded-* headers are believed: addresses or CIDRs. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  /** Port of a separate Prometheus listener; without it /metrics needs an owner's token. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Seconds that a server told to stop still serves, while balancers look elsewhere. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(60).default(1),
  /** Seconds that a stopping server gives to requests and sockets under way. */
  SHUTDOWN_SECONDS: z.coerce.number().int().min(1).max(120).default(10),
  /** Hours after which a signed-in browser must sign in again. */
  SESSION_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 90)
    .default(16),
  ...providerSettings,
});

export type Settings = Readonly<z.infer<typeof settingsSchema>> & {
  /** Whether browsers reach this server by TLS, so that cookies may and must be `__Host-`. */
  readonly secureCookies: boolean;
};

/** Settings whose value is secret: never printed, and readable from a file named by NAME_FILE. */
export const SECRET_SETTINGS = [
  'ADMIN_KEY',
  'CREDENTIALS_SECRET',
  ...PROVIDER_SECRETS,
] as const satisfies readonly (keyof Settings)[];

/** Injection token of the validated, frozen settings. */
export const SETTINGS = Symbol('SETTINGS');
