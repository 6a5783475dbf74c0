/** Longest pause that a server may ask for; more than that is taken as this. One hour. */
const PAUSE_MS_MAX = 3_600_000;

/**
 * The pause that a `Retry-After` header (RFC 9110, 10.2.3) asks for: seconds or a date.
 * @returns milliseconds from 0 to one hour, or null when the header is absent or nonsense
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const pauseMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  if (Number.isNaN(pauseMs)) return null;
  return Math.min(PAUSE_MS_MAX, Math.max(0, pauseMs));
}
