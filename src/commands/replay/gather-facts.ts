import type { FinalFacts } from './evidence';
import type { BoardFact, JournalEntryFact, OrderFact, PageOf, TicketFact } from './play/api';
import type { Caller } from './play/caller';

/** Asks the server for everything that it has kept of the days. */
export async function gatherFacts(
  manager: Caller,
  businessDays: readonly string[],
): Promise<FinalFacts> {
  const orders: OrderFact[] = [];
  const reports = new Map<string, unknown>();
  for (const day of businessDays) {
    orders.push(...(await readAll<OrderFact>(manager, `/v1/orders?businessDay=${day}`)));
    reports.set(day, await manager.get<unknown>(`/v1/reports/days/${day}`));
  }
  const { sequence } = await manager.get<BoardFact>('/v1/board');
  return {
    tickets: await readAll<TicketFact>(manager, '/v1/tickets?'),
    orders,
    entries: await readAll<JournalEntryFact>(manager, '/v1/ledger/entries?'),
    reports,
    head: sequence,
  };
}

async function readAll<T>(manager: Caller, path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: PageOf<T> = await manager.get<PageOf<T>>(`${path}&limit=200${next}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
