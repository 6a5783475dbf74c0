import { Injectable } from '@nestjs/common';
import { ACCOUNTS } from '../payments/ledger/chart-of-accounts.rules';
import type { HeavyReading, Statement } from '../platform/database/sql';
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
const SALES_ACCOUNTS = [
  ACCOUNTS.serviceSales,
  ACCOUNTS.productSales,
  ACCOUNTS.discounts,
  ACCOUNTS.refunds,
];

/** The questions behind the day's report, asked on the thread for long reading. */
@Injectable()
export class DayReportRepository {
  constructor(private readonly database: Database) {}

  /**
   * All facts of a day, as they were at one moment: the report may not disagree with itself.
   *
   * @param together asks them; the thread for long reading, unless given
   */
  async factsOf(
    day: DayKey,
    together: Pick<HeavyReading, 'queryTogether'> = this.database.heavyReader,
  ): Promise<DayFacts> {
    const [sums, taxes, booksByHour, tickets, arrivalsByHour, waits, ...others] =
      await together.queryTogether([
        sumsOf(day),
        taxesOf(day),
        booksByHourOf(day),
        ticketsOf(day),
        arrivalsByHourOf(day),
        waitsOf(day),
        soldOf(day),
        shiftsOf(day),
        breaksOf(day),
        barbersOf(day),
        openTicketsOf(day),
        openOrdersOf(day),
        lossesOf(day),
      ]);
    const [sold, shifts, breaks, barbers, openTickets, openOrders, losses] = others;
    return {
      ...{ sums, taxes, booksByHour, tickets, arrivalsByHour, waits },
      ...{ sold, shifts, breaks, barbers, openTickets, openOrders, losses },
    };
  }
}

function sumsOf({ shopId, businessDay }: DayKey): Statement<PostingSum> {
  return {
    // What barbers have taken themselves is earned and sold as all else: settling it is no event
    // of the day.
    sql: `SELECT p.account_code AS "accountCode", p.barber_id AS "barberId", p.tender,
         SUM(p.amount_cents) AS "amountCents",
         SUM(CASE WHEN p.amount_cents > 0 THEN p.amount_cents ELSE 0 END) AS "debitCents",
         SUM(CASE WHEN p.amount_cents > 0 THEN 1 ELSE 0 END) AS debits
       FROM postings p
       JOIN journal_entries e ON e.shop_id = p.shop_id AND e.number = p.entry_number
       WHERE p.shop_id = ? AND p.business_day = ? AND e.kind <> 'own_account_offset'
       GROUP BY p.account_code, p.barber_id, p.tender`,
    parameters: [shopId, businessDay],
  };
}

function taxesOf({ shopId, businessDay }: DayKey): Statement<TaxSum> {
  return {
    sql: `SELECT tax_basis_points AS "basisPoints", SUM(amount_cents) AS "amountCents"
       FROM postings
       WHERE shop_id = ? AND business_day = ? AND account_code = ?
         AND tax_basis_points IS NOT NULL
       GROUP BY tax_basis_points ORDER BY tax_basis_points`,
    parameters: [shopId, businessDay, ACCOUNTS.taxPayable],
  };
}

function booksByHourOf({ shopId, businessDay, startsAt }: DayKey): Statement<HourOfBooks> {
  return {
    sql: `SELECT (at - CAST(? AS bigint)) / 3600000 AS hour, SUM(sales) AS "salesCents",
         COUNT(*) AS entries, SUM(CASE WHEN balance = 0 THEN 0 ELSE 1 END) AS unbalanced
       FROM (
         SELECT e.effective_at AS at, SUM(p.amount_cents) AS balance,
           SUM(CASE WHEN p.account_code IN (?, ?, ?, ?)
             THEN -p.amount_cents ELSE 0 END) AS sales
         FROM journal_entries e
         JOIN postings p ON p.shop_id = e.shop_id AND p.entry_number = e.number
         WHERE e.shop_id = ? AND e.business_day = ?
         GROUP BY e.number, e.effective_at
       ) entries
       GROUP BY 1 ORDER BY 1`,
    parameters: [startsAt, ...SALES_ACCOUNTS, shopId, businessDay],
  };
}

function ticketsOf({ shopId, businessDay, until }: DayKey): Statement<TicketGroup> {
  return {
    sql: `SELECT state, barber_id AS "barberId", COUNT(*) AS tickets, COUNT(paid_at) AS paid,
         SUM(CASE WHEN started_at IS NULL THEN 0
           ELSE COALESCE(ended_at, CAST(? AS bigint)) - started_at END) AS "chairMs"
       FROM tickets WHERE shop_id = ? AND business_day = ?
       GROUP BY state, barber_id`,
    parameters: [until, shopId, businessDay],
  };
}

