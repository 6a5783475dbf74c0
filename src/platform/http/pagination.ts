import { z } from 'zod';
import { REQUEST_INVALID } from '../errors/platform.problems';

export const LIMIT_DEFAULT = 50;
export const LIMIT_MAX = 200;

/** Query of every list: how many rows at most, and where the last page ended. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_DEFAULT),
  cursor: z.string().max(512).optional(),
};

/** A page of a list. `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export function pageResponse<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Send as "cursor" for the next page; null: the end'),
  });
}

/**
 * A page from rows that were read with a limit of one more than asked for. Keyset, not offset:
 * a page costs the same wherever it lies, and rows that come in meanwhile shift nothing.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items: shown.map(toItem), nextCursor: isMore ? encodeCursor(keyOf(last)) : null };
}

function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws REQUEST_INVALID when the cursor is not one of ours */
export function decodeCursor<K extends z.ZodType>(cursor: string | undefined, key: K) {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    const errors = [{ pointer: '/cursor', message: 'Take it from "nextCursor" of a page' }];
    throw REQUEST_INVALID.error({ errors });
  }
}
