/** Members that hold secrets or personal data, wherever in a log line they turn up. */
const REDACTED: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'pin',
  'token',
  'accessToken',
  'pass',
  'secret',
  'secretHash',
  'adminKey',
  'customerName',
  'phone',
  'email',
]);

const DEPTH_MAX = 4;

/**
 * A log line without what must not be in it. Lines that are clean, as all should be, are handed
 * back as they are: pino's wildcard redaction would cost more than the rest of the line.
 */
export function redacted(line: Record<string, unknown>, depth = 0): Record<string, unknown> {
  let clean = line;
  for (const key of Object.keys(line)) {
    const value = line[key];
    const kept = REDACTED.has(key) ? '[redacted]' : withoutSecrets(value, depth + 1);
    if (kept === value) continue;
    if (clean === line) clean = { ...line };
    clean[key] = kept;
  }
  return clean;
}

function withoutSecrets(value: unknown, depth: number): unknown {
  // Errors have a serializer of their own, which shows their type, message and stack only.
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (depth > DEPTH_MAX) return '[too deep]';
  if (Array.isArray(value)) {
    const cleaned = value.map((one) => withoutSecrets(one, depth + 1));
    return cleaned.some((one, index) => one !== value[index]) ? cleaned : value;
  }
  return redacted(value as Record<string, unknown>, depth);
}
