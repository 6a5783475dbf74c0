/** A place in the queue, which is sorted by key and then by id. */
export interface QueuePlace {
  readonly id: string;
  readonly queueKey: number;
}

/**
 * The keys that bring a ticket before another, or to the end: in the middle between its new
 * neighbours. Where there is no room, those behind move up by as little as makes some; all others
 * keep theirs. Null when the other one does not wait.
 */
export function keysAfterMove(
  queue: readonly QueuePlace[],
  id: string,
  before: string | null,
): ReadonlyMap<string, number> | null {
  const others = queue.filter((place) => place.id !== id);
  const at = before === null ? others.length : others.findIndex((place) => place.id === before);
  if (at < 0) return null;
  if (others.length === 0) return new Map();

  const previous = others[at - 1]?.queueKey;
  const next = others[at]?.queueKey;
  const changes = new Map<string, number>();
  let last = keyBetween(previous, next);
  changes.set(id, last);
  for (const place of others.slice(at)) {
    if (place.queueKey > last) break;
    last += 1;
    changes.set(place.id, last);
  }
  return changes;
}

function keyBetween(previous: number | undefined, next: number | undefined): number {
  if (previous === undefined) return (next ?? 0) - 1;
  if (next === undefined) return previous + 1;
  return Math.max(previous + 1, Math.floor((previous + next) / 2));
}
