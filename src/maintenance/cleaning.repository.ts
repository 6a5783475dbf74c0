import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/unit-of-work';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long what has served its purpose is kept. Clients are promised the 72 hours. */
const KEEP_MS = {
  idempotencyKeys: 72 * HOUR_MS,
  sessions: 30 * DAY_MS,
  signInFailures: 7 * DAY_MS,
  setupLinks: DAY_MS,
};

export type Sweep = (tx: Transaction, chunk: number) => Promise<number>;

/** What may be thrown away, oldest first and a few rows at a time; each gives how many went. */
@Injectable()
export class CleaningRepository {
  readonly sweeps: Readonly<Record<string, Sweep>> = {
    idempotency_keys: (tx, chunk) =>
      tx.execute(
        `DELETE FROM idempotency_keys WHERE (shop_id, scope, key) IN (
           SELECT shop_id, scope, key FROM idempotency_keys
           WHERE created_at < ? ORDER BY created_at LIMIT ?)`,
        [tx.now - KEEP_MS.idempotencyKeys, chunk],
      ),
    sessions: (tx, chunk) =>
      tx.execute(
        `DELETE FROM sessions WHERE id IN (
           SELECT id FROM sessions WHERE ended_at < ? OR expires_at < ? LIMIT ?)`,
        [tx.now - KEEP_MS.sessions, tx.now - KEEP_MS.sessions, chunk],
      ),
    sign_in_failures: (tx, chunk) =>
      tx.execute(
        `DELETE FROM sign_in_failures WHERE subject IN (
           SELECT subject FROM sign_in_failures
           WHERE last_failed_at < ? AND locked_until < ? LIMIT ?)`,
        [tx.now - KEEP_MS.signInFailures, tx.now, chunk],
      ),
    setup_links: (tx, chunk) =>
      tx.execute(
        `DELETE FROM setup_links WHERE token_hash IN (
           SELECT token_hash FROM setup_links WHERE used_at < ? LIMIT ?)`,
        [tx.now - KEEP_MS.setupLinks, chunk],
      ),
  };
}
