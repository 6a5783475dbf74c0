import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/unit-of-work';

interface CountRow {
  readonly shop: string;
  readonly count: number;
}

/**
 * Counts for gauges, by small indexed queries at the moment of a scrape. They reach over the
 * modules' tables on purpose: asking each module for its things would read them all to count them.
 */
@Injectable()
export class ShopGaugesRepository {
  constructor(private readonly database: Database) {}

  waitingTickets(): Promise<CountRow[]> {
    return this.database.reader.query(
      `SELECT shop_id AS shop, count(*) AS count FROM tickets
       WHERE state = 'waiting' GROUP BY shop_id`,
    );
  }

  unpaidTickets(): Promise<CountRow[]> {
    return this.database.reader.query(
      `SELECT shop_id AS shop, count(*) AS count FROM tickets
       WHERE state = 'completed' AND paid_at IS NULL GROUP BY shop_id`,
    );
  }

  barbersByStatus(): Promise<(CountRow & { readonly status: string })[]> {
    return this.database.reader.query(
      `SELECT barbers.shop_id AS shop,
              CASE WHEN shifts.id IS NULL THEN 'off_duty'
                   WHEN shifts.ticket_id IS NOT NULL THEN 'busy'
                   WHEN breaks.id IS NOT NULL THEN 'on_break'
                   ELSE 'available' END AS status,
              count(*) AS count
       FROM barbers
       LEFT JOIN shifts ON shifts.barber_id = barbers.id AND shifts.ended_at IS NULL
       LEFT JOIN breaks ON breaks.barber_id = barbers.id AND breaks.ended_at IS NULL
       WHERE barbers.is_active = ?
       GROUP BY barbers.shop_id, status`,
      [true],
    );
  }

  shops(): Promise<{ readonly shop: string }[]> {
    return this.database.reader.query('SELECT id AS shop FROM shops');
  }

  lastSequences(): Promise<CountRow[]> {
    return this.database.reader.query(
      'SELECT shop_id AS shop, last_sequence AS count FROM event_sequences',
    );
  }
}
