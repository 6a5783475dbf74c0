/** A place in the queue, which is sorted by key and then by id. */
export interface QueuePlace {
  readonly id: string;
  readonly queueKey: number;
}

interface PartyPlace extends QueuePlace {
  readonly partyId: string | null;
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

/**
 * The same for a queue with parties: who waits with others takes them along, and "before" one of a
 * party is before all of it. Null also when the ticket would stand before itself or its own party.
 */
export function keysAfterPartyMove(
  queue: readonly PartyPlace[],
  id: string,
  before: string | null,
): ReadonlyMap<string, number> | null {
  const partyOf = (ticketId: string | null) => {
    const place = queue.find((one) => one.id === ticketId);
    if (!place) return [];
    if (place.partyId === null) return [place];
    return queue.filter((one) => one.partyId === place.partyId);
  };
  const moved = partyOf(id);
  const target = before === null ? null : (partyOf(before)[0]?.id ?? before);
  if (moved.some((place) => place.id === target)) return null;

  let places: readonly QueuePlace[] = queue;
  const changes = new Map<string, number>();
  for (const place of moved) {
    const keys = keysAfterMove(places, place.id, target);
    if (keys === null) return null;
    for (const [changedId, queueKey] of keys) changes.set(changedId, queueKey);
    places = places
      .map((one) => ({ id: one.id, queueKey: keys.get(one.id) ?? one.queueKey }))
      .sort((a, b) => a.queueKey - b.queueKey || (a.id < b.id ? -1 : 1));
  }
  return changes;
}

function keyBetween(previous: number | undefined, next: number | undefined): number {
  if (previous === undefined) return (next ?? 0) - 1;
  if (next === undefined) return previous + 1;
  return Math.max(previous + 1, Math.floor((previous + next) / 2));
}
