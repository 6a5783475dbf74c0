/** Who is behind a change of state; kept with every event. */
export interface Actor {
  readonly kind: 'owner' | 'manager' | 'barber' | 'kiosk' | 'lobby' | 'customer' | 'system';
  /** The account, API token or ticket that acted; null for the system itself. */
  readonly id: string | null;
  /** The barber that a signed-in barber is; null for everybody else. */
  readonly barberId: string | null;
}

export const SYSTEM_ACTOR: Actor = { kind: 'system', id: null, barberId: null };

/** A caller's promise that repetitions of a request carry the same key. */
export interface IdempotencyRequest {
  /** Route and caller, so that keys of different callers never meet. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of method, address and body: the same key with another request is a mistake. */
  readonly requestHash: string;
}

/** One request to change a shop's state: where, by whom, and under which trace. */
export interface Command {
  readonly shopId: string;
  readonly actor: Actor;
  /** W3C trace id, 32 hexadecimal digits. */
  readonly traceId: string;
  readonly idempotency?: IdempotencyRequest | undefined;
  /** Told when the answer comes from an earlier run of the same command. */
  readonly onReplayed?: () => void;
}
