import { Injectable } from '@nestjs/common';
import { ACCOUNTS } from '../payments/ledger/chart-of-accounts.rules';
import { Database } from '../platform/database/unit-of-work';
import type { BusinessDay } from '../platform/time/business-day';
import type {
  BarberTime,
  DayFacts,
  HourOfArrivals,
  HourOfBooks,
  LossSum,
  OpenOrder,
  OpenTicket,
  PostingSum,
  SoldCount,
  TaxSum,
  TicketGroup,
  WaitCount,
} from './day-facts';

/** The day that is asked for, and the moments between which it lies. */
export interface DayKey {
  readonly shopId: string;
  readonly businessDay: BusinessDay;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Now, or the end of the day when that has passed. */
  readonly until: number;
}

const OPEN_ITEMS_MAX = 100;
/** Together they are the net sales. */
const SALES_ACCOUNTS = [ACCOUNTS.serviceSales, ACCOUNTS.productSales, ACCOUNTS.discounts];

/** The questions behind the day's report, asked on the thread for long reading. */
@Injectable()
export class DayReportRepository {
  constructor(private readonly database: Database) {}

  /** All facts of a day. Asked together, so that the thread never waits for the next question. */
  async factsOf(day: DayKey): Promise<DayFacts> {
    const [sums, taxes, booksByHour, tickets, arrivalsByHour, waits] = await Promise.all([
      this.sums(day),
      this.taxes(day),
      this.booksByHour(day),
      this.tickets(day),
      this.arrivalsByHour(day),
      this.waits(day),
    ]);
    const [sold, shifts, breaks, barbers, openTickets, openOrders, losses] = await Promise.all([
      this.sold(day),
      this.shifts(day),
      this.breaks(day),
      this.barbers(day),
      this.openTickets(day),
      this.openOrders(day),
      this.losses(day),
    ]);
    return {
      ...{ sums, taxes, booksByHour, tickets, arrivalsByHour, waits },
      ...{ sold, shifts, breaks, barbers, openTickets, openOrders, losses },
    };
  }

  private sums({ shopId, businessDay }: DayKey): Promise<PostingSum[]> {
    return this.database.heavyReader.query(
      `SELECT account_code AS "accountCode", barber_id AS "barberId", tender,
         SUM(amount_cents) AS "amountCents",
         SUM(CASE WHEN amount_cents > 0 THEN amount_cents ELSE 0 END) AS "debitCents",
         SUM(CASE WHEN amount_cents > 0 THEN 1 ELSE 0 END) AS debits
       FROM postings WHERE shop_id = ? AND business_day = ?
       GROUP BY account_code, barber_id, tender`,
      [shopId, businessDay],
    );
  }

  private taxes({ shopId, businessDay }: DayKey): Promise<TaxSum[]> {
    return this.database.heavyReader.query(
      `SELECT tax_basis_points AS "basisPoints", SUM(amount_cents) AS "amountCents"
       FROM postings
       WHERE shop_id = ? AND business_day = ? AND account_code = ?
         AND tax_basis_points IS NOT NULL
       GROUP BY tax_basis_points ORDER BY tax_basis_points`,
      [shopId, businessDay, ACCOUNTS.taxPayable],
    );
  }

  private booksByHour({ shopId, businessDay, startsAt }: DayKey): Promise<HourOfBooks[]> {
    return this.database.heavyReader.query(
      `SELECT (at - CAST(? AS bigint)) / 3600000 AS hour, SUM(sales) AS "salesCents",
         COUNT(*) AS entries, SUM(CASE WHEN balance = 0 THEN 0 ELSE 1 END) AS unbalanced
       FROM (
         SELECT e.effective_at AS at, SUM(p.amount_cents) AS balance,
           SUM(CASE WHEN p.account_code IN (?, ?, ?)
             THEN -p.amount_cents ELSE 0 END) AS sales
         FROM journal_entries e
         JOIN postings p ON p.shop_id = e.shop_id AND p.entry_number = e.number
         WHERE e.shop_id = ? AND e.business_day = ?
         GROUP BY e.number, e.effective_at
       ) entries
       GROUP BY 1 ORDER BY 1`,
      [startsAt, ...SALES_ACCOUNTS, shopId, businessDay],
    );
  }

  private tickets({ shopId, businessDay, until }: DayKey): Promise<TicketGroup[]> {
    return this.database.heavyReader.query(
      `SELECT state, barber_id AS "barberId", COUNT(*) AS tickets, COUNT(paid_at) AS paid,
         SUM(CASE WHEN started_at IS NULL THEN 0
           ELSE COALESCE(ended_at, CAST(? AS bigint)) - started_at END) AS "chairMs"
       FROM tickets WHERE shop_id = ? AND business_day = ?
       GROUP BY state, barber_id`,
      [until, shopId, businessDay],
    );
  }

