/** Injection token of `RealtimeLimits`, so that tests need not wait or send thousands. */
export const REALTIME_LIMITS = Symbol('REALTIME_LIMITS');

/** What one client may cost the others. */
export interface RealtimeLimits {
  readonly connectionsPerCredential: number;
  readonly connectionsPerAddress: number;
  /** Handshakes that an address may try; wrong ones count as well. */
  readonly handshakes: { readonly perMinute: number; readonly burst: number };
  /** Events that are sent again to a client that has missed them. Beyond: `resync`. */
  readonly missedEventsMax: number;
  /** What may lie unsent for a client that does not read, before it is cut off. */
  readonly backlogBytesMax: number;
  readonly backlogPacketsMax: number;
  readonly backlogCheckMs: number;
  /** How long a resuming client may take to read a page of missed events. */
  readonly drainMsMax: number;
  readonly messages: { readonly perMinute: number; readonly burst: number };
  /** Messages beyond the rate that are refused before the connection is closed. */
  readonly refusedMessagesMax: number;
  readonly headEveryMs: number;
  /** How soon a connection is closed after its credential has run out by itself. */
  readonly expiryCheckMs: number;
}

export const DEFAULT_LIMITS: RealtimeLimits = {
  connectionsPerCredential: 50,
  connectionsPerAddress: 200,
  handshakes: { perMinute: 1_200, burst: 600 },
  missedEventsMax: 2_000,
  backlogBytesMax: 1_048_576,
  backlogPacketsMax: 5_000,
  backlogCheckMs: 250,
  drainMsMax: 10_000,
  messages: { perMinute: 600, burst: 20 },
  refusedMessagesMax: 100,
  headEveryMs: 20_000,
  expiryCheckMs: 2_000,
};
