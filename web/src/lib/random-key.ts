/**
 * A key that nobody can guess, for idempotency. Not `crypto.randomUUID`: browsers keep that from
 * pages without TLS, and a shop's tablet may well reach its server by plain HTTP.
 */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
