import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LOWER_CASE_TOO, providerFaults } from './provider-settings';
import { SECRET_SETTINGS, type Settings, settingsSchema } from './settings';
import { isWeakSecret } from './weak-secret';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the settings, one line each, naming variables and never their values. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['The settings are not usable:', ...faults.map((fault) => `  - ${fault}`)].join('\n'));
    this.name = 'SettingsError';
  }
}

/** Belongs to a mode of running that this version does not have; ignoring it would mislead. */
const NOT_SUPPORTED = ['DATABASE_URL', 'REDIS_URL'] as const;

/**
 * Reads flags, environment and secret files once; flags win over the environment.
 *
 * @throws SettingsError naming every variable at fault
 */
export function loadSettings(environment: Environment, flags: readonly string[] = []): Settings {
  const faults: string[] = [];
  const raw: Record<string, string> = {};
  for (const name of Object.keys(settingsSchema.shape)) {
    const value = environment[name];
    if (value !== undefined && value !== '') raw[name] = value;
  }
  for (const name of LOWER_CASE_TOO) {
    // Where both are set, tools go by the one in lower case.
    const value = environment[name.toLowerCase()];
    if (value !== undefined && value !== '') raw[name] = value;
  }
  for (const name of SECRET_SETTINGS) readSecretFile(name, environment, raw, faults);
  Object.assign(raw, readFlags(flags, faults));
  for (const name of NOT_SUPPORTED) {
    if (environment[name]) {
      faults.push(`${name} is set, but this version runs on SQLite alone (DB_PATH). Unset it.`);
    }
  }

  const parsed = settingsSchema.safeParse(raw);
  if (!parsed.success) faults.push(...parsed.error.issues.map(describeIssue));
  if (parsed.success) faults.push(...crossChecks(parsed.data));
  if (faults.length > 0 || !parsed.success) throw new SettingsError(faults);

  const behindTls = parsed.data.PUBLIC_URL?.startsWith('https:') ?? false;
  return Object.freeze({
    ...parsed.data,
    secureCookies: parsed.data.TLS_CERT !== undefined || behindTls,
  });
}

function readSecretFile(
  name: (typeof SECRET_SETTINGS)[number],
  environment: Environment,
  raw: Record<string, string>,
  faults: string[],
): void {
  const file = environment[`${name}_FILE`];
  if (!file) return;
  if (raw[name] !== undefined) {
    faults.push(`${name} and ${name}_FILE are both set; keep one.`);
    return;
  }
  try {
    raw[name] = readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function readFlags(flags: readonly string[], faults: string[]): Record<string, string> {
  try {
    const { values } = parseArgs({
      args: [...flags],
      strict: true,
      allowNegative: true,
      options: {
        port: { type: 'string', short: 'p' },
        'enable-wal': { type: 'boolean' },
        wal: { type: 'boolean' },
        'strict-tls': { type: 'boolean' },
      },
    });
    const wal = values['enable-wal'] ?? values.wal;
    return {
      ...(values.port !== undefined && { PORT: values.port }),
      ...(wal !== undefined && { ENABLE_WAL: String(wal) }),
      ...(values['strict-tls'] !== undefined && { STRICT_TLS: String(values['strict-tls']) }),
    };
  } catch (error) {
    faults.push((error as Error).message);
    return {};
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  // Zod's messages for these types speak of what is expected; the value itself is left out.
  return `${String(issue.path[0] ?? 'settings')}: ${issue.message.replace(/, received.*$/, '')}`;
}

function crossChecks(settings: z.infer<typeof settingsSchema>): string[] {
  const faults: string[] = [];
  const production = settings.NODE_ENV === 'production';
  if ((settings.TLS_CERT === undefined) !== (settings.TLS_KEY === undefined)) {
    faults.push(`${settings.TLS_CERT ? 'TLS_KEY' : 'TLS_CERT'} is missing: set both or none.`);
  }
  if (settings.STRICT_TLS && settings.TLS_CERT === undefined) {
    faults.push('STRICT_TLS (--strict-tls) needs TLS_CERT and TLS_KEY.');
  }
  for (const name of ['ADMIN_KEY', 'CREDENTIALS_SECRET'] as const) {
    const secret = settings[name];
    if (secret !== undefined && isWeakSecret(secret)) {
      faults.push(`${name} is too weak: use 32 random bytes, e.g. from "openssl rand -hex 32".`);
    }
  }
  if (production && settings.ADMIN_KEY === undefined) {
    faults.push('ADMIN_KEY is missing: production needs one, e.g. from "openssl rand -hex 32".');
  }
  if (production && settings.DB_PATH === ':memory:') {
    faults.push('DB_PATH may not be ":memory:" in production: everything would be lost at a stop.');
  }
  return [...faults, ...providerFaults(settings, production)];
}
