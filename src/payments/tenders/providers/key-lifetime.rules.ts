/** How wrong our clock, or the provider's, may be before a key is taken for dead. */
const CLOCK_ERROR_MS = 15 * 60_000;

/**
 * Whether a call that was first sent at `firstSentAtMs` may be sent again with its key. After the
 * provider has forgotten the key the same call would be a second payment: then only ask.
 * @param lifetimeMs how long the provider remembers the key
 */
export function isKeyAlive(key: {
  firstSentAtMs: number;
  lifetimeMs: number;
  nowMs: number;
}): boolean {
  const ageMs = key.nowMs - key.firstSentAtMs;
  // An age below zero beyond any clock error says that one of the times is wrong: do not gamble.
  return ageMs >= -CLOCK_ERROR_MS && ageMs < key.lifetimeMs - CLOCK_ERROR_MS;
}
