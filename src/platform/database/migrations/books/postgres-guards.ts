import { APPEND_ONLY_TABLES, refusalOf } from './append-only-tables';

const GENESIS = '0'.repeat(64);

const refuse = (table: string) => `CREATE FUNCTION refuse_change_of_${table}() RETURNS trigger
  LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${refusalOf(table)}'; END $$`;

/**
 * What PostgreSQL itself watches over, as SQLite does. Units may overlap here, so the balance is
 * judged once more at the end of each transaction, when all postings of an entry can be seen.
 */
export const POSTGRES_GUARDS = [
  ...APPEND_ONLY_TABLES.flatMap((table) => [
    refuse(table),
    `CREATE TRIGGER tr_${table}_change BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_${table}()`,
    `CREATE TRIGGER tr_${table}_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_${table}()`,
  ]),
  `CREATE FUNCTION refuse_unlocking_by_delete() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a day that was closed is reopened, never forgotten'; END $$`,
  `CREATE TRIGGER tr_locked_days_delete BEFORE DELETE ON locked_days
    FOR EACH ROW EXECUTE FUNCTION refuse_unlocking_by_delete()`,
  `CREATE FUNCTION judge_posting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM journal_entries e
          WHERE e.shop_id = NEW.shop_id AND e.number = NEW.entry_number) THEN
        RAISE EXCEPTION 'a booked entry takes no more postings';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER tr_postings_insert BEFORE INSERT ON postings
    FOR EACH ROW EXECUTE FUNCTION judge_posting()`,
  `CREATE FUNCTION judge_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.number <> 1 + COALESCE(
          (SELECT MAX(e.number) FROM journal_entries e WHERE e.shop_id = NEW.shop_id), 0) THEN
        RAISE EXCEPTION 'entries are numbered without gaps';
      END IF;
      IF length(NEW.hash) <> 64 OR NEW.previous_hash <> COALESCE(
          (SELECT e.hash FROM journal_entries e
            WHERE e.shop_id = NEW.shop_id AND e.number = NEW.number - 1), '${GENESIS}') THEN
        RAISE EXCEPTION 'an entry is chained to the one before';
      END IF;
      IF EXISTS (SELECT 1 FROM locked_days d
          WHERE d.shop_id = NEW.shop_id AND d.business_day = NEW.business_day AND d.is_locked
          FOR SHARE) THEN
        RAISE EXCEPTION 'a closed day takes no more entries';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER tr_journal_entries_insert BEFORE INSERT ON journal_entries
    FOR EACH ROW EXECUTE FUNCTION judge_entry()`,
  `CREATE FUNCTION judge_balance(shop varchar, entry bigint, day varchar) RETURNS void
    LANGUAGE plpgsql AS $$
    DECLARE lines bigint; total numeric; odd bigint;
    BEGIN
      SELECT COUNT(*), COALESCE(SUM(p.amount_cents), 0),
          COUNT(*) FILTER (WHERE p.amount_cents = 0 OR p.business_day <> day)
        INTO lines, total, odd FROM postings p
        WHERE p.shop_id = shop AND p.entry_number = entry;
      IF lines < 2 THEN RAISE EXCEPTION 'an entry has at least two postings'; END IF;
      IF total <> 0 THEN RAISE EXCEPTION 'an entry balances'; END IF;
      IF odd <> 0 THEN
        RAISE EXCEPTION 'postings move something, on the day of their entry';
      END IF;
    END $$`,
  `CREATE FUNCTION judge_entry_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM judge_balance(NEW.shop_id, NEW.number, NEW.business_day);
      RETURN NULL;
    END $$`,
  `CREATE FUNCTION judge_posting_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM judge_balance(e.shop_id, e.number, e.business_day) FROM journal_entries e
        WHERE e.shop_id = NEW.shop_id AND e.number = NEW.entry_number;
      RETURN NULL;
    END $$`,
  `CREATE CONSTRAINT TRIGGER tr_journal_entries_commit AFTER INSERT ON journal_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION judge_entry_at_commit()`,
  `CREATE CONSTRAINT TRIGGER tr_postings_commit AFTER INSERT ON postings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION judge_posting_at_commit()`,
];
