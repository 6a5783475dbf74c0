import type { RecordedEvent } from '../platform/events/event';

type Line = Record<string, unknown>;

/** Members that may be copied as they are: keys, amounts, words of ours. Never what people typed. */
const SAFE_WORDS: ReadonlySet<string> = new Set(['tender', 'state', 'status', 'number', 'kind']);
const ID = /^[a-z][A-Za-z]*Id$/;
const AMOUNT = /^[a-z][A-Za-z]*Cents$/;

/** The things that events carry whole, and what their own `id` is called in a log line. */
const CARRIED: Readonly<Record<string, string>> = {
  ticket: 'ticketId',
  order: 'orderId',
  barber: 'barberId',
  shop: 'shopId',
  service: 'serviceId',
  product: 'productId',
};

/**
 * What the log tells of an event: its ids and amounts. A whitelist by form and not a blacklist, so
 * that names, notes, telephone numbers and card data cannot slip in with a member added later.
 */
export function domainLogLine(event: RecordedEvent): Line {
  const data = event.data as Line;
  const line: Line = {
    event: event.type,
    shopId: event.shopId,
    sequence: event.sequence,
    eventId: event.id,
    traceId: event.traceId,
    occurredAt: new Date(event.occurredAt).toISOString(),
    actor: event.actor.kind,
    actorId: event.actor.id,
    ...(event.ticketId !== null && { ticketId: event.ticketId }),
    ...safeMembers(data),
  };
  const barberIds = new Set(event.barberIds);
  for (const [name, idName] of Object.entries(CARRIED)) {
    const thing = data[name];
    if (!isObject(thing)) continue;
    Object.assign(line, safeMembers(thing), typeof thing.id === 'string' && { [idName]: thing.id });
    for (const barberId of barbersOfLines(thing)) barberIds.add(barberId);
  }
  if (barberIds.size > 0) line.barberIds = [...barberIds];
  return line;
}

function safeMembers(thing: Line): Line {
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([name, value]) =>
        (ID.test(name) && typeof value === 'string') ||
        (AMOUNT.test(name) && typeof value === 'number') ||
        (SAFE_WORDS.has(name) && (typeof value === 'string' || typeof value === 'number')),
    ),
  );
}

/** Whose work is on a bill. */
function barbersOfLines({ lines }: Line): string[] {
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((one: unknown) =>
    isObject(one) && typeof one.barberId === 'string' ? [one.barberId] : [],
  );
}

function isObject(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