function arrivalsByHourOf({ shopId, businessDay, startsAt }: DayKey): Statement<HourOfArrivals> {
  return {
    sql: `SELECT (joined_at - CAST(? AS bigint)) / 3600000 AS hour, COUNT(*) AS tickets
       FROM tickets WHERE shop_id = ? AND business_day = ?
       GROUP BY 1 ORDER BY 1`,
    parameters: [startsAt, shopId, businessDay],
  };
}

function waitsOf({ shopId, businessDay }: DayKey): Statement<WaitCount> {
  return {
    sql: `SELECT (started_at - joined_at) / 1000 AS "waitSeconds", COUNT(*) AS tickets
       FROM tickets WHERE shop_id = ? AND business_day = ? AND started_at IS NOT NULL
       GROUP BY 1 ORDER BY 1`,
    parameters: [shopId, businessDay],
  };
}

function lossesOf({ shopId, businessDay }: DayKey): Statement<LossSum> {
  return {
    sql: `SELECT 'tickets' AS "of", COUNT(DISTINCT t.id) AS count, COUNT(DISTINCT t.id) AS people,
         COALESCE(SUM(s.price_cents), 0) AS "lostCents"
       FROM tickets t JOIN ticket_services s ON s.ticket_id = t.id
       WHERE t.shop_id = ? AND t.business_day = ?
         AND t.state IN ('cancelled', 'no_show', 'walked_out')
       UNION ALL
       SELECT 'walk_ins', COUNT(*), COALESCE(SUM(party_size), 0), COALESCE(SUM(lost_cents), 0)
       FROM lost_walk_ins WHERE shop_id = ? AND business_day = ?`,
    parameters: [shopId, businessDay, shopId, businessDay],
  };
}

function soldOf({ shopId, businessDay }: DayKey): Statement<SoldCount> {
  return {
    sql: `SELECT l.barber_id AS "barberId", l.kind, SUM(l.quantity) AS quantity
       FROM orders o JOIN order_lines l ON l.order_id = o.id
       WHERE o.shop_id = ? AND o.paid_business_day = ?
       GROUP BY l.barber_id, l.kind`,
    parameters: [shopId, businessDay],
  };
}

function shiftsOf({ shopId, businessDay, until }: DayKey): Statement<BarberTime> {
  return {
    sql: `SELECT barber_id AS "barberId",
         SUM(COALESCE(ended_at, CAST(? AS bigint)) - started_at) AS ms
       FROM shifts WHERE shop_id = ? AND business_day = ?
       GROUP BY barber_id`,
    parameters: [until, shopId, businessDay],
  };
}

function breaksOf({ shopId, businessDay, until }: DayKey): Statement<BarberTime> {
  return {
    sql: `SELECT b.barber_id AS "barberId",
         SUM(COALESCE(b.ended_at, CAST(? AS bigint)) - b.started_at) AS ms
       FROM shifts s JOIN breaks b ON b.shift_id = s.id
       WHERE s.shop_id = ? AND s.business_day = ?
       GROUP BY b.barber_id`,
    parameters: [until, shopId, businessDay],
  };
}

function barbersOf({ shopId }: DayKey): Statement<{ id: string; name: string }> {
  return {
    sql: 'SELECT id, name FROM barbers WHERE shop_id = ? ORDER BY name, id',
    parameters: [shopId],
  };
}

function openTicketsOf({ shopId, businessDay }: DayKey): Statement<OpenTicket> {
  return {
    sql: `SELECT id, number, state FROM tickets
       WHERE shop_id = ? AND business_day = ?
         AND (state IN ('waiting', 'assigned', 'in_service')
           OR (state = 'completed' AND paid_at IS NULL))
       ORDER BY number LIMIT ?`,
    parameters: [shopId, businessDay, OPEN_ITEMS_MAX],
  };
}

function openOrdersOf({ shopId, businessDay }: DayKey): Statement<OpenOrder> {
  return {
    sql: `SELECT id, ticket_id AS "ticketId", total_cents AS "totalCents", paid_cents AS "paidCents"
       FROM orders WHERE shop_id = ? AND business_day = ? AND state = 'open'
       ORDER BY id LIMIT ?`,
    parameters: [shopId, businessDay, OPEN_ITEMS_MAX],
  };
}
