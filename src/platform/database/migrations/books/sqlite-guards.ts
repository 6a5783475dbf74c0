import { APPEND_ONLY_TABLES, refusalOf } from './append-only-tables';

const GENESIS = '0'.repeat(64);

/**
 * What SQLite itself watches over. An entry comes after its postings and is judged with them, so
 * no commit can hold one that does not balance; a posting without its entry fails at the commit by
 * its deferred foreign key, and one that comes after its entry is refused.
 */
export const SQLITE_GUARDS = [
  ...APPEND_ONLY_TABLES.flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (change) => `CREATE TRIGGER tr_${table}_${change.toLowerCase()} BEFORE ${change} ON ${table}
        BEGIN SELECT RAISE(ABORT, '${refusalOf(table)}'); END`,
    ),
  ),
  `CREATE TRIGGER tr_locked_days_delete BEFORE DELETE ON locked_days
    BEGIN SELECT RAISE(ABORT, 'a day that was closed is reopened, never forgotten'); END`,
  `CREATE TRIGGER tr_postings_insert BEFORE INSERT ON postings
    WHEN EXISTS (SELECT 1 FROM journal_entries e
      WHERE e.shop_id = NEW.shop_id AND e.number = NEW.entry_number)
    BEGIN SELECT RAISE(ABORT, 'a booked entry takes no more postings'); END`,
  `CREATE TRIGGER tr_journal_entries_insert BEFORE INSERT ON journal_entries
    BEGIN SELECT CASE
      WHEN (SELECT COUNT(*) FROM postings p
        WHERE p.shop_id = NEW.shop_id AND p.entry_number = NEW.number) < 2
        THEN RAISE(ABORT, 'an entry has at least two postings')
      -- Looks at the day as well, or SQLite would take the index of accounts, which has all that
      -- is asked for, and read every posting of the shop for each entry.
      WHEN (SELECT SUM(CASE WHEN p.business_day = NEW.business_day THEN p.amount_cents END)
        FROM postings p WHERE p.shop_id = NEW.shop_id AND p.entry_number = NEW.number) <> 0
        THEN RAISE(ABORT, 'an entry balances')
      WHEN EXISTS (SELECT 1 FROM postings p
        WHERE p.shop_id = NEW.shop_id AND p.entry_number = NEW.number
          AND (p.amount_cents = 0 OR p.business_day <> NEW.business_day))
        THEN RAISE(ABORT, 'postings move something, on the day of their entry')
      WHEN NEW.number <> 1 + COALESCE(
        (SELECT MAX(e.number) FROM journal_entries e WHERE e.shop_id = NEW.shop_id), 0)
        THEN RAISE(ABORT, 'entries are numbered without gaps')
      WHEN length(NEW.hash) <> 64 OR NEW.previous_hash <> COALESCE(
        (SELECT e.hash FROM journal_entries e
          WHERE e.shop_id = NEW.shop_id AND e.number = NEW.number - 1), '${GENESIS}')
        THEN RAISE(ABORT, 'an entry is chained to the one before')
      WHEN EXISTS (SELECT 1 FROM locked_days d
        WHERE d.shop_id = NEW.shop_id AND d.business_day = NEW.business_day AND d.is_locked)
        THEN RAISE(ABORT, 'a closed day takes no more entries')
    END; END`,
];

/** Of the first version; they stand in the way of chaining what is booked already. */
export const SQLITE_GUARDS_OF_THE_FIRST_DAY = ['journal_entries', 'postings'].flatMap((table) =>
  ['update', 'delete'].map((change) => `DROP TRIGGER IF EXISTS tr_${table}_${change}`),
);
