import type { Outgoing } from '../outbox/outbox';
import { failureOf } from './problem';

const DEADLINE_MS = 15_000;

/** Sends what the outbox holds: its path and body were typed where it was put in. */
export async function sendCommand({ path, body, key }: Outgoing): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (!response.ok) throw await failureOf(response);
}