  private arrivalsByHour({ shopId, businessDay, startsAt }: DayKey): Promise<HourOfArrivals[]> {
    return this.database.heavyReader.query(
      `SELECT (joined_at - CAST(? AS bigint)) / 3600000 AS hour, COUNT(*) AS tickets
       FROM tickets WHERE shop_id = ? AND business_day = ?
       GROUP BY 1 ORDER BY 1`,
      [startsAt, shopId, businessDay],
    );
  }

  private waits({ shopId, businessDay }: DayKey): Promise<WaitCount[]> {
    return this.database.heavyReader.query(
      `SELECT (started_at - joined_at) / 1000 AS "waitSeconds", COUNT(*) AS tickets
       FROM tickets WHERE shop_id = ? AND business_day = ? AND started_at IS NOT NULL
       GROUP BY 1 ORDER BY 1`,
      [shopId, businessDay],
    );
  }

  private losses({ shopId, businessDay }: DayKey): Promise<LossSum[]> {
    return this.database.heavyReader.query(
      `SELECT 'tickets' AS "of", COUNT(DISTINCT t.id) AS count, COUNT(DISTINCT t.id) AS people,
         COALESCE(SUM(s.price_cents), 0) AS "lostCents"
       FROM tickets t JOIN ticket_services s ON s.ticket_id = t.id
       WHERE t.shop_id = ? AND t.business_day = ?
         AND t.state IN ('cancelled', 'no_show', 'walked_out')
       UNION ALL
       SELECT 'walk_ins', COUNT(*), COALESCE(SUM(party_size), 0), COALESCE(SUM(lost_cents), 0)
       FROM lost_walk_ins WHERE shop_id = ? AND business_day = ?`,
      [shopId, businessDay, shopId, businessDay],
    );
  }

  private sold({ shopId, startsAt, endsAt }: DayKey): Promise<SoldCount[]> {
    return this.database.heavyReader.query(
      `SELECT l.barber_id AS "barberId", l.kind, SUM(l.quantity) AS quantity
       FROM orders o JOIN order_lines l ON l.order_id = o.id
       WHERE o.shop_id = ? AND o.paid_at >= ? AND o.paid_at < ?
       GROUP BY l.barber_id, l.kind`,
      [shopId, startsAt, endsAt],
    );
  }

  private shifts({ shopId, businessDay, until }: DayKey): Promise<BarberTime[]> {
    return this.database.heavyReader.query(
      `SELECT barber_id AS "barberId",
         SUM(COALESCE(ended_at, CAST(? AS bigint)) - started_at) AS ms
       FROM shifts WHERE shop_id = ? AND business_day = ?
       GROUP BY barber_id`,
      [until, shopId, businessDay],
    );
  }

  private breaks({ shopId, businessDay, until }: DayKey): Promise<BarberTime[]> {
    return this.database.heavyReader.query(
      `SELECT b.barber_id AS "barberId",
         SUM(COALESCE(b.ended_at, CAST(? AS bigint)) - b.started_at) AS ms
       FROM shifts s JOIN breaks b ON b.shift_id = s.id
       WHERE s.shop_id = ? AND s.business_day = ?
       GROUP BY b.barber_id`,
      [until, shopId, businessDay],
    );
  }

  private barbers({ shopId }: DayKey): Promise<{ id: string; name: string }[]> {
    return this.database.heavyReader.query(
      'SELECT id, name FROM barbers WHERE shop_id = ? ORDER BY name, id',
      [shopId],
    );
  }

  private openTickets({ shopId, businessDay }: DayKey): Promise<OpenTicket[]> {
    return this.database.heavyReader.query(
      `SELECT id, number, state FROM tickets
       WHERE shop_id = ? AND business_day = ?
         AND (state IN ('waiting', 'assigned', 'in_service')
           OR (state = 'completed' AND paid_at IS NULL))
       ORDER BY number LIMIT ?`,
      [shopId, businessDay, OPEN_ITEMS_MAX],
    );
  }

  private openOrders({ shopId, businessDay }: DayKey): Promise<OpenOrder[]> {
    return this.database.heavyReader.query(
      `SELECT id, ticket_id AS "ticketId", total_cents AS "totalCents", paid_cents AS "paidCents"
       FROM orders WHERE shop_id = ? AND business_day = ? AND state = 'open'
       ORDER BY id LIMIT ?`,
      [shopId, businessDay, OPEN_ITEMS_MAX],
    );
  }
}
