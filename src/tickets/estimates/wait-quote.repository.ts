import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import { type CalibrationState, EMPTY_CALIBRATION } from './calibration';
import { WaitCalibrationEntity } from './wait-calibration.entity';
import { type QuoteOutcome, WaitQuoteEntity } from './wait-quote.entity';

/** A quote whose customer does not wait any more. */
export interface EndedQuote {
  readonly ticketId: string;
  readonly outcome: QuoteOutcome;
  readonly waitedMs: number;
}

interface EndedRow {
  readonly ticket_id: string;
  readonly joined_at: number;
  readonly assigned_at: number | null;
  readonly ended_at: number | null;
}

/** Rows of `wait_quotes` and `wait_calibrations`. */
@Injectable()
export class WaitQuoteRepository {
  find(reader: Reader, ticketId: string): Promise<WaitQuoteEntity | null> {
    return reader.findOne(WaitQuoteEntity, { ticketId });
  }

  /** Those that have just turned out; at most a page of them. */
  async findEnded(reader: Reader, shopId: string, limit: number): Promise<EndedQuote[]> {
    const rows = await reader.query<EndedRow>(
      `SELECT t.id AS ticket_id, t.joined_at, t.assigned_at, t.ended_at
       FROM wait_quotes q JOIN tickets t ON t.id = q.ticket_id
       WHERE q.shop_id = ? AND q.outcome IS NULL AND t.state <> 'waiting'
       ORDER BY t.id LIMIT ?`,
      [shopId, limit],
    );
    return rows.flatMap(toEnded);
  }

  /** False when the ticket has its first quote already. */
  async insert(tx: Transaction, quote: WaitQuoteEntity): Promise<boolean> {
    if (await this.find(tx, quote.ticketId)) return false;
    await tx.insert(WaitQuoteEntity, quote);
    return true;
  }

  /** Null when it was settled already. */
  async settle(tx: Transaction, ended: EndedQuote): Promise<WaitQuoteEntity | null> {
    const quote = await this.find(tx, ended.ticketId);
    if (!quote || quote.outcome !== null) return null;
    const { ticketId, outcome, waitedMs } = ended;
    await tx.update(WaitQuoteEntity, { ticketId }, { outcome, waitedMs });
    return { ...quote, outcome, waitedMs };
  }

  async calibration(reader: Reader, shopId: string): Promise<CalibrationState> {
    const row = await reader.findOne(WaitCalibrationEntity, { shopId });
    return row?.state ?? EMPTY_CALIBRATION;
  }

  async saveCalibration(tx: Transaction, state: CalibrationState): Promise<void> {
    const { shopId, now: updatedAt } = tx;
    const updated = await tx.update(WaitCalibrationEntity, { shopId }, { state, updatedAt });
    if (updated === 0) await tx.insert(WaitCalibrationEntity, { shopId, state, updatedAt });
  }
}

function toEnded(row: EndedRow): EndedQuote[] {
  const endedAt = row.assigned_at ?? row.ended_at;
  if (endedAt === null) return [];
  return [
    {
      ticketId: row.ticket_id,
      outcome: row.assigned_at === null ? 'left' : 'called',
      waitedMs: Number(endedAt) - Number(row.joined_at),
    },
  ];
}
